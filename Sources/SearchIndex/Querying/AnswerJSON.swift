extension SearchEngine {
  /// What is known so far, as the browser's engine hands it over:
  /// `{"results":[{"score","url","title","date","kind","language","provenance","summary","tags"}],"problems",`
  /// `"correction","facets":[[key, value, count]]}`; `problems` is the number of files the query had to do without.
  public mutating func answerJSON() -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"results\":[")
    for result in results() {
      json.separate()
      json.raw("{\"score\":")
      json.number(result.score)
      json.fill(SearchResult.textsInJSON, result.texts)
      for place in SearchResult.firstTag..<result.texts.count {
        json.separate()
        json.string(result.texts[place])
      }
      json.raw("]}")
    }
    json.raw("],\"problems\":")
    json.number(UInt32(truncatingIfNeeded: missing.count + damaged.count))
    json.raw(",\"correction\":")
    if let correction = correction() {
      json.string(correction)
    } else {
      json.raw("null")
    }
    json.raw(",\"facets\":[")
    let filters = facetTerms()
    let scorer = filters.isEmpty ? Scorer(idCount: 1) : score()
    for filter in filters {
      guard let facet = facet(of: filter, scorer) else { continue }
      json.separate()
      json.raw("[\"")
      json.raw(facet.key.name)
      json.raw("\",")
      json.string(facet.value)
      json.raw(",")
      json.number(UInt32(truncatingIfNeeded: facet.count))
      json.raw("]")
    }
    json.raw("]}")
    return json.bytes
  }

  /// Where the query's words occur in a text, as JSON: start and end of each place in turn, in UTF-16 units.
  public mutating func marksJSON(_ text: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    json.raw("[")
    var units: UInt32 = 0
    var index = 0
    for border in highlighter().borders(in: text) {
      while index < border {
        if text[index] & 0xC0 != 0x80 { units += text[index] >= 0xF0 ? 2 : 1 }
        index += 1
      }
      json.separate()
      json.number(units)
    }
    json.raw("]")
    return json.bytes
  }

  /// Where the query's words occur in a text, UTF-8, as the last query understood them: ascending, apart.
  public mutating func marks(in text: [UInt8]) -> [Range<Int>] { highlighter().ranges(in: text) }

  private mutating func highlighter() -> Highlighter {
    var terms: [[UInt8]] = []
    var prefix: [UInt8] = []
    store.wanted = []
    for term in query.terms {
      terms.append(term.bytes)
      if term.isUnfinished { prefix = term.bytes }
      for found in spellings(of: term) { terms.append(found.bytes) }
    }
    return Highlighter(terms: terms, prefix: prefix, characters)
  }
}
