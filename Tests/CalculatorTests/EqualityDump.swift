import Calculator
import Foundation
import Testing

/// The folder to write native answers to, which `Tests/Browser/test_calculator.py` then holds against the browser's
/// engine.
private let folder = ProcessInfo.processInfo.environment["QUAESTIO_EQUALITY_FOLDER"]

@Suite("Native answers for the browser's calculator", .enabled(if: folder != nil))
struct EqualityDump {
  @Test("written for generated queries and pasted numbers")
  func write() throws {
    let folder = URL(filePath: try #require(folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let words = CalculatorWords.plainEnglish
    var file = CalculatorAnswers(words: String(decoding: words.lines, as: UTF8.self))
    for seed in 0..<3000 {
      let query = madeUpQuery(UInt64(seed) + 10_000)
      let sheet = CalculatorSheet(CalculatorRequest(query: Array(query.utf8)), words: words)
      file.sheets.append([query, String(decoding: sheet.json, as: UTF8.self)])
    }
    for seed in 0..<1500 {
      let (options, first, second) = madeUpMeasurement(UInt64(seed) + 20_000)
      let request = MeasurementRequest(
        options: Array(options.utf8), first: Array(first.utf8), second: Array(second.utf8))
      let json = Measurement(request, words: words).json
      file.measurements.append([options, first, second, String(decoding: json, as: UTF8.self)])
    }
    try JSONEncoder().encode(file).write(to: folder.appending(path: "calculator.json"))
  }
}

private struct CalculatorAnswers: Encodable {
  var words: String
  var sheets: [[String]] = []
  var measurements: [[String]] = []
}
