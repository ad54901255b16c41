/// Gives sources their numbers on a page.
struct ReferenceNumbers {
  private(set) var references: [NumberedReference] = []
  /// Sources that are cited as a whole, and the cited excerpts of all, by their numbers.
  private var whole: Set<Int> = []
  private var excerpts: [Int: [[UInt8]]] = [:]
  private var numberOfEntry: [EntryID: Int] = [:]
  private var numberOfOwn: [Int: Int] = [:]

  /// The number of a source, a new one if it has none yet.
  @discardableResult
  mutating func add(entry: EntryID?, own: Int?) -> Int {
    if let entry, let number = numberOfEntry[entry] {
      if let own {
        numberOfOwn[own] = number
        references[number - 1].own.append(own)
      }
      return number
    }
    references.append(NumberedReference(entry: entry, own: own.map { [$0] } ?? []))
    if let entry { numberOfEntry[entry] = references.count }
    if let own { numberOfOwn[own] = references.count }
    return references.count
  }

  func number(ofOwn index: Int) -> Int? { numberOfOwn[index] }

  /// Notes a citation of a source, or of one excerpt of it.
  mutating func cite(_ number: Int, excerpt: [UInt8]?) {
    guard let excerpt else {
      whole.insert(number)
      return
    }
    if !excerpts[number, default: []].contains(excerpt) { excerpts[number, default: []].append(excerpt) }
  }

  /// The sources with the excerpts that are cited of them.
  func finished() -> [NumberedReference] {
    references.enumerated().map { index, reference in
      var reference = reference
      if !whole.contains(index + 1) { reference.excerpts = excerpts[index + 1] ?? [] }
      return reference
    }
  }
}
