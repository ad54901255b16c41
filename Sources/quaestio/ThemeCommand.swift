import ArgumentParser
import Authoring
import SourceText

/// `quaestio theme`: the default theme, to be changed.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Work with the default theme.", subcommands: [EjectCommand.self])
}

/// `quaestio theme eject`: writes files of the default theme into a folder.
struct EjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject", abstract: "Write the default theme's templates and assets into a folder.",
    discussion: """
      A file in a site's templates/ takes the place of the theme's file of the same name, so the folder is usually \
      templates. Take only what you want to change: a file of yours does not change with newer versions of Quaestio. \
      Files that are there with other contents are never written over. Exit codes: 0 fine, 2 wrong use or files that \
      differ, 3 the machine failed.
      """)

  @Argument(help: "The folder to write to, such as templates.")
  var folder: String

  @Option(help: "Write only this file, such as footer.html or assets/style.css; may be given several times.")
  var only: [String] = []

  func run() throws {
    let ejection: ThemeEjection
    do throws(ThemeEjection.Unknown) {
      ejection = try ThemeEjection(only: only)
    } catch {
      throw CommandFailure(
        "the theme has no file \(error.name); "
          + (error.question ?? "without --only all its files are written"))
    }
    switch try plan(ejection) {
    case .differ(let names):
      let list = names.map { "\n  " + PathName.join(folder, $0) }.joined()
      throw CommandFailure(
        "nothing was written, because these files are there with other contents:\(list)\n"
          + "move them away, write to another folder, or choose files with --only")
    case .write(let files):
      try disk.writeNew(files, in: folder)
      let unchanged = ejection.files.count - files.count
      guard unchanged > 0 else { return }
      try StandardStream.output.write(
        "\(unchanged) file\(unchanged == 1 ? " was" : "s were") there already, with the same contents.\n")
    }
  }

  private func plan(_ ejection: ThemeEjection) throws(CommandFailure) -> ThemeEjection.Plan {
    do {
      return try ejection.plan(for: folder, in: disk)
    } catch {
      throw CommandFailure(error)
    }
  }

  private var disk: DiskFileSystem { DiskFileSystem() }
}
