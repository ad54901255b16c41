import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which failures mean "this cannot be done here", so that another way is worth trying.
enum ExchangeLimits {
  /// The file system, a mount point or the parent folder's permissions do not allow a call. A full or failing
  /// disk is not among them: no other way would fare better.
  static func isLimit(_ error: FileSystemError) -> Bool {
    guard let code = error.code else { return false }
    return [EINVAL, EXDEV, ENOSYS, EPERM, EBUSY, EACCES, EROFS, ENOTSUP, EOPNOTSUPP, EMLINK, EILSEQ]
      .contains(code)
  }
}
