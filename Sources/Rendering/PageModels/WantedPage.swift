package import Templates

/// A page that is linked to but not written.
package struct WantedItem: PageModel {
  package var name: [UInt8]
  package var backlinks: [Backlink]

  package init(name: [UInt8], backlinks: [Backlink]) {
    self.name = name
    self.backlinks = backlinks
  }

  package static let modelName = "WantedItem"
  package static let fields: [FieldBinding<WantedItem>] = [
    .text("name", "What the links call it.") { $0.name },
    .list("backlinks", "The pages that link to it.") { $0.backlinks },
  ]
}

/// The list of wanted pages (`wanted.html`).
package struct WantedPage: FramedPage {
  package var frame: PageFrame
  package var wanted: [WantedItem]

  package init(frame: PageFrame, wanted: [WantedItem]) {
    self.frame = frame
    self.wanted = wanted
  }

  package static let modelName = "WantedPage"
  package static let fields: [FieldBinding<WantedPage>] =
    framed([
      .list("wanted", "The wanted pages, most wanted first.") { $0.wanted }
    ])
}
