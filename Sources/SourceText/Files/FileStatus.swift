/// What a name in a directory stands for.
public enum FileKind: String, Hashable, Sendable {
  /// A regular file: bytes that can be read to an end.
  case file
  /// A directory.
  case directory
  /// A symbolic link.
  case symbolicLink
  /// A FIFO, socket or device.
  case other
}

/// What a file system knows of a file without reading it.
public struct FileStatus: Hashable, Sendable {
  /// What it is.
  public var kind: FileKind
  /// Size in bytes; only meaningful for regular files.
  public var size: Int
  /// Time of the last change of the contents, in nanoseconds since 1970-01-01 UTC.
  public var modified: Int64
  /// The twelve permission bits, for instance `0o644`.
  public var permissions: UInt16
  /// Which file it is: two paths with equal identities name one file.
  public var identity: FileIdentity

  /// Makes a status of its parts.
  public init(kind: FileKind, size: Int, modified: Int64, permissions: UInt16, identity: FileIdentity) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.permissions = permissions
    self.identity = identity
  }
}

/// The identity of a file on one machine, as long as it exists.
public struct FileIdentity: Hashable, Sendable {
  /// Number of the file system.
  public var device: UInt64
  /// Number of the file in it.
  public var inode: UInt64

  /// Makes an identity of its parts.
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// One name in a directory.
public struct DirectoryEntry: Hashable, Sendable {
  /// The name; where it is not UTF-8 on disk, with U+FFFD in place of what is not.
  public var name: String
  /// What it stands for; a link stands for itself.
  public var kind: FileKind
  /// Whether the name on disk is UTF-8; if not, `name` cannot be used to reach the file.
  public var isValidUTF8: Bool

  /// Makes an entry from the bytes of its name.
  init(nameBytes: some Sequence<UInt8>, kind: FileKind) {
    let bytes = Array(nameBytes)
    let valid = String(validating: bytes, as: UTF8.self)
    self.name = valid ?? String(decoding: bytes, as: UTF8.self)
    self.isValidUTF8 = valid != nil
    self.kind = kind
  }
}
