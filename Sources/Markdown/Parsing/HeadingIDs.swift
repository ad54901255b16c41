/// Gives every heading of a page an id of its own.
struct HeadingIDs {
  private var used: Set<[UInt8]> = []
  private var nextSuffix: [[UInt8]: Int] = [:]

  /// Why a heading has another id than its author wrote.
  enum Fault {
    /// Another heading has it.
    case repeated
    /// A part of the page that Quaestio makes has it.
    case reserved
  }

  /// An id from `{#id}` or from the text, with `-1`, `-2`, … when it stands already.
  mutating func make(explicit: [UInt8]?, text: [UInt8]) -> (id: [UInt8], fault: Fault?) {
    let name = explicit ?? Slug.make(text)
    let isReserved = ReservedIDs.contains(name)
    if !isReserved, used.insert(name).inserted { return (name, nil) }
    let base = isReserved ? ReservedIDs.numberedBase(of: name) : name
    var suffix = nextSuffix[base] ?? 1
    var id = base + Array("-\(suffix)".utf8)
    while ReservedIDs.contains(id) || !used.insert(id).inserted {
      suffix += 1
      id = base + Array("-\(suffix)".utf8)
    }
    nextSuffix[base] = suffix + 1
    return (id, explicit == nil ? nil : isReserved ? .reserved : .repeated)
  }
}
