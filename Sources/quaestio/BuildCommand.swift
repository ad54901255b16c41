import ArgumentParser
import SiteBuild
import SourceText

/// `quaestio build`: reads a site, publishes it, and says what was done.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site and publish it.",
    discussion: """
      A site with errors is not published, and what was published before stays as it is. Exit codes: 0 fine, \
      1 the content has errors, 2 wrong use or configuration, 3 the machine failed.
      """)

  @Option(help: "The site's folder.")
  var site = "."

  @Option(help: "The folder to publish to; public/ in the site by default.")
  var output: String?

  @Option(name: .customLong("base-url"), help: "Where the site is published, for feeds and the sitemap.")
  var baseURL: String?

  @Flag(help: "Publish drafts too.")
  var drafts = false

  @Option(help: "How many pages to work on at once; the number of cores by default.")
  var jobs: Int?

  @Flag(help: "Build from nothing; compressed files are made again, too.")
  var clean = false

  @Flag(
    inversion: .prefixedNo,
    help: "Publish files as gzip and Brotli, too; `precompress:` in quaestio.yml by default.")
  var precompress: Bool?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Publish although the content has errors; they are marked in the pages.")
  var keepGoing = false

  @Option(help: "How to publish: auto, exchange or in-place.")
  var publish = Publisher.Mode.auto

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  @Flag(help: "Print what every stage cost.")
  var verbose = false

  @Option(help: "How to print diagnostics: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  @Option(help: "Write a report as JSON to a file, or - for standard output.")
  var report: String?

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be used together.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    let bar = ProgressBar()
    var options = BuildOptions()
    options.site = site
    options.output = output
    options.baseURL = baseURL
    options.includesDrafts = drafts
    options.jobs = jobs
    options.isStrict = strict
    options.keepsGoing = keepGoing
    options.isClean = clean
    options.precompresses = precompress
    options.publishMode = publish
    if StandardStream.error.showsProgress, !quiet, format == .text {
      options.progress = { bar.show($0.stage, done: $0.done, of: $0.total) }
    }
    let result: BuildReport
    do throws(BuildFailure) {
      defer { bar.clear() }
      result = try SitePipeline(options: options).build()
    } catch {
      throw CommandFailure(error.message, exitCode: error.exitCode)
    }
    StandardStream.error.tell(diagnostics(result))
    try write(BuildSummary(result))
    if result.exitCode != 0 { throw ExitCode(result.exitCode) }
  }

  private func diagnostics(_ result: BuildReport) -> String {
    var reporter = DiagnosticReporter(format: format)
    reporter.usesColor = StandardStream.error.showsColor
    reporter.folder = site
    if verbose { reporter.placesPerMessage = .max }
    return String(decoding: reporter.report(result.diagnostics), as: UTF8.self)
  }

  private func write(_ summary: BuildSummary) throws(CommandFailure) {
    if report == "-" { return try StandardStream.output.write(summary.json) }
    if !quiet { try StandardStream.output.write(summary.text) }
    if verbose { try StandardStream.output.write(summary.stages) }
    guard let report else { return }
    do {
      try DiskFileSystem().writeAtomically(report, summary.json)
    } catch {
      // Not the temporary file beside it.
      throw CommandFailure(FileSystemError(.write, report, error.cause))
    }
  }
}

extension Publisher.Mode: ExpressibleByArgument {}
extension DiagnosticFormat: ExpressibleByArgument {}
