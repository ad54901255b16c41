import ArgumentParser
import Markdown
import Rendering
import SourceText

/// `quaestio markdown`: one document to an HTML fragment, or to its tree as JSON.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Convert a Markdown document to HTML, or print its tree.",
    discussion: """
      Without FILE the document is read from standard input. A lone document knows no other pages: wiki links \
      are <a class="wikilink" data-target="…">, citations <a data-key="…">, and neither is reported as broken. \
      With --jsonl every line of the input is an object {"id","markdown"}, and every line of the output is \
      {"id","html","diagnostics"}, or with --ast {"id","ast","diagnostics"}.
      """)

  /// Whether more than CommonMark is read.
  enum Extensions: String, ExpressibleByArgument, CaseIterable {
    case on, off
  }

  @Argument(help: "The document, or - for standard input.", completion: .file())
  var file: String?

  @Option(help: "on, or off for plain CommonMark 0.30 by libcmark.")
  var extensions = Extensions.on

  @Flag(help: "Let raw HTML pass as it is; with --extensions off any link as well.")
  var rawHTML = false

  @Flag(help: "Print the tree as JSON.")
  var ast = false

  @Flag(help: "Convert many documents, one JSON object a line.")
  var jsonl = false

  @Option(help: "How to print diagnostics: text, json, github or sarif.")
  var format = DiagnosticFormat.text

  /// The largest document, in bytes.
  private static let largestDocument = 8 << 20

  func run() throws {
    if jsonl { try convertLines() } else { try convertOne() }
  }

  private func convertOne() throws {
    let result = convert(SourceFile(path: path ?? "<stdin>", bytes: try input()))
    try StandardStream.output.write(ast ? result.output + [UInt8(ascii: "\n")] : result.output)
    var reporter = DiagnosticReporter(format: format)
    reporter.usesColor = StandardStream.error.showsColor
    try StandardStream.error.write(reporter.report(result.diagnostics))
    if result.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private func convertLines() throws {
    let file = path == nil ? nil : try input()
    let isWellFormed = try JSONLines.answer(file) { (line, json) throws(JSONLines.IllFormedLine) in
      guard let text = line["markdown"]?.text else {
        throw JSONLines.IllFormedLine(message: "the object needs \"markdown\", a string")
      }
      let result = convert(SourceFile(path: "<markdown>", bytes: Array(text.utf8)))
      json.key("id")
      json.value(line["id"] ?? .null)
      if ast {
        json.key("ast")
        json.verbatim(result.output)
      } else {
        json.member("html", String(decoding: result.output, as: UTF8.self))
      }
      json.array("diagnostics") { json in
        for diagnostic in DiagnosticReporter.sorted(result.diagnostics) { json.value(diagnostic) }
      }
    }
    if !isWellFormed { throw ExitCode(1) }
  }

  // MARK: Input

  private var path: String? { file == "-" ? nil : file }

  private func input() throws(CommandFailure) -> [UInt8] {
    guard let path else {
      if StandardInput.isTerminal {
        throw CommandFailure("name a file, or pipe one to standard input; see 'quaestio markdown --help'")
      }
      return try StandardInput.readAll()
    }
    do {
      return try DiskFileSystem().read(path)
    } catch {
      throw CommandFailure(error)
    }
  }

  // MARK: Conversion

  /// What a document becomes, and what is wrong in it.
  private struct Result {
    var output: [UInt8]
    var diagnostics: [Diagnostic] = []
  }

  private func convert(_ file: SourceFile) -> Result {
    if extensions == .off, !ast {
      return Result(output: PlainCommonMark.html(file.bytes, allowsRawHTML: rawHTML))
    }
    guard file.bytes.count <= MarkdownCommand.largestDocument else {
      return Result(
        output: ast ? Array("null".utf8) : [],
        diagnostics: [
          Diagnostic(
            .fileTooLarge, at: SourceLocation(path: file.path),
            "This document is larger than \(MarkdownCommand.largestDocument) bytes.",
            notes: [Note("Divide it.")])
        ])
    }
    var options = LoneDocument.Options()
    options.parsing.extensions = extensions == .on
    options.rawHTML = rawHTML ? .all : .safe
    let document = LoneDocument(parsing: file, options: options)
    guard ast else { return Result(output: document.html(), diagnostics: document.diagnostics) }
    var tree: [UInt8] = []
    TreeJSON.append(document.document, to: &tree)
    return Result(output: tree, diagnostics: document.diagnostics)
  }
}
