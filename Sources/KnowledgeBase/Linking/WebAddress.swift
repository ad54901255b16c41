/// The parts of an `http` or `https` address, or of one without a scheme that begins with `//` (RFC 3986, section 3).
package struct WebAddress: Sendable {
  /// In lower case, without port.
  package let host: String
  /// From the first slash behind the host; empty when there is none.
  package let path: ArraySlice<UInt8>
  /// What stands between `?` and `#`.
  package let query: ArraySlice<UInt8>?
  /// Whether the address begins with `http:`.
  package let isInsecure: Bool
  /// Whether the address begins with `//`.
  package let isWithoutScheme: Bool

  /// Reads an address; `nil` when it is of another scheme, relative, without a host or with a user's name.
  ///
  /// - Complexity: O(bytes).
  package init?(_ address: [UInt8]) {
    guard let scheme = ["https://", "http://", "//"].first(where: { Self.begins(address, with: $0) }) else {
      return nil
    }
    let rest = address[scheme.utf8.count...]
    let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x5C }
    let name = authority.prefix { $0 != 0x3A }
    guard !name.isEmpty, authority.allSatisfy({ $0 > 0x20 && $0 != 0x40 && $0 != 0x7F }) else { return nil }
    let behind = address[authority.endIndex...].prefix { $0 != 0x23 }
    host = String(decoding: name, as: UTF8.self).lowercased()
    path = behind.prefix { $0 != 0x3F }
    query = behind.firstIndex(of: 0x3F).map { behind[($0 + 1)...] }
    isInsecure = scheme == "http://"
    isWithoutScheme = scheme == "//"
  }

  private static func begins(_ address: [UInt8], with prefix: String) -> Bool {
    address.count > prefix.utf8.count
      && zip(address, prefix.utf8).allSatisfy { $0 == $1 || (0x41...0x5A ~= $0 && $0 | 0x20 == $1) }
  }
}
