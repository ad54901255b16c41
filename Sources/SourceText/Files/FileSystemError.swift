#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file system did not do what it was asked.
public struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was asked.
  public var operation: Operation
  /// The path it was asked for, as the caller gave it.
  public var path: String
  /// Why it was not done.
  public var cause: Cause

  /// Makes an error.
  public init(_ operation: Operation, _ path: String, _ cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }

  /// What a file system can be asked; the raw value continues "cannot …".
  public enum Operation: String, Hashable, Sendable {
    /// Reading a file.
    case read
    /// Listing a directory.
    case list
    /// Asking for a file's status.
    case inspect
    /// Creating a file.
    case write
    /// Creating a directory.
    case createDirectory = "create the folder"
    /// Creating a symbolic or a hard link.
    case createLink = "create the link"
    /// Setting permissions.
    case setPermissions = "set the permissions of"
    /// Removing a file or an empty directory.
    case remove
    /// Renaming.
    case rename
    /// Exchanging two names.
    case exchange
    /// Finding the canonical path.
    case resolve
    /// Locking.
    case lock
  }

  /// Why something was not done.
  public enum Cause: Error, Hashable, Sendable {
    /// The system's own reason, an `errno` value.
    case system(Int32)
    /// A regular file was expected, and this is what is there.
    case notRegular(FileKind)
    /// The file is larger than the caller allowed.
    case tooLarge(size: Int, limit: Int)
  }

  /// The system's number for the reason, `nil` where the reason is our own.
  public var code: Int32? {
    if case .system(let code) = cause { code } else { nil }
  }

  /// Whether the path, or a folder on its way, does not exist.
  public var isNotFound: Bool { code == ENOENT || code == ENOTDIR }

  /// The reason in words, for instance "Permission denied".
  public var reason: String {
    switch cause {
    case .system(let code): String(cString: strerror(code))
    case .notRegular(.directory): "it is a folder"
    case .notRegular: "it is neither a file nor a folder"
    case .tooLarge(let size, let limit): "it has \(size) bytes, more than the limit of \(limit)"
    }
  }

  /// A whole sentence without a full stop: "cannot read content/a.md: Permission denied".
  public var description: String { "cannot \(operation.rawValue) \(path): \(reason)" }
}
