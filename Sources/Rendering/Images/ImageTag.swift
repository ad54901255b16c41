/// An image that is shown in place.
///
/// Its file is fetched when it comes near the window, and its place is kept free before.
package struct ImageTag {
  /// Where the file is, as it stands in the page.
  package var url: [UInt8]
  /// What people hear or read who do not see it.
  package var alternative: [UInt8]
  package var title: [UInt8]
  package var size: DisplayedSize

  package init(
    url: [UInt8], alternative: [UInt8] = [], title: [UInt8] = [], size: DisplayedSize = DisplayedSize()
  ) {
    self.url = url
    self.alternative = alternative
    self.title = title
    self.size = size
  }

  /// Writes the tag up to its end, so that further attributes may follow.
  package func appendAttributes(to output: inout [UInt8]) {
    HTMLWriter.append("src", url: url, to: &output)
    HTMLWriter.append("alt", alternative, to: &output)
    if !title.isEmpty { HTMLWriter.append("title", title, to: &output) }
    if let width = size.width { HTMLWriter.append("width", Array(String(width).utf8), to: &output) }
    if let height = size.height { HTMLWriter.append("height", Array(String(height).utf8), to: &output) }
    HTMLWriter.append(" loading=\"lazy\" decoding=\"async\"", to: &output)
  }
}
