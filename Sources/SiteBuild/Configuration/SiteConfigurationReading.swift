import KnowledgeBase
import Markdown
import Rendering
package import SourceText
import TeXMath

extension SiteConfiguration {
  static let keys = [
    "title", "language", "base_url", "description", "license", "content", "output", "math", "rules",
    "defaults",
    "sections", "ignore", "theme", "issue_url", "source_url", "raw_html", "line_breaks", "limits",
    "cjk_emphasis", "structured_data", "feed", "precompress",
  ]

  /// Reads `quaestio.yml`; without the file, the values of a site without it.
  ///
  /// What cannot be read keeps its default and is reported (`config.invalid`, an error); keys nobody reads are
  /// reported too (`config.unknown-key`, a warning).
  ///
  /// - Complexity: O(bytes).
  package static func read(
    _ file: SourceFile?
  ) -> (configuration: SiteConfiguration, diagnostics: [Diagnostic]) {
    guard let file else { return (SiteConfiguration(), []) }
    let start = SiteConfiguration.contentStart(of: file)
    let (entries, faults) = MetadataReader.entries(
      in: start..<file.bytes.count, of: file, syntax: .configInvalid, limit: .configInvalid)
    var reader = ConfigurationReader(file: file)
    for entry in entries { reader.read(entry) }
    let diagnostics = (faults + reader.decoder.diagnostics)
      .sorted { ($0.location?.range?.start ?? 0) < ($1.location?.range?.start ?? 0) }
    return (reader.configuration, diagnostics)
  }

  /// Behind a byte order mark and a first line `---`, which some authors begin every YAML file with.
  private static func contentStart(of file: SourceFile) -> Int {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard file.bytes[start..<file.lineRange(0).upperBound].elementsEqual("---".utf8) else { return start }
    return file.lineStarts.count > 1 ? Int(file.lineStarts[1]) : file.bytes.count
  }

  fileprivate struct ConfigurationReader {
    var configuration = SiteConfiguration()
    var decoder: MetadataDecoder

    init(file: SourceFile) {
      decoder = MetadataDecoder(file: file, invalid: .configInvalid, unknownKey: .configUnknownKey)
    }

    mutating func read(_ entry: MetadataEntry) {
      switch entry.key {
      case "title": configuration.title = decoder.text(entry)?.value
      case "language": language(entry)
      case "base_url": baseURL(entry)
      case "description": configuration.description = decoder.block(entry)?.value
      case "license": configuration.license = decoder.text(entry)?.value
      case "content": if let folder = folder(entry) { configuration.content = folder }
      case "output": if let folder = folder(entry) { configuration.output = folder }
      case "math": for part in decoder.map(entry) { math(part) }
      case "rules": for part in decoder.map(entry) { rule(part) }
      case "defaults": defaults(entry)
      case "sections": sections(entry)
      case "ignore": configuration.ignore = globs(entry)
      case "theme": for part in decoder.map(entry) { themeValue(part) }
      case "issue_url": configuration.issueURL = template(entry)
      case "source_url": configuration.sourceURL = template(entry)
      case "raw_html":
        if let choice = decoder.choice(entry, of: RawHTMLPolicy.self) { configuration.rawHTML = choice }
      case "structured_data":
        if let choice = decoder.choice(entry, of: QuestionMarkup.self) {
          configuration.questionMarkup = choice
        }
      case "line_breaks":
        if let choice = decoder.choice(entry, of: LineBreaks.self) { configuration.lineBreaks = choice }
      case "cjk_emphasis":
        if let choice = decoder.flag(entry) { configuration.hasCJKEmphasis = choice }
      case "feed": for part in decoder.map(entry) { feed(part) }
      case "precompress": if let choice = decoder.flag(entry) { configuration.precompresses = choice }
      case "limits": for part in decoder.map(entry) { limit(part) }
      default: decoder.reportUnknown(entry, among: SiteConfiguration.keys)
      }
    }

    private mutating func language(_ entry: MetadataEntry) {
      guard let text = decoder.text(entry) else { return }
      if let language = UILanguage(closestTo: text.value) {
        configuration.language = language
      } else {
        let names = UILanguage.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        decoder.report(text.range, "`language` is one of \(names), not `\(text.value)`")
      }
    }

    private mutating func baseURL(_ entry: MetadataEntry) {
      guard let text = decoder.text(entry) else { return }
      do throws(BaseURL.Problem) {
        configuration.baseURL = try BaseURL(text.value)
      } catch {
        let notes = error.suggestion.map { [Note("did you mean `\($0)`?")] } ?? []
        decoder.report(text.range, error.message, notes: notes)
      }
    }

    private mutating func folder(_ entry: MetadataEntry) -> String? {
      guard let text = decoder.text(entry) else { return nil }
      var parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
      if parts.first == "." { parts.removeFirst() }
      if parts.last == "" { parts.removeLast() }
      guard !parts.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
        decoder.report(text.range, "`\(entry.key)` is a folder inside the site, such as `\(entry.key)`")
        return nil
      }
      return parts.joined(separator: "/")
    }

    private mutating func math(_ entry: MetadataEntry) {
      switch entry.key {
      case "double_dollar":
        if let choice = decoder.choice(entry, of: DoubleDollar.self) {
          configuration.math.doubleDollar = choice
        }
      case "number_equations":
        if let choice = decoder.choice(entry, of: NumberEquations.self) {
          configuration.math.numberEquations = choice
        }
      case "macros": configuration.math.macros = definable(decoder.macros(entry))
      default: decoder.reportUnknown(entry, among: ["double_dollar", "number_equations", "macros"])
      }
    }

    /// The macros that can be defined; the others are reported.
    private mutating func definable(_ macros: [MacroDefinition]) -> [MacroDefinition] {
      var table = MacroTable()
      return macros.filter { macro in
        guard let fault = table.define(macro) else { return true }
        decoder.report(macro.body.range, fault)
        return false
      }
    }

    /// A value for the theme, or a map of them.
    private mutating func themeValue(_ entry: MetadataEntry, in path: String = "") {
      if case .map(let parts) = entry.value.content {
        for part in parts { themeValue(part, in: path + entry.key + ".") }
      } else if let text = decoder.text(entry) {
        configuration.theme[path + entry.key] = text.value
      }
    }

    /// A rule with its level, or a path with rules.
    private mutating func rule(_ entry: MetadataEntry) {
      guard case .map(let entries) = entry.value.content else {
        if let (id, level) = level(entry) { configuration.rules.general[id] = level }
        return
      }
      guard let paths = glob(Sourced(entry.key, range: entry.keyRange)) else { return }
      var levels: [DiagnosticID: RuleLevels.Level] = [:]
      for part in entries { if let (id, level) = level(part) { levels[id] = level } }
      configuration.rules.byPath.append(RuleLevels.PathLevels(paths: paths, levels: levels))
    }

    private mutating func level(_ entry: MetadataEntry) -> (DiagnosticID, RuleLevels.Level)? {
      guard let id = DiagnosticID(rawValue: entry.key) else {
        decoder.reportUnknown(entry, among: DiagnosticID.allCases.lazy.map(\.rawValue))
        return nil
      }
      return decoder.choice(entry, of: RuleLevels.Level.self).map { (id, $0) }
    }

    private mutating func defaults(_ entry: MetadataEntry) {
      guard case .list(let items) = entry.value.content else {
        if case .null = entry.value.content { return }
        decoder.report(entry.value.range, "`defaults` is a list of `paths:` with `values:`")
        return
      }
      for item in items {
        guard case .map(let parts) = item.content else {
          decoder.report(item.range, "an item of `defaults` has `paths:` and `values:`")
          continue
        }
        var read = PathDefaults(paths: [], values: FrontMatter())
        let faults = decoder.diagnostics.count
        for part in parts {
          switch part.key {
          case "paths": read.paths = globs(part)
          case "values":
            var values = FrontMatter(decoder.map(part), decoder: &decoder)
            values.macros = definable(values.macros)
            read.values = values.detached()
          default: decoder.reportUnknown(part, among: ["paths", "values"])
          }
        }
        // Paths that could not be read must not turn into all paths.
        let namesPaths = parts.contains { $0.key == "paths" }
        if namesPaths, read.paths.isEmpty, decoder.diagnostics.count > faults { continue }
        configuration.defaults.append(read)
      }
    }

    private mutating func sections(_ entry: MetadataEntry) {
      var answers: [String] = []
      var references: [String] = []
      for part in decoder.map(entry) {
        switch part.key {
        case "answer", "answers": answers += decoder.texts(part).map(\.value)
        case "references": references += decoder.texts(part).map(\.value)
        default: decoder.reportUnknown(part, among: ["answer", "references"])
        }
      }
      configuration.sections = SectionNames(answers: answers, references: references)
    }

    private mutating func globs(_ entry: MetadataEntry) -> [Glob] {
      decoder.texts(entry).compactMap { glob($0) }
    }

    private mutating func glob(_ text: Sourced<String>) -> Glob? {
      do throws(Glob.Problem) {
        return try Glob(text.value)
      } catch {
        decoder.report(text.range, "the pattern `\(text.value)` \(error.message)")
        return nil
      }
    }

    private mutating func template(_ entry: MetadataEntry) -> URLTemplate? {
      guard let text = decoder.text(entry) else { return nil }
      do throws(URLTemplate.Problem) {
        return try URLTemplate(text.value)
      } catch {
        switch error {
        case .scheme:
          decoder.report(text.range, "`\(entry.key)` begins with `https://`, `http://` or `mailto:`")
        case .unknownPlaceholder(let name):
          let names = URLTemplate.Placeholder.allCases.map { "{\($0.rawValue)}" }
          let question = Suggestion.question(for: "{\(name)}", among: names)
          let list = names.map { "`\($0)`" }.joined(separator: ", ")
          decoder.report(
            text.range, "`{\(name)}` is no placeholder of `\(entry.key)`; there are \(list)",
            notes: question.map { [Note($0)] } ?? [])
        }
        return nil
      }
    }

    private mutating func feed(_ entry: MetadataEntry) {
      guard entry.key == "entries" else { return decoder.reportUnknown(entry, among: ["entries"]) }
      guard let value = decoder.integer(entry) else { return }
      if 1...1_000 ~= value {
        configuration.feedEntries = value
      } else {
        decoder.report(entry.value.range, "`entries` is a whole number from 1 to 1000")
      }
    }

    private mutating func limit(_ entry: MetadataEntry) {
      guard let limit = ContentLimits.keys.first(where: { $0.name == entry.key }) else {
        decoder.reportUnknown(entry, among: ContentLimits.keys.map(\.name))
        return
      }
      guard let value = decoder.integer(entry) else { return }
      if value > 0 {
        configuration.limits[keyPath: limit.path] = value
      } else {
        decoder.report(entry.value.range, "`\(entry.key)` is a whole number above 0")
      }
    }
  }
}
