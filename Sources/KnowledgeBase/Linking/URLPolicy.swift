/// Which addresses may be linked to: an allow list, judged on the decoded value without control characters and
/// white space, because browsers skip those before they look for a scheme (WHATWG URL, "basic URL parser").
package enum URLPolicy {
  package enum Judgement: Hashable, Sendable {
    /// Another site, or mail and telephone.
    case external
    /// A path within the site, decoded, and what stands behind its first `#`, decoded.
    case relative(path: String, fragment: [UInt8]?)
    /// A scheme that is not on the list.
    case forbidden(scheme: String)
  }

  /// Judges an address.
  package static func judge(_ address: [UInt8]) -> Judgement {
    let decoded = PercentEncoding.decode(address)
    let bytes = decoded.filter { $0 > 0x20 && $0 != 0x7F }
    if bytes.starts(with: [0x2F, 0x2F]) || bytes.starts(with: [0x5C]) { return .external }
    if let colon = bytes.firstIndex(of: 0x3A),
      bytes[..<colon].allSatisfy({ $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }),
      bytes[..<colon].allSatisfy({ $0 < 0x80 })
    {
      let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      return allowed.contains(scheme) ? .external : .forbidden(scheme: scheme)
    }
    let hash = address.firstIndex(of: 0x23)
    let path = PercentEncoding.decode(address[..<(hash ?? address.endIndex)])
    let fragment = hash.map { PercentEncoding.decode(address[($0 + 1)...]) }
    return .relative(path: String(decoding: path, as: UTF8.self), fragment: fragment)
  }

  private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]
}

/// Paths relative to a file.
enum RelativePath {
  /// Resolves `../a/./b` against a folder; `nil` when it leads out of the site.
  static func resolve(_ path: String, against folder: String) -> String? {
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
}
