/// Identifiers, numbers, text and space.
extension MathMLSerializer {
  mutating func writeIdentifier(_ scalar: UInt32, _ alphabet: Alphabet) {
    // A browser makes a lone letter italic by itself unless it is told not to.
    let isItalicByDefault = Alphabet.italic.mapped(scalar) != scalar
    let isUpright = alphabet == .upright && isItalicByDefault
    let mapped = alphabet == .italic && isItalicByDefault ? scalar : alphabet.mapped(scalar)
    output.append(isUpright ? "<mi mathvariant=\"normal\">" : "<mi>")
    writeEscaped(mapped)
    output.append("</mi>")
  }

  /// Writes text of the tree in an alphabet.
  mutating func writeMapped(_ span: TextSpan, _ alphabet: Alphabet) {
    for byte in formula.text[span.range] { writeEscaped(alphabet.mapped(UInt32(byte))) }
  }

  /// Writes the name of a function as an identifier, that of an operator (`mod`) as an operator.
  mutating func writeFunctionName(_ span: TextSpan, isOperator: Bool) {
    if isOperator {
      output.append("<mo>")
    } else {
      let isSingleLetter = span.range.count == 1 && formula.text[span.range.lowerBound].isLetter
      output.append(isSingleLetter ? "<mi mathvariant=\"normal\">" : "<mi>")
    }
    writeEscaped(formula.text[span.range])
    output.append(isOperator ? "</mo>" : "</mi>")
  }

  mutating func writeText(_ span: TextSpan, _ style: TextStyle) {
    if style.isEmpty { output.append("<mtext>") } else { openText(style) }
    // White space at the edges and in runs would vanish, so it is written as no-break spaces.
    let range = span.range
    for index in range {
      let byte = formula.text[index]
      if byte == 0x20 {
        let isEdge = index == range.lowerBound || index == range.upperBound - 1
        let isInRun = !isEdge && formula.text[index - 1] == 0x20
        output.append(scalar: isEdge || isInRun ? 0xA0 : 0x20)
      } else {
        writeEscaped(byte)
      }
    }
    output.append("</mtext>")
  }

  private mutating func openText(_ style: TextStyle) {
    let faces: [(TextStyle, StaticString)] = [
      (.bold, MathMLClasses.bold), (.italic, MathMLClasses.italic), (.sansSerif, MathMLClasses.sansSerif),
      (.monospace, MathMLClasses.monospace), (.smallCaps, MathMLClasses.smallCaps),
    ]
    output.append("<mtext class=\"")
    var isFirst = true
    for (face, name) in faces where style.contains(face) {
      if !isFirst { output.append(UInt8(ascii: " ")) }
      output.append(name)
      isFirst = false
    }
    output.append("\">")
  }

  mutating func writeSpace(_ thousandths: Int32) {
    if thousandths < 0 {
      writeBackwards(-thousandths)
      return
    }
    output.append("<mspace width=\"")
    writeLength(thousandths)
    output.append("\"/>")
  }

  /// Writes a negative space as steps of classes, to the nearest eighteenth of an em.
  private mutating func writeBackwards(_ thousandths: Int32) {
    let steps: [(size: Int32, name: StaticString)] = [
      (18, MathMLClasses.back18), (9, MathMLClasses.back9), (4, MathMLClasses.back4),
      (3, MathMLClasses.back3), (1, MathMLClasses.back1),
    ]
    var rest = (thousandths * 18 + 500) / 1000
    for (size, name) in steps {
      while rest >= size {
        output.append("<mspace class=\"")
        output.append(name)
        output.append("\"/>")
        rest -= size
      }
    }
  }

  /// Writes a part of the TeX that could not be read.
  mutating func writeError(_ range: Range<Int>) {
    output.append("<merror><mtext>")
    UTF8Decoder.forEachShown(in: source, range) { writeEscaped($0) }
    output.append("</mtext></merror>")
  }

  mutating func writeEscaped(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { writeEscaped(byte) }
  }

  mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x26: output.append("&amp;")
    case 0x3C: output.append("&lt;")
    case 0x3E: output.append("&gt;")
    default: output.append(byte)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a number in decimal digits.
  mutating func appendDecimal(_ number: UInt32) {
    if number >= 10 { appendDecimal(number / 10) }
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
