import Foundation
import Testing

@testable import TeXMath

/// The files in `Cases` say what each command and environment must become, by TeX's and MathML's rules: The TeXbook,
/// fontmath.ltx, the guides of amsmath and mathtools, the symbol tables of amssymb and unicode-math, MathML Core.
/// Where these leave a choice (an accent's character, our classes, the names in plain text) they hold the one made.
/// `CaseFiles` and `MathMLSketch` explain their form.
@Suite struct CaseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The case files whose names begin so, with their contents.
  private static func files(_ prefix: String) throws -> [(name: String, contents: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.hasPrefix(prefix) }
      .map {
        ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      }
  }

  private static func samples() throws -> [CaseFiles.Sample] {
    try files("formulas-").flatMap { CaseFiles.samples(in: $0.contents, of: $0.name) }
  }

  private static func signs() throws -> [CaseFiles.Sign] {
    try files("signs-").flatMap { CaseFiles.signs(in: $0.contents, of: $0.name) }
  }

  @Test func formulasHaveTheStructureOfTheirCases() throws {
    let samples = try Self.samples()
    #expect(!samples.isEmpty)
    for sample in samples {
      let conversion = MathConverter().convert(Array(sample.tex.utf8), display: sample.isDisplay)
      let numbered = sample.sketch.contains("[id=")
      if let fault = MathMLChecker.fault(
        in: conversion.mathML, allowsIdentifiers: numbered, isMinimal: !sample.hasIssues)
      {
        Issue.record(
          "\(sample.place) \(sample.tex)\n  \(fault)\n  \(String(decoding: conversion.mathML, as: UTF8.self))"
        )
      }
      if conversion.issues.isEmpty == sample.hasIssues {
        Issue.record("\(sample.place) \(sample.tex)\n  issues: \(conversion.issues.map(\.message))")
      }
      do {
        let root = try MathMLReader.read(conversion.mathML)
        if try !MathMLSketch(sample.sketch).matches(root) {
          Issue.record(
            "\(sample.place) \(sample.tex)\n  wanted: \(sample.sketch)\n  found:  \(MathMLSketch(of: root))")
        }
      } catch let fault as MathMLSketch.Fault {
        Issue.record("\(sample.place) \(sample.sketch)\n  \(fault.message)")
      }
    }
  }

  @Test func formulasHaveTheTextOfTheirCases() throws {
    for sample in try Self.samples() {
      let text = MathConverter().convert(Array(sample.tex.utf8), display: sample.isDisplay).text
      if text != Array(sample.text.utf8) {
        Issue.record(
          "\(sample.place) \(sample.tex)\n  wanted: \(sample.text)\n  found:  \(String(decoding: text, as: UTF8.self))"
        )
      }
    }
  }

  @Test func signsHaveTheCharacterAndTheClassOfTheirCases() throws {
    let signs = try Self.signs()
    #expect(!signs.isEmpty)
    for sign in signs {
      if let fault = SignCheck.fault(of: sign) {
        Issue.record("\(sign.file):\(sign.line) \\\(sign.command): \(fault)")
      }
    }
  }

  @Test func everyCommandAndEnvironmentHasACase() throws {
    var commands = Set(try Self.signs().map(\.command))
    var environments: Set<String> = []
    for sample in try Self.samples() {
      let (named, begun) = names(in: sample.tex)
      commands.formUnion(named)
      environments.formUnion(begun)
    }
    var missing: [String] = []
    CommandTable.shared.forEachName { name in
      let name = String(decoding: name, as: UTF8.self)
      // A control space may be any white space.
      let isSpace = name.allSatisfy(\.isWhitespace) && commands.contains(" ")
      if !commands.contains(name), !isSpace { missing.append("\\" + name) }
    }
    for index in 0..<Environments.table.count {
      let name = String(decoding: Environments.table.name(of: index), as: UTF8.self)
      if !environments.contains(name) { missing.append("\\begin{\(name)}") }
    }
    #expect(missing.isEmpty, "without a case: \(missing.joined(separator: " "))")
  }

  /// The commands in a formula, and the environments it begins.
  private func names(in tex: String) -> (commands: Set<String>, environments: Set<String>) {
    var commands: Set<String> = []
    var environments: Set<String> = []
    var rest = tex.unicodeScalars[...]
    while let start = rest.firstIndex(of: "\\") {
      rest = rest[rest.index(after: start)...]
      var name = String(rest.prefix { $0.isASCII && $0.properties.isAlphabetic })
      if name.isEmpty { name = String(rest.prefix(1)) }
      rest = rest.dropFirst(name.unicodeScalars.count)
      commands.insert(name)
      if name == "begin", rest.first == "{" {
        environments.insert(String(rest.dropFirst().prefix { $0 != "}" }))
      }
    }
    return (commands, environments)
  }
}
