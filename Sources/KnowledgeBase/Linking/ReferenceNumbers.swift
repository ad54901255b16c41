/// Gives sources their numbers on a page.
struct ReferenceNumbers {
  private(set) var references: [NumberedReference] = []
  /// Whether each source is cited as a whole, and the cited excerpts of all, by their numbers.
  private var isWhole: [Bool] = []
  private var excerpts: [Int: [[UInt8]]] = [:]
  /// The numbers of the pages that have one; empty while they are few, which are looked through faster.
  private var numberOfEntry: [EntryID: Int] = [:]
  private static let few = 12
  /// By the place of the item in the page's own list; 0 where it has none.
  private var numberOfOwn: [Int] = []

  /// The number of a source, a new one if it has none yet.
  @discardableResult
  mutating func add(entry: EntryID?, own: Int?) -> Int {
    if let entry, let number = number(of: entry) {
      if let own {
        note(own, number)
        references[number - 1].own.append(own)
      }
      return number
    }
    references.append(NumberedReference(entry: entry, own: own.map { [$0] } ?? []))
    isWhole.append(false)
    if let entry { note(entry, references.count) }
    if let own { note(own, references.count) }
    return references.count
  }

  private func number(of entry: EntryID) -> Int? {
    if !numberOfEntry.isEmpty { return numberOfEntry[entry] }
    return references.firstIndex { $0.entry == entry }.map { $0 + 1 }
  }

  private mutating func note(_ entry: EntryID, _ number: Int) {
    if references.count > ReferenceNumbers.few, numberOfEntry.isEmpty {
      for (index, reference) in references.enumerated() {
        if let entry = reference.entry { numberOfEntry[entry] = index + 1 }
      }
    } else if !numberOfEntry.isEmpty {
      numberOfEntry[entry] = number
    }
  }

  private mutating func note(_ own: Int, _ number: Int) {
    while numberOfOwn.count <= own { numberOfOwn.append(0) }
    numberOfOwn[own] = number
  }

  func number(ofOwn index: Int) -> Int? {
    numberOfOwn.indices.contains(index) && numberOfOwn[index] > 0 ? numberOfOwn[index] : nil
  }

  /// Notes a citation of a source, or of one excerpt of it.
  mutating func cite(_ number: Int, excerpt: [UInt8]?) {
    guard let excerpt else {
      isWhole[number - 1] = true
      return
    }
    if !excerpts[number, default: []].contains(excerpt) { excerpts[number, default: []].append(excerpt) }
  }

  /// The sources with the excerpts that are cited of them.
  func finished() -> [NumberedReference] {
    guard !excerpts.isEmpty else { return references }
    return references.enumerated().map { index, reference in
      var reference = reference
      if !isWhole[index] { reference.excerpts = excerpts[index + 1] ?? [] }
      return reference
    }
  }
}
