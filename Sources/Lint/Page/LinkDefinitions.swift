import Markdown
import SourceText

/// Where a page's link reference definitions write their addresses: `[label]: address`.
struct LinkDefinitions {
  private var places: [[UInt8]: Range<Int>] = [:]

  /// Finds the definitions of a page.
  ///
  /// - Complexity: O(bytes + nodes).
  init(of document: Document) {
    let bytes = document.source.bytes
    let code = document.nodes.filter { $0.kind == .codeBlock || $0.kind == .htmlBlock }.map(\.range.bytes)
    var next = code[...]
    var start = document.frontMatter.range.bytes.upperBound
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      while let block = next.first, block.upperBound <= start { next.removeFirst() }
      let isCode = next.first.map { $0.lowerBound < end } ?? false
      if !isCode, let place = LinkDefinitions.address(in: start..<end, of: bytes) {
        let address = Array(bytes[place])
        if places[address] == nil { places[address] = place }
      }
      start = end + 1
    }
  }

  /// Where an address is defined.
  func place(of address: [UInt8]) -> Range<Int>? { places[address] }

  /// The address of a line that is a definition; marks of quotations and lists may stand before it.
  private static func address(in line: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    guard let open = bytes[line].firstIndex(where: { $0 > 0x20 && $0 != 0x3E }), bytes[open] == 0x5B,
      let close = ByteSearch.first([0x5D, 0x3A], in: bytes, open..<line.upperBound), close > open + 1
    else { return nil }
    var start = Characters.skipBlanks(from: close + 2, to: line.upperBound, in: bytes)
    let isBracketed = start < line.upperBound && bytes[start] == 0x3C
    if isBracketed { start += 1 }
    var end = start
    while end < line.upperBound, bytes[end] > 0x20, !isBracketed || bytes[end] != 0x3E { end += 1 }
    return end > start ? start..<end : nil
  }
}
