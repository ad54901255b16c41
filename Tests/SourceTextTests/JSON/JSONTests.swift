import Testing

@testable import SourceText

@Suite("JSON")
struct JSONTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.read(Array(text.utf8)[...])
  }

  private func problem(_ text: [UInt8]) -> JSONError? {
    do {
      _ = try JSONReader.read(text[...])
      return nil
    } catch {
      return error
    }
  }

  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("Commas stand between members and elements, and nowhere else")
  func commas() {
    let text = written { json in
      json.object { json in
        json.array("a") { _ in }
        json.array("b") { json in
          json.value(1)
          json.object { _ in }
          json.null()
          json.array { $0.value(true) }
        }
        json.object("c") { $0.member("d", 0.5) }
        json.member("e", -3)
      }
      json.endLine()
      json.value("x")
    }
    #expect(text == "{\"a\":[],\"b\":[1,{},null,[true]],\"c\":{\"d\":0.5},\"e\":-3}\n\"x\"")
  }

  @Test("Strings are escaped where JSON or a terminal demands it")
  func strings() {
    #expect(
      written { $0.value("\"\\\n\t\u{0}\u{1F}\u{7F}\u{9B}/熵🙂") } == #""\"\\\n\t\u0000\u001f\u007f\u009b/熵🙂""#)
    #expect(written { $0.value("\r\n") } == #""\u000d\n""#)
  }

  @Test("Numbers that JSON cannot say become null")
  func numbers() {
    #expect(written { $0.value(Double.infinity) } == "null")
    #expect(written { $0.value(Double.nan) } == "null")
  }

  @Test("Reading gives what was written, members in their order")
  func tree() throws {
    let tree = try read(
      #" {"a" : [1, -0.5e+3, true,false , null], "b":{"":"\u00e9\/\"\b\f\n\r\t"}, "a":"last"} "#)
    #expect(tree["a"] == .string("last"))
    #expect(tree["b"]?[""]?.text == "é/\"\u{8}\u{C}\n\r\t")
    #expect(tree["c"] == nil)
    guard case .object(let members) = tree else { return #expect(Bool(false), "no object") }
    #expect(members.map(\.name) == ["a", "b", "a"])
    #expect(members[0].value == .array([.number("1"), .number("-0.5e+3"), .bool(true), .bool(false), .null]))
  }

  @Test("Any string survives writing and reading")
  func roundTrip() throws {
    let all = stride(from: 0, to: 0x11_0000, by: 7).compactMap { Unicode.Scalar(UInt32($0)) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: all)
    let string = String(text)
    #expect(Array(try read(written { $0.value(string) }).text?.utf8 ?? "".utf8) == Array(string.utf8))
  }

  @Test("Surrogate pairs are one scalar, halves are refused")
  func surrogates() throws {
    #expect(try read(#""\ud83d\ude42""#).text == "🙂")
    for half in [#""\ud83d""#, #""\ude42""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\ud83d\ud83d""#] {
      #expect(problem(Array(half.utf8)) == JSONError(offset: 1, problem: .escape))
    }
  }

  @Test(
    "Ill-formed text is refused at its place",
    arguments: [
      ("", 0, .value), (" ", 1, .value), ("{", 1, .name), ("{\"a\"}", 4, .colon), ("{\"a\":}", 5, .value),
      ("{\"a\":1,}", 7, .name), ("[1,]", 3, .value), ("[1 2]", 3, .separator), ("{\"a\":1", 6, .separator),
      ("01", 1, .end), ("1.", 2, .value), ("-", 1, .value), ("1e", 2, .value), (".5", 0, .value),
      ("+1", 0, .value), ("NaN", 0, .value), ("nul", 0, .value), ("truex", 4, .end), ("'a'", 0, .value),
      ("\"a", 0, .string), ("\"a\nb\"", 2, .control), ("\"\\x\"", 1, .escape), ("\"\\u12g4\"", 1, .escape),
      ("\"\\", 1, .escape), ("\"\\u12", 1, .escape), ("1 1", 2, .end),
    ] as [(String, Int, JSONError.Problem)])
  func illFormed(text: String, offset: Int, expected: JSONError.Problem) {
    #expect(problem(Array(text.utf8)) == JSONError(offset: offset, problem: expected))
  }

  @Test("Bytes that are no UTF-8 are refused at their place, also inside a larger text")
  func utf8() {
    #expect(problem([0x22, 0x61, 0xFF, 0x22]) == JSONError(offset: 2, problem: .utf8))
    let bytes: [UInt8] = [0x31, 0x0A, 0x22, 0xFF, 0x22]
    #expect(throws: JSONError(offset: 1, problem: .utf8)) { try JSONReader.read(bytes[2...]) }
    #expect(throws: JSONError(offset: 0, problem: .value)) { try JSONReader.read(bytes[5...]) }
  }

  @Test("Nesting has a limit, so that no text can exhaust the stack")
  func depth() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    _ = try read(nested(JSONReader.deepest))
    #expect(problem(Array(nested(JSONReader.deepest + 1).utf8))?.problem == .depth)
    #expect(problem([UInt8](repeating: 0x5B, count: 1_000_000))?.problem == .depth)
  }
}
