import Testing

@testable import SearchIndex

@Suite("The parts of nearest documents")
struct VectorTests {
  @Test(
    "the heaviest occurrences are chosen, of equals those that the tie prefers, as sorting would choose them")
  func choice() {
    var generator = SplitMix(state: 41)
    var choice = TermChoice(24)
    for count in [0, 1, 23, 24, 25, 90, 700] {
      for distinct in [1, 3, 400] {
        let weights = (0..<count).map { _ in Int.random(in: 1...distinct, using: &generator) }
        let ties = (0..<count).map { _ in UInt64.random(in: 0..<50, using: &generator) }
        choice.begin()
        for weight in weights { choice.count(weight) }
        choice.cut()
        for index in weights.indices { choice.add(index, weights[index], tie: ties[index]) }
        choice.end()
        let sorted = weights.indices.sorted {
          (weights[$0], ties[$0], $0) > (weights[$1], ties[$1], $1)
        }
        #expect(Set(choice.chosen.map(\.occurrence)) == Set(sorted.prefix(24)))
        #expect(choice.chosen.map { Int($0.weight) } == sorted.prefix(24).map { weights[$0] })
      }
    }
  }

  @Test(
    "of a frequent term the heaviest postings are left, of equal ones the first, in the order of the documents"
  )
  func postings() {
    var generator = SplitMix(state: 42)
    for distinct in [1, 4, 500] {
      var components: [NearestDocuments.Component] = []
      var starts = [0]
      var lists: [[(document: Int, weight: UInt32)]] = [[], [], [], []]
      for document in 0..<300 {
        // The first term is everywhere, the last one nowhere.
        for term in 0..<3 where term == 0 || UInt64.random(in: 0..<UInt64(term * 2), using: &generator) == 0 {
          let weight = UInt32.random(in: 1...UInt32(distinct), using: &generator)
          components.append(.init(term: UInt32(term), weight: weight))
          lists[term].append((document, weight))
        }
        starts.append(components.count)
      }
      let postings = VectorPostings(components, starts, termCount: lists.count, most: 40)
      for (term, list) in lists.enumerated() {
        let kept = list.sorted { ($1.weight, $0.document) < ($0.weight, $1.document) }.prefix(40)
          .sorted { $0.document < $1.document }
        let range = Int(postings.starts[term])..<Int(postings.starts[term + 1])
        #expect(
          postings.postings[range].elementsEqual(kept.map { UInt32($0.document) << 10 | $0.weight }))
      }
    }
  }

  @Test(
    "a product is the sum over all shared terms, also of those whose slots meet; and nothing is left of a vector"
  )
  func products() {
    var generator = SplitMix(state: 44)
    func vector(_ terms: [UInt32]) -> [NearestDocuments.Component] {
      terms.map { .init(term: $0, weight: UInt32.random(in: 1..<1024, using: &generator)) }
    }
    var table = VectorTable()
    for step: UInt32 in [1, 1024, 4096] {
      for _ in 0..<20 {
        let own = vector((0..<24).map { $0 * step })
        let other = vector((0..<40).shuffled(using: &generator).prefix(24).map { $0 * step })
        table.take(own.span)
        var expected: UInt32 = 0
        for component in other {
          let place = own.firstIndex { $0.term == component.term }
          expected += place.map { own[$0].weight * component.weight } ?? 0
          #expect(table.place(of: component.term) == place)
        }
        #expect(table.product(other.span) == expected)
        table.forget(own.span)
        #expect(table.product(other.span) == 0)
      }
    }
  }

  @Test("keys are numbered as they appear and counted, also while the table grows")
  func numbers() {
    var generator = SplitMix(state: 43)
    var numbers = TermNumbers()
    var order: [UInt64] = []
    var counts: [UInt64: UInt32] = [:]
    for _ in 0..<60 {
      let added = (0..<200).map { _ in UInt64.random(in: 1..<9000, using: &generator) }
      var found: [UInt32] = []
      numbers.add(added.span, into: &found)
      for key in added {
        if counts[key] == nil { order.append(key) }
        counts[key, default: 0] += 1
      }
      #expect(found.map { numbers.keys[Int($0)] } == added)
    }
    #expect(numbers.keys == order)
    #expect(numbers.counts == order.map { counts[$0] })
  }
}
