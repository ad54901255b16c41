/// A site's license as readers see it: its name, and where its text is.
package struct ContentLicense: Equatable, Sendable {
  package var name: [UInt8]
  /// Empty where nobody said.
  package var url: [UInt8]

  /// Reads what a site's authors wrote, a name or an address. Of Creative Commons' licenses either tells the other, as
  /// in `CC BY-SA 4.0` and `https://creativecommons.org/licenses/by-sa/4.0/`.
  ///
  /// - Complexity: O(length).
  package init(_ written: String) {
    let address = written.lowercased()
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      name = Array(written.utf8)
      url = Array((ContentLicense.address(ofCommons: written) ?? "").utf8)
      return
    }
    url = Array(written.utf8)
    let rest = written.drop { $0 != "/" }.drop { $0 == "/" }
    let plain = rest.last == "/" ? rest.dropLast() : rest
    name = Array((ContentLicense.name(ofCommons: address) ?? String(plain)).utf8)
  }

  private static let host = "creativecommons.org/"

  /// `CC BY-SA 4.0` for the path `licenses/by-sa/4.0/` of Creative Commons, whatever the translation behind it.
  private static func name(ofCommons address: String) -> String? {
    guard let start = address.firstRange(of: host)?.upperBound else { return nil }
    let parts = address[start...].split(separator: "/")
    guard parts.count >= 3 else { return nil }
    switch parts[0] {
    case "licenses": return "CC \(parts[1].uppercased()) \(parts[2])"
    case "publicdomain" where parts[1] == "zero": return "CC0 \(parts[2])"
    default: return nil
    }
  }

  /// The address of the license named `CC BY-SA 4.0` or `CC0 1.0`; `nil` for other names.
  private static func address(ofCommons name: String) -> String? {
    let words = name.lowercased().split(separator: " ")
    guard let version = words.last, version.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
      return nil
    }
    if words.count == 2, words[0] == "cc0" { return "https://\(host)publicdomain/zero/\(version)/" }
    guard words.count == 3, words[0] == "cc" else { return nil }
    let elements = words[1].split(separator: "-", omittingEmptySubsequences: false)
    guard elements.first == "by", elements.dropFirst().allSatisfy({ ["nc", "nd", "sa"].contains($0) }) else {
      return nil
    }
    return "https://\(host)licenses/\(words[1])/\(version)/"
  }
}
