package import Templates

/// A source as lists show it.
package struct ReferenceCard: PageModel {
  package var url: [UInt8]
  package var title: [UInt8]
  package var language: [UInt8]
  package var authors: [UInt8]
  package var site: [UInt8]
  package var date: PageDate?
  package var citations: [UInt8]

  package init(
    url: [UInt8], title: [UInt8], language: [UInt8] = [], authors: [UInt8] = [], site: [UInt8] = [],
    date: PageDate? = nil, citations: [UInt8] = []
  ) {
    self.url = url
    self.title = title
    self.language = language
    self.authors = authors
    self.site = site
    self.date = date
    self.citations = citations
  }

  package static let modelName = "ReferenceCard"
  package static let fields: [FieldBinding<ReferenceCard>] = [
    .url("url", "The source's page on this site.") { $0.url },
    .html("title", "The source's title; may hold formulas, never links.") { $0.title },
    .text("card_language", "The source's language where it is not the page's, else empty.") { $0.language },
    .flag("card_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
    .text("authors", "Its authors as one phrase; may be empty.") { $0.authors },
    .text("publisher", "The site, journal or publisher; may be empty.") { $0.site },
    .record("date", "When it was published, as far as known.") { $0.date },
    .text("citations", "“cited 3 times”; empty when nothing cites it.") { $0.citations },
  ]
}

/// A page of the list of all sources (`references.html`).
package struct ReferenceIndexPage: FramedPage {
  package var frame: PageFrame
  package var count: [UInt8]
  package var references: [ReferenceCard]
  package var pagination: Pagination?

  package init(
    frame: PageFrame, count: [UInt8], references: [ReferenceCard], pagination: Pagination? = nil
  ) {
    self.frame = frame
    self.count = count
    self.references = references
    self.pagination = pagination
  }

  package static let modelName = "ReferenceIndexPage"
  package static let fields: [FieldBinding<ReferenceIndexPage>] =
    framed([
      .text("count", "How many sources there are in all: “12 sources”.") { $0.count },
      .list("references", "The sources of this page of the list.") { $0.references },
      .record("pagination", "The way to the list's other pages, where there are any.") { $0.pagination },
    ])
}
