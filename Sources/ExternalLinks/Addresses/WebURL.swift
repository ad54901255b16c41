import KnowledgeBase

/// The parts of an `http` or `https` address that a request needs (RFC 3986, section 3), never its fragment.
package struct WebURL: Hashable, Sendable {
  /// Whether the scheme is `https`.
  package let isSecure: Bool
  /// In lower case; an IPv6 address in brackets.
  package let host: String
  package let port: Int
  /// Path and query, what no address may hold percent-encoded; begins with `/`.
  package let target: String

  /// Reads an address; `nil` when it is of another scheme, relative, without a host of ASCII letters, digits,
  /// hyphens and full stops, or with a user's name.
  ///
  /// - Complexity: O(bytes).
  package init?(_ address: [UInt8]) {
    let address = URLPolicy.normalized(address)
    guard let end = address.firstIndex(of: 0x3A) else { return nil }
    let scheme = String(decoding: address[..<end], as: UTF8.self).lowercased()
    guard scheme == "http" || scheme == "https", address[end...].starts(with: "://".utf8) else { return nil }
    self.init(isSecure: scheme == "https", rest: address[(end + 3)...])
  }

  /// Reads what stands behind `//`.
  private init?(isSecure: Bool, rest: ArraySlice<UInt8>) {
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    let (name, port) = WebURL.split(authority)
    guard !name.isEmpty, let number = port.isEmpty ? (isSecure ? 443 : 80) : WebURL.portNumber(port) else {
      return nil
    }
    self.isSecure = isSecure
    host = String(decoding: name, as: UTF8.self).lowercased()
    self.port = number
    target = WebURL.target(rest[authority.endIndex...])
    guard WebURL.isHost(name) else { return nil }
  }

  private init(_ base: WebURL, target: String) {
    (isSecure, host, port) = (base.isSecure, base.host, base.port)
    self.target = target
  }

  /// The whole address; the port is named where it is not the scheme's own.
  package var text: String {
    let isUsual = port == (isSecure ? 443 : 80)
    return (isSecure ? "https://" : "http://") + host + (isUsual ? "" : ":\(port)") + target
  }

  /// The address that a reference means on a page of this address (RFC 3986, section 5.2); `nil` when it is of
  /// another scheme or ill-formed.
  ///
  /// - Complexity: O(bytes).
  package func resolving(_ reference: [UInt8]) -> WebURL? {
    let reference = URLPolicy.normalized(reference)
    if let absolute = WebURL(reference) { return absolute }
    if reference.starts(with: "//".utf8) { return WebURL(isSecure: isSecure, rest: reference[2...]) }
    let head = reference.prefix { !"/?#".utf8.contains($0) }
    guard !head.contains(0x3A) else { return nil }
    if reference.isEmpty || reference[0] == 0x23 { return self }
    if reference[0] == 0x2F { return WebURL(self, target: WebURL.target(reference[...])) }
    let path = target.utf8.prefix { $0 != 0x3F }
    if reference[0] == 0x3F { return WebURL(self, target: WebURL.target((Array(path) + reference)[...])) }
    let folder = path[...(path.lastIndex(of: 0x2F) ?? path.startIndex)]
    return WebURL(self, target: WebURL.target((Array(folder) + reference)[...]))
  }

  // MARK: Reading

  /// The host and, behind the colon that is not within brackets, the port.
  private static func split(_ authority: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let colon = authority.lastIndex(of: 0x3A), !authority[colon...].contains(0x5D) else {
      return (authority, [])
    }
    return (authority[..<colon], authority[(colon + 1)...])
  }

  private static func portNumber(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }), let port = Int(String(decoding: digits, as: UTF8.self)),
      1...65535 ~= port
    else { return nil }
    return port
  }

  private static func isHost(_ name: ArraySlice<UInt8>) -> Bool {
    if name.first == 0x5B {
      return name.last == 0x5D
        && name.dropFirst().dropLast().allSatisfy { isAlphanumeric($0) || $0 == 0x3A || $0 == 0x2E }
    }
    return name.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }

  /// Path and query without dot segments, without fragment, encoded.
  private static func target(_ rest: ArraySlice<UInt8>) -> String {
    let whole = rest.prefix { $0 != 0x23 }
    let path = whole.prefix { $0 != 0x3F }
    var segments: [ArraySlice<UInt8>] = []
    let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
    for (place, part) in parts.enumerated() {
      let isLast = place == parts.count - 1
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        if part.count == 2 { _ = segments.popLast() }
        if isLast { segments.append([]) }
      } else {
        segments.append(part)
      }
    }
    var target = [UInt8(ascii: "/")] + segments.joined(separator: [0x2F])
    target += whole[path.endIndex...]
    return String(decoding: PercentEncoding.encodeIllegalBytes(of: target), as: UTF8.self)
  }
}
