import ArgumentParser
import FormulaTerms
import KnowledgeBase
import SearchIndex
import SiteBuild
import SourceText

/// `quaestio search`: the browser's engine on a published folder.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search a published site with the engine its readers use.")

  @Argument(help: "What to look for; write -- before a query that begins with a hyphen.")
  var query: String

  @Option(help: "The published folder, such as public.")
  var index: String

  @Option(help: "The most results to print, up to 100.")
  var limit = 10

  @Flag(help: "Print JSON: [{\"url\",\"title\",\"score\"}].")
  var json = false

  /// Larger files are not of an index, in bytes.
  private static let largestFile = 1 << 24

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    var engine = try openEngine()
    let text = Array(query.utf8)
    // The engine takes a query's formulas as terms behind its text.
    let formulas = formulaTerms(query: text).map { $0.bytes }
    engine.begin(Array(([text] + formulas).joined(separator: [0x20])), QueryOptions(limit: limit))
    while case let names = engine.needs(), !names.isEmpty {
      for name in names { engine.supply(name, content(of: name)) }
    }
    let results = engine.results()
    try StandardStream.output.write(
      json ? SearchCommand.json(results) : Array(SearchCommand.text(results).utf8))
    guard engine.problems.isEmpty else {
      let sentences = engine.problems.map { problem in
        switch problem {
        case .missing(let name): "\(path(of: name)) cannot be read"
        case .damaged(let name): "\(path(of: name)) is damaged, or of another build"
        }
      }
      throw CommandFailure(
        "results may be missing: \(sentences.joined(separator: "; ")); build the site again", exitCode: 3)
    }
  }

  private func openEngine() throws(CommandFailure) -> SearchEngine {
    let manifest = path(of: Array("index.json".utf8))
    let bytes: [UInt8]
    do {
      bytes = try DiskFileSystem().read(manifest, limit: SearchCommand.largestFile)
    } catch {
      guard error.isNotFound else { throw CommandFailure(error) }
      throw CommandFailure(
        "there is no search index in \(index) (\(manifest) is missing); name a published folder with --index")
    }
    do {
      return try SearchEngine(manifest: bytes)
    } catch {
      throw CommandFailure("\(manifest) is no search index of this version; build the site again")
    }
  }

  /// What a file holds that the engine asks for; nil if it cannot be read.
  private func content(of name: [UInt8]) -> [UInt8]? {
    let file = try? DiskFileSystem().read(path(of: name), limit: SearchCommand.largestFile)
    return isPage(name) ? file : file.map { IndexFileCoding.content($0, limit: SearchCommand.largestFile) }
  }

  /// Whether the engine asks for the Markdown of a page.
  private func isPage(_ name: [UInt8]) -> Bool { name.starts(with: Array("../".utf8)) }

  /// Where a file is that the engine names relative to `search/`: one of the index, or a page's Markdown.
  private func path(of name: [UInt8]) -> String {
    let isPage = isPage(name)
    let text = String(
      decoding: isPage ? PercentEncoding.decode(Array(name.dropFirst(3))) : name, as: UTF8.self)
    return PathName.join(index, isPage ? text : "search/" + text)
  }

  private static func json(_ results: [SearchResult]) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for result in results {
        json.object { json in
          json.member("url", String(decoding: result.path, as: UTF8.self))
          json.member("title", String(decoding: result.title, as: UTF8.self))
          json.member("score", Int(result.score))
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func text(_ results: [SearchResult]) -> String {
    guard !results.isEmpty else { return "Nothing was found.\n" }
    let width = String(results.count).count
    return results.enumerated().map { index, result in
      let rank = String(repeating: " ", count: width - String(index + 1).count) + "\(index + 1). "
      let title = DisplayText.printable(String(decoding: result.title, as: UTF8.self))
      let path = String(decoding: PercentEncoding.decode(result.path), as: UTF8.self)
      let indent = String(repeating: " ", count: width + 2)
      return "\(rank)\(title)\n\(indent)\(DisplayText.printable(path))\n"
    }.joined()
  }
}
