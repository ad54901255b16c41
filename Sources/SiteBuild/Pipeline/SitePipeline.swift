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
    var clock = StageClock(.discover)
    announce(.discover, done: 0)
    let (configuration, faults) = try readConfiguration()
    do throws(BuildFailure) {
      return try build(configuration, faults, &clock)
    } catch {
      // What is wrong in quaestio.yml may be the reason, and says more.
      guard error.exitCode == 2, faults.contains(where: { $0.severity == .error }) else { throw error }
      var report = BuildReport()
      report.outputPath = outputPath(configuration)
      report.diagnostics = judged(faults, configuration)
      finish(&report, &clock)
      return report
    }
  }

  private func build(
    _ configuration: SiteConfiguration, _ configurationFaults: [Diagnostic], _ clock: inout StageClock
  ) throws(BuildFailure) -> BuildReport {
    var report = BuildReport()
    report.outputPath = outputPath(configuration)
    try requireContent(configuration)
    let lock = try publishing { () throws(PublishError) in
      try BuildLock.acquire(site: options.site, fileSystem: files)
    }
    defer { lock.release() }
    try hideStateFolder()
    let staging = try publishing { () throws(PublishError) in
      try Publisher(fileSystem: files).begin(
        output: report.outputPath,
        protecting: OutputGuard(site: options.site, sources: [configuration.content, "templates"]),
        mode: options.publishMode)
    }
    defer { staging.abandon() }
    let inventory = try SourceInventory(site: options.site, configuration: configuration, fileSystem: files)
    let output = StagedOutput(
      staging: staging,
      precompression: options.precompresses ?? configuration.precompresses
        ? Precompression(
          taken: Set(inventory.staticOutputs(of: configuration).keys), isClean: options.isClean) : nil)
    var faults = configurationFaults + inventory.diagnostics
    announce(.discover, done: 1)
    clock.enter(.parse)
    let entries = parse(inventory, configuration, &faults)
    clock.enter(.link)
    let knowledge = link(entries, inventory, configuration, &faults)
    clock.enter(.render)
    var site = SiteOutput(self, configuration: configuration, knowledge: knowledge, inventory: inventory)
    var maker = site.prepare(&faults)
    clock.enter(.index)
    let (ids, documents) = site.analyze(maker)
    try site.writeIndex(of: documents, to: output)
    clock.enter(.relate)
    maker.related = site.relate(ids, documents)
    clock.enter(.render)
    let hasEmptyPages = try writePages(maker, to: output)
    try site.writeExtras(maker, to: output, &faults)
    clock.enter(.publish)
    announce(.publish, done: 0)
    report.questions = maker.questionCount
    report.references = knowledge.ids(of: .reference).count
    report.pages = maker.jobs.count
    report.diagnostics = judged(faults, configuration)
    if hasEmptyPages, report.exitCode == 0 {
      throw .content("A template cannot be used, although `rules:` lets it pass; some pages would be empty.")
    }
    let isPublishable =
      report.exitCode == 0 || (options.keepsGoing && report.exitCode == 1 && !hasEmptyPages)
    if isPublishable { try publish(staging, &report) }
    finish(&report, &clock)
    announce(.publish, done: 1)
    return report
  }

  private func finish(_ report: inout BuildReport, _ clock: inout StageClock) {
    report.stages = clock.stages()
    report.wallSeconds = report.stages.reduce(0) { $0 + $1.wallSeconds }
    report.peakMemoryBytes = StageClock.peakMemoryBytes
  }

  // MARK: Stages

  private func outputPath(_ configuration: SiteConfiguration) -> String {
    options.output ?? PathName.join(options.site, configuration.output)
  }

  func requireContent(_ configuration: SiteConfiguration) throws(BuildFailure) {
    let folder = PathName.join(options.site, configuration.content)
    guard (try? files.status(folder))?.kind == .directory else {
      throw .configuration(
        "there is no folder \(configuration.content) in \(options.site); put questions into "
          + "\(configuration.content)/questions, or name the folder with `content:` in quaestio.yml")
    }
  }

  /// Keeps what Quaestio remembers between builds out of the site's git repository.
  func hideStateFolder() throws(BuildFailure) {
    let path = PathName.join(options.site, BuildLock.stateFolder + "/.gitignore")
    do {
      if try files.statusIfPresent(path) == nil { try files.writeAtomically(path, Array("*\n".utf8)) }
    } catch {
      throw .machine(error.description)
    }
  }

  func readConfiguration() throws(BuildFailure) -> (SiteConfiguration, [Diagnostic]) {
    let path = PathName.join(options.site, "quaestio.yml")
    var file: SourceFile?
    if files.exists(path) {
      do {
        file = SourceFile(path: "quaestio.yml", bytes: try files.read(path))
      } catch {
        throw error.code == nil ? .configuration(error.description) : .machine(error.description)
      }
    }
    var (configuration, faults) = SiteConfiguration.read(file)
    if let file, let fault = Diagnostic(.configInvalid, illFormed: file.bytes, at: file.path) {
      faults.append(fault)
    }
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

  func parse(
    _ inventory: SourceInventory, _ configuration: SiteConfiguration, _ faults: inout [Diagnostic]
  ) -> [Entry] {
    let reader = EntryReader(configuration)
    let paths = inventory.documents + inventory.bibliographies
    let results = parallel.map(paths.count, progress: progress(.parse, paths.count)) {
      read(paths[$0], isBibliography: $0 >= inventory.documents.count, reader, configuration)
    }
    for result in results { faults += result.diagnostics }
    return results.flatMap(\.entries)
  }

  private func read(
    _ path: String, isBibliography: Bool, _ reader: EntryReader, _ configuration: SiteConfiguration
  ) -> (entries: [Entry], diagnostics: [Diagnostic]) {
    do {
      let bytes = try files.read(PathName.join(options.site, path), limit: configuration.limits.fileBytes)
      let file = SourceFile(path: path, bytes: bytes)
      let place = path.dropFirst(configuration.content.count + 1)
      if isBibliography { return reader.read(bibliography: file, place: String(place.dropLast(4))) }
      var (entry, diagnostics) = reader.read(file, place: String(place.dropLast(3)))
      if configuration.rawHTML == .safe, let entry {
        diagnostics += SafeHTMLCheck.diagnostics(of: entry.document)
      }
      return (entry.map { [$0] } ?? [], diagnostics)
    } catch {
      return ([], [Diagnostic(error, at: path)])
    }
  }

  func link(
    _ entries: [Entry], _ inventory: SourceInventory, _ configuration: SiteConfiguration,
    _ faults: inout [Diagnostic]
  ) -> KnowledgeBase {
    let isDraft = { (entry: Entry) in !options.includesDrafts && entry.frontMatter.draft == true }
    var knowledge = KnowledgeBase(
      entries.filter { !isDraft($0) }, reserved: SiteOutput.reservedNames,
      staticFiles: inventory.staticOutputs(of: configuration), language: configuration.language.rawValue,
      diagnostics: &faults)
    let resolver = LinkResolver(
      knowledge, assets: Set(inventory.assets + inventory.staticFiles), builtIn: SiteOutput.builtInPages,
      drafts: entries.filter(isDraft), contentFolder: configuration.content + "/",
      rawAddresses: { html in
        guard configuration.rawHTML == .safe else { return [] }
        return SafeHTMLAddress.all(in: html).map { ($0.address, $0.range) }
      })
    let results = parallel.map(knowledge.entries.count, progress: progress(.link, knowledge.entries.count)) {
      resolver.resolve(EntryID($0))
    }
    faults += resolver.diagnostics(of: results)
    knowledge.connect(results.map(\.links))
    return knowledge
  }

  /// Makes and stages all pages.
  ///
  /// - Returns: Whether a page has come out empty, as it does by a template that is broken as a whole.
  private func writePages(_ maker: PageMaker, to output: StagedOutput) throws(BuildFailure) -> Bool {
    let jobs = maker.jobs
    let results = parallel.map(
      jobs.count, progress: progress(.render, jobs.count), scratch: { PageMaker.Page() }
    ) { index, page in
      maker.make(jobs[index], into: &page)
      var failure = output.write(OutputFile(path: page.path, bytes: page.html))
      if failure == nil, !page.mirror.isEmpty {
        failure = output.write(OutputFile(path: page.mirrorPath, bytes: page.mirror))
      }
      return (failure: failure, isEmpty: page.html.isEmpty)
    }
    if let failure = results.lazy.compactMap(\.failure).first { throw BuildFailure(failure) }
    return results.contains(where: \.isEmpty)
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
  func judged(_ faults: [Diagnostic], _ configuration: SiteConfiguration) -> [Diagnostic] {
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

  /// Tells of a stage that is not counted in pages.
  private func announce(_ stage: BuildStage, done: Int) { progress(stage, 1)?(done) }

  func progress(_ stage: BuildStage, _ total: Int) -> (@Sendable (Int) -> Void)? {
    guard let report = options.progress else { return nil }
    return { report(BuildProgress(stage: stage.rawValue, done: $0, total: total)) }
  }

  func publishing<Result>(_ body: () throws(PublishError) -> Result) throws(BuildFailure) -> Result {
    do {
      return try body()
    } catch {
      throw BuildFailure(error)
    }
  }
}
