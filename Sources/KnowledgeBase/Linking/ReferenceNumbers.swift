/// Gives sources their numbers on a page.
struct ReferenceNumbers {
  private(set) var references: [NumberedReference] = []
  private var numberOfEntry: [EntryID: Int] = [:]
  private var numberOfOwn: [Int: Int] = [:]

  /// The number of a source, a new one if it has none yet.
  @discardableResult
  mutating func add(entry: EntryID?, own: Int?) -> Int {
    if let entry, let number = numberOfEntry[entry] {
      if let own {
        numberOfOwn[own] = number
        if references[number - 1].own == nil { references[number - 1].own = own }
      }
      return number
    }
    references.append(NumberedReference(entry: entry, own: own))
    if let entry { numberOfEntry[entry] = references.count }
    if let own { numberOfOwn[own] = references.count }
    return references.count
  }

  func number(ofOwn index: Int) -> Int? { numberOfOwn[index] }
}
