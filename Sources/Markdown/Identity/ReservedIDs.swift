/// The ids that pages give to parts of their own, which no heading, label or link of an author can have as well.
package enum ReservedIDs {
  /// Whether a page may have an element of its own with an id: of the text (`main-content`, `references`), of a source
  /// (`ref-1`) and of a mark that cites it (`cite-1-2`), of a footnote (`fn-1`, from another page `fn-1:slug`) and of
  /// its references (`fnref-1`, `fnref-1-2`), of a place that leads to a page (`to:…`), of what the theme adds
  /// (`quaestio:…`).
  package static func contains(_ id: [UInt8]) -> Bool {
    if named.contains(where: { $0.elementsEqual(id) }) { return true }
    if families.contains(where: { id.starts(with: $0) }) { return true }
    guard let dash = id.firstIndex(of: 0x2D) else { return false }
    let name = id[(dash + 1)...].prefix { $0 != 0x3A }
    let isElsewhere = name.endIndex < id.endIndex
    let numbers = name.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } }) else { return false }
    let family = id[..<dash]
    if family.elementsEqual("ref".utf8) { return numbers.count == 1 && !isElsewhere }
    if family.elementsEqual("cite".utf8) { return numbers.count == 2 && !isElsewhere }
    if family.elementsEqual("fn".utf8) { return numbers.count == 1 }
    return family.elementsEqual("fnref".utf8) && numbers.count <= 2
  }

  /// The name whose numbered forms (`-1`, `-2`, …) stand in for a reserved one, because none of them is reserved.
  package static func numberedBase(of id: [UInt8]) -> [UInt8] {
    // Behind a colon a number changes nothing.
    if id.contains(0x3A) { return [0x2D] + id }
    var base = id
    // `cite-1` lacks a number to be reserved, and `fnref-1` has one too few.
    for _ in 0..<2 where contains(base + [0x2D, 0x31]) { base += [0x2D, 0x31] }
    return base
  }

  private static let named = ["main-content".utf8, "references".utf8]
  private static let families = ["to:".utf8, "quaestio:".utf8]
}
