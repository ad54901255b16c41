import KnowledgeBase
package import Templates

/// A page that is linked to but not written.
package struct WantedItem: PageModel {
  package var id: [UInt8]
  package var name: [UInt8]
  package var backlinks: [Backlink]
  package var more: [UInt8]

  package init(id: [UInt8], name: [UInt8], backlinks: [Backlink], more: [UInt8] = []) {
    self.id = id
    self.name = name
    self.backlinks = backlinks
    self.more = more
  }

  /// The id of a wanted page's item, by its slug.
  static func id(of slug: [UInt8]) -> [UInt8] { Array("page:".utf8) + slug }

  /// The address of that item below the site's root.
  static func address(of slug: [UInt8]) -> [UInt8] {
    Array("wanted/#".utf8) + PercentEncoding.encode(id(of: slug))
  }

  package static let modelName = "WantedItem"
  package static let fields: [FieldBinding<WantedItem>] = [
    .text("id", "The item's anchor, to which links to the page lead.") { $0.id },
    .text("name", "What the links call it.") { $0.name },
    .list("backlinks", "Pages that link to it, at most ten.") { $0.backlinks },
    .text("more", "“and 3 more” when more pages link to it, else empty.") { $0.more },
  ]
}

/// The list of wanted pages (`wanted.html`).
package struct WantedPage: FramedPage {
  package var frame: PageFrame
  package var wanted: [WantedItem]
  package var unanswered: [QuestionCard]

  package init(frame: PageFrame, wanted: [WantedItem], unanswered: [QuestionCard] = []) {
    self.frame = frame
    self.wanted = wanted
    self.unanswered = unanswered
  }

  package static let modelName = "WantedPage"
  package static let fields: [FieldBinding<WantedPage>] =
    framed([
      .list("wanted", "The wanted pages, most wanted first.") { $0.wanted },
      .flag("has_unanswered", "Some questions have no answer.") { !$0.unanswered.isEmpty },
      .list("unanswered", "The questions without an answer, newest first.") { $0.unanswered },
    ])
}
