import KnowledgeBase
import Markdown
import SourceText

/// Rewrites the links of a note so that they lead where they led.
struct NoteLinks {
  let note: FolderNote
  let notes: [FolderNote]
  let assets: [FolderInventory.Asset]
  let index: FolderIndex
  let names: PlacedNames
  private(set) var edits: [TextEdit] = []
  private(set) var report: ImportReport

  private var document: Document { note.document }
  private var bytes: [UInt8] { note.document.source.bytes }

  init(
    _ note: FolderNote, notes: [FolderNote], assets: [FolderInventory.Asset], index: FolderIndex,
    names: PlacedNames
  ) {
    self.note = note
    self.notes = notes
    self.assets = assets
    self.index = index
    self.names = names
    report = note.report
  }

  /// Finds what must be rewritten.
  ///
  /// - Complexity: O(bytes).
  mutating func run() {
    var endOfTable = 0
    var code: [Range<Int>] = []
    for (place, node) in document.nodes.enumerated() {
      switch node.kind {
      case .table: endOfTable = Int(node.subtreeEnd)
      case .wikiLink: rewriteWikiLink(node, isInTable: place < endOfTable)
      case .link, .image: rewriteLink(place, node)
      case .htmlBlock, .htmlInline: rewriteHTML(node.range.bytes)
      case .codeBlock: code.append(node.range.bytes)
      default: break
      }
    }
    rewriteDefinitions(outside: code)
  }

  // MARK: Wiki links

  private mutating func rewriteWikiLink(_ node: Node, isInTable: Bool) {
    let link = document.wikiLinks[Int(node.payload)]
    guard !link.target.isEmpty else { return }
    let name = String(decoding: link.target, as: UTF8.self)
    let start = Int(node.range.start) + (link.isEmbed ? 3 : 2)
    let end = Int(node.range.end) - 2
    guard start < end else { return }
    guard let found = index.find(name: name, from: note) else {
      guard [".canvas", ".base", ".excalidraw"].contains(where: name.lowercased().hasSuffix) else { return }
      return report.add(
        .importUnsupported, note.original(node.range.bytes),
        "canvases, bases and drawings are not imported, and this link leads to one; export it as an image or take the link out"
      )
    }
    var targetEnd = bytes[start..<end].firstIndex { $0 == 0x23 || $0 == 0x7C } ?? end
    if isInTable, targetEnd < end, bytes[targetEnd] == 0x7C, bytes[targetEnd - 1] == 0x5C { targetEnd -= 1 }
    switch found {
    case .asset(let asset):
      edits.append(TextEdit(range: start..<targetEnd, replacement: Array(assets[asset].target.utf8)))
      guard !link.isEmbed, !link.hasOwnText else { return }
      edits.append(TextEdit(range: end..<end, replacement: bar(isInTable) + link.text))
    case .note(let target):
      if let fragment = link.fragment { check(fragment, of: target, node.range.bytes) }
      guard names.find(name) != target else { return }
      let path = String(notes[target].target.dropLast(3))
      edits.append(TextEdit(range: start..<targetEnd, replacement: Array(path.utf8)))
      guard !link.hasOwnText, !link.isEmbed else { return }
      edits.append(TextEdit(range: end..<end, replacement: bar(isInTable) + link.text))
    case .ambiguous(let candidates): reportAmbiguous(name, candidates, node.range.bytes)
    }
  }

  /// Tells of a name that fits several notes.
  private mutating func reportAmbiguous(_ name: String, _ candidates: [Int], _ range: Range<Int>) {
    report.addAmbiguous(
      name, candidates.map { notes[$0] }, note.original(range), "the link was left as it was")
  }

  private func bar(_ isInTable: Bool) -> [UInt8] { isInTable ? [0x5C, 0x7C] : [0x7C] }

  /// Tells of a place that its note does not have.
  private mutating func check(_ fragment: [UInt8], of target: Int, _ range: Range<Int>) {
    let last = fragment.lastIndex(of: 0x23).map { Array(fragment[($0 + 1)...]) } ?? fragment
    let anchors = notes[target].anchors
    guard !last.isEmpty, !anchors.contains(last), !anchors.contains(Slug.make(last)) else { return }
    // A label of an equation, which is looked for in all notes.
    guard !last.contains(0x3A) || last.first == 0x5E else { return }
    report.add(
      .importDamaged, note.original(range),
      "`\(String(decoding: last, as: UTF8.self))` is no heading of \(notes[target].place.origin)")
  }

  // MARK: Links

  private mutating func rewriteLink(_ place: Int, _ node: Node) {
    let range = node.range.bytes
    let destination = document.links[Int(node.payload)].destination
    if bytes[range.lowerBound] == 0x3C {
      guard destination.starts(with: ForeignText.scheme.utf8) else { return }
      return rewriteReference(destination, range)
    }
    guard let written = writtenDestination(of: place, in: range) else { return }
    guard let address = address(for: destination, range) else { return }
    edits.append(TextEdit(range: written, replacement: address))
  }

  /// A reference that stands alone becomes a link with the title of its note.
  private mutating func rewriteReference(_ destination: [UInt8], _ range: Range<Int>) {
    guard let address = address(for: destination, range) else { return }
    let path = String(
      decoding: PercentEncoding.decode(destination.dropFirst(ForeignText.scheme.utf8.count)), as: UTF8.self)
    var title = path
    if case .note(let target) = index.find(reference: String(path.prefix { $0 != "#" }), from: note) {
      title = notes[target].title
    }
    edits.append(TextEdit(range: range, replacement: Array("[\(title.bracketed)](".utf8) + address + [0x29]))
  }

  /// Where the address of an inline link stands, angle brackets included.
  private func writtenDestination(of place: Int, in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound + (document.nodes[place].kind == .image ? 2 : 1)
    for child in document.children(of: place) { start = Int(document.nodes[child].range.end) }
    guard let close = bytes[start..<range.upperBound].firstIndex(of: 0x5D), close + 1 < range.upperBound,
      bytes[close + 1] == 0x28
    else { return nil }
    return word(from: close + 2, to: range.upperBound)
  }

  /// An address in angle brackets, or one that ends before white space or an unmatched parenthesis.
  private func word(from start: Int, to end: Int) -> Range<Int>? {
    var index = start
    while index < end, bytes[index] <= 0x20 { index += 1 }
    guard index < end else { return nil }
    if bytes[index] == 0x3C {
      return bytes[index..<end].firstIndex(of: 0x3E).map { index..<$0 + 1 }
    }
    let first = index
    var depth = 0
    while index < end, bytes[index] > 0x20 {
      if bytes[index] == 0x5C {
        index += 1
      } else if bytes[index] == 0x28 {
        depth += 1
      } else if bytes[index] == 0x29 {
        depth -= 1
        if depth < 0 { break }
      }
      index += 1
    }
    return index > first ? first..<min(index, end) : nil
  }

  /// The address that leads from the new place to where an address led; `nil` where it stays as it is.
  private mutating func address(for destination: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    let isReference = destination.starts(with: ForeignText.scheme.utf8)
    let plain = isReference ? Array(destination.dropFirst(ForeignText.scheme.utf8.count)) : destination
    guard case .relative(let path, let fragment) = URLPolicy.judge(plain) else {
      return ownAddress(plain, range) ?? (isReference ? plain : nil)
    }
    let tail = NoteLinks.tail(fragment)
    guard !path.isEmpty else { return isReference ? tail : nil }
    guard
      let found = isReference ? index.find(reference: path, from: note) : index.find(path: path, from: note)
    else {
      report.add(
        .importDamaged, note.original(range),
        "this link leads to nothing in the folder: `\(String(decoding: plain, as: UTF8.self))`")
      return isReference ? PercentEncoding.encodeReadably(path.utf8) + tail : nil
    }
    if case .ambiguous(let candidates) = found {
      reportAmbiguous(path, candidates, range)
      return isReference ? PercentEncoding.encodeReadably(path.utf8) + tail : nil
    }
    guard let target = target(of: found, fragment, range) else { return nil }
    if target.hasPrefix("static/") {
      let address = target.dropFirst("static".count)
      return path == address ? nil : PercentEncoding.encodeReadably(address.utf8) + tail
    }
    let folder = PathName.parent(note.target)
    if !isReference, RelativePath.resolve(path, against: folder) == target, !path.hasPrefix("/") {
      return nil
    }
    return PercentEncoding.encodeReadably(RelativePath.make(to: target, from: folder).utf8) + tail
  }

  /// The address that leads to a page or file of the folder by the address of its published site; `nil` where that
  /// has no such page, which may be made by other means.
  private mutating func ownAddress(_ address: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    let text = String(decoding: address, as: UTF8.self)
    guard let found = index.find(address: text) else { return nil }
    let fragment = address.firstIndex(of: 0x23).map { PercentEncoding.decode(address[($0 + 1)...]) }
    if case .ambiguous(let candidates) = found { reportAmbiguous(text, candidates, range) }
    guard let target = target(of: found, fragment, range) else { return nil }
    let path =
      target.hasPrefix("static/")
      ? String(target.dropFirst("static".count))
      : RelativePath.make(to: target, from: PathName.parent(note.target))
    report.add(
      .importRepaired, note.original(range),
      "this address of the published site became a link to the page itself: `\(text)`")
    return PercentEncoding.encodeReadably(path.utf8) + NoteLinks.tail(fragment)
  }

  /// The path of what a link leads to; a place on it that it does not have is told of.
  private mutating func target(
    of found: FolderIndex.Target, _ fragment: [UInt8]?, _ range: Range<Int>
  ) -> String? {
    switch found {
    case .note(let other):
      if let fragment { check(fragment, of: other, range) }
      return notes[other].target
    case .asset(let asset): return assets[asset].target
    case .ambiguous: return nil
    }
  }

  private static func tail(_ fragment: [UInt8]?) -> [UInt8] {
    fragment.map { [0x23] + PercentEncoding.encodeReadably($0) } ?? []
  }

  // MARK: Definitions and HTML

  /// `[name]: address`, which belongs to no node.
  private mutating func rewriteDefinitions(outside code: [Range<Int>]) {
    var next = 0
    for line in 0..<document.source.lineStarts.count {
      let range = TextBytes.trim(document.source.lineRange(line), in: bytes)
      while next < code.count, code[next].upperBound <= range.lowerBound { next += 1 }
      guard range.count > 4, bytes[range.lowerBound] == 0x5B, bytes[range.lowerBound + 1] != 0x5E,
        next == code.count || !code[next].contains(range.lowerBound),
        let close = bytes[range].firstIndex(of: 0x5D), close + 1 < range.upperBound, bytes[close + 1] == 0x3A,
        let written = word(from: close + 2, to: range.upperBound)
      else { continue }
      var destination = Array(bytes[written])
      if destination.first == 0x3C { destination = Array(destination.dropFirst().dropLast()) }
      if let address = address(for: destination, written) {
        edits.append(TextEdit(range: written, replacement: address))
      }
    }
  }

  /// `src="…"` and `href="…"` in raw HTML.
  private mutating func rewriteHTML(_ range: Range<Int>) {
    for name in ["src=\"", "href=\"", "src='", "href='"] {
      let mark = Array(name.utf8)
      var start = range.lowerBound
      while let found = TextBytes.find(mark, in: start..<range.upperBound, of: bytes) {
        start = found.upperBound
        guard let quote = mark.last, let end = bytes[start..<range.upperBound].firstIndex(of: quote) else {
          break
        }
        if let address = address(for: Array(bytes[start..<end]), start..<end) {
          edits.append(TextEdit(range: start..<end, replacement: address))
        }
        start = end
      }
    }
  }
}
