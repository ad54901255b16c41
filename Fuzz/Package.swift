// swift-tools-version: 6.2
import PackageDescription

/// A fuzzer of one way into the parser; `Fuzz/run` builds it with libFuzzer and runs it.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: ["Fuzzing", .product(name: "Markdown", package: "quaestio")])
}

/// A fuzzer of the search engine, of which it sees as much as tests do.
func searchFuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["Fuzzing", "SearchFuzzing", .product(name: "SearchIndex", package: "quaestio")])
}

let package = Package(
  name: "quaestio-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "quaestio", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .target(name: "Fuzzing", dependencies: ["CFuzzer", .product(name: "Markdown", package: "quaestio")]),
    fuzzer("FuzzFrontMatter"), fuzzer("FuzzInlines"), fuzzer("FuzzDocument"), fuzzer("FuzzCommonMark"),
    // The judges of MathML are those of the tests, by symbolic links.
    .executableTarget(
      name: "FuzzMath", dependencies: ["Fuzzing", .product(name: "TeXMath", package: "quaestio")]),
    .executableTarget(
      name: "FuzzFormulaTerms",
      dependencies: ["Fuzzing", .product(name: "FormulaTerms", package: "quaestio")]),
    .target(
      name: "SearchFuzzing", dependencies: ["Fuzzing", .product(name: "SearchIndex", package: "quaestio")]),
    searchFuzzer("FuzzSearchFile"), searchFuzzer("FuzzSearchQuery"), searchFuzzer("FuzzTokenizer"),
  ],
  swiftLanguageModes: [.v6]
)
