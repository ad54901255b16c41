import Rendering

/// `opensearch.xml` (OpenSearch 1.1, draft 6): by it browsers offer the site's search beside their own.
struct OpenSearchDescription {
  /// The most characters a short name may have.
  private static let shortName = 16
  /// The most characters a description may have.
  private static let description = 1024

  let settings: SiteSettings
  let baseURL: String
  /// Address of the icon below the root, an SVG image; empty for none.
  let iconURL: [UInt8]

  func file() -> OutputFile {
    let base = Array(baseURL.utf8)
    let about = settings.description.isEmpty ? settings.title : settings.description
    var text = XMLText()
    text.open(
      "OpenSearchDescription", [("xmlns", Array("http://a9.com/-/spec/opensearch/1.1/".utf8))])
    text.append("ShortName", text: Self.cut(settings.title, to: Self.shortName))
    text.append("Description", text: Self.cut(about, to: Self.description))
    text.append("InputEncoding", text: Array("UTF-8".utf8))
    if !iconURL.isEmpty {
      text.append(
        "Image", attributes: " width=\"16\" height=\"16\" type=\"image/svg+xml\"", text: base + iconURL)
    }
    text.append(
      "Url",
      [
        ("type", Array("text/html".utf8)), ("method", Array("get".utf8)),
        ("template", base + Array("search/?q={searchTerms}".utf8)),
      ])
    text.append(
      "Url",
      [
        ("type", Array("application/opensearchdescription+xml".utf8)), ("rel", Array("self".utf8)),
        ("template", base + Array("opensearch.xml".utf8)),
      ])
    text.close("OpenSearchDescription")
    return OutputFile(path: "opensearch.xml", bytes: text.bytes)
  }

  /// The beginning of a text, cut between characters as readers see them, of which one may be several scalars.
  static func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
    var result = ""
    var count = 0
    for character in String(decoding: text, as: UTF8.self) {
      count += character.unicodeScalars.count
      guard count <= limit else { break }
      result.append(character)
    }
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return Array(result.utf8)
  }
}
