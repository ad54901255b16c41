import SearchIndex

/// A page that is searched.
struct TestPage {
  let id: String
  let document: SearchDocument
  /// The page's Markdown.
  let markdown: [UInt8]

  /// Calls `body` with the pages of a file, a JSON object a line: `id`, `title` and `body`, maybe `tags`, `lang` and
  /// `markdown`.
  static func forEach(
    of path: String, _ body: (TestPage) throws(Failure) -> Void
  ) throws(Failure) {
    try JSONRecord.forEach(of: path) { record throws(Failure) in try body(TestPage(record)) }
  }

  /// Calls `body` with the pages in batches, so that a clock around it sees little of the reading.
  static func forEachBatch(of path: String, _ body: ([TestPage]) -> Void) throws(Failure) {
    var batch: [TestPage] = []
    try forEach(of: path) { page throws(Failure) in
      batch.append(page)
      if batch.count == 256 {
        body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    body(batch)
  }

  init(_ record: JSONRecord) throws(Failure) {
    let name = try record.string("id")
    let title = try record.string("title")
    let text = try record.string("body")
    id = String(decoding: name, as: UTF8.self)
    document = SearchDocument(
      path: Array("questions/".utf8) + name + Array("/".utf8), title: title,
      summary: TestPage.beginning(of: text), date: Array("2026-11-21".utf8), kind: Array("question".utf8),
      language: record.strings["lang"] ?? Array("zh-Hans".utf8), tags: record.lists["tags"] ?? [],
      fields: [SearchField(kind: .title, text: title), SearchField(kind: .answer, text: text)])
    markdown = record.strings["markdown"] ?? Array("# ".utf8) + title + Array("\n\n".utf8) + text + [0x0A]
  }

  /// The first 120 characters.
  private static func beginning(of text: [UInt8]) -> [UInt8] {
    var characters = 0
    for (index, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
      if characters == 120 { return Array(text[..<index]) }
      characters += 1
    }
    return text
  }
}

/// All pages, read into terms.
struct TestCollection {
  private(set) var ids: [String] = []
  private(set) var documents: [AnalyzedDocument] = []
  /// The pages' Markdown by the name under which the engine asks for it.
  private(set) var markdown: [[UInt8]: [UInt8]] = [:]
  private var positions: [[UInt8]: Int] = [:]

  init(_ path: String) throws(Failure) {
    try TestPage.forEach(of: path) { page throws(Failure) in
      guard positions.updateValue(ids.count, forKey: page.document.path) == nil else {
        throw Failure(message: "\(path): the id \(page.id) stands twice")
      }
      ids.append(page.id)
      documents.append(AnalyzedDocument(page.document))
      markdown[Array("../".utf8) + page.document.path + Array("index.md".utf8)] = page.markdown
    }
    guard !documents.isEmpty else { throw Failure(message: "\(path) has no pages") }
  }

  /// The id of the page with this path.
  func id(ofPath path: [UInt8]) -> String? { positions[path].map { ids[$0] } }
}
