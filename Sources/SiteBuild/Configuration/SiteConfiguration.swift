import KnowledgeBase
package import Markdown
package import Rendering
import TeXMath

/// What `quaestio.yml` says; every key is optional, and a site without the file has the values below.
package struct SiteConfiguration: Sendable {
  /// The site's name.
  package var title: String?
  /// The language of the site's own words, and of pages that name none.
  package var language = UILanguage.zhHans
  /// Where the site is published.
  package var baseURL: BaseURL?
  /// One or two sentences about the site.
  package var description: String?
  /// The licence of the content, as readers should see it.
  package var license: String?
  /// The folder of sources, relative to the site, without `/` at its end.
  package var content = "content"
  /// The folder to publish to, relative to the site, without `/` at its end.
  package var output = "public"
  /// How formulas are read.
  package var math = MathSettings()
  /// Severities of diagnostics.
  package var rules = RuleLevels()
  /// Front matter that many files share, in the order written.
  package var defaults: [PathDefaults] = []
  /// The headings that begin answers and references.
  package var sections = SectionNames()
  /// Files that are never published.
  package var ignore: [Glob] = []
  /// Values for the theme's templates, those of maps in maps by their keys with points between.
  package var theme: [String: String] = [:]
  /// Where readers report a mistake.
  package var issueURL: URLTemplate?
  /// Where a page's source can be read.
  package var sourceURL: URLTemplate?
  /// `feed: {entries}`, how many questions the feeds hold.
  package var feedEntries = 20
  /// `precompress:`, whether files are published a second time as gzip and Brotli.
  package var precompresses = false
  /// What becomes of HTML in Markdown.
  package var rawHTML = RawHTMLPolicy.safe
  /// `structured_data:`, what questions' pages say they are to search engines.
  package var questionMarkup = QuestionMarkup.page
  /// What a line's end within a paragraph means.
  package var lineBreaks = LineBreaks.soft
  /// What may not be exceeded.
  package var limits = ContentLimits()
  /// `cjk_emphasis:`, whether emphasis beside Chinese, Japanese and Korean punctuation works as people expect.
  package var hasCJKEmphasis = true

  /// The values of a site without `quaestio.yml`.
  package init() {}

  /// `math:`.
  package struct MathSettings: Sendable, Hashable {
    /// Whether `$$…$$` within a paragraph is display math, or set inline.
    package var doubleDollar = DoubleDollar.display
    /// Which display formulas get a number.
    package var numberEquations = NumberEquations.labelled
    /// Macros of all pages.
    package var macros: [MacroDefinition] = []

    /// The macros as formulas use them.
    var macroTable: MacroTable {
      macros.reduce(into: MacroTable()) { table, macro in
        // What cannot be defined was reported when the configuration was read.
        _ = table.define(macro)
      }
    }
  }

  /// `math: {double_dollar}`.
  package enum DoubleDollar: String, Sendable, CaseIterable { case display, auto }
  /// `math: {number_equations}`.
  package enum NumberEquations: String, Sendable, CaseIterable { case labelled, all }
  /// `line_breaks:`.
  package enum LineBreaks: String, Sendable, CaseIterable { case soft, hard }

  /// An item of `defaults:`.
  package struct PathDefaults: Sendable {
    /// The files meant, below the content folder; none named means all.
    package var paths: [Glob]
    /// What they say unless they say otherwise.
    package var values: FrontMatter
  }

  /// Whether a file is left out of the site.
  ///
  /// - Parameter path: Relative to the site, with `/`.
  package func ignores(_ path: String) -> Bool {
    ignore.contains { $0.matches(path, below: content) }
  }

  /// Adds to a document's front matter what `defaults:` say of its path; a later item is stronger than an earlier.
  ///
  /// - Parameter path: Relative to the site, with `/`.
  package func complete(_ frontMatter: inout FrontMatter, path: String) {
    for item in defaults.reversed() {
      if item.paths.isEmpty || item.paths.contains(where: { $0.matches(path, below: content) }) {
        frontMatter.complete(from: item.values)
      }
    }
  }
}

extension SiteConfiguration {
  /// How the site's files are to be read.
  package var parseOptions: ParseOptions {
    var options = ParseOptions()
    options.sections = sections
    options.emphasisBesideCJK = hasCJKEmphasis
    options.setsDoubleDollarsInline = math.doubleDollar == .auto
    options.limits = MarkupLimits(
      blockDepth: limits.blockDepth, paragraphBytes: limits.paragraphBytes,
      paragraphBrackets: limits.brackets,
      formulaBytes: limits.formulaBytes, tableColumns: limits.tableColumns)
    return options
  }
}

/// `limits:`, the sizes up to which content is read.
package struct ContentLimits: Sendable, Hashable {
  /// Bytes of one file.
  package var fileBytes = 8 << 20
  /// Blocks within blocks.
  package var blockDepth = 100
  /// `[` in one paragraph.
  package var brackets = 2_000
  /// Bytes of one paragraph.
  package var paragraphBytes = 64 << 10
  /// Bytes of one formula.
  package var formulaBytes = 16 << 10
  /// Braces within braces in a formula.
  package var braceDepth = 200
  /// Macro expansions in one formula.
  package var macroExpansions = 1_000
  /// Columns of one table.
  package var tableColumns = 500

  /// The limits of formulas.
  var math: MathLimits {
    MathLimits(formulaBytes: formulaBytes, depth: braceDepth, macroExpansions: macroExpansions)
  }

  /// The limits by their keys.
  static let keys: [(name: String, path: any WritableKeyPath<ContentLimits, Int> & Sendable)] = [
    ("file_bytes", \.fileBytes), ("block_depth", \.blockDepth), ("brackets", \.brackets),
    ("paragraph_bytes", \.paragraphBytes), ("formula_bytes", \.formulaBytes), ("brace_depth", \.braceDepth),
    ("macro_expansions", \.macroExpansions), ("table_columns", \.tableColumns),
  ]
}
