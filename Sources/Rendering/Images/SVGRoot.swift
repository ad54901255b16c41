/// The start tag of an SVG file's root element (XML 1.0, 2.1 to 3.1), read without the rest of the file.
struct SVGRoot {
  private let bytes: [UInt8]
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  private var index = 0
  /// More attributes than any drawing program writes.
  private static let mostAttributes = 256
  private static let longestValue = 1_024

  /// Finds the root element; `nil` when it is no `svg`, or when the file is not well-formed up to there.
  ///
  /// - Complexity: O(bytes up to the end of the tag).
  init?(in bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    guard skipProlog(), readTag() else { return nil }
  }

  /// The value of an attribute, character references resolved; `nil` also when it is longer than any number.
  func attribute(_ name: StaticString) -> [UInt8]? {
    guard let found = attributes.first(where: { SVGRoot.equal(bytes[$0.name], name) }),
      found.value.count <= SVGRoot.longestValue
    else { return nil }
    return CharacterReference.resolved(bytes[found.value])
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: Before the root

  /// Skips the declaration, comments, processing instructions and the document type.
  private mutating func skipProlog() -> Bool {
    while index < bytes.count {
      skipSpaces()
      if has("<?") {
        guard skip(behind: "?>") else { return false }
      } else if has("<!--") {
        guard skip(behind: "-->") else { return false }
      } else if has("<!DOCTYPE") {
        guard skipDocumentType() else { return false }
      } else {
        return has("<")
      }
    }
    return false
  }

  /// Skips a document type with quoted names and a subset in brackets; `>` counts in neither.
  private mutating func skipDocumentType() -> Bool {
    var isInSubset = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x27:
        guard let close = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return false }
        index = close
      case 0x5B: isInSubset = true
      case 0x5D: isInSubset = false
      case 0x3C where isInSubset && has("<!--"):
        guard skip(behind: "-->") else { return false }
        continue
      case 0x3E where !isInSubset:
        index += 1
        return true
      default: break
      }
      index += 1
    }
    return false
  }

  // MARK: The root

  private mutating func readTag() -> Bool {
    index += 1
    let name = readName()
    let local = bytes[name].lastIndex(of: 0x3A).map { ($0 + 1)..<name.upperBound } ?? name
    guard SVGRoot.equal(bytes[local], "svg") else { return false }
    while true {
      skipSpaces()
      guard index < bytes.count else { return false }
      if bytes[index] == 0x3E || bytes[index] == 0x2F { return true }
      let name = readName()
      skipSpaces()
      guard !name.isEmpty, index < bytes.count, bytes[index] == 0x3D else { return false }
      index += 1
      skipSpaces()
      guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27,
        let close = bytes[(index + 1)...].firstIndex(of: bytes[index]),
        attributes.count < SVGRoot.mostAttributes
      else { return false }
      attributes.append((name, (index + 1)..<close))
      index = close + 1
    }
  }

  private mutating func readName() -> Range<Int> {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: return start..<index
      default: index += 1
      }
    }
    return start..<index
  }

  // MARK: Helpers

  private mutating func skipSpaces() {
    while index < bytes.count, SVGRoot.isSpace(bytes[index]) { index += 1 }
  }

  private func has(_ text: StaticString) -> Bool {
    guard index <= bytes.count - text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes[index..<(index + $0.count)].elementsEqual($0) }
  }

  private mutating func skip(behind text: StaticString) -> Bool {
    while index < bytes.count {
      if has(text) {
        index += text.utf8CodeUnitCount
        return true
      }
      index += 1
    }
    return false
  }

  private static func equal(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes.elementsEqual($0) }
  }
}
