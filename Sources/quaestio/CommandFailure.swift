import SourceText

/// Why a command could not do what it was asked, and the exit code of that.
struct CommandFailure: Error {
  /// A sentence for the person at the terminal.
  var message: String
  /// 2 for wrong use, 3 when the machine failed.
  var exitCode: Int32 = 2

  init(_ message: String, exitCode: Int32 = 2) {
    self.message = message
    self.exitCode = exitCode
  }

  /// The message line by line, names of files in it included, as a terminal may show it.
  var printableMessage: String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.printable(String($0)) }.joined(separator: "\n")
  }

  /// A file that was named and cannot be read or written: the wrong name, or the machine's fault.
  init(_ error: FileSystemError) {
    let isMachine = if case .system = error.cause { !error.isNotFound } else { false }
    self.init(error.description, exitCode: isMachine ? 3 : 2)
  }
}
