/// Inputs of one shape in any size, made to find what grows faster than its input.
package struct InputFamily: Sendable, CustomStringConvertible {
  /// What the shape is, in a few words; unique.
  package let name: String
  /// The parts of a member, given its size.
  private let make: @Sendable (Int) -> String

  /// Describes a family.
  ///
  /// - Parameter make: the text of about as many bytes as it is given; the same text every time.
  init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = make
  }

  /// A family of one text again and again.
  init(_ name: String, before: String = "", repeat unit: String, behind: String = "") {
    self.init(name) { before + repeated(unit, $0) + behind }
  }

  /// A family of numbered texts.
  init(_ name: String, before: String = "", numbered unit: @escaping @Sendable (Int) -> String) {
    self.init(name) { before + numbered($0, unit) }
  }

  package var description: String { name }

  /// The member of about `size` bytes.
  package func input(size: Int) -> [UInt8] { Array(make(size).utf8) }

  /// All families.
  package static let all =
    blocks + lists + paragraphs + emphasis + code + html + links + references + autolinks + tables + footnotes
    + formulas + displayFormulas + attributes + dialect + files
}

/// A text repeated up to a size.
func repeated(_ unit: String, _ size: Int) -> String {
  String(repeating: unit, count: max(size / unit.utf8.count, 1))
}

/// Numbered texts up to a size.
func numbered(_ size: Int, _ unit: (Int) -> String) -> String {
  var text = ""
  var length = 0
  var number = 0
  while length < size {
    let next = unit(number)
    text += next
    length += next.utf8.count
    number += 1
  }
  return text
}

/// What opens, as often as what closes, around a middle.
func nested(_ open: String, _ middle: String, _ close: String, _ size: Int) -> String {
  let count = max(size / (open.utf8.count + close.utf8.count), 1)
  return String(repeating: open, count: count) + middle + String(repeating: close, count: count)
}

/// One text for the first half, another for the second.
func halves(_ first: String, _ second: String, _ size: Int) -> String {
  repeated(first, size / 2) + repeated(second, size / 2)
}
