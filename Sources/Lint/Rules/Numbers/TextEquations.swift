import SourceText

/// Equations of numbers in running text: `log2(31.1) = 4.95`, `24.7=25.99`.
enum TextEquations: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for run in page.runs {
      var offset = run.range.lowerBound
      while offset < run.range.upperBound {
        let byte = page.bytes[offset]
        let isApproximate = byte == 0xE2
        if byte == 0x3D
          || (isApproximate
            && ByteSearch.matches(almostEqual, at: offset, in: page.bytes, to: run.range.upperBound))
        {
          let reader = TextEquationReader(bytes: page.bytes, run: run.range)
          let sign = offset..<(offset + (isApproximate ? almostEqual.count : 1))
          let equation = reader.equation(around: sign, isApproximate: isApproximate)
          if let finding = equation?.finding(isTeX: false) { findings.append(finding) }
        }
        offset += 1
      }
    }
  }

  private static let almostEqual = Array("≈".utf8)
}

/// Reads the numbers to both sides of an equals sign in running text.
struct TextEquationReader {
  let bytes: [UInt8]
  let run: Range<Int>

  /// Sides longer than this are not read.
  private static let longestSide = 96

  func equation(around sign: Range<Int>, isApproximate: Bool) -> NumericEquation? {
    guard !isPartOfOtherSign(sign), let right = number(from: sign.upperBound),
      let left = side(before: sign.lowerBound)
    else { return nil }
    return NumericEquation(
      left: left.expression, leftRange: left.range, right: Array(bytes[right]), rightRange: right,
      isApproximate: isApproximate, isFirst: left.isFirst)
  }

  /// `==`, `<=`, `!=`, `=>`, `:=` and their like say something else.
  private func isPartOfOtherSign(_ sign: Range<Int>) -> Bool {
    let before = sign.lowerBound > run.lowerBound ? bytes[sign.lowerBound - 1] : 0x20
    let behind = sign.upperBound < run.upperBound ? bytes[sign.upperBound] : 0x20
    return [0x3D, 0x3C, 0x3E, 0x21, 0x3A, 0x7E, 0x2B, 0x2F, 0x2A].contains(before)
      || [0x3D, 0x3E, 0x7E].contains(behind)
  }

  // MARK: The right side

  /// The number behind the sign, if nothing belongs to it that changes its value.
  private func number(from start: Int) -> Range<Int>? {
    let first = Characters.skipBlanks(from: start, to: run.upperBound, in: bytes)
    var index = first
    if index < run.upperBound, bytes[index] == 0x2D { index += 1 }
    let digits = index
    var holdsPoint = false
    while index < run.upperBound {
      if bytes[index] == 0x2E, !holdsPoint, index + 1 < run.upperBound, Characters.isDigit(bytes[index + 1]) {
        holdsPoint = true
      } else if !Characters.isDigit(bytes[index]) {
        break
      }
      index += 1
    }
    guard index > digits, index - digits < 24, !isContinued(at: index) else { return nil }
    return first..<index
  }

  private func isContinued(at end: Int) -> Bool {
    guard end < run.upperBound else { return false }
    let byte = bytes[end]
    if Characters.isLetter(byte) || byte == 0x5F || byte == 0x5C || byte == 0x25 || byte == 0x27 {
      return true
    }
    if [0x2C, 0x2E, 0x3A].contains(byte), end + 1 < run.upperBound, Characters.isDigit(bytes[end + 1]) {
      return true
    }
    if byte == 0x2E, end + 1 < run.upperBound, bytes[end + 1] == 0x2E { return true }
    let next = Characters.skipBlanks(from: end, to: run.upperBound, in: bytes)
    guard let (value, _) = Characters.character(at: next, in: bytes, to: run.upperBound) else { return false }
    switch value {
    case 0x2A, 0x2B, 0x2D, 0x2F, 0x5E, 0x25, 0xB7, 0xD7, 0xF7, 0x2212, 0x2026, 0x2030, 0xB0, 0x28, 0x24:
      return true
    case 0x4E07, 0x4EBF, 0x5343, 0x767E, 0x5146, 0x5341, 0x500D, 0xB2, 0xB3, 0xB9, 0x2070...0x209C:
      return true
    default: break
    }
    return ["million", "billion", "thousand", "trillion", "percent"].contains {
      ByteSearch.matches(Array($0.utf8), at: next, in: bytes, to: run.upperBound, ignoringCase: true)
    }
  }

  // MARK: The left side

  private struct Side {
    var expression: [UInt8]
    var range: Range<Int>
    var isFirst: Bool
  }

  /// The longest expression of numbers that ends before the sign.
  private func side(before sign: Int) -> Side? {
    let end = Characters.skipBlanks(backFrom: sign, to: run.lowerBound, in: bytes)
    let limit = max(run.lowerBound, end - TextEquationReader.longestSide)
    var start = end
    while start > limit, let piece = piece(before: start, from: limit) { start = piece }
    start = Characters.skipBlanks(from: start, to: end, in: bytes)
    start = withoutOpenParentheses(start..<end)
    guard start < end, start > limit || limit == run.lowerBound, isBoundary(start),
      let expression = TextEquationReader.expression(bytes[start..<end])
    else { return nil }
    let before = Characters.skipBlanks(backFrom: start, to: run.lowerBound, in: bytes)
    let previous = Characters.character(before: before, in: bytes, from: run.lowerBound)?.value
    let isFirst = previous != 0x3D && previous != 0x2248
    return Side(expression: expression, range: start..<end, isFirst: isFirst)
  }

  /// The beginning of the number, sign or function that ends before an offset.
  private func piece(before end: Int, from limit: Int) -> Int? {
    guard let (value, length) = Characters.character(before: end, in: bytes, from: limit) else { return nil }
    switch value {
    case 0x20, 0x28...0x2B, 0x2D...0x2F, 0x30...0x39, 0x5E, 0x5F, 0x7B, 0x7D: return end - length
    case 0xB7, 0xD7, 0xF7, 0x2212, 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089, 0x221A:
      return end - length
    case 0x61...0x7A:
      var start = end
      while start > limit, Characters.isLetter(bytes[start - 1]) { start -= 1 }
      let word = bytes[start..<end]
      return ["log", "ln", "exp", "sqrt"].contains { word.elementsEqual($0.utf8) } ? start : nil
    default: return nil
    }
  }

  private func withoutOpenParentheses(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    var open = bytes[range].count { $0 == 0x28 } - bytes[range].count { $0 == 0x29 }
    while open > 0, start < range.upperBound, bytes[start] == 0x28 || bytes[start] == 0x20 {
      if bytes[start] == 0x28 { open -= 1 }
      start += 1
    }
    return start
  }

  /// Whether an expression can begin here: no variable, sign or unit stands before it.
  private func isBoundary(_ start: Int) -> Bool {
    let first = bytes[start]
    if [0x2A, 0x2B, 0x2D, 0x2F, 0x5E, 0x5F, 0x29, 0x7D, 0xC2, 0xC3, 0x2E].contains(first) { return false }
    let end = Characters.skipBlanks(backFrom: start, to: run.lowerBound, in: bytes)
    // Behind markup, which may be a formula or code, nothing is known of what the numbers belong to.
    guard end > run.lowerBound else { return start > run.lowerBound || isLineStart }
    guard let (value, _) = Characters.character(before: end, in: bytes, from: run.lowerBound) else {
      return false
    }
    switch value {
    case 0x28, 0x3D, 0x3B, 0x21, 0x3F, 0x2248: return true
    case 0x2C, 0x3A, 0x2E: return end < start
    case 0x41...0x5A, 0x61...0x7A: return end < start && isWord(before: end)
    case 0x3000...0x303F, 0xFF00...0xFF20: return true
    case 0x201C, 0x201D, 0x2014: return true
    default: return Characters.isHan(value)
    }
  }

  private var isLineStart: Bool {
    run.lowerBound == 0 || bytes[run.lowerBound - 1] == 0x20 || bytes[run.lowerBound - 1] == 0x0A
      || bytes[run.lowerBound - 1] == 0x7C
  }

  /// A word of a sentence; one letter is a variable, and `sin` takes what follows.
  private func isWord(before end: Int) -> Bool {
    var start = end
    while start > run.lowerBound, Characters.isLetter(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    let functions = [
      "sin", "cos", "tan", "log", "lg", "ln", "exp", "max", "min", "mod", "sqrt", "log_", "arctan",
    ]
    return word.utf8.count > 1 && !functions.contains(word)
  }

  /// An expression in the form `PerplexityMath` reads: `log_2` as `log2`, raised digits as powers.
  private static func expression(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var isRaised = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let raised = raisedDigits.firstIndex(of: scalar)
      if isRaised, raised == nil { result.append(0x29) }
      if let raised {
        if !isRaised { result += Array("^(".utf8) }
        result.append(0x30 + UInt8(raised))
      } else if 0x2080...0x2089 ~= scalar.value {
        result.append(0x30 + UInt8(scalar.value - 0x2080))
      } else if scalar.value == 0x221A {
        result += Array("sqrt ".utf8)
      } else if scalar == "_" {
        guard result.suffix(3).elementsEqual("log".utf8) else { return nil }
      } else if scalar == "{" || scalar == "}" {
        return nil
      } else {
        result += Array(String(scalar).utf8)
      }
      isRaised = raised != nil
    }
    if isRaised { result.append(0x29) }
    return result
  }

  private static let raisedDigits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
