import ArgumentParser
import KnowledgeBase
import SourceText
import TeXMath

/// `quaestio math`: TeX to MathML Core.
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Convert TeX formulas to MathML.",
    discussion: """
      Without TEX the formula is read from standard input. With --jsonl every line of standard input is an \
      object {"id","tex","display"}, and every line of the output is {"id","mathml","diagnostics"}, or for a \
      formula with faults {"id","error","offset","diagnostics"}.
      """)

  @Argument(help: "The formula, without dollar signs; put -- before one that begins with a hyphen.")
  var tex: String?

  @Flag(help: "Set it on a line of its own.")
  var display = false

  @Flag(help: "Convert many formulas, one JSON object a line.")
  var jsonl = false

  func validate() throws {
    if jsonl, tex != nil { throw ValidationError("--jsonl reads standard input; leave TEX out.") }
  }

  func run() throws {
    if jsonl { try convertLines() } else { try convertOne() }
  }

  private func convertOne() throws {
    let file = SourceFile(path: "<formula>", bytes: try formula())
    let conversion = MathConverter().convert(file.bytes, display: display, makesText: false)
    try StandardStream.output.write(conversion.mathML + [UInt8(ascii: "\n")])
    if conversion.issues.isEmpty { return }
    var reporter = DiagnosticReporter(format: .text)
    reporter.usesColor = StandardStream.error.showsColor
    try StandardStream.error.write(reporter.report(conversion.issues.map { Diagnostic($0, in: file) }))
    if conversion.hasErrors { throw ExitCode(1) }
  }

  /// The argument, or standard input without the line's end.
  private func formula() throws -> [UInt8] {
    if let tex { return Array(tex.utf8) }
    if StandardInput.isTerminal {
      throw CommandFailure("give a formula, or pipe one to standard input; see 'quaestio math --help'")
    }
    var bytes = try StandardInput.readAll()
    while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  private func convertLines() throws {
    let converter = MathConverter()
    let isWellFormed = try JSONLines.answer { (line, json) throws(JSONLines.IllFormedLine) in
      guard let tex = line["tex"]?.text else {
        throw JSONLines.IllFormedLine(message: "the object needs \"tex\", a string")
      }
      let display = line["display"] ?? .bool(display)
      guard let display = display.flag else {
        throw JSONLines.IllFormedLine(message: "\"display\" must be true or false")
      }
      let file = SourceFile(path: "<formula>", bytes: Array(tex.utf8))
      let conversion = converter.convert(file.bytes, display: display, makesText: false)
      json.key("id")
      json.value(line["id"] ?? .null)
      if let first = conversion.issues.first(where: { $0.severity == .error }) {
        json.member("error", first.message)
        json.member("offset", first.range.lowerBound)
      } else {
        json.member("mathml", String(decoding: conversion.mathML, as: UTF8.self))
      }
      json.array("diagnostics") { json in
        for issue in conversion.issues { json.value(Diagnostic(issue, in: file)) }
      }
    }
    if !isWellFormed { throw ExitCode(1) }
  }
}
