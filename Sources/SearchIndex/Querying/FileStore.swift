/// The files the host has brought so far: few enough to be looked for one by one.
struct FileStore: Sendable {
  /// What is known of a file.
  enum Entry: Sendable {
    case present([UInt8])
    /// The host could not bring it, or what it brought was not it.
    case absent
  }

  /// More files than this are dropped between queries.
  private static let capacity = 1024

  private var names: [FileName] = []
  private var entries: [Entry] = []

  subscript(name: FileName) -> Entry? {
    for place in names.indices where names[place] == name { return entries[place] }
    return nil
  }

  /// Remembers a file; the first that is known of it stays.
  mutating func add(_ name: FileName, _ entry: Entry) {
    if self[name] != nil { return }
    names.append(name)
    entries.append(entry)
  }

  /// Forgets what was absent, so that it is asked for again, and everything if it has become too much.
  mutating func prepareForQuery() {
    let old = self
    self = FileStore()
    if old.names.count > FileStore.capacity { return }
    for place in old.names.indices {
      guard case .present = old.entries[place] else { continue }
      names.append(old.names[place])
      entries.append(old.entries[place])
    }
  }
}
