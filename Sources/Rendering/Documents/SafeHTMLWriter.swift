import Markdown

/// What becomes of raw HTML in Markdown (FORMAT, "Safety").
package enum RawHTMLPolicy: String, Sendable, CaseIterable {
  /// Allowed elements are published, comments vanish, all else is shown as text.
  case safe
  /// All is shown as text.
  case escape
  /// All passes as it is.
  case all
}

/// Where a piece of raw HTML stands.
package struct SafeHTMLPlace {
  /// How many nodes are open around it. Elements end with the node they were begun in.
  package var depth: Int
  /// Whether the piece is a block of its own.
  package var isBlock: Bool
  /// Whether blocks may stand here: between blocks, and in cells and list items without paragraphs.
  package var allowsBlocks: Bool
  /// Whether it stands in a link.
  package var isInLink: Bool

  /// A block between blocks.
  package static func block(depth: Int) -> SafeHTMLPlace {
    SafeHTMLPlace(depth: depth, isBlock: true, allowsBlocks: true, isInLink: false)
  }

  /// A tag within text.
  package static func inline(depth: Int, allowsBlocks: Bool = false, isInLink: Bool = false) -> SafeHTMLPlace
  {
    SafeHTMLPlace(depth: depth, isBlock: false, allowsBlocks: allowsBlocks, isInLink: isInLink)
  }
}

/// Where an address in raw HTML leads.
package enum SafeHTMLDestination {
  /// To an address that is linked to as it stands here; an image there is not shown but linked to.
  case link([UInt8])
  /// To an image that is shown in place.
  case image([UInt8], ImageSize?)
  /// Nowhere.
  case broken
}

/// Writes the raw HTML of a document, so that what comes out is balanced and holds only allowed elements.
///
/// One writer serves a run of nodes: it remembers which elements are open. Pieces come in the order of the document;
/// between them, ``close(downTo:into:)`` tells that nodes end.
package struct SafeHTMLWriter {
  private let policy: RawHTMLPolicy
  private var open: [OpenElement] = []
  /// For each element the place of the innermost one that is open; -1 for none.
  private var innermost = [Int](repeating: -1, count: SafeHTMLElement.allCases.count)
  private var openLinks = 0
  private var pieces = 0
  /// What was not published so far, with offsets of the slices it was read from.
  private(set) var findings: [SafeHTMLFinding] = []
  /// Bytes looked at so far.
  private(set) var steps = 0

  /// More are no use to readers, and browsers have a limit too.
  private static let deepest = 100

  private struct OpenElement {
    let element: SafeHTMLElement
    /// The name it was written by; empty when it was not.
    var name: StaticString
    let depth: Int
    /// The start tag, and where it was written.
    let piece: Int
    let range: Range<Int>
    let output: Range<Int>
    /// The place of the next outer element of the same kind, or -1.
    let outer: Int
    var holdsBlocks: Bool
  }

  /// Prepares to write raw HTML.
  package init(_ policy: RawHTMLPolicy = .safe) {
    self.policy = policy
  }

  /// Whether an `a` element is open: no other link may begin.
  package var isInLink: Bool { openLinks > 0 }

  /// Whether nothing is open.
  package var isBalanced: Bool { open.isEmpty }

  /// Writes a piece of raw HTML.
  ///
  /// - Parameter destination: says where an address leads that may be linked to; it gets the address with its
  ///   character references resolved, and whether it is that of an image.
  /// - Complexity: O(bytes), amortised over all pieces.
  package mutating func write(
    _ html: ArraySlice<UInt8>, at place: SafeHTMLPlace, into output: inout [UInt8],
    destination: (_ address: [UInt8], _ isImage: Bool) -> SafeHTMLDestination
  ) {
    pieces += 1
    switch policy {
    case .all:
      output.append(contentsOf: html)
    case .escape:
      HTMLWriter.append(place.isBlock ? "<p>" : "", to: &output)
      HTMLWriter.append(text: html, to: &output)
      HTMLWriter.append(place.isBlock ? "</p>\n" : "", to: &output)
    case .safe:
      var tokenizer = SafeHTMLTokenizer(html)
      var kept = open.count
      while let token = tokenizer.next() {
        switch token {
        case .text(let range):
          CharacterReference.append(html[range], to: &output)
        case .comment:
          break
        case .start(let name, let range):
          start(name, range, tokenizer.attributes, in: html, at: place, into: &output, destination)
        case .end(let name, let range):
          end(name, range, in: html, at: place, into: &output)
        case .rawText(let name, let range):
          refuse(html, range, .element(name: name), into: &output)
        case .declaration(let range):
          refuse(html, range, .declaration, into: &output)
        case .unfinishedTag(let range):
          refuse(html, range, .unfinishedTag, into: &output)
        }
        kept = min(kept, open.count)
      }
      steps += tokenizer.steps
      if place.isBlock { endBlock(keeping: kept, into: &output) }
    }
  }

  /// Ends the elements that were begun where at least so many nodes were open.
  package mutating func close(downTo depth: Int, into output: inout [UInt8]) {
    while let last = open.last, last.depth >= depth { closeInnermost(isImplied: false, into: &output) }
  }

  // MARK: Start tags

  private mutating func start(
    _ name: Range<Int>, _ range: Range<Int>, _ attributes: [SafeHTMLTokenizer.Attribute],
    in html: ArraySlice<UInt8>, at place: SafeHTMLPlace, into output: inout [UInt8],
    _ destination: (_ address: [UInt8], _ isImage: Bool) -> SafeHTMLDestination
  ) {
    guard let element = SafeHTMLElement(html[name]) else {
      return refuse(html, range, .element(name: name), into: &output)
    }
    if element.isBlock, !place.allowsBlocks {
      return refuse(html, range, .blockInText(element), into: &output)
    }
    if let parent = element.parent, !stands(element, directlyIn: parent, at: place) {
      return refuse(html, range, .outside(element, parent: parent), into: &output)
    }
    endImplied(by: element, at: place, into: &output)
    guard open.count < SafeHTMLWriter.deepest || element.isVoid else {
      return refuse(html, range, .tooDeep(limit: SafeHTMLWriter.deepest), into: &output)
    }
    var tag = SafeHTMLTag(element)
    for finding in tag.set(attributes, in: html) { report(finding.range, finding.problem) }
    let offset = output.count
    let isInLink = place.isInLink || openLinks > 0
    if element == .img {
      if tag.address == .none { return report(range, .imageWithoutSource) }
      return tag.appendImage(isInLink: isInLink, destination, to: &output)
    }
    if element == .a, isInLink { report(range, .linkInLink) }
    let name = tag.append(isInLink: isInLink, destination, to: &output)
    guard !element.isVoid else { return }
    if element == .a { openLinks += 1 }
    open.append(
      OpenElement(
        element: element, name: name, depth: place.depth, piece: pieces - 1, range: range,
        output: offset..<output.count, outer: innermost[element.rawValue], holdsBlocks: element.holdsBlocks))
    innermost[element.rawValue] = open.count - 1
  }

  /// Ends what a start tag ends by itself: a block the paragraph before it, `rt` and `rp` one another.
  private mutating func endImplied(
    by element: SafeHTMLElement, at place: SafeHTMLPlace, into output: inout [UInt8]
  ) {
    if element.isBlock, isOpen(.p, at: place), !open[innermost[SafeHTMLElement.p.rawValue]].holdsBlocks {
      closeElements(downTo: innermost[SafeHTMLElement.p.rawValue], into: &output)
    }
    guard element == .rt || element == .rp else { return }
    let ruby = innermost[SafeHTMLElement.ruby.rawValue]
    let annotation = max(innermost[SafeHTMLElement.rt.rawValue], innermost[SafeHTMLElement.rp.rawValue])
    if annotation > ruby { closeElements(downTo: annotation, into: &output) }
  }

  /// Whether an element that begins now is a child of another; one of its siblings may end by that.
  private func stands(
    _ element: SafeHTMLElement, directlyIn parent: SafeHTMLElement, at place: SafeHTMLPlace
  ) -> Bool {
    let child = innermost[parent.rawValue] + 1
    guard isOpen(parent, at: place) else { return false }
    return child == open.count || (element.endsItself && open[child].element.parent == parent)
  }

  /// Whether an element is open that was begun in the same node.
  private func isOpen(_ element: SafeHTMLElement, at place: SafeHTMLPlace) -> Bool {
    let index = innermost[element.rawValue]
    return index >= 0 && open[index].depth == place.depth
  }

  // MARK: End tags

  private mutating func end(
    _ name: Range<Int>, _ range: Range<Int>, in html: ArraySlice<UInt8>, at place: SafeHTMLPlace,
    into output: inout [UInt8]
  ) {
    guard let element = SafeHTMLElement(html[name]) else {
      return refuse(html, range, .element(name: name), into: &output)
    }
    guard isOpen(element, at: place) else {
      return refuse(html, range, .unopened(name: name), into: &output)
    }
    let index = innermost[element.rawValue]
    while open.count > index + 1 { closeInnermost(isImplied: false, into: &output) }
    closeInnermost(isImplied: true, into: &output)
  }

  /// Ends what cannot go on behind a block of HTML: all but elements that hold blocks.
  ///
  /// A paragraph of which there is nothing but the start tag is meant to hold what follows; it becomes a `div`,
  /// because paragraphs hold no blocks.
  private mutating func endBlock(keeping kept: Int, into output: inout [UInt8]) {
    guard let first = open[kept...].firstIndex(where: { !$0.holdsBlocks }) else { return }
    let tag = open[first].output
    guard open[first].element == .p, first == open.count - 1,
      output[tag.upperBound...].allSatisfy({ $0 <= 0x20 })
    else { return closeElements(downTo: first, into: &output) }
    let name = tag.lowerBound + 1
    output.replaceSubrange(name...name, with: [0x64, 0x69, 0x76])
    open[first].name = "div"
    open[first].holdsBlocks = true
  }

  private mutating func closeElements(downTo count: Int, into output: inout [UInt8]) {
    while open.count > count { closeInnermost(isImplied: false, into: &output) }
  }

  private mutating func closeInnermost(isImplied: Bool, into output: inout [UInt8]) {
    let last = open.removeLast()
    if last.name.utf8CodeUnitCount > 0 {
      HTMLWriter.append("</", to: &output)
      HTMLWriter.append(last.name, to: &output)
      HTMLWriter.append(">", to: &output)
    }
    innermost[last.element.rawValue] = last.outer
    if last.element == .a { openLinks -= 1 }
    guard !isImplied, !last.element.endsItself || last.holdsBlocks else { return }
    findings.append(
      SafeHTMLFinding(piece: last.piece, range: last.range, problem: .unclosed(last.element)))
  }

  // MARK: What is not published

  private mutating func refuse(
    _ html: ArraySlice<UInt8>, _ range: Range<Int>, _ problem: SafeHTMLFinding.Problem,
    into output: inout [UInt8]
  ) {
    report(range, problem)
    HTMLWriter.append(text: html[range], to: &output)
  }

  private mutating func report(_ range: Range<Int>, _ problem: SafeHTMLFinding.Problem) {
    findings.append(SafeHTMLFinding(piece: pieces - 1, range: range, problem: problem))
  }
}
