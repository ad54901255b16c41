import Testing

@testable import Rendering

@Suite("Writing HTML")
struct HTMLWriterTests {
  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    HTMLWriter.append(text: text, to: &output)
    return output
  }

  /// What every byte becomes, one at a time and without tricks.
  private static func reference(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...: [byte]
    default: Array("\u{FFFD}".utf8)
    }
  }

  @Test("Every byte at every place of a long run becomes what it must", arguments: 0..<20)
  func everyByte(offset: Int) {
    for byte in UInt8.min...UInt8.max {
      var text = Array(repeating: UInt8(ascii: "a"), count: 20)
      text[offset] = byte
      #expect(HTMLWriterTests.escaped(text) == text.flatMap(HTMLWriterTests.reference), "\(byte)")
    }
  }

  @Test("Runs of special bytes and of line ends between long runs")
  func mixedRuns() {
    let pieces = ["<", "&&", "\n", "\n\n\n\n\n\n\n\n\n", "熵的定义", "0123456789", "\"", "\u{1}", ">"]
    for first in pieces {
      for second in pieces {
        for third in pieces {
          let text = Array((first + second + third + "abcdefgh").utf8)
          #expect(HTMLWriterTests.escaped(text) == text.flatMap(HTMLWriterTests.reference))
        }
      }
    }
  }

  @Test(
    "What no URL may hold is percent-encoded; what is encoded already stays",
    arguments: [
      ("/a b", "/a%20b"), ("熵", "%E7%86%B5"), ("%E7%86%B5", "%E7%86%B5"), ("?a=1&b='x'", "?a=1&b='x'"),
      ("\\\"`[]{}<>^|", "%5C%22%60%5B%5D%7B%7D%3C%3E%5E%7C"), ("#a+b~c", "#a+b~c"), ("", ""),
    ])
  func urls(url: String, expected: String) {
    #expect(String(decoding: HTMLWriter.percentEncoded(Array(url.utf8)), as: UTF8.self) == expected)
  }
}
