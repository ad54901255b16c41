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
        choice.choose(count, weight: { weights[$0] }, tie: { ties[$0] })
        let sorted = weights.indices.sorted {
          (weights[$0], ties[$0], $0) > (weights[$1], ties[$1], $1)
        }
        #expect(Set(choice.chosen.map(\.occurrence)) == Set(sorted.prefix(24)))
        #expect(choice.chosen.map { Int($0.weight) } == sorted.prefix(24).map { weights[$0] })
      }
    }
  }

  @Test("of ideographs all tell that weigh enough, wherever they stand among the others")
  func tellingIdeographs() {
    var generator = SplitMix(state: 40)
    for count in [1, 7, 31, 32, 33, 63, 64, 65, 129, 500] {
      let answer = (0..<count).map { _ in
        let character = String(UnicodeScalar(0x4E00 + UInt32.random(in: 0..<900, using: &generator)) ?? "一")
        return String(repeating: character, count: Int.random(in: 1...60, using: &generator))
      }
      let document = AnalyzedDocument(page("a/", answer: answer.joined()))
      let telling = zip(document.ideographTerms, document.bytes[document.parts.ideographWeights])
        .filter { $1 >= 4 }.map { UInt64($0.0) }
      #expect(TellingTerms([document].span).numbers.keys == telling)
    }
  }

  @Test(
    "of a frequent term those postings are left of whose vectors it is the greatest part, in the order of the documents"
  )
  func postings() {
    var generator = SplitMix(state: 42)
    for distinct in [1, 4, 500] {
      var vectors = DocumentVectors(capacity: 300)
      var lists: [[(document: Int, share: UInt32)]] = [[], [], [], []]
      for document in 0..<300 {
        // The first term is everywhere, the last one nowhere.
        let terms = (0..<3).filter {
          $0 == 0 || UInt64.random(in: 0..<UInt64($0 * 2), using: &generator) == 0
        }
        let components = terms.map { term in
          DocumentVectors.Component(
            term: UInt32(term), weight: UInt32.random(in: 1...UInt32(distinct), using: &generator))
        }
        vectors.begin()
        for component in components { vectors.add(component, word: 0) }
        vectors.end()
        for component in components {
          let share = Double(component.weight) / Double(vectors.length(of: document)) * 1024
          lists[Int(component.term)].append((document, min(UInt32(share), 1023)))
        }
      }
      let postings = VectorPostings(vectors, termCount: lists.count, most: 40)
      for (term, list) in lists.enumerated() {
        let kept = list.sorted { ($1.share, $0.document) < ($0.share, $1.document) }.prefix(40)
          .sorted { $0.document < $1.document }
        let found = postings.postings[Int(postings.starts[term])..<Int(postings.starts[term + 1])]
        #expect(found.map { $0 >> 10 } == kept.map { UInt32($0.document) })
        // Divided in whole numbers, which rounds down.
        #expect(zip(found, kept).allSatisfy { $0 & 1023 <= $1.share && $0 & 1023 + 1 >= $1.share })
      }
    }
  }

  @Test("vectors stand in cells of one size: each has its own components, words and length")
  func cells() {
    var generator = SplitMix(state: 45)
    var vectors = DocumentVectors(capacity: 3)
    var made: [[UInt32]] = []
    for count in [24, 0, 7, 24, 1] {
      made.append((0..<count).map { _ in UInt32.random(in: 1..<1024, using: &generator) })
      vectors.begin()
      for weight in made[made.count - 1] {
        vectors.add(.init(term: weight * 7, weight: weight), word: weight + 1)
      }
      vectors.end()
    }
    #expect(vectors.count == made.count)
    for (document, weights) in made.enumerated() {
      let places = vectors.places(of: document)
      #expect(vectors.cells[places].map(\.weight) == weights)
      #expect(vectors.cells[places].map(\.term) == weights.map { $0 * 7 })
      #expect(vectors.words[places].elementsEqual(weights.map { $0 + 1 }))
      let square = weights.reduce(0) { $0 + Int($1) * Int($1) }
      #expect(vectors.length(of: document) == max(1, UInt32(Double(square).squareRoot())))
    }
  }

  @Test(
    "a product is the sum over all shared terms, also of those whose slots meet; and nothing is left of a vector"
  )
  func products() {
    var generator = SplitMix(state: 44)
    func vector(_ terms: [UInt32]) -> [DocumentVectors.Component] {
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
        }
        var matches: [VectorTable.Match] = []
        let found = table.match(other.span, &matches)
        #expect(
          Set(matches[..<found].map { own[Int($0.own)].term })
            == Set(own.map(\.term)).intersection(other.map(\.term)))
        #expect(matches[..<found].allSatisfy { own[Int($0.own)].term == other[Int($0.other)].term })
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
