import Markdown
import SourceText

/// A former address of a page, from which readers are sent on.
package struct Redirect: Sendable {
  /// The address: of a folder with `/` at its end, or of a file.
  package let path: SitePath
  package let target: EntryID

  /// The file that stands at the address, below the output folder.
  package var file: String {
    path.text.isEmpty || path.text.hasSuffix("/") ? path.text + "index.html" : path.text
  }
}

/// The addresses that `aliases:` give to pages.
///
/// An alias that begins with `/` is an address below the site's root; any other is a name, and its address lies beside
/// the page's own.
struct AliasAddresses {
  private(set) var redirects: [Redirect] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Which source makes a file, by the lower case of the file's path.
  private var owners: [String: String] = [:]

  /// Finds the addresses of all aliases.
  ///
  /// - Parameters:
  ///   - reserved: names at the root that the site uses itself.
  ///   - staticFiles: the sources of files that are published as they are, by their path below the root.
  /// - Complexity: O(length of all aliases and addresses).
  init(_ entries: [Entry], reserved: Set<String>, staticFiles: [String: String]) {
    guard entries.contains(where: { !$0.frontMatter.aliases.isEmpty }) else { return }
    for (file, source) in staticFiles { owners[file.lowercased()] = source }
    for entry in entries {
      owners[AliasAddresses.file(at: entry.path.text).lowercased()] = entry.document.source.path
    }
    for (index, entry) in entries.enumerated() {
      for alias in entry.frontMatter.aliases {
        guard let address = AliasAddresses.address(alias.value, of: entry, reserved: reserved) else {
          report(
            alias, in: entry, "No page can stand at the address \"\(alias.value)\".",
            "Write an address below the site's root, such as /old/name/, that is none of Quaestio's own.")
          continue
        }
        let key = AliasAddresses.file(at: address).lowercased()
        let path = entry.document.source.path
        if let owner = owners[key] {
          guard owner != path else { continue }
          report(
            alias, in: entry, "The address /\(address) of this alias belongs to another page.",
            "It is that of \(owner). Remove the alias from one of them.")
        } else {
          owners[key] = path
          redirects.append(Redirect(path: SitePath(address), target: EntryID(index)))
        }
      }
    }
  }

  private mutating func report(_ alias: Sourced<String>, in entry: Entry, _ message: String, _ note: String) {
    diagnostics.append(
      Diagnostic(
        .aliasAddress, at: SourceLocation(alias.range, in: entry.document.source), message,
        notes: [Note(note)]))
  }

  /// The file that stands at an address.
  static func file(at address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }

  /// The address of an alias below the root, or `nil` where no page can stand.
  private static func address(_ alias: String, of entry: Entry, reserved: Set<String>) -> String? {
    var parts: [String]
    if alias.hasPrefix("/") {
      // No host sees what is behind `#`, and static ones do not look behind `?`.
      guard !alias.contains("?"), !alias.contains("#") else { return nil }
      let decoded = String(decoding: PercentEncoding.decode(alias.utf8), as: UTF8.self)
      parts = decoded.split(separator: "/").map(String.init)
      if parts.last == "index.html" { parts.removeLast() }
    } else {
      parts = entry.path.text.split(separator: "/").dropLast().map(String.init)
      parts.append(String(decoding: Slug.make(Array(alias.utf8)), as: UTF8.self))
    }
    guard let first = parts.first, parts.allSatisfy(canBeFileName) else { return nil }
    // Below these, pages of content stand beside Quaestio's own.
    let isShared =
      ["questions", "references", "faq"].contains(first) && parts.count > 1 && parts[1] != "page"
    guard isShared || !reserved.contains(first.lowercased()) else { return nil }
    let isFile = parts.last.map { $0.hasSuffix(".html") || $0.hasSuffix(".htm") } ?? false
    guard !parts.dropLast().contains(where: { $0.hasSuffix(".html") || $0.hasSuffix(".htm") }) else {
      return nil
    }
    return parts.joined(separator: "/") + (isFile ? "" : "/")
  }

  private static func canBeFileName(_ part: String) -> Bool {
    !part.hasPrefix(".") && part != "index.md" && part.utf8.count <= 200
      && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" }
  }
}
