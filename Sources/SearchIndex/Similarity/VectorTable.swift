/// One vector, to be multiplied with others: a hash table of its components.
struct VectorTable {
  typealias Component = DocumentVectors.Component

  /// The components by the low bits of their terms, and the place of each in the vector.
  private var slots = [Component](repeating: .none, count: VectorTable.mask + 1)
  private var places = [UInt8](repeating: 0, count: VectorTable.mask + 1)
  /// Components whose slot another one has, of which there are few.
  private var displaced: [(component: Component, place: Int)] = []

  private static let mask = 1023

  /// Takes a vector; `forget` makes room for the next one. O(components).
  mutating func take(_ components: Span<Component>) {
    for place in components.indices {
      let slot = VectorTable.slot(of: components[place])
      if slots[slot].isOfTerm(of: .none) {
        slots[slot] = components[place]
        places[slot] = UInt8(truncatingIfNeeded: place)
      } else {
        displaced.append((components[place], place))
      }
    }
  }

  /// Forgets the vector that was taken. O(components).
  mutating func forget(_ components: Span<Component>) {
    for place in components.indices { slots[VectorTable.slot(of: components[place])] = .none }
    displaced.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private static func slot(of component: Component) -> Int { Int(component.term) & mask }

  /// The product of the vector and another one. O(components).
  func product(_ other: Span<Component>) -> UInt32 {
    let slots = slots.span
    var sum: UInt32 = 0
    for index in other.indices {
      let (own, component) = (slots[VectorTable.slot(of: other[index])], other[index])
      // Which terms are shared, nothing predicts, so all are multiplied, and the products of others masked out.
      sum &+= (own.weight &* component.weight) & own.maskOfTerm(of: component)
    }
    return displaced.isEmpty ? sum : sum &+ displacedProduct(other)
  }

  @inline(never)
  private func displacedProduct(_ other: Span<Component>) -> UInt32 {
    var sum: UInt32 = 0
    for (own, _) in displaced {
      for index in other.indices where own.isOfTerm(of: other[index]) {
        sum &+= own.weight &* other[index].weight
      }
    }
    return sum
  }

  /// A component of the vector and one of another vector that are of one term: their places.
  struct Match {
    var own: UInt8 = 0
    var other: UInt8 = 0
  }

  /// Finds what the vector and another one share, in the order of the other one but for displaced components; tells how
  /// many matches stand in `matches`. O(components).
  func match(_ other: Span<Component>, _ matches: inout [Match]) -> Int {
    if matches.count <= other.count { matches = [Match](repeating: Match(), count: other.count + 1) }
    let (slots, places) = (slots.span, places.span)
    var found = matches.mutableSpan
    var count = 0
    // Which terms are shared, nothing predicts, so each is written behind those that are and stays there if it is.
    for index in other.indices {
      let slot = VectorTable.slot(of: other[index])
      found[count] = Match(own: places[slot], other: UInt8(truncatingIfNeeded: index))
      count &+= slots[slot].isOfTerm(of: other[index]) ? 1 : 0
    }
    for (own, place) in displaced {
      for index in other.indices where own.isOfTerm(of: other[index]) {
        found[count] = Match(own: UInt8(truncatingIfNeeded: place), other: UInt8(truncatingIfNeeded: index))
        count &+= 1
      }
    }
    return count
  }
}
