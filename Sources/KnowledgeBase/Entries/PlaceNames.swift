import Markdown
import SourceText

/// Gives the places of a page that links can name their names and ids: one namespace a page (FORMAT, "Identity").
///
/// A name is what links write; it is also the id of the place on the published page, unless the page has a part of its
/// own with that id.
struct PlaceNames {
  private let document: Document
  /// What the names belong to.
  private(set) var anchors: [[UInt8]: Entry.Anchor]
  /// Ids that differ from their names.
  private var renamed: Set<[UInt8]> = []
  /// The links with an id, in the order of the text.
  private(set) var links: [NamedLink] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Begins with the headings, which have ids of their own already, and the blocks.
  init(_ document: Document) {
    self.document = document
    anchors = [:]
    for (index, heading) in document.headings.enumerated() where anchors[heading.id] == nil {
      anchors[heading.id] = .heading(index)
    }
    for (index, block) in document.blockIDs.enumerated() { anchors[[0x5E] + block.id] = .block(index) }
  }

  /// Gives a place a name, if no other has it.
  ///
  /// - Returns: the place's id on the published page; `nil` when the name is another's.
  mutating func add(
    _ name: [UInt8], _ place: Entry.Anchor, _ fault: DiagnosticID, at range: SourceRange
  ) -> [UInt8]? {
    if let other = anchors[name] {
      report(fault, name, at: range, "stands twice on this page.", PlaceNames.advice(place, other))
      return nil
    }
    anchors[name] = place
    guard ReservedIDs.contains(name) else { return name }
    report(
      fault, name, at: range, "is that of a part of the page itself.",
      "Choose another one; addresses with #\(String(decoding: name, as: UTF8.self)) lead to that part.")
    return freeID(ReservedIDs.numberedBase(of: name))
  }

  /// Names the links and images that have an id.
  mutating func nameLinks(_ nodes: PlaceNodes) {
    for place in nodes.links {
      let node = document.nodes[place.node]
      guard let name = document.links[Int(node.payload)].attributes.id else { continue }
      guard let id = add(name, .link(links.count), .linkDuplicateID, at: node.range) else { continue }
      links.append(NamedLink(link: Int(node.payload), node: place.node, block: place.block, id: id))
    }
  }

  /// The id for an answer without a heading of its own.
  mutating func answerID() -> [UInt8] {
    let name = Array("answer".utf8)
    return anchors[name] == nil ? name : freeID(name)
  }

  private mutating func freeID(_ base: [UInt8]) -> [UInt8] {
    var number = 1
    while true {
      let id = base + Array("-\(number)".utf8)
      if anchors[id] == nil, renamed.insert(id).inserted { return id }
      number += 1
    }
  }

  private static func advice(_ place: Entry.Anchor, _ other: Entry.Anchor) -> String {
    switch (place, other) {
    case (.equation, .equation): "Give this formula another name; references reach only the first."
    case (.equation, _): "A heading has this name already; give the formula another one."
    default: "Links reach only the first; give this one another {#id}."
    }
  }

  private mutating func report(
    _ id: DiagnosticID, _ name: [UInt8], at range: SourceRange, _ message: String, _ advice: String
  ) {
    diagnostics.append(
      Diagnostic(
        id, at: SourceLocation(range, in: document.source),
        "The name \"\(String(decoding: name, as: UTF8.self))\" \(message)", notes: [Note(advice)]))
  }
}

/// A link or an image with an id.
package struct NamedLink: Sendable {
  /// Index into the document's links.
  package var link: Int
  var node: Int
  /// The paragraph it stands in, else its own node.
  var block: Int
  /// Its id on the published page.
  package var id: [UInt8]
}
