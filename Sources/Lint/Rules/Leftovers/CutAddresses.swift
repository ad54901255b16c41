import KnowledgeBase
import Markdown
import SourceText

/// Addresses that a page showed shortened and a copy kept so: `https://example.org/very/lo...`.
enum CutAddresses: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for address in page.addresses {
      var bytes = address.bytes
      var range = address.range
      if let dots = dots(behind: address, on: page) {
        bytes += Array("...".utf8)
        range = range.lowerBound..<dots
      }
      guard isCut(bytes) else { continue }
      findings.append(
        Finding(
          .lintCutAddress, range, "This address was cut off; it leads nowhere.",
          advice: "Look up the whole address and write it."))
    }
  }

  /// The end of dots that directly follow an address which stands in the text as it is; scanners of addresses leave
  /// punctuation at their end out.
  private static func dots(behind address: PageAddress, on page: LintedPage) -> Int? {
    guard let place = address.place, place == address.element, address.role == .link else { return nil }
    let end = place.upperBound
    for dots in ["...", "…", "……"].reversed()
    where ByteSearch.matches(Array(dots.utf8), at: end, in: page.bytes, to: page.bytes.count) {
      let behind = end + dots.utf8.count
      return behind
    }
    return nil
  }

  /// Whether an address ends in dots within a part of its path that has a name: `/lo...`, but not `/...`.
  private static func isCut(_ bytes: [UInt8]) -> Bool {
    guard let parts = WebAddress(bytes) else { return false }
    let whole = parts.query.map { parts.path + [0x3F] + $0 } ?? parts.path
    for dots in ["...", "…", "%E2%80%A6"] where whole.reversed().starts(with: dots.utf8.reversed()) {
      let kept = whole.dropLast(dots.utf8.count)
      guard let last = kept.last else { return false }
      return kept.count > 1 && last != 0x2F && last != 0x3D && last != 0x2E
    }
    return false
  }
}
