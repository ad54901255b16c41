import KnowledgeBase
import Markdown

extension MirrorRenderer {
  /// Writes the mark of a footnote.
  mutating func renderFootnoteReference(_ node: Node, into writer: inout MarkdownWriter) {
    let footnote = document.footnoteReferences[Int(node.payload)].footnote
    guard let number = document.footnotes[footnote].number else { return }
    if notes.seen.insert(footnote).inserted { notes.pending.append(footnote) }
    writer.append("[^")
    writer.append(label(number)[...])
    writer.append("]")
  }

  /// Writes the footnotes that were referred to since the last time.
  mutating func renderFootnotes(into writer: inout MarkdownWriter) {
    var next = 0
    // Footnotes may refer to further ones.
    while next < notes.pending.count {
      let note = document.footnotes[notes.pending[next]]
      beginBlock(.footnoteDefinition, into: &writer)
      let marker = Array("[^".utf8) + label(note.number ?? 0) + Array("]: ".utf8)
      let container = writer.enter(marker, indent: [0x20, 0x20, 0x20, 0x20])
      renderNodes((note.node + 1)..<Int(document.nodes[note.node].subtreeEnd), into: &writer)
      writer.leave(to: container)
      next += 1
    }
    notes.pending = []
  }

  /// What names a footnote; on a page of another entry the entry's name keeps it apart.
  private func label(_ number: Int) -> [UInt8] {
    (isExcerpt ? Slug.make(entry.slug) + [0x2D] : []) + Array(String(number).utf8)
  }
}
