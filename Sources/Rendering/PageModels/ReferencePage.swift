package import Templates

/// A source with its excerpt and every sentence that cites it (`reference.html`).
package struct ReferencePage: FramedPage {
  package var frame: PageFrame
  package var title: [UInt8]
  package var contentLanguage: [UInt8]
  package var authors: [UInt8]
  package var site: [UInt8]
  package var date: PageDate?
  package var sourceURL: [UInt8]
  package var archivedURL: [UInt8]
  package var accessed: PageDate?
  package var excerpt: [UInt8]
  package var citing: [Backlink]

  package init(
    frame: PageFrame, title: [UInt8], contentLanguage: [UInt8] = [], authors: [UInt8] = [],
    site: [UInt8] = [], date: PageDate? = nil, sourceURL: [UInt8] = [], archivedURL: [UInt8] = [],
    accessed: PageDate? = nil, excerpt: [UInt8] = [], citing: [Backlink] = []
  ) {
    self.frame = frame
    self.title = title
    self.contentLanguage = contentLanguage
    self.authors = authors
    self.site = site
    self.date = date
    self.sourceURL = sourceURL
    self.archivedURL = archivedURL
    self.accessed = accessed
    self.excerpt = excerpt
    self.citing = citing
  }

  package static let modelName = "ReferencePage"
  package static let fields: [FieldBinding<ReferencePage>] =
    framed([
      .html("title", "The source's title; may hold formulas, never links.") { $0.title },
      .text("content_language", "The source's language where the labels speak another, else empty.") {
        $0.contentLanguage
      },
      .flag("content_rtl", "That language is written from right to left.") {
        WritingDirection.isRightToLeft($0.contentLanguage)
      },
      .text("authors", "Its authors as one phrase; may be empty.") { $0.authors },
      .text("publisher", "The site, journal or publisher; may be empty.") { $0.site },
      .record("published", "When it was published, as far as known.") { $0.date },
      .url("source_url", "The source itself; may be empty.") { $0.sourceURL },
      .url("archived_url", "An archived copy; may be empty.") { $0.archivedURL },
      .record("accessed", "When its author last read it.") { $0.accessed },
      .html("excerpt", "What the source says; may be empty.") { $0.excerpt },
      .flag("is_cited", "At least one page cites it.") { !$0.citing.isEmpty },
      .list("citing", "Every sentence that cites it.") { $0.citing },
    ])
}
