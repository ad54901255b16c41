/// What `{#id .class key=value key="v v" flag}` says.
public struct Attributes: Sendable, Equatable {
  /// The id, without `#`.
  public var id: [UInt8]?
  /// The classes, without dots, in order.
  public var classes: [[UInt8]] = []
  /// Keys with their values, in order; a flag has an empty value.
  public var values: [(key: [UInt8], value: [UInt8])] = []

  /// No attributes.
  public static let none = Attributes()

  /// The value of a key; the first counts.
  public subscript(key: StaticString) -> [UInt8]? {
    values.first { key.matches($0.key) }?.value
  }

  /// Whether two sets say the same in the same order.
  public static func == (left: Attributes, right: Attributes) -> Bool {
    left.id == right.id && left.classes == right.classes
      && left.values.elementsEqual(right.values) { $0.key == $1.key && $0.value == $1.value }
  }

  /// Reads `{…}` from its opening brace on.
  ///
  /// - Returns: the attributes and the number of bytes up to and with the closing brace; `nil` when the bytes
  ///   are no attribute list.
  static func parse(_ bytes: ArraySlice<UInt8>) -> (attributes: Attributes, length: Int)? {
    guard bytes.first == 0x7B else { return nil }
    var attributes = Attributes()
    var index = bytes.startIndex + 1
    while true {
      while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      guard index < bytes.endIndex else { return nil }
      if bytes[index] == 0x7D { break }
      let isPrefixed = bytes[index] == 0x23 || bytes[index] == 0x2E
      let start = isPrefixed ? index + 1 : index
      var end = start
      while end < bytes.endIndex, isNameByte(bytes[end]) { end += 1 }
      guard end > start else { return nil }
      let name = Array(bytes[start..<end])
      if bytes[index] == 0x23 {
        attributes.id = name
      } else if bytes[index] == 0x2E {
        attributes.classes.append(name)
      } else if end < bytes.endIndex, bytes[end] == 0x3D {
        guard let value = parseValue(bytes[(end + 1)...]) else { return nil }
        attributes.values.append((name, Array(bytes[value.content])))
        end = value.end
      } else {
        attributes.values.append((name, []))
      }
      index = end
    }
    let isEmpty = attributes.id == nil && attributes.classes.isEmpty && attributes.values.isEmpty
    return isEmpty ? nil : (attributes, index + 1 - bytes.startIndex)
  }

  private static func parseValue(_ bytes: ArraySlice<UInt8>) -> (content: Range<Int>, end: Int)? {
    guard let first = bytes.first else { return nil }
    if first == 0x22 {
      guard let close = bytes.dropFirst().firstIndex(of: 0x22) else { return nil }
      return ((bytes.startIndex + 1)..<close, close + 1)
    }
    var end = bytes.startIndex
    while end < bytes.endIndex, bytes[end] != 0x20, bytes[end] != 0x7D { end += 1 }
    return (bytes.startIndex..<end, end)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x3A, 0x2E, 0x80...: true
    default: false
    }
  }
}
