import Foundation
import Fuzzing

@testable import SearchIndex

/// What holds of every answer, whatever was asked and whatever stands in the files.
package enum AnswerSoundness {
  /// Ends the process when something does not hold, so that the fuzzer keeps the input.
  ///
  /// Checked are: the answer is JSON with at most as many results as were asked for; marks lie in the text, in order and
  /// apart, and are as many in UTF-16.
  package static func check(_ engine: inout SearchEngine, limit: Int, marked text: [UInt8]) {
    let results = engine.results()
    require(results.count <= limit, "too many results")
    let answer = object(engine.answerJSON()) as? [String: Any]
    require((answer?["results"] as? [Any])?.count == results.count, "the answer lacks results")
    var end = -1
    let marks = engine.marks(in: text)
    for range in marks {
      require(
        range.lowerBound > end && !range.isEmpty && range.upperBound <= text.count, "a mark out of place")
      end = range.upperBound
    }
    let units = object(engine.marksJSON(text)) as? [Int]
    require(units?.count == 2 * marks.count, "the marks differ")
    require(units ?? [] == (units ?? []).sorted(), "marks out of order")
  }

  /// What JSON says, as a browser reads it: its decoder replaces what is ill-formed, as a query may be.
  private static func object(_ json: [UInt8]) -> Any? {
    try? JSONSerialization.jsonObject(with: Data(String(decoding: json, as: UTF8.self).utf8))
  }
}
