package import Templates

/// What stands at a former address of a page and sends readers on (`redirect.html`).
package struct RedirectPage: FramedPage {
  package var frame: PageFrame
  package var title: [UInt8]
  package var url: [UInt8]

  package init(frame: PageFrame, title: [UInt8], url: [UInt8]) {
    self.frame = frame
    self.title = title
    self.url = url
  }

  package static let modelName = "RedirectPage"
  package static let fields: [FieldBinding<RedirectPage>] =
    framed([
      .html("title", "The title of the page's new place; may hold formulas, never links.") { $0.title },
      .url("url", "The page's new place.") { $0.url },
    ])
}
