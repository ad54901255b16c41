import Markdown

extension DocumentRenderer {
  /// Writes a code block, in a figure when it has a title, or the calculation that it is.
  func renderCode(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    if renderCalculator(index, into: &output) { return }
    let block = document.codeBlocks[Int(node.payload)]
    let language = block.language
    // Most blocks name nothing but their language.
    let isPlain = language.endIndex == block.info.endIndex
    let title = isPlain ? nil : block.title
    if let title {
      HTMLWriter.append("<figure class=\"code\"", to: &output)
      appendBlockID(of: index, to: &output)
      HTMLWriter.append("><figcaption>", to: &output)
      HTMLWriter.append(text: title, to: &output)
      HTMLWriter.append("</figcaption>\n", to: &output)
    }
    HTMLWriter.append("<pre tabindex=\"0\"", to: &output)
    if title == nil { appendBlockID(of: index, to: &output) }
    HTMLWriter.append("><code", to: &output)
    if !language.isEmpty {
      HTMLWriter.append(" class=\"language-", to: &output)
      HTMLWriter.append(text: language, to: &output)
      HTMLWriter.append("\"", to: &output)
    }
    HTMLWriter.append(">", to: &output)
    var highlighter = CodeHighlighter(
      document.bytes(of: node.literal), in: language, marking: isPlain ? [] : block.markedLines)
    highlighter.write(into: &output)
    HTMLWriter.append(title == nil ? "</code></pre>\n" : "</code></pre></figure>\n", to: &output)
  }
}
