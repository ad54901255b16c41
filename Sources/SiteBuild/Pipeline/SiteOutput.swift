import KnowledgeBase
import Markdown
import Rendering
import SearchIndex
import SourceText
import Templates
import Theme

/// Everything a site publishes, made from its knowledge base.
struct SiteOutput {
  let pipeline: SitePipeline
  let configuration: SiteConfiguration
  let knowledge: KnowledgeBase
  let inventory: SourceInventory
  private(set) var assets = SiteAssets()
  private(set) var settings: SiteSettings

  /// Names at the root that free pages must not have.
  static let reservedNames: Set<String> = [
    "questions", "references", "tags", "search", "calculator", "wanted", "faq", "assets", "static", "feed",
    "feed.xml",
    "feed.json", "sitemap", "sitemap.xml", "robots.txt", "opensearch.xml", "llms.txt", "404", "404.html",
    "index",
    "index.html", "index.md", ".nojekyll", ".well-known",
  ]

  /// Pages that links may name by their address.
  static let builtInPages: Set<String> = [
    "", "questions/", "references/", "tags/", "search/", "calculator/", "wanted/",
  ]

  init(
    _ pipeline: SitePipeline, configuration: SiteConfiguration, knowledge: KnowledgeBase,
    inventory: SourceInventory
  ) {
    self.pipeline = pipeline
    self.configuration = configuration
    self.knowledge = knowledge
    self.inventory = inventory
    settings = SiteSettings(configuration)
  }

  /// Compiles the templates, names the assets, and prepares to make the pages.
  mutating func prepare(_ faults: inout [Diagnostic]) -> PageMaker {
    let theme = ThemeFiles(site: pipeline.options.site, fileSystem: pipeline.files, faults: &faults)
    assets.add(theme.assets)
    addLinkedAssets(&faults)
    let (templates, templateFaults) = TemplateSet.compile(
      theme.templates, entries: PageTemplate.entries, settings: configuration.theme)
    faults += templateFaults
    let parallel = pipeline.parallel
    return PageMaker(
      knowledge: knowledge, settings: settings, templates: templates, siteInfo: siteInfo,
      assets: assets.published, parallel: { parallel.map($0, $1) })
  }

  /// Reads the files of the content folder that something links to.
  private mutating func addLinkedAssets(_ faults: inout [Diagnostic]) {
    var linked: Set<String> = []
    var addresses: Set<[UInt8]> = []
    for page in knowledge.links {
      for target in page.links + page.wikiLinks + page.rawHTML.values {
        switch target {
        case .asset(let path, _): linked.insert(path)
        case .builtIn(let address): addresses.insert(address)
        case .entry, .wanted, .address, .broken: break
        }
      }
    }
    addStaticImages(addresses)
    for path in linked.sorted() {
      do {
        let bytes = try pipeline.files.read(PathName.join(pipeline.options.site, path))
        assets.add(path, bytes: bytes, stem: PathName.lastComponent(path))
      } catch {
        faults.append(Diagnostic(error, at: path))
      }
    }
  }

  /// Reads the sizes of the static images that something links to; what cannot be read is reported when it is
  /// published.
  private mutating func addStaticImages(_ addresses: Set<[UInt8]>) {
    let folder = configuration.content + "/static/"
    for path in inventory.staticFiles {
      let address = PercentEncoding.encode(path.dropFirst(folder.count).utf8)
      guard addresses.contains(address),
        let bytes = try? pipeline.files.read(PathName.join(pipeline.options.site, path))
      else { continue }
      assets.addStaticImage(bytes, at: address)
    }
  }

  private func siteInfo(_ tags: TagIndex) -> SiteInfo {
    let pages = knowledge.ids(of: .page).map { knowledge[$0] }
      .filter { $0.path.depth == 1 }
      .sorted { ($0.frontMatter.weight ?? 0, $0.path.text) < ($1.frontMatter.weight ?? 0, $1.path.text) }
    let hasBaseURL = settings.baseURL != nil
    let license = ContentLicense(String(decoding: settings.license, as: UTF8.self))
    return SiteInfo(
      title: settings.title, description: settings.description, license: license.name,
      licenseURL: license.url,
      pages: pages.prefix(8).map {
        SitePageLink(
          title: $0.title.plain, url: $0.path.url,
          language: $0.frontMatter.lang.map { Array($0.value.utf8) } ?? settings.language.tag)
      },
      hasTags: !tags.tags.isEmpty, hasReferences: !knowledge.ids(of: .reference).isEmpty,
      feedURL: hasBaseURL ? Array("feed.xml".utf8) : [],
      jsonFeedURL: hasBaseURL ? Array("feed.json".utf8) : [],
      openSearchURL: hasBaseURL ? Array("opensearch.xml".utf8) : [],
      iconURL: assets.url("icon.svg"), stylesheetURL: assets.url("style.css"),
      formulaStylesheetURL: assets.url("math.css"),
      formulaFontURL: assets.url("fonts/quaestio-math.woff2"), themeScriptURL: assets.url("theme.js"),
      siteScriptURL: assets.url("site.js"), searchScriptURL: assets.url("search.js"),
      passagesScriptURL: assets.url("passages.js"), filtersScriptURL: assets.url("filters.js"),
      previewScriptURL: assets.url("preview.js"),
      formulaCopyScriptURL: assets.url("formula-copy.js"),
      redirectScriptURL: assets.url("redirect.js"),
      calculatorStylesheetURL: assets.url("calculator.css"),
      calculatorScriptURL: assets.url("calculator.js"), calculatorEngineURL: assets.url("calculator.wasm"))
  }

  // MARK: Files beside the pages

  /// Reads what search finds, in the order of the entries: of each its page first, then what it finds on that page.
  func analyze(_ maker: PageMaker) -> (ids: [EntryID], documents: [AnalyzedDocument]) {
    let documents = SearchDocuments(
      knowledge: knowledge, summaries: maker.summaries, language: settings.language)
    let macros = configuration.math.macroTable
    let ids = documents.ids
    let analyzed = pipeline.parallel.map(
      ids.count, progress: pipeline.progress(.index, ids.count),
      scratch: { (analysis: AnalysisScratch(), formulas: FormulaTermCache(macros: macros)) }
    ) { place, scratch in
      documents.documents(ids[place], with: &scratch.formulas).map {
        AnalyzedDocument($0, with: &scratch.analysis)
      }
    }
    let owners = zip(ids, analyzed).flatMap { id, documents in documents.map { _ in id } }
    return (owners, analyzed.flatMap { $0 })
  }

  /// The questions near each entry; none for entries that are no questions.
  func relate(_ ids: [EntryID], _ documents: [AnalyzedDocument]) -> [[RelatedQuestions.Match]] {
    let analyzed = analyzedQuestions(ids)
    let related = RelatedQuestions(
      knowledge, questions: Array(analyzed), nearest: NearestDocuments(documents, first: analyzed.count))
    let questions = knowledge.ids(of: .question)
    let found = pipeline.parallel.map(
      questions.count, progress: pipeline.progress(.relate, questions.count), scratch: { RelatedScratch() },
      { related.matches(for: questions[$0], with: &$1) })
    var matches = [[RelatedQuestions.Match]](repeating: [], count: knowledge.entries.count)
    for (id, found) in zip(questions, found) { matches[id.index] = found }
    return matches
  }

  /// The questions that seem to be one.
  func nearDuplicates(_ maker: PageMaker) -> NearDuplicates {
    let (ids, documents) = analyze(maker)
    return NearDuplicates(knowledge, questions: Array(analyzedQuestions(ids)), documents: documents)
  }

  /// The questions among what search finds: they come first, since entries are sorted by kind.
  private func analyzedQuestions(_ ids: [EntryID]) -> ArraySlice<EntryID> {
    let end = knowledge.ids(of: .question).last?.index ?? -1
    return ids.prefix { $0.index <= end }
  }

  /// Writes the search index, its shards and the file that names them.
  func writeIndex(
    of documents: [AnalyzedDocument], to output: StagedOutput
  ) throws(BuildFailure) {
    let up = Array("../".utf8)
    let engine = EngineAssets(
      engine: up + assets.url("engine.js"), wasm: up + assets.url("engine.wasm"),
      formulas: up + assets.url("formula.wasm"), inflate: up + assets.url("inflate.js"))
    var failure: PublishError?
    InvertedIndex.write(documents, assets: engine) { file in
      if failure != nil { return }
      let path = "search/" + String(decoding: file.name, as: UTF8.self)
      failure = output.write(OutputFile(path: path, bytes: IndexFileCoding.published(file)))
    }
    if let failure { throw BuildFailure(failure) }
  }

  /// Assets, feed, sitemap, what hosts and robots read, and the site's static files.
  func writeExtras(
    _ maker: PageMaker, to output: StagedOutput, _ faults: inout [Diagnostic]
  ) throws(BuildFailure) {
    var files = assets.files
    if let baseURL = settings.baseURL {
      files += feeds(maker, baseURL)
    } else {
      faults.append(
        Diagnostic(
          .outputNoBaseURL, at: nil,
          "Without `base_url` no feed, no sitemap and no search description is published.",
          notes: [Note("Set `base_url: https://…` in quaestio.yml, or build with --base-url.")]))
    }
    // The site may have its own of these.
    let folder = configuration.content + "/static/"
    files += [
      OutputFile(path: ".nojekyll", bytes: []), RobotsText(baseURL: settings.baseURL).file(),
      LanguageModelText(knowledge: knowledge, settings: settings, summaries: maker.summaries).file(),
    ].filter { !inventory.staticFiles.contains(folder + $0.path) }
    if let failure = output.write(files, by: pipeline.parallel) { throw BuildFailure(failure) }
    for path in inventory.staticFiles {
      try writeStaticFile(path, as: String(path.dropFirst(folder.count)), to: output, &faults)
    }
  }

  /// What must name whole addresses.
  private func feeds(_ maker: PageMaker, _ baseURL: String) -> [OutputFile] {
    let icon = assets.url("icon.svg")
    let items = FeedItems(
      knowledge: knowledge, settings: settings, baseURL: baseURL, summaries: maker.summaries,
      assets: assets.published
    ).newest(configuration.feedEntries)
    return Sitemap(baseURL: baseURL, pages: maker.listedPages).files() + [
      AtomFeed(settings: settings, baseURL: baseURL, items: items).file(),
      JSONFeed(settings: settings, baseURL: baseURL, iconURL: icon, items: items).file(),
      OpenSearchDescription(settings: settings, baseURL: baseURL, iconURL: icon).file(),
    ]
  }

  private func writeStaticFile(
    _ path: String, as name: String, to output: StagedOutput, _ faults: inout [Diagnostic]
  ) throws(BuildFailure) {
    let bytes: [UInt8]
    do {
      bytes = try pipeline.files.read(PathName.join(pipeline.options.site, path))
    } catch {
      faults.append(Diagnostic(error, at: path))
      return
    }
    guard let failure = output.write(OutputFile(path: name, bytes: bytes)) else { return }
    guard let fault = Diagnostic(failure, staticFile: path) else { throw BuildFailure(failure) }
    faults.append(fault)
  }
}

extension SiteSettings {
  /// What pages say of the site, from its configuration.
  init(_ configuration: SiteConfiguration) {
    let base = configuration.baseURL?.text
    func link(_ template: URLTemplate?) -> @Sendable (Entry) -> [UInt8] {
      guard let template else { return { _ in [] } }
      return { entry in
        Array(
          template.filled {
            switch $0 {
            case .path: entry.document.source.path
            case .title: String(decoding: entry.title.plain, as: UTF8.self)
            case .url: (base ?? "/") + String(decoding: entry.path.url, as: UTF8.self)
            }
          }.utf8)
      }
    }
    self.init(
      title: Array((configuration.title ?? "Quaestio").utf8),
      description: Array((configuration.description ?? "").utf8),
      license: Array((configuration.license ?? "").utf8), language: configuration.language, baseURL: base,
      basePath: configuration.baseURL?.path ?? "/", breaksLines: configuration.lineBreaks == .hard,
      rawHTML: configuration.rawHTML, questionMarkup: configuration.questionMarkup,
      macros: configuration.math.macros,
      reportURL: link(configuration.issueURL), sourceURL: link(configuration.sourceURL))
  }
}

extension SiteConfiguration {
  /// Names at the root of the published site that free pages must not have.
  package static var reservedNames: Set<String> { SiteOutput.reservedNames }
}
