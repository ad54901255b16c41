import KnowledgeBase
import Markdown
import Rendering
package import SourceText
import Templates
import TeXMath

/// Builds a site: discover → parse → link → index → render → publish.
///
/// Each stage is a function of the one before and of the configuration; what is wrong in content is collected on the
/// way, and the site is published at the end or not at all.
package struct SitePipeline: Sendable {
  let options: BuildOptions
  let files: any FileSystem
  let parallel: Parallel

  /// Prepares a build.
  package init(options: BuildOptions, fileSystem: any FileSystem = DiskFileSystem()) {
    self.options = options
    self.files = fileSystem
    self.parallel = Parallel(jobs: options.jobs)
  }

  /// Builds and publishes the site.
  ///
  /// - Throws: when no site can be made at all; the published site is then as it was.
  package func build() throws(BuildFailure) -> BuildReport {
    guard (try? files.status(options.site))?.kind == .directory else {
      throw .configuration("there is no folder \(options.site)")
    }
    var clock = StageClock()
    var report = BuildReport()
    let (configuration, configurationFaults) = try readConfiguration()
    let output = options.output ?? PathName.join(options.site, configuration.output)
    report.outputPath = output
    let lock = try publishing { () throws(PublishError) in
      try BuildLock.acquire(site: options.site, fileSystem: files)
    }
    defer { lock.release() }
    let staging = try publishing { () throws(PublishError) in
      try Publisher(fileSystem: files).begin(
        output: output,
        protecting: OutputGuard(site: options.site, sources: [configuration.content, "templates"]),
        mode: options.publishMode)
    }
    defer { staging.abandon() }
    var faults = configurationFaults
    let inventory = try clock.measure("discover") { () throws(BuildFailure) in
      try SourceInventory(site: options.site, configuration: configuration, fileSystem: files)
    }
    faults += inventory.diagnostics
    let entries = clock.measure("parse") { parse(inventory, configuration, &faults) }
    let knowledge = clock.measure("link") { link(entries, inventory, configuration, &faults) }
    var site = SiteOutput(self, configuration: configuration, knowledge: knowledge, inventory: inventory)
    let maker = clock.measure("prepare") { site.prepare(&faults) }
    try clock.measure("index") { () throws(BuildFailure) in try writeIndex(of: site, maker, to: staging) }
    try clock.measure("render") { () throws(BuildFailure) in try writePages(maker, to: staging) }
    try clock.measure("extras") { () throws(BuildFailure) in try site.writeExtras(maker, to: staging, &faults)
    }
    report.questions = maker.questionCount
    report.references = knowledge.ids(of: .reference).count
    report.pages = maker.jobs.count
    report.diagnostics = judged(faults, configuration)
    if options.keepsGoing || !report.diagnostics.contains(where: { $0.severity == .error }) {
      try clock.measure("publish") { () throws(BuildFailure) in try publish(staging, &report) }
    }
    report.stages = clock.stages
    report.wallSeconds = clock.wallSeconds
    report.peakMemoryBytes = StageClock.peakMemoryBytes
    return report
  }

  // MARK: Stages

  private func readConfiguration() throws(BuildFailure) -> (SiteConfiguration, [Diagnostic]) {
    let path = PathName.join(options.site, "quaestio.yml")
    var file: SourceFile?
    if files.exists(path) {
      do {
        file = SourceFile(path: "quaestio.yml", bytes: try files.read(path))
      } catch {
        throw .machine(error.description)
      }
    }
    var (configuration, faults) = SiteConfiguration.read(file)
    if let written = options.baseURL {
      do {
        configuration.baseURL = try BaseURL(written)
      } catch {
        throw .configuration("--base-url \(written): \(error.message)")
      }
    }
    faults = faults.sorted { ($0.location?.range?.start ?? 0) < ($1.location?.range?.start ?? 0) }
    return (configuration, faults)
  }

  private func parse(
    _ inventory: SourceInventory, _ configuration: SiteConfiguration, _ faults: inout [Diagnostic]
  ) -> [Entry] {
    var macros = MacroTable()
    for macro in configuration.math.macros {
      if let fault = macros.define(macro) {
        faults.append(Diagnostic(.configInvalid, at: SourceLocation(path: "quaestio.yml"), fault))
      }
    }
    var parsing = ParseOptions()
    parsing.sections = configuration.sections
    let reader = EntryReader(
      options: parsing, macros: macros, numbersAllEquations: configuration.math.numberEquations == .all,
      complete: { configuration.complete(&$0, path: $1) })
    let results = parallel.map(
      inventory.documents.count, progress: progress("parse", inventory.documents.count)
    ) {
      read(inventory.documents[$0], reader, configuration)
    }
    for result in results { faults += result.diagnostics }
    return results.compactMap(\.entry).filter { options.includesDrafts || $0.frontMatter.draft != true }
  }

  private func read(
    _ path: String, _ reader: EntryReader, _ configuration: SiteConfiguration
  ) -> (entry: Entry?, diagnostics: [Diagnostic]) {
    do {
      let bytes = try files.read(PathName.join(options.site, path), limit: configuration.limits.fileBytes)
      let place = path.dropFirst(configuration.content.count + 1).dropLast(3)
      return reader.read(SourceFile(path: path, bytes: bytes), place: String(place))
    } catch {
      return (nil, [SitePipeline.diagnostic(error, at: path, limit: configuration.limits.fileBytes)])
    }
  }

  private static func diagnostic(_ error: FileSystemError, at path: String, limit: Int) -> Diagnostic {
    let location = SourceLocation(path: path)
    switch error.cause {
    case .tooLarge:
      return Diagnostic(
        .fileTooLarge, at: location, "This file is larger than \(limit) bytes.",
        notes: [Note("Divide it, or raise `limits: {file_bytes: …}` in quaestio.yml.")])
    case .notRegular:
      return Diagnostic(
        .fileNotRegular, at: location, "This is no file but a pipe, socket or device; it is left out.")
    default:
      return Diagnostic(.fileUnreadable, at: location, "This file cannot be read: \(error.reason).")
    }
  }

  private func link(
    _ entries: [Entry], _ inventory: SourceInventory, _ configuration: SiteConfiguration,
    _ faults: inout [Diagnostic]
  ) -> KnowledgeBase {
    var knowledge = KnowledgeBase(entries, reserved: SiteOutput.reservedNames, diagnostics: &faults)
    let resolver = LinkResolver(
      knowledge, assets: Set(inventory.assets + inventory.staticFiles), builtIn: SiteOutput.builtInPages,
      contentFolder: configuration.content + "/")
    let results = parallel.map(knowledge.entries.count, progress: progress("link", knowledge.entries.count)) {
      resolver.resolve(EntryID($0))
    }
    for result in results { faults += result.diagnostics }
    knowledge.connect(results.map(\.links))
    return knowledge
  }

  private func writePages(_ maker: PageMaker, to staging: Staging) throws(BuildFailure) {
    let jobs = maker.jobs
    let failures = parallel.map(jobs.count, progress: progress("render", jobs.count)) {
      index -> PublishError? in
      let page = maker.make(jobs[index])
      return write(OutputFile(path: page.path, bytes: page.html), to: staging)
    }
    if let failure = failures.lazy.compactMap(\.self).first { throw BuildFailure(failure) }
  }

  private func writeIndex(of site: SiteOutput, _ maker: PageMaker, to staging: Staging) throws(BuildFailure) {
    for file in site.indexFiles(maker) {
      if let failure = write(file, to: staging) { throw BuildFailure(failure) }
    }
  }

  /// Stages a file; gives back what stood in the way.
  func write(_ file: OutputFile, to staging: Staging) -> PublishError? {
    do {
      try staging.write(file)
      return nil
    } catch {
      return error
    }
  }

  private func publish(_ staging: Staging, _ report: inout BuildReport) throws(BuildFailure) {
    let published = try publishing { () throws(PublishError) in try staging.commit() }
    report.filesWritten = published.written
    report.filesUnchanged = published.unchanged
    report.filesRemoved = published.removed
    report.bytesWritten = published.writtenBytes
    report.isPublished = true
    if let reason = published.exchangeFailure {
      report.diagnostics.append(
        Diagnostic(
          .outputNotExchanged, at: nil,
          "The output folder could not be exchanged as a whole (\(reason.reason)); its files were replaced one by one."
        ))
    }
  }

  // MARK: Helpers

  /// Applies `rules:` and `--strict`, and brings diagnostics into the order of files and places.
  private func judged(_ faults: [Diagnostic], _ configuration: SiteConfiguration) -> [Diagnostic] {
    faults.compactMap { configuration.judged($0) }
      .map { diagnostic in
        var diagnostic = diagnostic
        if options.isStrict, diagnostic.severity == .warning { diagnostic.severity = .error }
        return diagnostic
      }
      .sorted { left, right in
        let (first, second) = (left.location?.path ?? "", right.location?.path ?? "")
        if first != second { return first.utf8.lexicographicallyPrecedes(second.utf8) }
        let (start, other) = (left.location?.range?.start ?? 0, right.location?.range?.start ?? 0)
        return start != other ? start < other : left.message < right.message
      }
  }

  func progress(_ stage: String, _ total: Int) -> (@Sendable (Int) -> Void)? {
    guard let report = options.progress else { return nil }
    return { report(BuildProgress(stage: stage, done: $0, total: total)) }
  }

  func publishing<Result>(_ body: () throws(PublishError) -> Result) throws(BuildFailure) -> Result {
    do {
      return try body()
    } catch {
      throw BuildFailure(error)
    }
  }
}
