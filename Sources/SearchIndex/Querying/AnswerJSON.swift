extension SearchEngine {
  /// What is known so far, as the browser's engine hands it over:
  /// `{"results":[{"url","title","score","date","kind","language","provenance","summary","tags"}],"correction",`
  /// `"facets":[[key, value, count]]}`.
  public func answerJSON() -> [UInt8] {
    var json = JSONWriter()
    json.raw("{\"results\":[")
    for (position, result) in results().enumerated() {
      json.raw(position == 0 ? "{\"score\":" : ",{\"score\":")
      json.number(result.score)
      json.member(",\"url\":", result.path)
      json.member(",\"title\":", result.title)
      json.member(",\"date\":", result.date)
      json.member(",\"kind\":", result.kind)
      json.member(",\"language\":", result.language)
      json.member(",\"provenance\":", result.provenance)
      json.member(",\"summary\":", result.summary)
      json.raw(",\"tags\":[")
      for (place, tag) in result.tags.enumerated() { json.member(place > 0 ? "," : "", tag) }
      json.raw("]}")
    }
    json.raw("],\"correction\":")
    if let correction = correction() {
      json.string(correction)
    } else {
      json.raw("null")
    }
    json.raw(",\"facets\":[")
    for (place, facet) in facets.enumerated() {
      json.raw(place > 0 ? ",[\"" : "[\"")
      switch facet.key {
      case .kind: json.raw("kind")
      case .language: json.raw("language")
      case .provenance: json.raw("provenance")
      case .tag: json.raw("tag")
      }
      json.member("\",", facet.value)
      json.raw(",")
      json.number(UInt32(truncatingIfNeeded: facet.count))
      json.raw("]")
    }
    json.raw("]}")
    return json.bytes
  }

  /// Where the query's words occur in a text, as JSON: start and end of each place in turn, in UTF-16 units.
  public func marksJSON(_ text: [UInt8]) -> [UInt8] {
    var json = JSONWriter()
    json.raw("[")
    var units: UInt32 = 0
    var index = 0
    for (place, range) in marks(in: text).enumerated() {
      json.raw(place == 0 ? "" : ",")
      for (end, separator) in [(range.lowerBound, ","), (range.upperBound, "")] as [(Int, StaticString)] {
        while index < end {
          if text[index] & 0xC0 != 0x80 { units += text[index] >= 0xF0 ? 2 : 1 }
          index += 1
        }
        json.number(units)
        json.raw(separator)
      }
    }
    json.raw("]")
    return json.bytes
  }

  /// Where the query's words occur in a text, UTF-8, as the last query understood them: ascending, apart.
  public func marks(in text: [UInt8]) -> [Range<Int>] {
    var missing: [FileName] = []
    var terms: [[UInt8]] = []
    var prefix: [UInt8] = []
    for term in query.terms {
      terms.append(term.bytes)
      if term.isUnfinished { prefix = term.bytes }
      for found in spellings(of: term, &missing) { terms.append(found.bytes) }
    }
    return Highlighter(terms: terms, prefix: prefix, traditional: traditional).ranges(in: text)
  }
}
