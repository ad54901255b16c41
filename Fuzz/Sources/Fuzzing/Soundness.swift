public import Markdown

/// What holds of every document, whatever was read.
public enum Soundness {
  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: the tree lies in preorder; every range lies inside its parent's, hence inside the file; texts that
  /// stand in the file are what stands there; all text is UTF-8; every diagnostic points into the file.
  public static func check(_ document: Document) {
    let source = document.source.bytes
    for (index, node) in document.nodes.enumerated() {
      let range = node.range.bytes
      require(range.upperBound <= source.count, "\(node.kind) reaches behind the end of the file")
      require(
        index < Int(node.subtreeEnd) && Int(node.subtreeEnd) <= document.nodes.count,
        "\(node.kind) ends nowhere")
      for child in document.children(of: index) {
        let inner = document.nodes[child].range.bytes
        require(
          range.lowerBound <= inner.lowerBound && inner.upperBound <= range.upperBound,
          "\(document.nodes[child].kind) \(inner) is not inside \(node.kind) \(range)")
      }
      let literal = Array(document.bytes(of: node.literal))
      require(String(validating: literal, as: UTF8.self) != nil, "\(node.kind) is not UTF-8")
    }
    for diagnostic in document.diagnostics {
      guard let range = diagnostic.location?.range else { continue }
      require(
        range.start <= range.end && Int(range.end) <= source.count, "\(diagnostic.id) points behind the end")
    }
  }
}
