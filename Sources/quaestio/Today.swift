import Markdown

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The day on which an author runs a command.
enum Today {
  /// The day of SOURCE_DATE_EPOCH in Coordinated Universal Time (reproducible-builds.org), else today where the author
  /// is.
  static func date() throws(CommandFailure) -> CalendarDate {
    var parts = tm()
    if let written = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !written.isEmpty {
      guard var seconds = time_t(written), gmtime_r(&seconds, &parts) != nil else {
        throw CommandFailure("SOURCE_DATE_EPOCH is a number of seconds, not \(written)")
      }
    } else {
      var now = time(nil)
      localtime_r(&now, &parts)
    }
    guard
      let date = CalendarDate(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw CommandFailure("the clock of this machine is wrong", exitCode: 3) }
    return date
  }
}
