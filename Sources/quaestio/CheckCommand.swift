import ArgumentParser
import ExternalLinks
import SiteBuild
import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `quaestio check`: reports what a build finds wrong in the content, and what a careful editor would mend; writes no
/// site.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the content, and mend what is certain.",
    discussion: """
      Reports what a build finds wrong in the content, and lints: leftovers of language models and scrapers, damaged formulas, \
      tracking links, punctuation. `quaestio explain` tells more of each. Exit codes: 0 fine, 1 the content has \
      errors, 2 wrong use or configuration, 3 the machine failed.
      """)

  @Option(help: "The site's folder.")
  var site = "."

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Make the fixes that are certain, in the files.")
  var fix = false

  @Flag(help: "With --fix: print the changes as a diff and make none.")
  var dryRun = false

  @Flag(help: "Also ask other sites whether the pages linked to are there; runs curl.")
  var external = false

  @Flag(help: "With --external: ask hosts of private networks and of this machine, too.")
  var externalPrivate = false

  @Option(help: "How many pages to work on at once; the number of cores by default.")
  var jobs: Int?

  @Option(help: "How to print diagnostics: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  func validate() throws {
    if dryRun && !fix { throw ValidationError("--dry-run goes with --fix.") }
    if externalPrivate && !external { throw ValidationError("--external-private goes with --external.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    var options = BuildOptions()
    options.site = site
    options.jobs = jobs
    options.isStrict = strict
    let bar = StandardStream.error.showsProgress ? ProgressBar() : nil
    let check = try external ? externalCheck(bar) : nil
    let result: CheckReport
    do throws(BuildFailure) {
      defer { bar?.clear() }
      result = try SitePipeline(options: options).check(
        fix ? dryRun ? .dryRun : .apply : .none, external: check)
    } catch {
      throw CommandFailure(error.message, exitCode: error.exitCode)
    }
    var reporter = DiagnosticReporter(format: format)
    reporter.usesColor = StandardStream.error.showsColor
    reporter.folder = site
    StandardStream.error.tell(String(decoding: reporter.report(result.diagnostics), as: UTF8.self))
    for file in result.fixes where dryRun { try StandardStream.output.write(file.diff) }
    if !dryRun, format == .text { try StandardStream.output.write(summary(result)) }
    if result.exitCode != 0 { throw ExitCode(result.exitCode) }
  }

  private func externalCheck(_ bar: ProgressBar?) throws(CommandFailure) -> ExternalCheck {
    let agent = "Quaestio/\(Quaestio.configuration.version) (+link check)"
    let transport: CurlTransport
    do throws(CurlTransport.Missing) {
      transport = try CurlTransport(agent: agent, policy: externalPrivate ? .any : .publicOnly)
    } catch {
      throw CommandFailure("--external runs the program curl, which is not installed", exitCode: 3)
    }
    var check = ExternalCheck(transport, now: time(nil))
    check.progress = { done, total in bar?.show("links", done: done, of: total) }
    return check
  }

  private func summary(_ result: CheckReport) -> String {
    var text = ""
    for file in result.fixes {
      text += "\(file.path): \(file.changeCount) \(file.changeCount == 1 ? "place" : "places") mended.\n"
    }
    let counts = [(Diagnostic.Severity.error, "error"), (.warning, "warning"), (.info, "note")].compactMap {
      severity, name -> String? in
      let count = result.diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    let found = counts.isEmpty ? "nothing to mend" : counts.joined(separator: ", ")
    if let links = result.links { text += "External links: \(links.summary).\n" }
    return text + "\(result.pages) page\(result.pages == 1 ? "" : "s") checked: \(found).\n"
  }
}
