import Foundation
import Testing

@testable import SearchIndex

/// What queries and texts may hold that nobody means well with, and what programs stumble over.
let hostilePieces: [[UInt8]] =
  [
    "__proto__", "constructor", "hasOwnProperty", "toString", "undefined", "NaN", "null", "-0", "1e999",
    ".*", "(a+)+$", "[", "]", "(", ")", "{", "}", "^", "$", "\\", "|", "?", "*", "+", "\\u0000", "\\x", "%00",
    "%s%n", "../", "..\\", "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<!--",
    "&lt;", "&amp;", "\"", "'", "`", "\u{201C}", "\u{201D}", "「", "」", "『", "』", "-", "--", "-\"", "tag:",
    "tag:\"",
    "kind:", "kind:question", "language:", "provenance:ai", "tag:t3", ":", " ", "\t", "\n", "\r\n", "\u{0}",
    "\u{1}", "\u{2}", "\u{2}x", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{202E}", "\u{FEFF}",
    "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}", "\u{301}", "\u{200D}", "👩‍👩‍👧‍👦", "🇨🇳", "ﬁ", "ﷺ", "한", "각", "か\u{3099}",
    "𠮷",
    "稀疏", "模型", "機器學習", "perplexity", "perplexiti", "Q-Sparse", "2^4.7", "c++", "a", "的", "the",
  ].map { utf8($0) } + [
    [0x80], [0xBF], [0xC0, 0x80], [0xC3], [0xE7], [0xE7, 0x86], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
    [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF0, 0x9F], [0xF4, 0x90, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80],
    [0xFE], [0xFF], [0x02, 0x80, 0x80], [0xE2, 0x80], [0xE3, 0x80],
  ]

extension SplitMix {
  /// A text of so many pieces.
  mutating func hostileText(pieces count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in hostilePieces[Int.random(in: 0..<hostilePieces.count, using: &self)] }
  }
}

/// What an engine hands over, read as a browser reads it.
struct HandedOver {
  var urls: [String] = []
  var titles: [String] = []
  var correction: String?

  /// - Throws: when it is no JSON, or not of the form that is promised.
  init(_ json: [UInt8]) throws {
    // A browser's decoder replaces what is ill-formed.
    let bytes = Data(String(decoding: json, as: UTF8.self).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(Set(object.keys) == ["results", "problems", "correction", "facets"])
    for result in try #require(object["results"] as? [[String: Any]]) {
      urls.append(try #require(result["url"] as? String))
      titles.append(try #require(result["title"] as? String))
      #expect(result["tags"] is [String])
      #expect(result["score"] is Int)
    }
    correction = object["correction"] as? String
    #expect(object["problems"] is Int)
    #expect(object["facets"] is [[Any]])
  }
}

extension Library {
  /// Runs a query to its end, whatever the files are; pages of Markdown are never there.
  ///
  /// - Returns: the number of files that were asked for.
  func finish(_ query: [UInt8], with engine: inout SearchEngine, limit: Int = 10) throws -> Int {
    engine.begin(query, QueryOptions(limit: limit, facets: true))
    var asked = 0
    for _ in 0..<200 {
      let names = engine.needs()
      if names.isEmpty { return asked }
      #expect(Set(names).count == names.count)
      asked += names.count
      for name in names { engine.supply(name, files[text(name)]) }
    }
    Issue.record("the query \(query) does not end")
    return asked
  }
}
