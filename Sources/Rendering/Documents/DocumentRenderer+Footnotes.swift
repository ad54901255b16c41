import KnowledgeBase
import Markdown

/// Which footnotes of a document have been referred to, and which are still to be written.
struct FootnoteList {
  /// Those that were referred to and are not yet written, in the order of their first references.
  var pending: [Int] = []
  /// All that were referred to.
  var seen: Set<Int> = []
  /// The references written so far.
  var marks: Set<Mark> = []
  /// The footnote whose back links are still to be written.
  var current: Int?

  /// One of a footnote's references.
  struct Mark: Hashable {
    var footnote: Int
    var occurrence: Int
  }
}

extension DocumentRenderer {
  /// Writes the mark of a footnote.
  mutating func renderFootnoteReference(_ node: Node, at index: Int, into output: inout [UInt8]) {
    let reference = document.footnoteReferences[Int(node.payload)]
    guard let number = document.footnotes[reference.footnote].number else { return }
    if notes.seen.insert(reference.footnote).inserted { notes.pending.append(reference.footnote) }
    notes.marks.insert(FootnoteList.Mark(footnote: reference.footnote, occurrence: reference.occurrence))
    removeBlank(before: index, from: &output)
    HTMLWriter.append("<sup class=\"footnote-ref\"", to: &output)
    let isLink = !isInLink && !surroundings.isFeed
    if isLink {
      HTMLWriter.append("><a href=\"#", to: &output)
      output += PercentEncoding.encode(numberedID("fn-\(number)"))
      HTMLWriter.append("\"", to: &output)
    }
    appendNoteID(referenceID(number, reference.occurrence), to: &output)
    HTMLWriter.append("aria-label", phrases.footnote(number), to: &output)
    HTMLWriter.append(">", to: &output)
    HTMLWriter.append(number, to: &output)
    HTMLWriter.append(isLink ? "</a></sup>" : "</sup>", to: &output)
  }

  /// Writes the footnotes that were referred to since the last time.
  mutating func renderFootnotes(into output: inout [UInt8]) {
    guard !notes.pending.isEmpty else { return }
    // The list has the name, not the section: a page can have several, and landmarks must differ.
    HTMLWriter.append("<section class=\"footnotes\">\n<ol", to: &output)
    HTMLWriter.append("aria-label", phrases.footnotes, to: &output)
    HTMLWriter.append(">\n", to: &output)
    var last = 0
    var next = 0
    // Footnotes may refer to further ones.
    while next < notes.pending.count {
      let note = document.footnotes[notes.pending[next]]
      HTMLWriter.append("<li", to: &output)
      appendNoteID(numberedID("fn-\(note.number ?? 0)"), to: &output)
      if let number = note.number, number != last + 1 {
        HTMLWriter.append("value", Array(String(number).utf8), to: &output)
      }
      HTMLWriter.append(">\n", to: &output)
      notes.current = notes.pending[next]
      let end = Int(document.nodes[note.node].subtreeEnd)
      renderNodes((note.node + 1)..<end, into: &output)
      renderBackLinks(endingAt: end, into: &output)
      HTMLWriter.append("</li>\n", to: &output)
      last = note.number ?? 0
      next += 1
    }
    notes.pending = []
    HTMLWriter.append("</ol>\n</section>\n", to: &output)
  }

  /// Writes a link back to each of the current footnote's references, where its last block ends.
  mutating func renderBackLinks(endingAt end: Int, into output: inout [UInt8]) {
    guard let current = notes.current, case let note = document.footnotes[current],
      end == Int(document.nodes[note.node].subtreeEnd), let number = note.number
    else { return }
    notes.current = nil
    guard !surroundings.isFeed else { return }
    for occurrence in 0..<note.referenceCount where !isHidden(occurrence, of: current) {
      HTMLWriter.append(" <a href=\"#", to: &output)
      output += PercentEncoding.encode(referenceID(number, occurrence))
      HTMLWriter.append("\" class=\"footnote-backref\"", to: &output)
      HTMLWriter.append("aria-label", phrases.backLink(to: number, occurrence), to: &output)
      HTMLWriter.append(">↩", to: &output)
      if occurrence > 0 {
        HTMLWriter.append("<sup>", to: &output)
        HTMLWriter.append(occurrence + 1, to: &output)
        HTMLWriter.append("</sup>", to: &output)
      }
      HTMLWriter.append("</a>", to: &output)
    }
  }
}

extension DocumentRenderer {
  /// Writes the id of a footnote or of its reference; in feeds nothing leads to it.
  private func appendNoteID(_ id: [UInt8], to output: inout [UInt8]) {
    if !surroundings.isFeed { HTMLWriter.append("id", id, to: &output) }
  }

  /// The id of a reference; `occurrence` counts from 0.
  private func referenceID(_ number: Int, _ occurrence: Int) -> [UInt8] {
    numberedID(occurrence == 0 ? "fnref-\(number)" : "fnref-\(number)-\(occurrence + 1)")
  }

  /// Whether a reference stands in the title or outside the passage, which are not shown here.
  private func isHidden(_ occurrence: Int, of footnote: Int) -> Bool {
    // Of a passage only the references in it are shown.
    let mark = FootnoteList.Mark(footnote: footnote, occurrence: occurrence)
    if isExcerpt, !notes.marks.contains(mark) { return true }
    guard hiddenNode >= 0 else { return false }
    return document.nodes[hiddenNode..<Int(document.nodes[hiddenNode].subtreeEnd)].contains { node in
      guard node.kind == .footnoteReference else { return false }
      let reference = document.footnoteReferences[Int(node.payload)]
      return reference.footnote == footnote && reference.occurrence == occurrence
    }
  }
}
