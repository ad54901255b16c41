/// `index.json` as the engine reads it.
struct Manifest: Sendable {
  private(set) var idBits = 0
  private(set) var blockBits = 0
  /// Files or directories of terms, by ascending key.
  private(set) var terms: [NamedKey] = []
  /// Files or directories of documents, by ascending range of ids.
  private(set) var documents: [FileName?] = []
  /// The table of Traditional characters, if the index has one.
  private(set) var characters: FileName?

  /// Reads and checks a manifest. Unknown keys with a string or a number are passed over.
  init(_ bytes: [UInt8]) throws(DamagedFile) {
    var reader = JSONReader(bytes)
    var format = 0
    try reader.expect(0x7B)
    repeat {
      let key = try reader.string()
      try reader.expect(0x3A)
      if matches(key, "format") {
        format = try reader.number()
      } else if matches(key, "idBits") {
        idBits = try reader.number()
      } else if matches(key, "blockBits") {
        blockBits = try reader.number()
      } else if matches(key, "terms") {
        terms = try Manifest.readTerms(&reader)
      } else if matches(key, "documents") {
        documents = try Manifest.readDocuments(&reader)
      } else if matches(key, "characters") {
        guard let name = FileName(try reader.string()), name.kind == .characters else { throw DamagedFile() }
        characters = name
      } else {
        try Manifest.skipValue(&reader)
      }
    } while reader.skip(0x2C)
    try reader.expect(0x7D)
    guard reader.isAtEnd(), format == Int(FileHeader.version) else { throw DamagedFile() }
    guard 1...8 ~= blockBits, blockBits...IndexLimits.mostIDBits ~= idBits else { throw DamagedFile() }
  }

  private static func readTerms(_ reader: inout JSONReader) throws(DamagedFile) -> [NamedKey] {
    var entries: [NamedKey] = []
    try reader.expect(0x5B)
    if reader.skip(0x5D) { return entries }
    repeat {
      try reader.expect(0x5B)
      let key = try reader.string()
      try reader.expect(0x2C)
      guard let name = FileName(try reader.string()) else { throw DamagedFile() }
      guard name.kind == .terms || name.kind == .termDirectory else { throw DamagedFile() }
      try reader.expect(0x5D)
      entries.append(NamedKey(key: key, name: name))
    } while reader.skip(0x2C)
    try reader.expect(0x5D)
    return entries
  }

  private static func readDocuments(_ reader: inout JSONReader) throws(DamagedFile) -> [FileName?] {
    var names: [FileName?] = []
    try reader.expect(0x5B)
    if reader.skip(0x5D) { return names }
    repeat {
      if reader.isAtString() {
        guard let name = FileName(try reader.string()) else { throw DamagedFile() }
        guard name.kind == .documents || name.kind == .documentDirectory else { throw DamagedFile() }
        names.append(name)
      } else {
        try reader.null()
        names.append(nil)
      }
    } while reader.skip(0x2C)
    try reader.expect(0x5D)
    return names
  }

  private static func skipValue(_ reader: inout JSONReader) throws(DamagedFile) {
    if reader.isAtString() {
      _ = try reader.string()
    } else {
      _ = try reader.number()
    }
  }
}

// Not inlined: in the browser's engine every call would be as large as the function.
@inline(never)
private func matches(_ key: [UInt8], _ name: StaticString) -> Bool {
  guard key.count == name.utf8CodeUnitCount else { return false }
  for index in key.indices where key[index] != name.utf8Start[index] { return false }
  return true
}
