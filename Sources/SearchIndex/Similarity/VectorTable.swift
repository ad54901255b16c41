/// One vector, to be multiplied with others: a hash table of its components.
struct VectorTable {
  /// A component by the low bits of its term: the term, the weight, the place in the vector.
  private var slots = [UInt64](repeating: VectorTable.empty, count: VectorTable.mask + 1)
  /// Components whose slot another one has, of which there are few.
  private var displaced: [UInt64] = []

  private static let mask = 1023
  private static let empty = UInt64.max
  private static let placeBits: UInt64 = 5
  private static let termShift = UInt64(NearestDocuments.weightBits) + placeBits

  /// Takes a vector; `forget` makes room for the next one. O(components).
  mutating func take(_ components: Span<NearestDocuments.Component>) {
    for place in components.indices {
      let (term, weight) = (components[place].term, components[place].weight)
      let entry =
        UInt64(term) << VectorTable.termShift | UInt64(weight) << VectorTable.placeBits | UInt64(place)
      let slot = Int(term) & VectorTable.mask
      if slots[slot] == VectorTable.empty { slots[slot] = entry } else { displaced.append(entry) }
    }
  }

  /// Forgets the vector that was taken. O(components).
  mutating func forget(_ components: Span<NearestDocuments.Component>) {
    for place in components.indices {
      slots[Int(components[place].term) & VectorTable.mask] = VectorTable.empty
    }
    displaced.removeAll(keepingCapacity: true)
  }

  /// The product of the vector and another one. O(components).
  func product(_ other: Span<NearestDocuments.Component>) -> UInt32 {
    VectorTable.product(other, slots.span, displaced.span)
  }

  private static func product(
    _ other: Span<NearestDocuments.Component>, _ slots: Span<UInt64>, _ displaced: Span<UInt64>
  ) -> UInt32 {
    var sum: UInt32 = 0
    for index in other.indices {
      let (term, weight) = (other[index].term, other[index].weight)
      let entry = slots[Int(term) & mask]
      // Which terms are shared, nothing predicts, so all are multiplied.
      sum &+= entry &>> termShift == UInt64(term) ? self.weight(of: entry) &* weight : 0
    }
    for place in displaced.indices {
      for index in other.indices where displaced[place] &>> termShift == UInt64(other[index].term) {
        sum &+= self.weight(of: displaced[place]) &* other[index].weight
      }
    }
    return sum
  }

  @inline(__always)
  private static func weight(of entry: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: entry &>> placeBits) & (1 << NearestDocuments.weightBits - 1)
  }

  /// The place of a term in the vector.
  @inline(__always)
  func place(of term: UInt32) -> Int? {
    let entry = slots[Int(term) & VectorTable.mask]
    if entry == VectorTable.empty { return nil }
    if entry &>> VectorTable.termShift == UInt64(term) { return VectorTable.place(of: entry) }
    return displaced.first { $0 &>> VectorTable.termShift == UInt64(term) }.map(VectorTable.place(of:))
  }

  private static func place(of entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry & (1 << placeBits - 1))
  }
}
