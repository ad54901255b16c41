package import Templates

/// A place in the text that cites a source.
package struct CitedAt: PageModel {
  package var url: [UInt8]
  package var label: [UInt8]

  package init(url: [UInt8], label: [UInt8]) {
    self.url = url
    self.label = label
  }

  package static let modelName = "CitedAt"
  package static let fields: [FieldBinding<CitedAt>] = [
    .url("url", "The citation's anchor on this page.") { $0.url },
    .text("label", "A number or letter that tells several places apart.") { $0.label },
  ]
}

/// One item of a question's list of references.
package struct ReferenceItem: PageModel {
  package var number: [UInt8]
  package var id: [UInt8]
  package var title: [UInt8]
  package var language: [UInt8]
  package var url: [UInt8]
  package var sourceURL: [UInt8]
  package var author: [UInt8]
  package var site: [UInt8]
  package var date: PageDate?
  package var excerpt: [UInt8]
  package var excerptLanguage: [UInt8]
  package var isLong: Bool
  package var citedAt: [CitedAt]

  package init(
    number: [UInt8], id: [UInt8], title: [UInt8] = [], language: [UInt8] = [], url: [UInt8] = [],
    sourceURL: [UInt8] = [], author: [UInt8] = [], site: [UInt8] = [], date: PageDate? = nil,
    excerpt: [UInt8] = [], excerptLanguage: [UInt8] = [], isLong: Bool = false, citedAt: [CitedAt] = []
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.language = language
    self.url = url
    self.sourceURL = sourceURL
    self.author = author
    self.site = site
    self.date = date
    self.excerpt = excerpt
    self.excerptLanguage = excerptLanguage
    self.isLong = isLong
    self.citedAt = citedAt
  }

  package static let modelName = "ReferenceItem"
  package static let fields: [FieldBinding<ReferenceItem>] = [
    .text("number", "The number citations show.") { $0.number },
    .text("id", "The item's anchor: `ref-1`.") { $0.id },
    .html("title", "The source's title; may hold formulas, never links; empty for an item of bare text.") {
      $0.title
    },
    .text("title_language", "The title's language where the labels speak another, else empty.") {
      $0.language
    },
    .flag("title_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
    .url("url", "The source's page on this site; empty for an inline item.") { $0.url },
    .url("source_url", "The source itself; may be empty.") { $0.sourceURL },
    .text("author", "The source's authors; may be empty.") { $0.author },
    .text("publisher", "The site, journal or publisher; may be empty.") { $0.site },
    .record("date", "When the source was published, as far as known.") { $0.date },
    .html("excerpt", "What the source says, formulas rendered; may be empty.") { $0.excerpt },
    .text("excerpt_language", "The excerpt's language where the labels speak another, else empty.") {
      $0.excerptLanguage
    },
    .flag("excerpt_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.excerptLanguage)
    },
    .flag("long", "The excerpt is long enough to be folded away.") { $0.isLong },
    .flag("is_cited", "This page's text cites the source.") { !$0.citedAt.isEmpty },
    .list("cited_at", "The places of this page that cite the source.") { $0.citedAt },
  ]
}
