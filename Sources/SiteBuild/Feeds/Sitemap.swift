import KnowledgeBase
import Rendering

/// `sitemap.xml` (sitemaps.org protocol 0.9): the pages search engines should list, each with its translations as
/// `xhtml:link` elements.
struct Sitemap {
  /// What one sitemap may hold: addresses, and bytes of which a page and the end need some.
  struct Limits {
    var addresses = 50_000
    var bytes = 50 << 20
  }

  let baseURL: String
  let pages: [ListedPage]
  var limits = Limits()

  /// The sitemap, or where one is not enough an index with its parts `sitemap-1.xml`, `sitemap-2.xml` …
  func files() -> [OutputFile] {
    var parts: [Part] = [Part()]
    for page in pages {
      let entry = entry(page)
      if let last = parts.last, last.count == limits.addresses || last.size + entry.count > limits.bytes {
        parts.append(Part())
      }
      parts[parts.count - 1].append(entry, changed: page.changed)
    }
    guard parts.count > 1 else { return [OutputFile(path: "sitemap.xml", bytes: parts[0].finished)] }
    var index = XMLText()
    index.open("sitemapindex", [("xmlns", Array("http://www.sitemaps.org/schemas/sitemap/0.9".utf8))])
    for (number, part) in parts.enumerated() {
      index.open("sitemap")
      index.append("loc", text: Array("\(baseURL)sitemap-\(number + 1).xml".utf8))
      if !part.changed.isEmpty { index.append("lastmod", text: part.changed) }
      index.close("sitemap")
    }
    index.close("sitemapindex")
    return [OutputFile(path: "sitemap.xml", bytes: index.bytes)]
      + parts.enumerated().map { OutputFile(path: "sitemap-\($0 + 1).xml", bytes: $1.finished) }
  }

  private func entry(_ page: ListedPage) -> [UInt8] {
    var text = XMLText.fragment
    text.open("url")
    text.append("loc", text: Array(baseURL.utf8) + page.path.url)
    if !page.changed.isEmpty { text.append("lastmod", text: page.changed) }
    for other in page.alternates {
      text.append(
        "xhtml:link",
        [("rel", Array("alternate".utf8)), ("hreflang", other.language), ("href", other.url)])
    }
    text.close("url")
    return text.bytes
  }

  /// One sitemap while it is written.
  private struct Part {
    private static let end = Array("</urlset>\n".utf8)

    private var text: [UInt8] = {
      var text = XMLText()
      text.open(
        "urlset",
        [
          ("xmlns", Array("http://www.sitemaps.org/schemas/sitemap/0.9".utf8)),
          ("xmlns:xhtml", Array("http://www.w3.org/1999/xhtml".utf8)),
        ])
      return text.bytes
    }()
    private(set) var count = 0
    /// The latest day on which one of its pages changed.
    private(set) var changed: [UInt8] = []

    /// The bytes of the whole.
    var size: Int { text.count + Part.end.count }
    var finished: [UInt8] { text + Part.end }

    mutating func append(_ entry: [UInt8], changed day: [UInt8]) {
      text += entry
      count += 1
      if changed.lexicographicallyPrecedes(day) { changed = day }
    }
  }
}
