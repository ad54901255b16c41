/// Gives every heading of a page an id of its own.
struct HeadingIDs {
  private var used: Set<[UInt8]> = []
  private var nextSuffix: [[UInt8]: Int] = [:]

  /// An id from `{#id}` or from the text, with `-1`, `-2`, … when it stands already.
  mutating func make(explicit: [UInt8]?, text: [UInt8]) -> (id: [UInt8], isUnique: Bool) {
    let base = explicit ?? Slug.make(text)
    let isOwn = !HeadingIDs.isReserved(base)
    if isOwn, used.insert(base).inserted { return (base, true) }
    var suffix = nextSuffix[base] ?? 1
    var id = base + Array("-\(suffix)".utf8)
    while !used.insert(id).inserted {
      suffix += 1
      id = base + Array("-\(suffix)".utf8)
    }
    nextSuffix[base] = suffix + 1
    return (id, explicit == nil)
  }

  /// Whether pages have an element of their own with an id: of the text (`main-content`, `references`), of a source or
  /// footnote by its number (`ref-1`, `fn-2`), of a mark that leads to one (`cite-1-2`, `fnref-1`), of a link (`to:…`).
  private static func isReserved(_ id: [UInt8]) -> Bool {
    if [Array("main-content".utf8), Array("references".utf8)].contains(id) || id.starts(with: "to:".utf8) {
      return true
    }
    return ["ref-", "cite-", "fn-", "fnref-"].contains { prefix in
      id.starts(with: prefix.utf8) && id.count > prefix.utf8.count
        && id.dropFirst(prefix.utf8.count).allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 }
    }
  }
}
