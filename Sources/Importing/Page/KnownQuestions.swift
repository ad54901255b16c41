import Markdown
import SourceText

/// The questions of a site, found by what another page may call them: slug, alias, then title.
///
/// Names are compared by their slugs, so that punctuation, case and spaces do not count.
package struct KnownQuestions: Sendable {
  private var names = NameTiers(count: 3)
  /// Paths relative to `content/`, without ending.
  private var paths: [String] = []

  package init() {}

  /// Adds a file of the site; anything but a question is passed over.
  ///
  /// - Parameters:
  ///   - path: the path relative to `content/`.
  ///   - bytes: the file.
  /// - Complexity: O(bytes of the front matter), or of the file where that gives no title.
  package mutating func add(path: String, _ bytes: [UInt8]) {
    guard KnownQuestions.isQuestion(path) else { return }
    let file = SourceFile(path: path, bytes: bytes)
    let (frontMatter, _, _) = FrontMatter.parse(file)
    guard frontMatter.kind ?? .question == .question else { return }
    let index = paths.count
    let name = String(path.dropLast(".md".count))
    paths.append(name)
    add(frontMatter.slug?.value ?? PathName.lastComponent(name), index, tier: 0)
    for alias in frontMatter.aliases { add(alias.value, index, tier: 1) }
    for title in KnownQuestions.titles(frontMatter, of: file) { add(title, index, tier: 2) }
  }

  /// Whether a file can be a question by its path.
  package static func isQuestion(_ path: String) -> Bool {
    path.hasPrefix("questions/") && path.hasSuffix(".md")
      && !path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") }
  }

  /// The paths, without ending, of the questions with a title.
  func find(title: ArraySlice<UInt8>) -> [String] {
    names.find(KnownQuestions.key(title)).map { paths[$0] }
  }

  private mutating func add(_ name: String, _ index: Int, tier: Int) {
    names.add(KnownQuestions.key(Array(name.utf8)[...]), index, tier: tier)
  }

  private static func key(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: Slug.make(Array(name)), as: UTF8.self)
  }

  /// The title as it is written, which a scraped formula is, too, and as it is read.
  private static func titles(_ frontMatter: FrontMatter, of file: SourceFile) -> [String] {
    guard let written = frontMatter.title?.value else {
      return Document(parsing: file).headings.first { $0.level == 1 }.map {
        [String(decoding: $0.plainText, as: UTF8.self)]
      } ?? []
    }
    let title = SourceFile(path: "", bytes: Array(written.utf8))
    let inlines = Document(parsingInlinesIn: 0..<title.bytes.count, of: title)
    return [written, String(decoding: inlines.plainText(of: 0), as: UTF8.self)]
  }
}
