/// The files the host has brought so far: few enough to be looked for one by one.
struct FileStore: Sendable {
  /// More files than this are dropped between queries.
  private static let capacity = 1024

  private struct Entry: Sendable {
    var name: FileName
    /// nil: the host could not bring it, or what it brought was not it.
    var content: [UInt8]?
  }

  private var entries: [Entry] = []

  /// The content of a file, if it is here; one that was not asked for yet joins `missing`.
  func content(of name: FileName, missing: inout [FileName]) -> [UInt8]? {
    for entry in entries where entry.name == name { return entry.content }
    if !missing.contains(name) { missing.append(name) }
    return nil
  }

  /// Remembers a file; the first that is known of it stays.
  mutating func add(_ name: FileName, _ content: [UInt8]?) {
    var missing: [FileName] = []
    _ = self.content(of: name, missing: &missing)
    if !missing.isEmpty { entries.append(Entry(name: name, content: content)) }
  }

  /// Forgets what was absent, so that it is asked for again, and everything if it has become too much.
  mutating func prepareForQuery() {
    if entries.count > FileStore.capacity { entries = [] }
    entries.removeAll { $0.content == nil }
  }
}
