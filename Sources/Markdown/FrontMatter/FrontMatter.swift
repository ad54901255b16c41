public import SourceText

/// What an author says about a document, above its text.
///
/// Every key is optional, and nothing is invented: a date that is not given is `nil`. Text carries the bytes that
/// write it, so that later stages can point at it.
public struct FrontMatter: Sendable, Hashable {
  /// The whole block with both `---` lines; empty when there is none.
  public var range = SourceRange(start: 0, end: 0)
  /// Every key that could be read, in order, unknown ones included.
  public var entries: [MetadataEntry] = []

  /// The title, inline Markdown.
  public var title: Sourced<String>?
  /// A shorter title for lists and breadcrumbs, inline Markdown.
  public var shortTitle: Sourced<String>?
  /// The last part of the page's address, as written.
  public var slug: Sourced<String>?
  /// The key by which a source is cited.
  public var id: Sourced<String>?
  /// What sort of document this is, when its folder does not say it.
  public var kind: Kind?
  /// The day it was first published; of a source perhaps only the month or year.
  public var date: CalendarDate?
  /// The day of the last change of substance.
  public var updated: CalendarDate?
  /// Subjects, without `#`.
  public var tags: [Sourced<String>] = []
  /// Other names under which links find the page.
  public var aliases: [Sourced<String>] = []
  /// Whether the page is left out unless drafts are built; `nil` when nothing is said.
  public var draft: Bool?
  /// The language of the page, a BCP 47 tag.
  public var lang: Sourced<String>?
  /// One or two sentences for search engines and feeds.
  public var description: Sourced<String>?
  /// Who wrote the page, or the source.
  public var authors: [Sourced<String>] = []
  /// Whether there are further authors who are not named: `and others` in BibTeX.
  public var hasMoreAuthors = false
  /// Those of the authors that are organizations, as BibTeX tells by braces around a whole name.
  package var organizations: Set<String> = []
  /// What the source is a part of, where BibTeX says so.
  package var container: WorkContainer?
  /// What else BibTeX says of the source, in the order in which pages name it.
  package var workFacts: [WorkFact] = []
  /// Who or what wrote the answers.
  public var provenance = ProvenanceClaim()
  /// Keys of sources, in the order of their numbers.
  public var references: [Sourced<String>] = []
  /// The question this one repeats.
  public var duplicateOf: Sourced<String>?
  /// The page this one translates.
  public var translationOf: Sourced<String>?
  /// Questions to name as related, before the computed ones.
  public var related: [Sourced<String>] = []
  /// A place in ordered lists; smaller is earlier.
  public var weight: Int?
  /// Whether the page is in the search index; `nil` when nothing is said.
  public var search: Bool?
  /// The template to use instead of the kind's own.
  public var template: Sourced<String>?
  /// TeX macros of this page: name without backslash, and body.
  public var macros: [MacroDefinition] = []
  /// Values for templates, under names of the author's own.
  public var extra: [MetadataEntry] = []
  /// Address of a source.
  public var url: Sourced<String>?
  /// Name of the site or venue that publishes a source.
  public var site: Sourced<String>?
  /// The day a source was read, perhaps only the month or year.
  public var accessed: CalendarDate?
  /// Address of an archived copy of a source.
  public var archived: Sourced<String>?

  /// Front matter that says nothing.
  public init() {}

  /// The bytes of a key, or of the synonym that was used for it; `nil` when the key is not there.
  ///
  /// - Complexity: O(entries).
  public func keyRange(of key: FrontMatterKey) -> SourceRange? { entry(for: key)?.keyRange }

  /// The bytes of a key's value; `nil` when the key is not there.
  ///
  /// - Complexity: O(entries).
  public func valueRange(of key: FrontMatterKey) -> SourceRange? { entry(for: key)?.value.range }

  private func entry(for key: FrontMatterKey) -> MetadataEntry? {
    entries.first { $0.key == key.rawValue }
      ?? entries.first { FrontMatterKey.meaning(of: $0.key) == .key(key) }
  }

  /// The sorts of documents.
  public enum Kind: String, Sendable, CaseIterable {
    case question, faq, reference, page
  }
}

/// A TeX macro an author defines in front matter or `quaestio.yml`.
public struct MacroDefinition: Sendable, Hashable {
  /// The name without its backslash.
  public var name: Sourced<String>
  /// What it stands for; `#1` … `#9` are its arguments.
  public var body: Sourced<String>

  /// Makes a definition.
  public init(name: Sourced<String>, body: Sourced<String>) {
    self.name = name
    self.body = body
  }
}

/// Who or what an author says wrote an answer, and who looked at it. Nothing said is no claim.
public struct ProvenanceClaim: Sendable, Hashable {
  /// Who wrote it; `nil` is unknown.
  public var kind: Kind?
  /// The product that generated it.
  public var generator: Sourced<String>?
  /// The language model behind the product.
  public var model: Sourced<String>?
  /// The day it was generated.
  public var date: CalendarDate?
  /// Who reviewed it.
  public var reviewer: Sourced<String>?
  /// The day it was reviewed.
  public var reviewed: CalendarDate?

  /// A claim of nothing.
  public init() {}

  /// Who wrote a text.
  public enum Kind: String, Sendable, CaseIterable {
    case human, ai, mixed
  }

  /// This claim, completed key by key from another.
  func completed(from other: ProvenanceClaim) -> ProvenanceClaim {
    var claim = self
    claim.kind = kind ?? other.kind
    claim.generator = generator ?? other.generator
    claim.model = model ?? other.model
    claim.date = date ?? other.date
    claim.reviewer = reviewer ?? other.reviewer
    claim.reviewed = reviewed ?? other.reviewed
    return claim
  }
}

/// The journal or book that a source is a part of.
package struct WorkContainer: Hashable, Sendable {
  /// Its name, without volume and pages.
  package var name: String
  /// Whether it appears again and again.
  package var isPeriodical: Bool
}
