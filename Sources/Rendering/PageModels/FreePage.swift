package import Templates

/// A free page of `content/pages` (`page.html`).
package struct FreePage: FramedPage {
  package var frame: PageFrame
  package var title: [UInt8]
  package var contentLanguage: [UInt8]
  package var date: PageDate?
  package var updated: PageDate?
  package var body: [UInt8]
  package var references: [ReferenceItem]

  package init(
    frame: PageFrame, title: [UInt8], contentLanguage: [UInt8] = [], date: PageDate? = nil,
    updated: PageDate? = nil, body: [UInt8], references: [ReferenceItem] = []
  ) {
    self.frame = frame
    self.title = title
    self.contentLanguage = contentLanguage
    self.date = date
    self.updated = updated
    self.body = body
    self.references = references
  }

  package static let modelName = "FreePage"
  package static let fields: [FieldBinding<FreePage>] =
    framed([
      .html("title", "The page's title; may hold formulas, never links.") { $0.title },
      .text("content_language", "The content's language where the labels speak another, else empty.") {
        $0.contentLanguage
      },
      .record("published", "When the page was first published.") { $0.date },
      .record("updated", "When it last changed, where its author says so.") { $0.updated },
      .html("body", "The page's text; its headings begin at level 2.") { $0.body },
      .flag("has_references", "The list of references is not empty.") { !$0.references.isEmpty },
      .list("references", "The sources this page cites or lists, in the order of their numbers.") {
        $0.references
      },
    ])
}
