package import Templates

/// A free page of `content/pages` (`page.html`).
package struct FreePage: FramedPage {
  package var frame: PageFrame
  package var title: [UInt8]
  package var contentLanguage: [UInt8]
  package var date: PageDate?
  package var updated: PageDate?
  package var notice: NoticeView?
  package var contents: [ContentsEntry]
  package var body: [UInt8]
  package var referenceGroups: [ReferenceGroupView]
  package var backlinks: [Backlink]

  package init(
    frame: PageFrame, title: [UInt8], contentLanguage: [UInt8] = [],
    date: PageDate? = nil, updated: PageDate? = nil, notice: NoticeView? = nil,
    contents: [ContentsEntry] = [], body: [UInt8],
    referenceGroups: [ReferenceGroupView] = [],
    backlinks: [Backlink] = []
  ) {
    self.frame = frame
    self.title = title
    self.contentLanguage = contentLanguage
    self.date = date
    self.updated = updated
    self.notice = notice
    self.contents = contents
    self.body = body
    self.referenceGroups = referenceGroups
    self.backlinks = backlinks
  }

  package static let modelName = "FreePage"
  package static let fields: [FieldBinding<FreePage>] =
    framed([
      .html("title", "The page's title; may hold formulas, never links.") { $0.title },
      .text("content_language", "The content's language where the labels speak another, else empty.") {
        $0.contentLanguage
      },
      .flag("has_facts", "A date is known.") { $0.date != nil || $0.updated != nil },
      .flag("content_rtl", "That language is written from right to left.") {
        WritingDirection.isRightToLeft($0.contentLanguage)
      },
      .record("published", "When the page was first published.") { $0.date },
      .record("updated", "When it last changed, where its author says so.") { $0.updated },
      .record("notice", "How the text came to be; nothing when its author does not say.") { $0.notice },
      .flag("has_contents", "The page is long enough for a list of contents.") { !$0.contents.isEmpty },
      .list("contents", "The page's headings, two levels at most; empty for a short page.") { $0.contents },
      .html("body", "The page's text; its headings begin at level 2.") { $0.body },
      .flag("has_references", "The list of references is not empty.") { !$0.referenceGroups.isEmpty },
      .list("reference_groups", "The sources this page cites or lists, as its author divides them.") {
        $0.referenceGroups
      },
      .flag("has_backlinks", "Other pages link here.") { !$0.backlinks.isEmpty },
      .list("backlinks", "The pages that link here.") { $0.backlinks },
    ])
}
