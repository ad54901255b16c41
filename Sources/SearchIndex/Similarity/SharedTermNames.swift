/// Names of terms for people to read, in UTF-8. Many such lists share one piece of memory.
public struct SharedTermNames: Sendable, Sequence {
  /// The names of several lists: of each a length byte, then the bytes.
  private let bytes: [UInt8]
  private let place: Range<UInt32>

  private init(_ bytes: [UInt8], _ place: Range<UInt32>) {
    self.bytes = bytes
    self.place = place
  }

  /// An empty list.
  public init() { self.init([], 0..<0) }

  /// The names, one after the other.
  public func makeIterator() -> Iterator { Iterator(bytes: bytes, place: place) }

  /// What is left of a list.
  public struct Iterator: IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate var place: Range<UInt32>

    /// The next name.
    public mutating func next() -> [UInt8]? {
      guard !place.isEmpty else { return nil }
      let start = Int(place.lowerBound) + 1
      let end = start + Int(bytes[start - 1])
      place = UInt32(truncatingIfNeeded: end)..<place.upperBound
      return Array(bytes[start..<end])
    }
  }

  /// Lists while they are collected.
  struct Collection {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    /// How many names the last list has.
    private(set) var count = 0

    /// Adds a name of at most 255 bytes to the last list.
    mutating func append(_ name: Span<UInt8>) {
      bytes.append(UInt8(name.count))
      name.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      count += 1
    }

    /// Adds a name of at most 63 characters.
    mutating func append(_ name: Span<UInt32>) {
      let start = bytes.count
      bytes.append(0)
      for index in name.indices { appendUTF8(name[index], to: &bytes) }
      bytes[start] = UInt8(bytes.count - start - 1)
      count += 1
    }

    /// Ends a list; what follows is the next one's.
    mutating func endList() {
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      count = 0
    }

    /// Forgets all lists.
    mutating func removeAll() {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
    }

    /// All lists, in memory of their own.
    var lists: [SharedTermNames] {
      let bytes = bytes.withUnsafeBufferPointer { Array($0) }
      var start: UInt32 = 0
      return ends.map { end in
        defer { start = end }
        return SharedTermNames(bytes, start..<end)
      }
    }
  }
}
