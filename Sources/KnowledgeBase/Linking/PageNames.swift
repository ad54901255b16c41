/// The names of pages, of whatever kind, in one table: a look at it tells for all kinds who has a name.
struct PageNames: Sendable {
  /// A page that has a name.
  private struct Use: Sendable {
    var page: Int32
    /// The one before whose name differs at most in case, or -1.
    var former: Int32
    /// As it is written.
    var written: UInt64
    var kind: PageName.Kind
  }

  private var uses: [Use] = []
  /// The last use of each name in small letters.
  private var last: DigestTable
  /// The pages with each key and address as it is written.
  private var keys: DigestTable
  private var addresses: DigestTable

  /// Makes room for so many pages.
  init(count: Int) {
    uses.reserveCapacity(count * 4)
    last = DigestTable(capacity: count * 3)
    keys = DigestTable(capacity: 0)
    addresses = DigestTable(capacity: count)
  }

  /// Adds a name of a page; pages come in their order. Of several pages with one key it is the first one's. O(1) amortised.
  mutating func add(_ name: PageName, _ page: EntryID) {
    let number = Int32(truncatingIfNeeded: page.index)
    switch name.kind {
    case .key:
      keys.insert(number, for: name.digest.written)
    default:
      let former = last.update(Int32(truncatingIfNeeded: uses.count), for: name.digest.folded)
      uses.append(
        Use(page: number, former: former ?? -1, written: name.digest.written, kind: name.kind))
    }
  }

  /// Adds where a page stands below the root, if no other one stands there. O(1) amortised.
  mutating func add(address: NameDigest, _ page: EntryID) {
    addresses.insert(Int32(truncatingIfNeeded: page.index), for: address.written)
  }

  /// Where a name stands: what is known of it, of all kinds.
  struct Place {
    fileprivate var name: NameDigest
    /// The last use of it, or -1.
    fileprivate var last: Int32
  }

  /// Who has a name of a kind.
  enum Holders {
    case none
    case one(EntryID)
    /// In their order.
    case several([EntryID])
  }

  /// Looks for a name. O(1).
  func place(of name: NameDigest) -> Place { Place(name: name, last: last.find(name.folded) ?? -1) }

  /// The pages with a name of a kind; where none has it as written, those with it in another case.
  func holders(_ place: Place, _ kind: PageName.Kind) -> Holders {
    var (exact, folded) = (0, 0)
    var (lastExact, lastFolded): (Int32, Int32) = (-1, -1)
    forEachUse(of: place, kind) { page, isExact in
      folded += page == lastFolded ? 0 : 1
      lastFolded = page
      guard isExact else { return }
      exact += page == lastExact ? 0 : 1
      lastExact = page
    }
    if exact == 1 { return .one(EntryID(Int(lastExact))) }
    if exact == 0, folded < 2 { return folded == 0 ? .none : .one(EntryID(Int(lastFolded))) }
    var pages: [EntryID] = []
    forEachUse(of: place, kind) { page, isExact in
      let id = EntryID(Int(page))
      if isExact || exact == 0, pages.last != id { pages.append(id) }
    }
    return .several(pages.reversed())
  }

  /// Calls `body` with the pages that have a name of a kind, last first, each once for every time it has it, and whether it
  /// is so written.
  @inline(__always)
  private func forEachUse(of place: Place, _ kind: PageName.Kind, _ body: (Int32, Bool) -> Void) {
    var next = place.last
    while next >= 0 {
      let use = uses[Int(next)]
      next = use.former
      if use.kind == kind { body(use.page, use.written == place.name.written) }
    }
  }

  /// The source with a key.
  func find(key: NameDigest) -> EntryID? { keys.find(key.written).map { EntryID(Int($0)) } }

  /// The page at an address below the root.
  func find(address: NameDigest) -> EntryID? { addresses.find(address.written).map { EntryID(Int($0)) } }
}
