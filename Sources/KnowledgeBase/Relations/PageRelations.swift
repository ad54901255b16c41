import Markdown
import SourceText

/// Which pages stand for others: originals for their duplicates, and pages for their translations.
package struct PageRelations: Sendable {
  private let duplicates: Succession
  private let translations: Succession
  /// The site's language.
  let siteLanguage: String
  /// The pages of each group of translations, by the page they all translate, which comes first.
  private var groups: [EntryID: [EntryID]] = [:]
  /// Whether each entry is shown where every page stands once.
  private var isListed: [Bool]

  /// Reads which pages say that they repeat or translate others.
  ///
  /// - Parameter language: the site's language, a BCP 47 tag; of a group of translations, the page in it is listed.
  /// - Complexity: O(entries · log entries).
  init(_ entries: [Entry], names: LinkIndex, language: String, diagnostics: inout [Diagnostic]) {
    siteLanguage = language
    var reading = RelationReading(entries: entries, names: names, language: language)
    var originals: (ofDuplicates: [EntryID?], ofTranslations: [EntryID?]) = ([], [])
    originals.ofDuplicates.reserveCapacity(entries.count)
    originals.ofTranslations.reserveCapacity(entries.count)
    for index in entries.indices {
      let isAlone = !entries[index].standsForAnother
      originals.ofDuplicates.append(isAlone ? nil : reading.original(ofDuplicate: EntryID(index)))
      originals.ofTranslations.append(isAlone ? nil : reading.original(ofTranslation: EntryID(index)))
    }
    duplicates = Succession(originals.ofDuplicates)
    translations = Succession(originals.ofTranslations)
    reading.report(duplicates.circles, .duplicateInvalid, .duplicateOf, "duplicates")
    reading.report(translations.circles, .translationInvalid, .translationOf, "translations")
    for index in entries.indices where translations.ends[index].index != index {
      groups[translations.ends[index], default: [translations.ends[index]]].append(EntryID(index))
    }
    isListed = duplicates.ends.enumerated().map { $0.offset == $0.element.index }
    for (original, group) in groups {
      let members = group.filter { duplicates.ends[$0.index] == $0 }
      let shown = members.first { reading.isWritten($0, in: language) } ?? members.first ?? original
      for page in group where page != shown { isListed[page.index] = false }
    }
    reading.reportLanguages(of: groups.values.sorted { $0[0] < $1[0] })
    diagnostics += reading.diagnostics
  }

  /// The question a duplicate repeats, in the end; every other page itself.
  func original(of id: EntryID) -> EntryID { duplicates.ends[id.index] }

  func isDuplicate(_ id: EntryID) -> Bool { duplicates.ends[id.index] != id }

  func isListed(_ id: EntryID) -> Bool { isListed[id.index] }

  func translations(of id: EntryID) -> [EntryID] { groups[translations.ends[id.index]] ?? [] }

  func areTranslations(_ first: EntryID, _ second: EntryID) -> Bool {
    translations.ends[first.index] == translations.ends[second.index]
  }

  func language(of entry: Entry) -> LanguageTag { LanguageTag(entry.frontMatter.lang?.value ?? siteLanguage) }
}

extension KnowledgeBase {
  /// The language of a page, a BCP 47 tag, as its author or the site's wrote it; `nil` where it is that of another page.
  package func language(of id: EntryID, unlike other: EntryID) -> [UInt8]? {
    let language = writtenLanguage(of: id)
    let otherLanguage = writtenLanguage(of: other)
    // Most pages of a site write their language alike.
    guard language != otherLanguage, LanguageTag(language) != LanguageTag(otherLanguage) else { return nil }
    return Array(language.utf8)
  }

  private func writtenLanguage(of id: EntryID) -> String {
    self[id].frontMatter.lang?.value ?? relations.siteLanguage
  }

  /// The question that a duplicate repeats, in the end; every other page itself.
  package func original(of id: EntryID) -> EntryID { relations.original(of: id) }

  /// Whether a page only points to the question it repeats.
  package func isDuplicate(_ id: EntryID) -> Bool { relations.isDuplicate(id) }

  /// Whether a page is shown in lists: no duplicate is, and of the translations of a page only one.
  package func isListed(_ id: EntryID) -> Bool { relations.isListed(id) }

  /// A page and its translations, the page they translate first; empty for a page in one language.
  package func translations(of id: EntryID) -> [EntryID] { relations.translations(of: id) }

  /// Whether two pages are one page in two languages, or the same page.
  func areTranslations(_ first: EntryID, _ second: EntryID) -> Bool {
    relations.areTranslations(first, second)
  }

  /// A page in the language of a reader's page, else the one that lists show; the page itself if there is only one.
  func translation(of id: EntryID, for reader: EntryID) -> EntryID {
    let group = translations(of: id)
    guard !group.isEmpty else { return id }
    let language = relations.language(of: self[reader])
    return group.first { relations.language(of: self[$0]) == language } ?? group.first { isListed($0) } ?? id
  }
}

/// Reads from front matter and file names which pages repeat and which translate others.
private struct RelationReading {
  let entries: [Entry]
  let names: LinkIndex
  let language: String
  var diagnostics: [Diagnostic] = []

  mutating func original(ofDuplicate id: EntryID) -> EntryID? {
    let entry = entries[id.index]
    guard let name = entry.frontMatter.duplicateOf, case .found(let other) = find(name, from: entry) else {
      return nil
    }
    guard entry.kind == .question, entries[other.index].kind == .question else {
      report(
        .duplicateInvalid, name, in: entry, "Only a question can be the duplicate of another question.",
        entry.kind == .question
          ? "\(entries[other.index].document.source.path) is no question." : "Remove `duplicate_of`.")
      return nil
    }
    return other
  }

  mutating func original(ofTranslation id: EntryID) -> EntryID? {
    let entry = entries[id.index]
    guard let name = entry.frontMatter.translationOf else {
      guard !entry.isFromBibliography, let stem = FileLanguage(entry.name)?.stem,
        let other = names.find(path: stem),
        entries[other.index].kind == entry.kind
      else { return nil }
      return other
    }
    guard case .found(let other) = find(name, from: entry) else { return nil }
    guard entries[other.index].kind == entry.kind else {
      report(
        .translationInvalid, name, in: entry, "A page and its translation are of one kind.",
        "\(entries[other.index].document.source.path) is another kind of page.")
      return nil
    }
    return other
  }

  /// The page that a name in front matter means: of several, the one of the page's own kind.
  private func find(_ name: Sourced<String>, from entry: Entry) -> LinkIndex.Result {
    names.find(name.value) { entries[$0.index].kind == entry.kind }
  }

  func isWritten(_ id: EntryID, in language: String) -> Bool {
    LanguageTag(entries[id.index].frontMatter.lang?.value ?? self.language) == LanguageTag(language)
  }

  mutating func report(
    _ circles: [[EntryID]], _ id: DiagnosticID, _ key: FrontMatterKey, _ word: String
  ) {
    for circle in circles {
      let entry = entries[circle[0].index]
      let message =
        circle.count == 1
        ? "The page names itself in `\(key.rawValue)`." : "\(circle.count) pages are each other's \(word)."
      diagnostics.append(
        Diagnostic(
          id, at: location(of: key, in: entry), message,
          notes: circle.dropFirst().prefix(5).map { Note(entries[$0.index].document.source.path) }
            + [
              Note(
                "Remove `\(key.rawValue)`"
                  + (circle.count == 1 ? "." : " from the page the others should lead to."))
            ]))
    }
  }

  /// Two pages in one language are no translations of each other.
  mutating func reportLanguages(of groups: [[EntryID]]) {
    for group in groups {
      var first: [LanguageTag: EntryID] = [:]
      for id in group {
        let entry = entries[id.index]
        let written = entry.frontMatter.lang?.value ?? language
        guard let other = first.updateValue(id, forKey: LanguageTag(written)) else { continue }
        first[LanguageTag(written)] = other
        diagnostics.append(
          Diagnostic(
            .translationInvalid, at: location(of: .translationOf, in: entry),
            "The page is a translation, but in the language of \(entries[other.index].document.source.path).",
            notes: [Note("Say in `lang:` which language it is written in, such as `lang: en`.")]))
      }
    }
  }

  private mutating func report(
    _ id: DiagnosticID, _ name: Sourced<String>, in entry: Entry, _ message: String, _ note: String
  ) {
    diagnostics.append(
      Diagnostic(id, at: SourceLocation(name.range, in: entry.document.source), message, notes: [Note(note)]))
  }

  private func location(of key: FrontMatterKey, in entry: Entry) -> SourceLocation {
    entry.frontMatter.valueRange(of: key).map { SourceLocation($0, in: entry.document.source) }
      ?? SourceLocation(path: entry.document.source.path)
  }
}
