import KnowledgeBase
import Markdown

extension PageMaker {
  /// A page in each of its languages, by relative addresses, for readers; empty for a page in one language.
  func translations(of id: EntryID, root: [UInt8]) -> [TranslationLink] {
    knowledge.translations(of: id).map { other in
      let written = writtenLanguage(of: knowledge[other])
      return TranslationLink(
        language: Array(written.utf8), name: Array(LanguageName.name(of: written).utf8),
        url: other == id ? [] : root + knowledge[other].path.url)
    }
  }

  /// The same by absolute addresses, for machines.
  func alternates(of id: EntryID) -> [AlternateLink] {
    guard let baseURL = settings.baseURL, !knowledge.isDuplicate(id) else { return [] }
    return knowledge.translations(of: id).map { other in
      AlternateLink(
        language: Array(writtenLanguage(of: knowledge[other]).utf8),
        url: Array(baseURL.utf8) + knowledge[other].path.url, title: knowledge[other].title.plain)
    }
  }

  /// The language a page is written in, a BCP 47 tag.
  func writtenLanguage(of entry: Entry) -> String {
    entry.frontMatter.lang?.value ?? settings.language.rawValue
  }
}
