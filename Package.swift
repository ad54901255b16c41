// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled under the same strict rules; warnings stop a build only where `CI` is set, so that
/// a newer compiler never keeps a user from building.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "quaestio",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "quaestio", targets: ["quaestio"]),
    .library(name: "Markdown", targets: ["Markdown", "SourceText"]),
    .library(name: "TeXMath", targets: ["TeXMath"]),
    .library(name: "FormulaTerms", targets: ["FormulaTerms"]),
    .library(name: "SearchIndex", targets: ["SearchIndex"]),
    .library(name: "PerplexityMath", targets: ["PerplexityMath"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .target(name: "CPlatform"),
    .target(name: "SourceText", dependencies: ["CPlatform"], swiftSettings: strict),
    .target(name: "TeXMath", swiftSettings: strict),
    .target(name: "FormulaTerms", dependencies: ["TeXMath"], swiftSettings: strict),
    .target(name: "SearchIndex", swiftSettings: strict),
    .target(name: "PerplexityMath", swiftSettings: strict),
    .target(name: "Calculator", dependencies: ["PerplexityMath"], swiftSettings: strict),
    .target(name: "Highlighting", swiftSettings: strict),
    .target(
      name: "Markdown",
      dependencies: ["CCmark", "CPlatform", "SourceText", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "KnowledgeBase",
      dependencies: ["SourceText", "TeXMath", "SearchIndex", "PerplexityMath", "Calculator", "Markdown"],
      swiftSettings: strict),
    .target(
      name: "Lint", dependencies: ["SourceText", "PerplexityMath", "Markdown", "KnowledgeBase"],
      swiftSettings: strict),
    .target(
      name: "ExternalLinks", dependencies: ["CPlatform", "SourceText", "Markdown", "KnowledgeBase"],
      swiftSettings: strict),
    .target(
      name: "Importing", dependencies: ["SourceText", "Markdown", "KnowledgeBase", "Lint"],
      swiftSettings: strict),
    .target(name: "Templates", dependencies: ["SourceText"], swiftSettings: strict),
    .target(
      name: "Rendering",
      dependencies: [
        "SourceText", "TeXMath", "PerplexityMath", "Calculator", "Highlighting", "Markdown", "KnowledgeBase",
        "Templates",
      ],
      swiftSettings: strict),
    .target(
      name: "MarkdownFamilies", path: "Benchmarks/MarkdownFamilies", swiftSettings: strict),
    .target(name: "BenchmarkSupport", path: "Benchmarks/Support", swiftSettings: strict),
    .executableTarget(
      name: "MarkdownBenchmark",
      dependencies: ["BenchmarkSupport", "Markdown", "MarkdownFamilies", "Rendering", "SourceText"],
      path: "Benchmarks/Markdown", swiftSettings: strict),
    .executableTarget(
      name: "MathBenchmark", dependencies: ["BenchmarkSupport", "TeXMath"], path: "Benchmarks/Math",
      exclude: [
        "agreement.py", "converters.py", "formulas.grammar", "formulas.py", "katex.js", "normal_form.py",
        "requirements.txt", "speed.py",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "SearchBenchmark", dependencies: ["BenchmarkSupport", "CCmark", "SearchIndex"],
      path: "Benchmarks/Search",
      exclude: [
        "duplicates.py", "duplicates.txt", "english.py", "judge.py", "literal.py", "pagefind.mjs",
        "pagefind.py", "pages.py", "queries.py",
        "requirements.txt", "rewordings.py", "text.py", "wire.py", "words.py",
      ],
      swiftSettings: strict),
    .executableTarget(name: "EmbedFiles", swiftSettings: strict),
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["EmbedFiles"]),
    .target(name: "Theme", swiftSettings: strict, plugins: ["EmbedTheme"]),
    .target(
      name: "SiteBuild",
      dependencies: [
        "CBrotli", "CPlatform", "CZlib", "SourceText", "TeXMath", "FormulaTerms", "SearchIndex",
        "PerplexityMath", "Markdown", "KnowledgeBase", "Lint", "ExternalLinks", "Templates", "Rendering",
        "Theme",
      ],
      swiftSettings: strict),
    .target(
      name: "Authoring", dependencies: ["SourceText", "Markdown", "Importing", "Rendering", "Theme"],
      swiftSettings: strict),
    .executableTarget(
      name: "quaestio",
      dependencies: [
        "Authoring", "SourceText", "TeXMath", "FormulaTerms", "SearchIndex", "PerplexityMath", "Calculator",
        "Markdown", "KnowledgeBase", "Importing", "ExternalLinks", "Rendering", "SiteBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"], swiftSettings: strict),
    .testTarget(
      name: "TeXMathTests", dependencies: ["TeXMath"], exclude: ["Cases"], swiftSettings: strict),
    .testTarget(name: "FormulaTermsTests", dependencies: ["FormulaTerms", "TeXMath"], swiftSettings: strict),
    .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex"], swiftSettings: strict),
    .testTarget(
      name: "PerplexityMathTests", dependencies: ["PerplexityMath"], exclude: ["make_table.py"],
      swiftSettings: strict),
    .testTarget(
      name: "CalculatorTests", dependencies: ["Calculator", "PerplexityMath"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeBaseTests",
      dependencies: ["Calculator", "KnowledgeBase", "Markdown", "SearchIndex", "SourceText", "TeXMath"],
      swiftSettings: strict),
    .testTarget(
      name: "LintTests", dependencies: ["Lint", "KnowledgeBase", "Markdown", "SearchIndex", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportingTests", dependencies: ["Importing", "KnowledgeBase", "Markdown", "SourceText"],
      exclude: ["Folders", "Pages"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "MarkdownFamilies", "SourceText"],
      swiftSettings: strict),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests",
      dependencies: ["Templates", "SourceText", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .testTarget(
      name: "ExternalLinksTests",
      dependencies: ["ExternalLinks", "KnowledgeBase", "Markdown", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["Rendering", "Templates", "Markdown", "KnowledgeBase", "TeXMath", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "AuthoringTests",
      dependencies: ["Authoring", "Markdown", "Rendering", "SiteBuild", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "SiteBuildTests",
      dependencies: [
        "SiteBuild", "ExternalLinks", "KnowledgeBase", "Markdown", "Rendering", "SearchIndex", "SourceText",
        "Templates",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
