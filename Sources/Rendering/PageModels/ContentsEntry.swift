package import Templates

/// A heading of a page in its list of contents.
package struct ContentsEntry: PageModel {
  package var url: [UInt8]
  package var title: [UInt8]
  package var isNested: Bool

  package init(url: [UInt8], title: [UInt8], isNested: Bool = false) {
    self.url = url
    self.title = title
    self.isNested = isNested
  }

  package static let modelName = "ContentsEntry"
  package static let fields: [FieldBinding<ContentsEntry>] = [
    .url("url", "The heading: `#` and its id.") { $0.url },
    .html("title", "The heading's text; may hold formulas, never links.") { $0.title },
    .flag("nested", "It stands below the entry before it that is not nested.") { $0.isNested },
  ]
}
