/// Which addresses may be linked to: an allow list.
///
/// An address is judged as browsers read it (WHATWG URL Standard, "basic URL parser": spaces and control characters
/// at its ends and tabs and line ends anywhere do not count, case does not, `\` is `/`), and a second time with
/// percent-encoding decoded and all white space and control characters left out: what has a scheme in either
/// reading must be on the list.
package enum URLPolicy {
  package enum Judgement: Hashable, Sendable {
    /// Another site, also without a scheme (`//host`), or mail and telephone.
    case external
    /// A path within the site, decoded, and what stands behind its first `#`, decoded.
    case relative(path: String, fragment: [UInt8]?)
    /// A scheme that is not on the list, in lower case.
    case forbidden(scheme: String)
  }

  /// What an image's address may be.
  package enum ImageJudgement: Hashable, Sendable {
    /// The image itself, as a `data:` address of a kind that holds no scripts.
    case embedded(EmbeddedImage)
    /// An address like that of a link.
    case address(Judgement)
  }

  /// The kinds of images that may stand in a `data:` address.
  package enum EmbeddedImage: String, Hashable, Sendable, CaseIterable {
    case png, gif, jpeg, webp
  }

  /// Judges the address of a link, its character references and backslash escapes resolved.
  ///
  /// - Complexity: O(bytes).
  package static func judge(_ address: [UInt8]) -> Judgement {
    // Most addresses: nothing stands before the scheme, and nothing in it.
    if address.starts(with: "https:".utf8) || address.starts(with: "http:".utf8) { return .external }
    let address = normalized(address)
    if let scheme = scheme(of: address, isStrict: true) {
      let isAllowed = allowed.contains(scheme)
      if !isAllowed { return .forbidden(scheme: String(scheme.prefix(longestNamedScheme))) }
      if self.scheme(of: address, isStrict: false) != nil { return .external }
    }
    if address.count >= 2, isSlash(address[0]), isSlash(address[1]) { return .external }
    let hash = address.firstIndex(of: 0x23)
    let path = PercentEncoding.decode(withSlashes(address[..<(hash ?? address.endIndex)]))
    let fragment = hash.map { PercentEncoding.decode(address[($0 + 1)...]) }
    return .relative(path: String(decoding: path, as: UTF8.self), fragment: fragment)
  }

  /// Judges the address of an image.
  ///
  /// - Complexity: O(bytes).
  package static func judge(image address: [UInt8]) -> ImageJudgement {
    let judgement = judge(address)
    guard judgement == .forbidden(scheme: "data") else { return .address(judgement) }
    let parts = normalized(address).prefix(while: { $0 != 0x2C }).split(separator: 0x3A, maxSplits: 1)
    guard parts.count == 2, parts[0].count == 4 else { return .address(judgement) }
    let type = parts[1].prefix { $0 != 0x3B }
    let name = String(decoding: type, as: UTF8.self).lowercased()
    let kind = EmbeddedImage.allCases.first { name == "image/\($0.rawValue)" }
    return kind.map { .embedded($0) } ?? .address(judgement)
  }

  /// What browsers leave of an address before they read it: nothing at its ends that is a space or a control
  /// character, and neither tabs nor line ends.
  ///
  /// - Complexity: O(bytes).
  package static func normalized(_ address: [UInt8]) -> [UInt8] {
    guard address.contains(where: { $0 <= 0x20 }) else { return address }
    guard let start = address.firstIndex(where: { $0 > 0x20 }),
      let end = address.lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return address[start...end].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  // MARK: Reading

  private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]
  /// Longer ones are cut in messages.
  private static let longestNamedScheme = 32

  /// The scheme in lower case: a letter, then letters, digits, `+`, `-` and `.`, up to a colon (RFC 3986, 3.1).
  private static func scheme(of address: [UInt8], isStrict: Bool) -> String? {
    var name: [UInt8] = []
    var index = 0
    while index < address.count {
      var byte = address[index]
      var length = 1
      if isStrict, byte == 0x25, index + 2 < address.count {
        let triple = PercentEncoding.decode(address[index..<(index + 3)])
        if triple.count == 1 { (byte, length) = (triple[0], 3) }
      }
      index += length
      if isStrict, byte <= 0x20 || byte == 0x7F { continue }
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: name.append(byte | 0x20)
      case 0x30...0x39, 0x2B, 0x2D, 0x2E: name.append(byte)
      case 0x3A where !name.isEmpty: return String(decoding: name, as: UTF8.self)
      default: return nil
      }
      guard 0x61...0x7A ~= name[0] else { return nil }
    }
    return nil
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  /// A path with the slashes browsers see in it; behind `?` a backslash is one.
  private static func withSlashes(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard path.contains(0x5C) else { return path }
    var path = path
    for index in path.indices {
      if path[index] == 0x3F { break }
      if path[index] == 0x5C { path[index] = 0x2F }
    }
    return path
  }
}

/// Paths relative to a file.
package enum RelativePath {
  /// Resolves `../a/./b` against a folder; `nil` when it leads out of the site.
  package static func resolve(_ path: String, against folder: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
  /// The shortest path that leads from a folder to a file; the reverse of ``resolve(_:against:)``.
  package static func make(to file: String, from folder: String) -> String {
    let parts = file.split(separator: "/")
    let base = folder.split(separator: "/")
    let shared = zip(parts.dropLast(), base).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: base.count - shared) + parts.dropFirst(shared)).joined(
      separator: "/")
  }
}
