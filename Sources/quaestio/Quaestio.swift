import ArgumentParser

/// The command line: one file a command.
@main
struct Quaestio: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quaestio",
    abstract: "Turns question/answer Markdown with LaTeX formulas and references into a static wiki.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self, NewCommand.self, BuildCommand.self, CheckCommand.self, SearchCommand.self,
      MarkdownCommand.self, MathCommand.self, CalcCommand.self, ImportCommand.self, ExplainCommand.self,
      ThemeCommand.self,
    ])

  /// Runs a command; wrong use exits with 2 (ArgumentParser's own code is 64).
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      StandardStream.error.tell("error: \(failure.printableMessage)\n")
      exit(withError: ExitCode(failure.exitCode))
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      StandardStream.error.tell(fullMessage(for: error) + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
