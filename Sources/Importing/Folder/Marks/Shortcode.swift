/// The inside of a Hugo shortcode or of a Liquid tag: a name and its arguments.
struct Shortcode {
  var name = ""
  /// Arguments without a name, in order.
  var positional: [String] = []
  /// Arguments with one, in order.
  var named: [(name: String, value: String)] = []

  /// The value of an argument with a name.
  subscript(name: String) -> String? { named.first { $0.name == name }?.value }

  /// Reads words, `"quoted"` and `` `raw` `` texts, and `key="value"`.
  ///
  /// - Complexity: O(length).
  init(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    var isFirst = true
    while index < text.endIndex {
      guard text[index] > 0x20 else {
        index += 1
        continue
      }
      var word = Shortcode.word(in: text, at: &index)
      if index < text.endIndex, text[index] == 0x3D, !word.isEmpty {
        index += 1
        let key = word
        word = Shortcode.word(in: text, at: &index)
        named.append((String(decoding: key, as: UTF8.self), String(decoding: word, as: UTF8.self)))
      } else if isFirst {
        name = String(decoding: word, as: UTF8.self)
      } else {
        positional.append(String(decoding: word, as: UTF8.self))
      }
      isFirst = false
    }
  }

  private static func word(in text: ArraySlice<UInt8>, at index: inout Int) -> [UInt8] {
    guard index < text.endIndex else { return [] }
    let mark = text[index]
    var word: [UInt8] = []
    if mark == 0x22 || mark == 0x60 || mark == 0x27 {
      index += 1
      while index < text.endIndex, text[index] != mark {
        if text[index] == 0x5C, mark == 0x22, index + 1 < text.endIndex { index += 1 }
        word.append(text[index])
        index += 1
      }
      index = min(index + 1, text.endIndex)
    } else {
      while index < text.endIndex, text[index] > 0x20, text[index] != 0x3D {
        word.append(text[index])
        index += 1
      }
      if word.isEmpty {
        word = [text[index]]
        index += 1
      }
    }
    return word
  }
}
