package import Templates

/// The way through the pages of a long list.
package struct Pagination: PageModel {
  package var position: [UInt8]
  package var previousURL: [UInt8]
  package var nextURL: [UInt8]

  package init(position: [UInt8], previousURL: [UInt8] = [], nextURL: [UInt8] = []) {
    self.position = position
    self.previousURL = previousURL
    self.nextURL = nextURL
  }

  package static let modelName = "Pagination"
  package static let fields: [FieldBinding<Pagination>] = [
    .text("position", "“Page 2 of 5” in the page's language.") { $0.position },
    .url("previous_url", "The page before; empty on the first.") { $0.previousURL },
    .url("next_url", "The page after; empty on the last.") { $0.nextURL },
  ]
}
