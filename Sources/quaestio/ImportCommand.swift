import ArgumentParser
import Importing
import SiteBuild
import SourceText

/// `quaestio import`: turns the plain text of a question page into files of a site.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn the text of a scraped question page into files of this site.",
    discussion: """
      The page becomes a question, a file for each of its sources, and a draft for each related question, below the \
      site's content folder. Files that exist are never changed. What was repaired, left out or looks damaged is \
      reported. Exit codes: 0 fine, 1 the text is no question page, 2 wrong use, 3 the machine failed.
      """)

  @Argument(help: "The page as plain text; - for standard input.")
  var file: String

  @Option(help: "The site's folder.")
  var site = "."

  @Flag(help: "Print what would be written as a diff, and write nothing.")
  var dryRun = false

  @Option(help: "How to print diagnostics: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  /// The largest page, in bytes.
  private static let largestPage = 8 << 20

  func run() throws {
    let folder = try contentFolder()
    let content = PathName.join(site, folder)
    guard file == "-" || (try? disk.status(file))?.kind != .directory else {
      throw CommandFailure("\(file) is a folder; name the text of one page", exitCode: 2)
    }
    let source = SourceFile(path: file == "-" ? "<stdin>" : file, bytes: try input())
    let occupied = try existingFiles(content)
    let imported = PageImporter(occupied: occupied).importPage(source)
    var reporter = DiagnosticReporter(format: format)
    reporter.usesColor = StandardStream.error.showsColor
    try StandardStream.error.write(reporter.report(imported.diagnostics))
    if imported.files.isEmpty { throw ExitCode(1) }
    if dryRun { return try StandardStream.output.write(imported.unifiedDiff(in: folder + "/")) }
    for written in imported.files {
      try write(written, below: content)
      if format == .text { try StandardStream.output.write(PathName.join(folder, written.path) + "\n") }
    }
  }

  private var disk: DiskFileSystem { DiskFileSystem() }

  /// The site's content folder, relative to the site, as its configuration names it.
  private func contentFolder() throws -> String {
    let path = PathName.join(site, "quaestio.yml")
    guard disk.exists(path) else { return SiteConfiguration.read(nil).configuration.content }
    do {
      return SiteConfiguration.read(SourceFile(path: path, bytes: try disk.read(path))).configuration.content
    } catch {
      throw CommandFailure(error)
    }
  }

  private func input() throws -> [UInt8] {
    if file == "-" { return try StandardInput.readAll() }
    do {
      return try disk.read(file, limit: ImportCommand.largestPage)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The paths below the content folder; none where there is no such folder yet.
  private func existingFiles(_ content: String) throws -> Set<String> {
    guard disk.exists(content) else { return [] }
    do {
      return Set(try disk.walk(content).files)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func write(_ imported: ImportedFile, below content: String) throws {
    let path = PathName.join(content, imported.path)
    do {
      try disk.makeDirectory(PathName.parent(path))
      try disk.writeAtomically(path, imported.bytes)
    } catch {
      throw CommandFailure(error)
    }
  }
}
