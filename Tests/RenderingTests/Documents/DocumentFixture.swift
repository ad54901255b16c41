import KnowledgeBase
import Markdown
import SourceText

@testable import Rendering

/// A document alone, and what becomes of it.
struct Alone {
  let document: LoneDocument

  init(_ text: String, _ choose: (inout LoneDocument.Options) -> Void = { _ in }) {
    var options = LoneDocument.Options()
    choose(&options)
    document = LoneDocument(parsing: SourceFile(path: "q.md", bytes: Array(text.utf8)), options: options)
  }

  var html: String { String(decoding: document.html(), as: UTF8.self) }

  static func html(_ text: String) -> String { Alone(text).html }
}

/// A site of a few pages, whose documents are rendered without templates.
struct SmallSite {
  let knowledge: KnowledgeBase

  /// - Parameter files: texts by their places below the content folder, without `.md`.
  init(_ files: [String: String]) {
    let reader = EntryReader(options: ParseOptions())
    let entries = files.compactMap { place, text in
      reader.read(SourceFile(path: "content/\(place).md", bytes: Array(text.utf8)), place: place).entry
    }
    var diagnostics: [Diagnostic] = []
    var knowledge = KnowledgeBase(entries, reserved: [], diagnostics: &diagnostics)
    let resolver = LinkResolver(
      knowledge, assets: ["content/questions/a.png"], builtIn: [], contentFolder: "content/")
    knowledge.connect(knowledge.entries.indices.map { resolver.resolve(EntryID($0)).links })
    self.knowledge = knowledge
  }

  /// A renderer for the page of a place.
  func renderer(_ place: String, isExcerpt: Bool = false) -> DocumentRenderer? {
    guard let index = knowledge.entries.firstIndex(where: { $0.name == place }) else { return nil }
    let context = RenderingContext(knowledge: knowledge, id: EntryID(index), root: Array("../../".utf8))
    return DocumentRenderer(context, language: .en, isExcerpt: isExcerpt)
  }

  /// The whole body of a page.
  func html(_ place: String, isExcerpt: Bool = false) -> String? {
    guard var renderer = renderer(place, isExcerpt: isExcerpt) else { return nil }
    var output: [UInt8] = []
    renderer.render(1..<renderer.document.nodes.count, topLevel: 1, into: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
