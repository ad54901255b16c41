/// The files the host has brought so far, few enough to be looked for one by one; and those it is asked for.
struct FileStore: Sendable {
  /// More files than this are dropped between queries.
  private static let capacity = 1024

  /// The numbers of the files' names; 0 for what was forgotten.
  private var names: [UInt64] = []
  /// The content of each; empty: the host could not bring it, or what it brought was not it.
  private var contents: [[UInt8]] = []
  /// The files that were asked for and are not known, since this was emptied; the numbers of their names.
  var wanted: [UInt64] = []

  /// The content of a file, if it is here, else nothing; one that was not asked for yet joins `wanted`.
  @inline(never)
  mutating func content(of name: FileName) -> [UInt8] {
    if name.digest == 0 { return [] }
    if let place = names.firstIndex(of: name.number) { return contents[place] }
    if wanted.firstIndex(of: name.number) == nil { wanted.append(name.number) }
    return []
  }

  /// Remembers a file; the first that is known of it stays.
  mutating func add(_ name: FileName, _ content: [UInt8]) {
    if names.firstIndex(of: name.number) != nil { return }
    names.append(name.number)
    contents.append(content)
  }

  /// Forgets what was absent, so that it is asked for again, and everything if it has become too much.
  mutating func prepareForQuery() {
    if names.count > FileStore.capacity { self = FileStore() }
    for place in names.indices where contents[place].isEmpty { names[place] = 0 }
  }
}
