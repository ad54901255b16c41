import ArgumentParser
import KnowledgeBase
import SearchIndex
import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `quaestio search`: the browser's engine on a published folder.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search a published site with the engine its readers use.")

  @Argument(help: "What to look for.")
  var query: String

  @Option(help: "The published folder, such as public.")
  var index: String

  @Option(help: "The most results to print.")
  var limit = 10

  @Flag(help: "Print JSON: [{\"url\",\"title\",\"score\"}].")
  var json = false

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    var engine = try openEngine()
    engine.begin(Array(query.utf8), limit: limit)
    while case let names = engine.needs(), !names.isEmpty {
      for name in names {
        engine.supply(name, try? DiskFileSystem().read(path(of: String(decoding: name, as: UTF8.self))))
      }
    }
    for problem in engine.problems {
      switch problem {
      case .missing(let name): warn("\(path(of: name)) is missing; build the site again")
      case .damaged(let name): warn("\(path(of: name)) is damaged or of another build; build the site again")
      }
    }
    let results = engine.results()
    print(json ? SearchCommand.json(results) : SearchCommand.text(results), terminator: "")
  }

  private func openEngine() throws -> SearchEngine {
    let manifest = path(of: "index.json")
    do {
      return try SearchEngine(manifest: try DiskFileSystem().read(manifest))
    } catch let error as FileSystemError {
      warn("there is no search index in \(index): \(error.description); name a published folder with --index")
      throw ExitCode(error.code == ENOENT ? 2 : 3)
    } catch {
      warn("\(manifest) is no search index of this version; build the site again")
      throw ExitCode(2)
    }
  }

  private func path(of name: String) -> String { PathName.join(index, "search/" + name) }
  private func path(of name: [UInt8]) -> String { path(of: String(decoding: name, as: UTF8.self)) }

  private func warn(_ message: String) {
    var standardError = StandardError()
    print("error: \(message)", to: &standardError)
  }

  private static func json(_ results: [SearchResult]) -> String {
    var json = JSONWriter()
    json.array { json in
      for result in results {
        json.object { json in
          json.key("url")
          json.value(String(decoding: result.path, as: UTF8.self))
          json.key("title")
          json.value(String(decoding: result.title, as: UTF8.self))
          json.key("score")
          json.value(Int(result.score))
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func text(_ results: [SearchResult]) -> String {
    guard !results.isEmpty else { return "Nothing was found.\n" }
    return results.enumerated().map { index, result in
      let path = String(decoding: PercentEncoding.decode(result.path), as: UTF8.self)
      return "\(index + 1). \(String(decoding: result.title, as: UTF8.self))\n   \(path)\n"
    }.joined()
  }
}
