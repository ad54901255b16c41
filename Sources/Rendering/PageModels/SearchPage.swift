package import Templates

/// The search page (`search.html`); without scripts it offers the tags and the lists.
package struct SearchPage: FramedPage {
  package var frame: PageFrame
  package var tags: [TagLink]

  package init(frame: PageFrame, tags: [TagLink]) {
    self.frame = frame
    self.tags = tags
  }

  package static let modelName = "SearchPage"
  package static let fields: [FieldBinding<SearchPage>] =
    framed([
      .flag("has_tags", "There is a tag.") { !$0.tags.isEmpty },
      .list("tags", "The most used tags, to start from without scripts.") { $0.tags },
    ])
}
