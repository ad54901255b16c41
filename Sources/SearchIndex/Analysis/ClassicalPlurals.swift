/// Plurals that words keep from Latin and Greek, each before its singular.
private let classicalPlurals: StaticString = """
  analyses analysis appendices appendix automata automaton axes axis corpora corpus criteria criterion extrema \
  extremum foci focus formulae formula hypotheses hypothesis indices index loci locus matrices matrix maxima \
  maximum minima minimum momenta momentum nuclei nucleus optima optimum parentheses parenthesis phenomena \
  phenomenon polyhedra polyhedron quanta quantum radii radius simplices simplex spectra spectrum stimuli \
  stimulus theses thesis vertices vertex vortices vortex
  """

/// The singular of such a plural: so many letters of it, and those that follow them, the first one lowest; nil for other
/// words. O(length of the list).
@inline(never)
func classicalSingular(_ word: Span<UInt8>) -> (length: Int, letters: UInt32)? {
  classicalPlurals.withUTF8Buffer { list in
    var start = 0
    while start < list.count {
      let plural = listedWord(list, from: start)
      let singular = listedWord(list, from: plural.upperBound + 1)
      start = singular.upperBound + 1
      guard plural.count == word.count, shared(list, plural, word) == word.count else { continue }
      let length = shared(list, singular, word)
      var letters: UInt32 = 0
      for place in range(singular.lowerBound + length, singular.upperBound).reversed() {
        letters = letters &<< 8 | UInt32(list[place])
      }
      return (length, letters)
    }
    return nil
  }
}

private func listedWord(_ list: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
  var end = start
  while end < list.count, list[end] > 0x20 { end += 1 }
  return range(start, end)
}

/// With how many letters both begin.
private func shared(_ list: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ word: Span<UInt8>) -> Int {
  var count = 0
  while count < min(place.count, word.count), list[place.lowerBound + count] == word[count] { count += 1 }
  return count
}
