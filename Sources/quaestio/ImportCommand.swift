import ArgumentParser
import Importing
import SiteBuild
import SourceText

/// `quaestio import`: turns a scraped question page, or a folder made for another program, into files of a site.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a scraped question page, or an Obsidian, Hugo or Jekyll folder, into files of this site.",
    discussion: """
      The text of a page becomes a question, a file for each of its sources, and a draft for each related question that the site does not have. \
      The notes of a folder become questions, pages and references; their front matter is mapped, links lead where \
      they led, other files are copied. All is written below the site's content folder, and files that exist are \
      never changed. What was repaired, left out or looks damaged is reported; look at it with --dry-run first. Exit \
      codes: 0 fine, 1 nothing in it can be imported, 2 wrong use, 3 the machine failed.
      """)

  @Argument(help: "A page as plain text, - for standard input, or a folder.")
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
    let occupied = try existingFiles(content)
    if file != "-", (try? disk.status(file))?.kind == .directory {
      return try importFolder(into: content, named: folder, occupied: occupied)
    }
    let source = SourceFile(path: file == "-" ? "<stdin>" : file, bytes: try input())
    let imported = PageImporter(occupied: occupied) {
      ImportCommand.questions(among: occupied, below: content)
    }.importPage(source)
    try report(imported)
    if imported.files.isEmpty { throw ExitCode(1) }
    if dryRun { return try StandardStream.output.write(imported.unifiedDiff(in: folder + "/")) }
    try write(imported, below: content, named: folder)
  }

  private func importFolder(into content: String, named folder: String, occupied: Set<String>) throws {
    try refuseOwnFolders(content)
    let imported: ImportedFolder
    do {
      imported = try FolderImporter(occupied: occupied, reserved: SiteConfiguration.reservedNames)
        .importFolder(file, in: disk)
    } catch {
      throw CommandFailure(error)
    }
    try report(imported.site)
    if format == .text || dryRun {
      let summary = imported.summary(in: folder + "/", listsFiles: dryRun)
      let lines = summary.split(separator: "\n").map { DisplayText.printable(String($0)) + "\n" }
      try StandardStream.output.write(lines.joined())
    }
    if imported.isEmpty { throw ExitCode(1) }
    if dryRun { return try StandardStream.output.write(imported.site.unifiedDiff(in: folder + "/")) }
    try write(imported.site, below: content, named: folder)
  }

  /// A folder that holds the site's content, or is held by it, would be imported into itself.
  private func refuseOwnFolders(_ content: String) throws {
    guard let source = try? disk.canonicalPath(file), let target = try? disk.canonicalPath(content) else {
      return
    }
    guard !PathName.contains(source, target), !PathName.contains(target, source) else {
      throw CommandFailure("\(file) and this site's content folder lie in one another; import from elsewhere")
    }
  }

  private func report(_ imported: ImportedSite) throws {
    var reporter = DiagnosticReporter(format: format)
    reporter.usesColor = StandardStream.error.showsColor
    try StandardStream.error.write(reporter.report(imported.diagnostics))
  }

  private func write(_ imported: ImportedSite, below content: String, named folder: String) throws {
    for written in imported.files {
      try write(written.path, written.bytes, below: content)
      try tell(folder, written.path)
    }
    for copy in imported.copies {
      do {
        try write(copy.path, try disk.read(PathName.join(file, copy.origin)), below: content)
      } catch let error as FileSystemError {
        throw CommandFailure(error)
      }
      try tell(folder, copy.path)
    }
  }

  private func tell(_ folder: String, _ path: String) throws {
    guard format == .text else { return }
    try StandardStream.output.write(DisplayText.printable(PathName.join(folder, path)) + "\n")
  }

  private var disk: DiskFileSystem { DiskFileSystem() }

  /// The site's content folder, relative to the site, as its configuration names it.
  private func contentFolder() throws(CommandFailure) -> String {
    try SiteConfiguration.ofSite(site, disk).content
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

  /// The site's questions by their names; files that cannot be read are none.
  private static func questions(among paths: Set<String>, below content: String) -> KnownQuestions {
    var known = KnownQuestions()
    for path in paths.sorted() where KnownQuestions.isQuestion(path) {
      guard let bytes = try? DiskFileSystem().read(PathName.join(content, path), limit: largestPage) else {
        continue
      }
      known.add(path: path, bytes)
    }
    return known
  }

  /// Writes a file that does not exist; one that has come into being meanwhile stays as it is.
  private func write(_ path: String, _ bytes: [UInt8], below content: String) throws {
    let path = PathName.join(content, path)
    do {
      try disk.makeDirectory(PathName.parent(path))
      try disk.write(path, bytes)
    } catch {
      throw CommandFailure(error)
    }
  }
}
