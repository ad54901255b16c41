/// Gives every heading of a page an id of its own.
struct HeadingIDs {
  private var used: Set<[UInt8]> = []
  private var nextSuffix: [[UInt8]: Int] = [:]

  /// An id from `{#id}` or from the text, with `-1`, `-2`, … when it stands already.
  mutating func make(explicit: [UInt8]?, text: [UInt8]) -> (id: [UInt8], isUnique: Bool) {
    let base = explicit ?? Slug.make(text)
    if used.insert(base).inserted { return (base, true) }
    var suffix = nextSuffix[base] ?? 1
    var id = base + Array("-\(suffix)".utf8)
    while !used.insert(id).inserted {
      suffix += 1
      id = base + Array("-\(suffix)".utf8)
    }
    nextSuffix[base] = suffix + 1
    return (id, explicit == nil)
  }
}
