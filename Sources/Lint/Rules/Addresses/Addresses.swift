import KnowledgeBase
import SourceText

/// Addresses that could be shorter or safer: redirectors, parameters that follow readers, http; and those that only a
/// chat program can open.
///
/// One rule, because an address is mended once: the target of a redirector loses its parameters too.
enum Addresses: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for address in page.addresses {
      if let finding = sandbox(address, page) ?? repairable(address) { findings.append(finding) }
      if address.role != .image, let finding = insecure(address, page.bytes) { findings.append(finding) }
    }
    for run in page.runs {
      for file in sandboxFiles(in: run.range, of: page.bytes) { findings.append(sandboxFinding(file)) }
    }
  }

  /// `sandbox:/mnt/data/…` in running text, to the next space or mark of punctuation that ends a clause.
  private static func sandboxFiles(in run: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    let head = Array("sandbox:/".utf8)
    var files: [Range<Int>] = []
    var offset = run.lowerBound
    while offset + head.count <= run.upperBound {
      guard bytes[offset] == head[0], ByteSearch.matches(head, at: offset, in: bytes, to: run.upperBound)
      else {
        offset += 1
        continue
      }
      var end = offset + head.count
      while let (value, length) = Characters.character(at: end, in: bytes, to: run.upperBound),
        value > 0x20, !Characters.isClosingMark(value),
        !"()<>\"“”，、；：".unicodeScalars.contains(where: { $0.value == value })
      { end += length }
      while bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2C { end -= 1 }
      files.append(offset..<end)
      offset = end
    }
    return files
  }

  /// `sandbox:/mnt/data/…`.
  private static func sandbox(_ address: PageAddress, _ page: LintedPage) -> Finding? {
    let text = String(decoding: URLPolicy.normalized(address.bytes).prefix(24), as: UTF8.self).lowercased()
    guard text.hasPrefix("sandbox:/") || text.hasPrefix("/mnt/data/") else { return nil }
    return sandboxFinding(address.range)
  }

  private static func sandboxFinding(_ range: Range<Int>) -> Finding {
    Finding(
      .lintModelLink, range, "This file exists only in the chat that wrote the text.",
      advice: "Put the file beside the page and link to it, or delete the link.")
  }

  private static func repairable(_ address: PageAddress) -> Finding? {
    guard WebAddress(URLPolicy.normalized(address.bytes)) != nil else { return nil }
    let target = Redirector.target(of: address.bytes)
    let model = TrackingParameters.model(in: address.bytes) ?? target.flatMap(TrackingParameters.model)
    let cleaned = TrackingParameters.cleaned(target ?? address.bytes)
    guard let mended = cleaned ?? target else { return nil }
    let text = String(decoding: mended, as: UTF8.self)
    let finding: Finding
    if target != nil {
      finding = Finding(
        .lintRedirectorLink, address.range, "This link takes a way round; it leads to \(text).",
        advice: "Link to the target itself.")
    } else if let model {
      finding = Finding(
        .lintModelLink, address.range,
        "This address tells that it was copied from a chat program (\(model)).",
        advice: "The page is the same at \(text); make sure that it says what the answer says.")
    } else {
      finding = Finding(
        .lintTrackingParameter, address.range, "This address carries parameters that only follow readers.",
        advice: "The page is the same at \(text).")
    }
    guard let place = address.place ?? address.definition else { return finding }
    return finding.replacing(place, by: writable(mended))
  }

  /// An address as it can stand in Markdown and HTML: parentheses, quotation marks and angle brackets would end it.
  private static func writable(_ address: [UInt8]) -> String {
    var result: [UInt8] = []
    for byte in address {
      switch byte {
      case 0x28: result += Array("%28".utf8)
      case 0x29: result += Array("%29".utf8)
      case 0x22: result += Array("%22".utf8)
      case 0x27: result += Array("%27".utf8)
      case 0x3C: result += Array("%3C".utf8)
      case 0x3E: result += Array("%3E".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func insecure(_ address: PageAddress, _ bytes: [UInt8]) -> Finding? {
    // Without a place of its own the scheme may be what an address in running text was completed with.
    guard let parts = WebAddress(URLPolicy.normalized(address.bytes)), parts.isInsecure,
      address.place != nil || address.definition != nil, Redirector.target(of: address.bytes) == nil,
      !isLocal(parts.host)
    else { return nil }
    return Finding(
      .lintInsecureLink, address.range, "This link uses http.",
      advice: "Try the address with https, and write that if it works.")
  }

  /// Hosts of the reader's own machine or network, of examples, and names that are only names (XML's namespaces).
  private static func isLocal(_ host: String) -> Bool {
    if ["localhost", "0.0.0.0", "[::1]", "[", "example.com", "example.org", "example.net", "www.w3.org"]
      .contains(host)
    {
      return true
    }
    return ["127.", "192.168.", "10."].contains { host.hasPrefix($0) }
      || [".localhost", ".local", ".test", ".example", ".internal"].contains { host.hasSuffix($0) }
  }
}
