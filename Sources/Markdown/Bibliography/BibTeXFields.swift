import SourceText

/// The fields of an entry together with those it inherits.
struct BibTeXFields {
  private var fields: [String: BibTeXField] = [:]

  init(_ own: [BibTeXField]) {
    for field in own { fields[field.name] = field }
  }

  subscript(name: String) -> BibTeXField? { fields[name] }

  /// Takes a field over under a name for which nothing is there yet.
  mutating func inherit(_ field: BibTeXField?, as name: String) {
    guard fields[name] == nil, var field, field.inheritedBytes <= BibTeXLimits.sharedBytes else { return }
    field.name = name
    fields[name] = field
  }
}

extension BibTeXField {
  fileprivate var inheritedBytes: Int { pieces.reduce(0) { $0 + $1.count } }
}

/// What entries of a file hand down by `crossref` and `xdata` (biblatex manual, sections 2.4.1 and 3.13.6): one
/// generation, of fields that are read and are not long, so that a thousand chapters cost no more than their book.
struct BibTeXInheritance {
  private let entries: [String: BibTeXEntry]

  init(_ entries: [BibTeXEntry]) {
    var byKey: [String: BibTeXEntry] = [:]
    for entry in entries where byKey[entry.key.value.lowercased()] == nil {
      byKey[entry.key.value.lowercased()] = entry
    }
    self.entries = byKey
  }

  /// Whether an entry only holds what others inherit, and is no source.
  static func isContainer(_ entry: BibTeXEntry) -> Bool { entry.type == "xdata" || entry.type == "set" }

  /// All fields of an entry; a parent that does not exist is reported.
  ///
  /// - Complexity: O(fields of the entry and of its parents).
  func fields(of entry: BibTeXEntry, faults: inout BibTeXFaults) -> BibTeXFields {
    var fields = BibTeXFields(entry.fields)
    for field in entry.fields where field.name == "crossref" || field.name == "xdata" {
      for key in keys(in: field, faults.file) {
        guard let parent = entries[key.lowercased()], parent.range != entry.range else {
          faults.report(
            .bibtexUnresolved, field.range.bytes, "No other entry of this file has the key \"\(key)\".",
            advice: Suggestion.question(for: key, among: faults.isFull ? [] : entries.keys.sorted()))
          continue
        }
        hand(parent, to: &fields, isWhole: field.name == "xdata")
      }
    }
    return fields
  }

  private func keys(in field: BibTeXField, _ file: SourceFile) -> [String] {
    let text = String(decoding: BibTeXText(field, in: file).bytes, as: UTF8.self)
    return text.split(separator: ",").prefix(BibTeXInheritance.longestList)
      .map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }

  private func hand(_ parent: BibTeXEntry, to fields: inout BibTeXFields, isWhole: Bool) {
    let names = isWhole ? BibTeXInheritance.handedDown + BibTeXInheritance.own : BibTeXInheritance.handedDown
    for field in parent.fields where names.contains(field.name) { fields.inherit(field, as: field.name) }
    // The title of a volume of proceedings is the book title of its papers.
    if !isWhole { fields.inherit(parent["title"], as: "booktitle") }
  }

  private static let handedDown: [String] = [
    "booktitle", "journal", "journaltitle", "publisher", "organization", "institution", "school",
    "howpublished", "date", "year", "month", "day", "volume", "number", "langid", "language", "editor",
    "series", "edition",
  ]
  private static let own: [String] = [
    "title", "author", "url", "doi", "eprint", "archiveprefix", "eprinttype", "urldate", "keywords",
  ]
  private static let longestList = 8
}
