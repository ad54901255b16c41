/// The vectors of documents, one behind the other in pieces of one size, so that a look at one of them waits for memory
/// once.
struct DocumentVectors: Sendable {
  /// The terms of a vector at most.
  static let mostTerms = 24
  /// Bits of a weight.
  static let weightBits: UInt32 = 10
  /// Terms are below this.
  static let termLimit: UInt32 = 1 << (32 - weightBits) - 1

  /// A component of a vector: the term's number, below 2²², and idf · level, below 2¹⁰.
  struct Component {
    fileprivate(set) var bits: UInt32

    init(term: UInt32, weight: UInt32) { bits = term << DocumentVectors.weightBits | weight }

    /// What no vector has.
    static var none: Component { Component(term: DocumentVectors.termLimit, weight: 0) }

    @inline(__always) var term: UInt32 { bits &>> DocumentVectors.weightBits }
    @inline(__always) var weight: UInt32 { bits & (1 << DocumentVectors.weightBits - 1) }

    /// Whether another one is of the same term.
    @inline(__always)
    func isOfTerm(of other: Component) -> Bool { (bits ^ other.bits) &>> DocumentVectors.weightBits == 0 }

    /// All ones where another one is of the same term, else 0.
    @inline(__always)
    func maskOfTerm(of other: Component) -> UInt32 {
      let difference = Int64((bits ^ other.bits) &>> DocumentVectors.weightBits)
      return UInt32(truncatingIfNeeded: (difference &- 1) &>> 63)
    }
  }

  /// Of each document a head, which is no component, and then its components, heaviest first.
  private(set) var cells: [Component] = []
  /// Where the word of each component begins among the words of its document, in the place of the component; 0 for
  /// ideographs.
  private(set) var words: [UInt32] = []
  /// How many documents there are.
  private(set) var count = 0

  private static let size = mostTerms + 1
  /// Bits of the number of components in a head; above them stands the length of the vector.
  private static let countBits: UInt32 = 5

  /// Makes room for so many documents.
  init(capacity: Int) {
    cells.reserveCapacity(capacity * DocumentVectors.size)
    words.reserveCapacity(capacity * DocumentVectors.size)
  }

  /// Begins the vector of the next document.
  mutating func begin() { add(.none, word: 0) }

  /// Adds a component of it, of which there are at most 24, and where its word begins.
  mutating func add(_ component: Component, word: UInt32) {
    cells.append(component)
    words.append(word)
  }

  /// Ends the vector.
  mutating func end() {
    let head = count * DocumentVectors.size
    var square: UInt32 = 0
    for place in head + 1..<cells.count { square += cells[place].weight * cells[place].weight }
    let length = max(1, UInt32(Double(square).squareRoot()))
    cells[head].bits = length << DocumentVectors.countBits | UInt32(cells.count - head - 1)
    count += 1
    while cells.count < count * DocumentVectors.size { add(.none, word: 0) }
  }

  /// The length of a document's vector, at least 1.
  @inline(__always)
  func length(of document: Int) -> UInt32 {
    cells[document &* DocumentVectors.size].bits &>> DocumentVectors.countBits
  }

  /// Where the components of a document stand in `cells`.
  @inline(__always)
  func places(of document: Int) -> Range<Int> {
    let head = document &* DocumentVectors.size
    let count = cells[head].bits & (1 << DocumentVectors.countBits - 1)
    return range(head &+ 1, head &+ 1 &+ Int(count))
  }
}
