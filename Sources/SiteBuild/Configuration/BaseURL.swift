import Rendering

/// The address under which a site is published, such as `https://example.org/wiki/`.
package struct BaseURL: Sendable, Hashable {
  /// The whole address, its path percent-encoded; ends with `/`.
  package let text: String
  /// Scheme, host and port: `https://example.org`.
  package let origin: String
  /// The path as written; begins and ends with `/`.
  package let path: String

  /// Why a text is not an address to publish under.
  package struct Problem: Error, Sendable {
    /// A sentence for the author.
    package let message: String
    /// What may have been meant.
    package let suggestion: String?
  }

  /// Reads an address; a missing `/` at the end is added.
  package init(_ written: String) throws(Problem) {
    func problem(_ message: String, meant: String? = nil) -> Problem {
      Problem(message: message, suggestion: meant)
    }
    let lower = written.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
      let hasScheme = written.contains(":")
      let meant = hasScheme || written.isEmpty ? nil : try? BaseURL("https://" + written).text
      throw problem("a site's address begins with `https://` or `http://`", meant: meant)
    }
    let rest = written.dropFirst(scheme.count)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let host = rest[..<slash]
    let path = rest[slash...]
    guard
      !written.unicodeScalars.contains(where: {
        $0.value <= 0x20 || $0.value == 0x7F || "\"<>\\^`{|}".unicodeScalars.contains($0)
      })
    else { throw problem("a site's address holds no white space, quotes, brackets or backslashes") }
    guard !written.contains("?"), !written.contains("#") else {
      throw problem("a site's address has no `?` and no `#`; pages are put below its path")
    }
    guard !host.contains("@") else { throw problem("a site's address names no user or password") }
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { throw problem("a site's address names a host") }
    if parts.count == 2 {
      guard let port = Int(parts[1]), 1...65_535 ~= port else {
        throw problem("the port of a site's address is a number from 1 to 65535")
      }
    }
    guard !path.split(separator: "/").contains(where: { $0 == ".." || $0 == "." }), !path.contains("//")
    else {
      throw problem("the path of a site's address is plain: no `.`, `..` or `//`")
    }
    self.origin = scheme + host.lowercased()
    self.path = path.isEmpty ? "/" : path.hasSuffix("/") ? String(path) : path + "/"
    self.text = origin + String(decoding: HTMLWriter.percentEncoded(Array(self.path.utf8)), as: UTF8.self)
  }
}
