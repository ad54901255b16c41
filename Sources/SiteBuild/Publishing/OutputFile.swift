/// One file of a published site.
package struct OutputFile: Sendable {
  /// Path below the output folder, with `/`, in Unicode's normalization form C.
  package var path: String
  /// Its contents.
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The rules for paths of published files.
package enum OutputPath {
  /// What is wrong with a path.
  package enum Problem: String, Hashable, Sendable {
    case absolute = "begins with a slash"
    case emptyComponent = "has an empty name in it"
    case dotComponent = "has a name “.” or “..” in it"
    case longComponent = "has a name of more than 255 bytes in it"
    case character = "has a control character or a backslash in it"
    case reserved = "begins with a name that publishing itself uses or never touches"
  }

  /// What is wrong with a path, `nil` for a good one.
  package static func problem(in path: String) -> Problem? {
    if path.utf8.first == UInt8(ascii: "/") { return .absolute }
    var rest = path.utf8[...]
    var isFirst = true
    while true {
      let component = rest.prefix { $0 != UInt8(ascii: "/") }
      if component.isEmpty { return .emptyComponent }
      if component.elementsEqual(".".utf8) || component.elementsEqual("..".utf8) { return .dotComponent }
      if component.count > 255 { return .longComponent }
      if component.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
        return .character
      }
      if isFirst, component.elementsEqual(".git".utf8) || component.starts(with: ".quaestio-".utf8) {
        return .reserved
      }
      isFirst = false
      guard component.endIndex < rest.endIndex else { return nil }
      rest = rest[component.endIndex...].dropFirst()
    }
  }

  /// Whether the name of a file tells its contents (`app.3f9a0c12.css`), so that old and new pages can do with
  /// either: such files are published first.
  package static func isHashed(_ path: String) -> Bool {
    if path.utf8.starts(with: "assets/".utf8) { return true }
    let name = path.utf8.suffix(from: path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex)
    return name.drop { $0 == UInt8(ascii: "/") }.split(separator: UInt8(ascii: ".")).dropLast().contains {
      $0.count >= 8 && $0.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }
  }

  /// The folder a file lies in; `nil` at the root.
  package static func folder(of path: String) -> String? {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }

  /// The folders a file lies in, outermost first: `a`, `a/b` for `a/b/c`.
  package static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
