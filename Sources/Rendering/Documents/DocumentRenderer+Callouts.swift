import Markdown

extension DocumentRenderer {
  /// Writes the start of a callout; one that folds is a `details` element, so that it needs no script.
  mutating func renderCallout(_ node: Node, _ index: Int, into output: inout [UInt8]) {
    let callout = document.callouts[Int(node.payload)]
    let folds = callout.fold != .none
    HTMLWriter.append(
      folds ? "<details class=\"callout callout-" : "<aside class=\"callout callout-", to: &output)
    output += callout.kind.rawValue.utf8
    HTMLWriter.append("\"", to: &output)
    appendBlockID(of: index, to: &output)
    switch callout.fold {
    case .none: HTMLWriter.append(" role=\"note\">\n", to: &output)
    case .open: HTMLWriter.append(" open=\"\">\n", to: &output)
    case .closed: HTMLWriter.append(">\n", to: &output)
    }
    push(node, endTag: folds ? "</details>\n" : "</aside>\n", folds ? .folds : [])
    let hasTitle = Int(node.subtreeEnd) > index + 1 && document.nodes[index + 1].kind == .calloutTitle
    guard !hasTitle else { return }
    appendTitleTag(folds, to: &output)
    HTMLWriter.append(text: phrases.title(of: callout), to: &output)
    HTMLWriter.append(folds ? "</summary>\n" : "</p>\n", to: &output)
  }

  /// Writes the start of a title the author gave.
  mutating func renderCalloutTitle(_ node: Node, into output: inout [UInt8]) {
    let folds = open.last?.traits.contains(.folds) ?? false
    appendTitleTag(folds, to: &output)
    push(node, endTag: folds ? "</summary>\n" : "</p>\n")
  }

  private func appendTitleTag(_ folds: Bool, to output: inout [UInt8]) {
    HTMLWriter.append(
      folds ? "<summary class=\"callout-title\">" : "<p class=\"callout-title\">", to: &output)
  }
}
