/// The keys front matter knows, by the names documents should use.
public enum FrontMatterKey: String, Sendable, CaseIterable {
  case title, slug, id, kind, date, updated, tags, aliases, draft, lang, description, authors
  case shortTitle = "short_title"
  case provenance, generator, model, reviewed, reviewer
  case references, related, weight, search, template, macros, extra
  case duplicateOf = "duplicate_of"
  case translationOf = "translation_of"
  /// Of a source: where it is published, by whom, when it was read, where a copy is kept.
  case url, site, accessed, archived

  /// What a written key means.
  enum Meaning: Hashable {
    case key(FrontMatterKey)
    /// `publish:`, the opposite of `draft:`.
    case publish
    /// Another program's key, passed over.
    case foreign
  }

  /// The meaning of a key as written: a name of ours, or a synonym from Hugo, Jekyll, Obsidian, VitePress.
  static func meaning(of written: String) -> Meaning? { meanings[written] }

  private static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [
      "created": .key(.date),
      "modified": .key(.updated), "lastmod": .key(.updated), "lastUpdated": .key(.updated),
      "categories": .key(.tags), "keywords": .key(.tags), "tag": .key(.tags),
      "alias": .key(.aliases), "author": .key(.authors), "summary": .key(.description),
      "publish": .publish, "cssclasses": .foreign, "permalink": .foreign,
    ]
    for key in allCases { meanings[key.rawValue] = .key(key) }
    return meanings
  }()
}
