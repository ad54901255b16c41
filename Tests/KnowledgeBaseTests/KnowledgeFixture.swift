import Markdown
import SourceText

@testable import KnowledgeBase

/// Pages read from text and linked to one another.
struct KnowledgeFixture {
  let knowledge: KnowledgeBase
  let diagnostics: [Diagnostic]

  init(
    _ files: [String: String], language: String = "en", assets: Set<String> = ["content/questions/a.png"]
  ) {
    let reader = EntryReader(options: ParseOptions())
    var diagnostics: [Diagnostic] = []
    var entries: [Entry] = []
    for (place, text) in files.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(path: "content/\(place).md", bytes: Array(text.utf8))
      let result = reader.read(file, place: place)
      diagnostics += result.diagnostics
      if let entry = result.entry { entries.append(entry) }
    }
    var knowledge = KnowledgeBase(
      entries, reserved: ["search", "questions"], language: language, diagnostics: &diagnostics)
    let resolver = LinkResolver(
      knowledge, assets: assets, builtIn: ["search/"], contentFolder: "content/")
    let results = knowledge.entries.indices.map { resolver.resolve(EntryID($0)) }
    diagnostics += resolver.diagnostics(of: results)
    knowledge.connect(results.map(\.links))
    self.knowledge = knowledge
    self.diagnostics = diagnostics
  }

  /// The page read from a file.
  func id(_ place: String) -> EntryID? {
    knowledge.entries.firstIndex { $0.name == place }.map { EntryID($0) }
  }

  func entry(_ place: String) -> Entry? { id(place).map { knowledge[$0] } }

  func links(_ place: String) -> PageLinks? { id(place).map { knowledge.links[$0.index] } }

  var faults: [String] { diagnostics.map(\.id.rawValue) }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
