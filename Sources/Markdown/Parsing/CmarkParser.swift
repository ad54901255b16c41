import CCmark
import CPlatform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// libcmark's tree of a text. This file alone speaks to libcmark.
///
/// The tree lives in an arena of its own: libcmark allocates every node, and a third of its time would go to that.
final class CmarkTree {
  private let root: OpaquePointer
  private let arena: OpaquePointer
  private let memory: UnsafeMutablePointer<cmark_mem>

  /// Parses CommonMark; `nil` only when memory is exhausted.
  init?(parsing text: ArraySlice<UInt8>) {
    guard let arena = quaestio_arena_new(text.count * CmarkTree.expectedGrowth) else { return nil }
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: quaestio_arena_calloc, realloc: quaestio_arena_realloc, free: quaestio_arena_release))
    let outer = quaestio_arena_use(arena)
    let parsed = text.withUnsafeBytes { buffer -> OpaquePointer? in
      let parser = cmark_parser_new_with_mem(CInt(CMARK_OPT_SOURCEPOS), memory)
      cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      return cmark_parser_finish(parser)
    }
    _ = quaestio_arena_use(outer)
    guard let parsed else {
      quaestio_arena_free(arena)
      memory.deallocate()
      return nil
    }
    root = parsed
    self.arena = arena
    self.memory = memory
  }

  deinit {
    quaestio_arena_free(arena)
    memory.deallocate()
  }

  /// Bytes of libcmark's tree for each byte of its text, about.
  private static let expectedGrowth = 8

  /// Lends the document node; neither it nor any node below it may outlive the call.
  func withDocument<Result>(_ body: (CmarkNode) -> Result) -> Result {
    withExtendedLifetime(self) { body(CmarkNode(pointer: root)) }
  }
}

/// One node of libcmark's tree; valid only inside `withDocument`.
struct CmarkNode {
  fileprivate let pointer: OpaquePointer

  enum Kind {
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case document, other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  var firstChild: CmarkNode? { cmark_node_first_child(pointer).map(CmarkNode.init) }
  var next: CmarkNode? { cmark_node_next(pointer).map(CmarkNode.init) }
  var parent: CmarkNode? { cmark_node_parent(pointer).map(CmarkNode.init) }

  /// Line and column, from 1, of the first byte.
  var start: (line: Int, column: Int) {
    (Int(cmark_node_get_start_line(pointer)), Int(cmark_node_get_start_column(pointer)))
  }
  /// Line and column, from 1, of the last byte.
  var end: (line: Int, column: Int) {
    (Int(cmark_node_get_end_line(pointer)), Int(cmark_node_get_end_column(pointer)))
  }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// The first number of an ordered list, or `nil`.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  var info: [UInt8] { CmarkNode.bytes(cmark_node_get_fence_info(pointer)) }
  var destination: [UInt8] { CmarkNode.bytes(cmark_node_get_url(pointer)) }
  var title: [UInt8] { CmarkNode.bytes(cmark_node_get_title(pointer)) }

  /// Lends the literal without copying it.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let start = cmark_node_get_literal(pointer) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: strlen(start))
    return bytes.withMemoryRebound(to: UInt8.self, body)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text, text.pointee != 0 else { return [] }
    return CleanText.withoutControls(
      CleanText.wellFormed([UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))))
  }
}

/// libcmark's own HTML, for documents that are to be plain CommonMark.
public enum PlainCommonMark {
  /// Converts CommonMark 0.30 to HTML by libcmark alone.
  ///
  /// - Parameters:
  ///   - text: the Markdown; the whole of it, front matter has no meaning here.
  ///   - allowsRawHTML: whether raw HTML and any URL pass; otherwise libcmark's own safe output.
  /// - Returns: HTML, always valid UTF-8.
  public static func html(_ text: [UInt8], allowsRawHTML: Bool) -> [UInt8] {
    let options = CMARK_OPT_DEFAULT | (allowsRawHTML ? CMARK_OPT_UNSAFE : 0)
    return text.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let html = cmark_markdown_to_html(start, buffer.count, CInt(options)) else { return [] }
      defer { cmark_get_default_mem_allocator().pointee.free(html) }
      return CleanText.wellFormed([UInt8](UnsafeRawBufferPointer(start: html, count: strlen(html))))
    }
  }
}
