package import Templates

/// All tags (`tags.html`).
package struct TagIndexPage: FramedPage {
  package var frame: PageFrame
  package var tags: [TagLink]

  package init(frame: PageFrame, tags: [TagLink]) {
    self.frame = frame
    self.tags = tags
  }

  package static let modelName = "TagIndexPage"
  package static let fields: [FieldBinding<TagIndexPage>] =
    framed([
      .flag("has_tags", "There is a tag.") { !$0.tags.isEmpty },
      .list("tags", "All tags with their counts.") { $0.tags },
    ])
}
