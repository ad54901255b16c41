package import Templates

/// What a host shows for an address without a page (`404.html`).
package struct NotFoundPage: FramedPage {
  package var frame: PageFrame

  package init(frame: PageFrame) {
    self.frame = frame
  }

  package static let modelName = "NotFoundPage"
  package static let fields: [FieldBinding<NotFoundPage>] = framed([])
}
