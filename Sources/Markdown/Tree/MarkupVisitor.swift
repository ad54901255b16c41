/// Receives the nodes of a document in the order in which they are written.
///
/// ```swift
/// struct LinkCollector: MarkupVisitor {
///   var destinations: [String] = []
///
///   mutating func enter(_ markup: Markup) -> MarkupVisit {
///     if case .link(let link) = markup.content {
///       destinations.append(String(decoding: link.destination, as: UTF8.self))
///     }
///     return .children
///   }
/// }
///
/// var collector = LinkCollector()
/// Document(parsing: "[Shannon](https://example.org)").walk(with: &collector)
/// ```
public protocol MarkupVisitor {
  /// Called before a node's children; says how to go on.
  mutating func enter(_ markup: Markup) -> MarkupVisit
  /// Called behind a node's children; the default does nothing.
  mutating func leave(_ markup: Markup)
}

/// How a walk goes on behind a node that was entered.
public enum MarkupVisit: Sendable {
  /// With its children.
  case children
  /// Behind the node, which is left at once.
  case skip
  /// Not at all.
  case stop
}

extension MarkupVisitor {
  /// Does nothing.
  public mutating func leave(_ markup: Markup) {}
}

extension Document {
  /// The document's own node, from which all others are reached.
  public var root: Markup { Markup(document: self, index: 0) }

  /// Walks over a node and all below it.
  ///
  /// The walk does not recurse: no nesting is too deep for it.
  ///
  /// - Parameters:
  ///   - visitor: what receives the nodes.
  ///   - start: the index of the node to begin with; the document's own unless another is given.
  /// - Complexity: O(nodes).
  public func walk(with visitor: inout some MarkupVisitor, from start: Int = 0) {
    guard nodes.indices.contains(start) else { return }
    let end = Int(nodes[start].subtreeEnd)
    var open: [Int] = []
    var index = start
    while index < end {
      switch visitor.enter(Markup(document: self, index: index)) {
      case .children:
        open.append(index)
        index += 1
      case .skip:
        visitor.leave(Markup(document: self, index: index))
        index = Int(nodes[index].subtreeEnd)
      case .stop:
        return
      }
      while let last = open.last, Int(nodes[last].subtreeEnd) <= index {
        visitor.leave(Markup(document: self, index: last))
        open.removeLast()
      }
    }
  }
}
