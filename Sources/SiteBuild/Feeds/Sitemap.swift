import KnowledgeBase

/// `sitemap.xml` (sitemaps.org protocol 0.9): the pages search engines should list.
struct Sitemap {
  /// The most addresses one sitemap may hold.
  private static let limit = 50_000

  let baseURL: String
  /// The pages with the day of their last change.
  let pages: [(path: SitePath, changed: [UInt8])]

  /// The sitemap, or beyond 50,000 pages an index with its parts.
  func files() -> [OutputFile] {
    let parts = stride(from: 0, to: max(pages.count, 1), by: Sitemap.limit).map {
      pages[$0..<min($0 + Sitemap.limit, pages.count)]
    }
    guard parts.count > 1 else { return [OutputFile(path: "sitemap.xml", bytes: urlSet(parts[0]))] }
    var index = XMLText()
    index.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for number in parts.indices {
      index.append("<sitemap>")
      index.append("loc", text: Array("\(baseURL)sitemap-\(number + 1).xml".utf8))
      index.append("</sitemap>\n")
    }
    index.append("</sitemapindex>\n")
    return [OutputFile(path: "sitemap.xml", bytes: index.bytes)]
      + parts.enumerated().map { OutputFile(path: "sitemap-\($0 + 1).xml", bytes: urlSet($1)) }
  }

  private func urlSet(_ pages: ArraySlice<(path: SitePath, changed: [UInt8])>) -> [UInt8] {
    var text = XMLText()
    text.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages {
      text.append("<url>")
      text.append("loc", text: Array(baseURL.utf8) + page.path.url)
      if !page.changed.isEmpty { text.append("lastmod", text: page.changed) }
      text.append("</url>\n")
    }
    text.append("</urlset>\n")
    return text.bytes
  }
}
