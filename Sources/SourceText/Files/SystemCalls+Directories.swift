#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SystemCalls {
  static func listDirectory(_ path: String) throws(Cause) -> [DirectoryEntry] {
    guard let stream = opendir(path) else { throw .system(errno) }
    defer { closedir(stream) }
    var entries: [DirectoryEntry] = []
    while true {
      errno = 0
      guard let record = readdir(stream) else {
        if errno != 0 { throw .system(errno) }
        break
      }
      // The record may end before a whole `dirent` does: only its name's own bytes may be touched.
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { throw .system(EINVAL) }
      let name = UnsafeRawPointer(record) + offset
      let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name.assumingMemoryBound(to: CChar.self)))
      if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
      let kind = try kind(type: record.pointee.d_type, of: name, in: stream)
      entries.append(DirectoryEntry(nameBytes: bytes, kind: kind))
    }
    entries.sort { PathName.precedes($0.name, $1.name) }
    return entries
  }

  /// The kind as the directory itself tells it; only some file systems make us ask for each file.
  private static func kind(
    type: UInt8, of name: UnsafeRawPointer, in stream: DirectoryStream
  ) throws(Cause) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .directory
    case Int(DT_LNK): return .symbolicLink
    case Int(DT_UNKNOWN):
      var info = stat()
      let name = name.assumingMemoryBound(to: CChar.self)
      // A file that vanished since it was listed is no reason to fail.
      return fstatat(dirfd(stream), name, &info, AT_SYMLINK_NOFOLLOW) == 0 ? kind(mode: info.st_mode) : .other
    default: return .other
    }
  }

  #if canImport(Glibc)
    private typealias DirectoryStream = OpaquePointer
  #else
    private typealias DirectoryStream = UnsafeMutablePointer<DIR>
  #endif
}
