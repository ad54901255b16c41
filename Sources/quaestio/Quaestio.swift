import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command line: one file a command.
@main
struct Quaestio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quaestio",
    abstract: "Turns question/answer Markdown with LaTeX formulas and references into a static wiki.",
    version: "0.1.0",
    subcommands: [BuildCommand.self, SearchCommand.self, MathCommand.self, CalcCommand.self])

  /// Runs a command; wrong use exits with 2 (ArgumentParser's own code is 64).
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      var standardError = StandardError()
      print(fullMessage(for: error), to: &standardError)
      Self.exit(withError: ExitCode(2))
    }
  }
}
