/// How much a parse has looked at, apart from libcmark.
///
/// Every search says how far it went when it ends, found or not, and every loop over nodes, spans or blocks how often
/// it went round. That is one addition a search, so it is always done; and it shows what no clock shows reliably:
/// whether an input twice as long makes twice the work.
package struct ParseWork: Sendable, Equatable {
  /// Bytes looked at; one that is looked at again counts again.
  package private(set) var bytes = 0
  /// Nodes, spans and blocks looked at.
  package private(set) var nodes = 0

  /// Notes that the bytes from one offset up to another were looked at.
  @inline(__always)
  mutating func read(_ start: Int, to end: Int) { bytes += max(end - start, 0) + 1 }

  /// Notes that nodes were looked at.
  @inline(__always)
  mutating func visit(_ count: Int = 1) { nodes += count }
}
