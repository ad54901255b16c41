/// An address with places to fill, such as `https://example.org/edit/main/{path}`.
package struct URLTemplate: Sendable, Hashable {
  /// What can stand in braces.
  package enum Placeholder: String, Sendable, CaseIterable {
    /// The source file, relative to the site.
    case path
    /// The page's title as plain text.
    case title
    /// The page's own address.
    case url
  }

  /// Why a text is not such an address.
  package enum Problem: Error, Sendable, Hashable {
    case scheme
    case unknownPlaceholder(String)
  }

  private enum Piece: Hashable {
    case literal(String)
    case placeholder(Placeholder)
  }

  private var pieces: [Piece] = []

  /// Reads an address; its scheme is https, http or mailto.
  package init(_ written: String) throws(Problem) {
    let lower = written.lowercased()
    guard ["https://", "http://", "mailto:"].contains(where: { lower.hasPrefix($0) }) else { throw .scheme }
    var rest = written[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let placeholder = Placeholder(rawValue: name) else { throw .unknownPlaceholder(name) }
      pieces.append(.literal(String(rest[..<open])))
      pieces.append(.placeholder(placeholder))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.literal(String(rest)))
  }

  /// The address with its places filled; everything but RFC 3986's unreserved characters, and `/` in a path, is
  /// percent-encoded.
  package func filled(_ value: (Placeholder) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .placeholder(let placeholder):
        URLTemplate.encoded(value(placeholder), keepingSlash: placeholder == .path)
      }
    }.joined()
  }

  private static func encoded(_ text: String, keepingSlash: Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      case 0x2F where keepingSlash: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
