import KnowledgeBase
import Markdown

@testable import Rendering

extension SmallSite {
  /// The whole body of a page as it stands in its mirror.
  func mirror(_ place: String, isExcerpt: Bool = false) -> String? {
    guard let index = knowledge.entries.firstIndex(where: { $0.name == place }) else { return nil }
    let context = RenderingContext(knowledge: knowledge, id: EntryID(index), root: Array("../../".utf8))
    var renderer = MirrorRenderer(context, isExcerpt: isExcerpt)
    var writer = MarkdownWriter()
    renderer.render(1..<renderer.document.nodes.count, topLevel: 1, into: &writer)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  /// The mirror of a question's body that belongs to a site without other pages.
  static func mirror(_ text: String) -> String {
    SmallSite(["questions/q": titled(text)]).mirror("questions/q") ?? ""
  }

  /// The HTML of the same.
  static func html(_ text: String) -> String {
    SmallSite(["questions/q": titled(text)]).html("questions/q") ?? ""
  }

  /// The text with a title, so that none of its headings is taken for one.
  private static func titled(_ text: String) -> String { "---\ntitle: T\ndescription: secret\n---\n" + text }
}
