package import ExternalLinks
import KnowledgeBase
import Lint
import Markdown
package import SourceText

/// What a check found, and what it mended.
package struct CheckReport: Sendable {
  /// Everything authors should know, sorted by file and place, as it is after the fixes.
  package var diagnostics: [Diagnostic] = []
  package var pages = 0
  /// The files with safe fixes, in the order of their paths.
  package var fixes: [FixedFile] = []
  /// What other sites answered, where they were asked.
  package var links: LinkReport?

  /// The exit code of COMMANDS: 0 fine, 1 the content has errors, 2 the configuration has.
  package var exitCode: Int32 { diagnostics.exitCode }
}

/// A file with its safe fixes made.
package struct FixedFile: Sendable {
  /// Path below the site's folder.
  package var path: String
  /// How many places were changed.
  package var changeCount: Int
  /// The changes as a unified diff.
  package var diff: [UInt8]
}

/// What a check does about what it can mend.
package enum FixMode: Sendable {
  /// Reports it.
  case none
  /// Says what it would change.
  case dryRun
  /// Changes the files.
  case apply
}

extension SitePipeline {
  /// Finds what a build finds wrong in the content, and what a careful editor would mend; writes no site.
  ///
  /// - Parameter external: asks other sites after the pages linked to; nobody is asked without.
  /// - Throws: when there is no site to check, or a file cannot be changed.
  package func check(
    _ mode: FixMode = .none, external: ExternalCheck? = nil
  ) throws(BuildFailure) -> CheckReport {
    guard (try? files.status(options.site))?.kind == .directory else {
      throw .configuration("there is no folder \(options.site)")
    }
    let (configuration, configurationFaults) = try readConfiguration()
    try requireContent(configuration)
    var report = CheckReport()
    if mode != .none { report.fixes = try fix(configuration, mode) }
    let inventory = try SourceInventory(site: options.site, configuration: configuration, fileSystem: files)
    var faults = configurationFaults + inventory.diagnostics
    let entries = parse(inventory, configuration, &faults)
    let knowledge = link(entries, inventory, configuration, &faults)
    let lints = parallel.map(knowledge.entries.count) { LintPass.diagnostics(of: knowledge.entries[$0]) }
    for found in lints { faults += found }
    faults += SiteLint.summaries(of: knowledge) { configuration.severity(of: $0, path: $1) != nil }
    var site = SiteOutput(self, configuration: configuration, knowledge: knowledge, inventory: inventory)
    let maker = site.prepare(&faults)
    faults += site.nearDuplicates(maker).diagnostics(in: knowledge)
    if let external {
      let links = self.report(external, on: knowledge)
      faults += links.diagnostics
      report.links = links
    }
    report.pages = knowledge.entries.count
    report.diagnostics = judged(faults, configuration)
    return report
  }

  /// Makes the safe fixes of all files.
  private func fix(_ configuration: SiteConfiguration, _ mode: FixMode) throws(BuildFailure) -> [FixedFile] {
    let inventory = try SourceInventory(site: options.site, configuration: configuration, fileSystem: files)
    let reader = EntryReader(configuration)
    let results = parallel.map(inventory.documents.count) { index -> (FixedFile, PublishError?)? in
      let path = inventory.documents[index]
      let place = PathName.join(options.site, path)
      // What cannot be read is reported by the check.
      guard let bytes = try? files.read(place, limit: configuration.limits.fileBytes) else { return nil }
      let fixed = FixApplication.fixing(bytes) { text in
        let name = String(path.dropFirst(configuration.content.count + 1).dropLast(3))
        let result = reader.read(SourceFile(path: path, bytes: text), place: name)
        guard let entry = result.entry else { return [] }
        let found =
          LintPass.sparingQuotations(result.diagnostics, of: entry) + LintPass.diagnostics(of: entry)
        return found.compactMap { configuration.judged($0) }
      }
      guard fixed.changeCount > 0 else { return nil }
      let file = FixedFile(path: path, changeCount: fixed.changeCount, diff: fixed.unifiedDiff(path: path))
      if mode == .apply {
        do throws(FileSystemError) {
          try files.writeAtomically(place, fixed.text)
        } catch {
          return (file, .fileSystem(error))
        }
      }
      return (file, nil)
    }
    let changed = results.compactMap { $0 }
    if let failure = changed.lazy.compactMap({ $0.1 }).first { throw BuildFailure(failure) }
    return changed.map { $0.0 }
  }
}

extension EntryReader {
  /// Reads pages as a site's configuration asks for.
  init(_ configuration: SiteConfiguration) {
    self.init(
      options: configuration.parseOptions, macros: configuration.math.macroTable,
      limits: configuration.limits.math, numbersAllEquations: configuration.math.numberEquations == .all,
      complete: { configuration.complete(&$0, path: $1) })
  }
}
