import KnowledgeBase
import Markdown
import SourceText

/// Reads what a note says of the pages near it: a list of their names, addresses or links.
struct RelatedNotes {
  /// Keys under which programs and themes keep such a list, without case and what divides their words.
  private static let keys: Set<String> = [
    "related", "relatedposts", "relatedpages", "relatednotes", "relatedarticles", "relatedquestions",
    "relatedcontent", "seealso",
  ]

  let note: FolderNote
  let notes: [FolderNote]
  let index: FolderIndex
  let names: PlacedNames

  /// What a list names.
  struct Reading {
    /// The names of the questions, as `related:` takes them here.
    var names: [String]
    /// What it says of pages that are no questions.
    var others: [String] = []
    /// What wrote them.
    var words: String
  }

  /// Whether a key is one of such a list.
  static func isKey(_ key: String) -> Bool {
    keys.contains(key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
  }

  /// Reads a list; `nil` where it holds anything but pages of the folder. Names that fit several notes are told of.
  ///
  /// - Complexity: O(length).
  func read(_ item: NoteMetadata.Item, _ report: inout ImportReport) -> Reading? {
    let texts: [String]
    switch item.value {
    case .list(let values):
      texts = values.compactMap(RelatedNotes.text)
      guard texts.count == values.count else { return nil }
    case .scalar(let text, _): texts = [text]
    case .map, .null: return nil
    }
    var reading = Reading(names: [], words: "")
    var known: Set<Int> = []
    var isWhole = !texts.isEmpty
    for text in texts {
      let target = RelatedNotes.target(in: text)
      switch find(target) {
      case .note(let found):
        if notes[found].role != .question {
          reading.others.append(text)
        } else if known.insert(found).inserted {
          reading.names.append(name(of: found, writtenAs: target))
        }
        reading.words += " " + target
      case .ambiguous(let candidates):
        report.addAmbiguous(
          target, candidates.map { notes[$0] }, item.keyRange, "the list was kept under `extra:`")
        isWhole = false
      case .asset, nil: isWhole = false
      }
    }
    return isWhole ? reading : nil
  }

  /// The text of an item. `[[name]]` without quotes is for YAML a list in a list.
  private static func text(_ value: MetadataValue) -> String? {
    if let text = value.text { return text }
    guard case .list(let inner) = value.content, inner.count == 1, case .list(let names) = inner[0].content
    else { return nil }
    return names.count == 1 ? names[0].text : nil
  }

  /// What an item leads to: itself, or what a wiki link or a Markdown link in it names.
  private static func target(in text: String) -> String {
    let text = text.trimmingBlanks
    if text.hasPrefix("[["), text.hasSuffix("]]") {
      let inside = text.dropFirst(2).dropLast(2)
      return String(inside.prefix { $0 != "|" && $0 != "#" }).trimmingBlanks
    }
    if text.hasPrefix("["), text.hasSuffix(")"), let middle = text.firstRange(of: "](") {
      return String(text[middle.upperBound...].dropLast())
    }
    return text
  }

  private func find(_ target: String) -> FolderIndex.Target? {
    guard !target.isEmpty else { return nil }
    switch URLPolicy.judge(Array(target.utf8)) {
    case .relative(let path, nil):
      // A path is tried before a name: `posts/a` is beside the note in few programs.
      if path.contains("/") || path.hasSuffix(".md"), let found = index.find(reference: path, from: note) {
        return found
      }
    case .relative: break
    case .external: if let found = index.find(address: target) { return found }
    case .forbidden: break
    }
    return index.find(name: target, from: note) ?? index.find(reference: target, from: note)
  }

  /// The name by which `related:` finds a note: the author's own where it still does.
  private func name(of found: Int, writtenAs target: String) -> String {
    // A hyphen at the head would keep the page out.
    if !target.hasPrefix("-"), !target.hasPrefix("/"), names.find(target) == found { return target }
    return String(notes[found].target.dropLast(".md".count))
  }
}
