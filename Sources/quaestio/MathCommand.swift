import ArgumentParser
import KnowledgeBase
import SourceText
import TeXMath

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `quaestio math`: TeX to MathML Core.
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Convert TeX formulas to MathML.",
    discussion: """
      Without TEX the formula is read from standard input. With --jsonl every line of standard input is an object \
      {"id","tex","display"} and every line of the output {"id","mathml","diagnostics"}.
      """)

  @Argument(help: "The formula, without dollar signs.")
  var tex: String?

  @Flag(help: "Set it on a line of its own.")
  var display = false

  @Flag(help: "Convert many formulas, one JSON object a line.")
  var jsonl = false

  func validate() throws {
    if jsonl && tex != nil { throw ValidationError("--jsonl reads formulas from standard input; leave TEX out.") }
  }

  func run() throws {
    jsonl ? try convertLines() : try convertOne()
  }

  private func convertOne() throws {
    var text = tex ?? ""
    if tex == nil {
      while let line = readLine(strippingNewline: false) { text += line }
      if text.last == "\n" { text.removeLast() }
    }
    let file = SourceFile(path: "<formula>", bytes: Array(text.utf8))
    let conversion = MathConverter().convert(file.bytes, display: display)
    print(String(decoding: conversion.mathML, as: UTF8.self))
    guard !conversion.issues.isEmpty else { return }
    let diagnostics = conversion.issues.map { Diagnostic($0, in: file) }
    var standardError = StandardError()
    var reporter = DiagnosticReporter(format: .text)
    reporter.usesColor = Terminal.isColored(.error)
    print(String(decoding: reporter.report(diagnostics), as: UTF8.self), terminator: "", to: &standardError)
    throw ExitCode(1)
  }

  // MARK: Lines

  private struct Input: Decodable {
    var id: Identifier?
    var tex: String
    var display: Bool?
  }

  private func convertLines() throws {
    let converter = MathConverter()
    let decoder = JSONDecoder()
    var isIllFormed = false
    while let line = readLine() {
      guard !line.isEmpty else { continue }
      var json = JSONWriter()
      do {
        let input = try decoder.decode(Input.self, from: Data(line.utf8))
        json.object { MathCommand.write(input, converter, to: &$0) }
      } catch {
        isIllFormed = true
        json.object { json in
          json.key("id")
          json.null()
          json.key("error")
          json.value("this line is no object with the keys \"id\", \"tex\" and \"display\"")
        }
      }
      print(String(decoding: json.bytes, as: UTF8.self))
    }
    if isIllFormed { throw ExitCode(1) }
  }

  private static func write(_ input: Input, _ converter: MathConverter, to json: inout JSONWriter) {
    let file = SourceFile(path: "<formula>", bytes: Array(input.tex.utf8))
    let conversion = converter.convert(file.bytes, display: input.display ?? false)
    json.key("id")
    switch input.id {
    case .text(let id): json.value(id)
    case .number(let id): json.value(id)
    case nil: json.null()
    }
    if let first = conversion.issues.first {
      json.key("error")
      json.value(first.message)
      json.key("offset")
      json.value(first.range.lowerBound)
    } else {
      json.key("mathml")
      json.value(String(decoding: conversion.mathML, as: UTF8.self))
    }
    json.key("diagnostics")
    json.array { json in
      for issue in conversion.issues {
        json.object { json in
          json.key("id")
          json.value(Diagnostic(issue, in: file).id.rawValue)
          json.key("range")
          json.array { json in
            json.value(issue.range.lowerBound)
            json.value(issue.range.upperBound)
          }
          json.key("message")
          json.value(issue.message)
        }
      }
    }
  }
}

/// A name a line of JSON gives its formula: a string or a whole number, given back as it came.
enum Identifier: Decodable {
  case text(String)
  case number(Int)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}
