import Foundation
import Testing

/// Holds the rule of ARCHITECTURE.md: a target imports only targets above it.
@Suite struct LayeringTests {
  /// What each target may import of ours; outside libraries are listed in `outside`.
  private static let layers: [(target: String, mayImport: Set<String>)] = [
    ("SourceText", ["CPlatform"]),
    ("TeXMath", []),
    ("FormulaTerms", ["TeXMath"]),
    ("SearchIndex", []),
    ("PerplexityMath", []),
    ("Calculator", ["PerplexityMath"]),
    ("Highlighting", []),
    ("Markdown", ["CCmark", "CPlatform", "SourceText"]),
    ("KnowledgeBase", ["SourceText", "TeXMath", "SearchIndex", "PerplexityMath", "Calculator", "Markdown"]),
    ("Lint", ["SourceText", "PerplexityMath", "Markdown", "KnowledgeBase"]),
    ("ExternalLinks", ["CPlatform", "SourceText", "Markdown", "KnowledgeBase"]),
    ("Importing", ["SourceText", "Markdown", "KnowledgeBase", "Lint"]),
    ("Templates", ["SourceText"]),
    (
      "Rendering",
      [
        "SourceText", "TeXMath", "SearchIndex", "PerplexityMath", "Calculator", "Highlighting", "Markdown",
        "KnowledgeBase", "Templates",
      ]
    ),
    ("Theme", []),
    (
      "SiteBuild",
      [
        "CBrotli", "CPlatform", "CZlib", "SourceText", "TeXMath", "FormulaTerms", "SearchIndex",
        "PerplexityMath", "Markdown", "KnowledgeBase", "Lint", "ExternalLinks", "Templates", "Rendering",
        "Theme",
      ]
    ),
    ("Authoring", ["SourceText", "Markdown", "Importing", "Rendering", "Theme"]),
    (
      "quaestio",
      [
        "Authoring", "SourceText", "TeXMath", "FormulaTerms", "SearchIndex", "PerplexityMath", "Calculator",
        "Markdown", "KnowledgeBase", "Importing", "ExternalLinks", "Templates", "Rendering", "SiteBuild",
      ]
    ),
    ("WebRuntime", []),
    ("WebEngine", ["SearchIndex", "WebRuntime"]),
    ("WebFormula", ["FormulaTerms", "WebRuntime"]),
    ("WebCalculator", ["Calculator", "WebRuntime"]),
    ("EmbedFiles", []),
  ]

  /// Modules of the toolchain and of packages, with the targets that may use them.
  private static let outside: [String: Set<String>] = [
    "Glibc": ["SourceText", "Markdown", "ExternalLinks", "SiteBuild", "quaestio"],
    "Musl": ["Markdown"],
    "Darwin": ["SourceText", "Markdown", "ExternalLinks", "SiteBuild", "quaestio"],
    "Synchronization": ["KnowledgeBase", "SourceText", "ExternalLinks", "SiteBuild", "quaestio"],
    "Dispatch": ["ExternalLinks", "SiteBuild"],
    "Yams": ["Markdown"],
    "ArgumentParser": ["quaestio"],
    "Foundation": ["Markdown", "EmbedFiles"],
  ]

  /// The files that use Foundation: for Unicode normalisation, and to run the compiler during the build.
  private static let foundationFiles: Set<String> = [
    "Slug.swift", "EmbedFiles.swift", "FileTree.swift", "SwiftSource.swift", "WebAssemblyCompiler.swift",
  ]

  /// What an import may name a single declaration by.
  private static let importKinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]

  private struct Source {
    let target: String
    let name: String
    let lines: [Substring]

    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else {
          return nil
        }
        return place == 0 || ["package", "public", "internal", "private", "fileprivate"].contains(words[0])
          ? String(words[place + 1]) : nil
      }
    }
  }

  /// Whether a word may stand before `import`.
  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["package", "public", "internal", "private", "fileprivate"].contains(word)
  }

  private static let sources: [Source] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.compactMap { path in
      guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else {
        return nil
      }
      return Source(
        target: String(path.split(separator: "/")[0]), name: String(path.split(separator: "/").last ?? ""),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }()

  @Test func everyTargetIsKnown() {
    #expect(Set(Self.sources.map(\.target)) == Set(Self.layers.map(\.target)))
  }

  @Test func targetsImportOnlyTargetsAboveThem() {
    let rules = Dictionary(uniqueKeysWithValues: Self.layers.map { ($0.target, $0.mayImport) })
    for source in Self.sources {
      for module in source.imports {
        let isAllowed =
          rules[source.target]?.contains(module) == true
          || Self.outside[module]?.contains(source.target) == true
        #expect(isAllowed, "\(source.target)/\(source.name) imports \(module)")
      }
    }
  }

  @Test(arguments: [
    ("CCmark", "CmarkParser.swift"), ("CZlib", "DeflateCoding.swift"), ("CBrotli", "BrotliEncoder.swift"),
  ])
  func oneFileSpeaksToALibrary(library: String, file: String) {
    #expect(Self.sources.filter { $0.imports.contains(library) }.map(\.name) == [file])
  }

  @Test func foundationIsUsedOnlyWhereItIsNeeded() {
    let files = Set(Self.sources.filter { $0.imports.contains("Foundation") }.map(\.name))
    #expect(files.isSubset(of: Self.foundationFiles), "\(files.subtracting(Self.foundationFiles))")
  }

  @Test func filesHaveOneSubject() {
    for source in Self.sources where !source.name.contains("Table") {
      #expect(source.lines.count <= 401, "\(source.target)/\(source.name) has \(source.lines.count) lines")
    }
  }

  @Test(arguments: [
    "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)", "fatalError(", "TODO", "FIXME",
  ])
  func sourcesHoldNothingThatHidesAFault(mark: String) {
    for source in Self.sources {
      let lines = source.lines.filter { $0.contains(mark) && !$0.drop { $0 == " " }.hasPrefix("//") }
      #expect(lines.isEmpty, "\(source.target)/\(source.name): \(lines)")
    }
  }

  /// Output is the same in every time zone and locale and at any time because nothing can ask for them.
  @Test(
    arguments: [
      "localtime", "gmtime", "strftime", "mktime", "setlocale", "newlocale", "getenv(", "CLOCK_REALTIME",
      "gettimeofday", "time(nil)", "Date()", "Locale", "TimeZone", "ContinuousClock", ".shuffle", "hashValue",
    ])
  func noPageKnowsWhenOrWhereItWasMade(name: String) {
    // What asks other sites keeps pauses, and makes no pages.
    let others: Set<String> = ["quaestio", "EmbedFiles", "ExternalLinks"]
    for source in Self.sources where !others.contains(source.target) {
      let lines = source.lines.filter { $0.contains(name) && !$0.drop { $0 == " " }.hasPrefix("//") }
      #expect(lines.isEmpty, "\(source.target)/\(source.name): \(lines)")
    }
  }

  /// Random names are for files that nobody sees.
  @Test func onlyTemporaryNamesAreRandom() {
    let files = Self.sources.filter { source in
      source.target != "EmbedFiles" && source.lines.contains { $0.contains(".random(") }
    }
    #expect(Set(files.map(\.name)) == ["FileSystem+Derived.swift", "StageFolder.swift"])
  }
}
