/// `robots.txt` (RFC 9309): every page may be read, and where the sitemap is.
struct RobotsText {
  /// The published address of the site; without one no sitemap can be named.
  let baseURL: String?

  func file() -> OutputFile {
    var text = "User-agent: *\nAllow: /\n"
    if let baseURL { text += "\nSitemap: \(baseURL)sitemap.xml\n" }
    return OutputFile(path: "robots.txt", bytes: Array(text.utf8))
  }
}
