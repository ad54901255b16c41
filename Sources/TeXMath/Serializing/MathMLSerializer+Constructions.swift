/// Fractions, roots, fences, accents, stacks and styles.
extension MathMLSerializer {
  // MARK: Fractions and roots

  /// - Parameter isInRow: Whether it stands alone in an element that is a row by itself, so that its delimiters need
  ///   none.
  mutating func writeFraction(_ fraction: Fraction, isInRow: Bool = false) {
    let outer = (isDisplay, scriptLevel)
    let changesStyle = fraction.displayStyle.map { $0 != isDisplay } ?? false
    if changesStyle {
      output.append(isDisplay ? "<mstyle displaystyle=\"false\">" : "<mstyle displaystyle=\"true\">")
    }
    if let style = fraction.displayStyle { isDisplay = style }
    let isFenced = fraction.open != 0 || fraction.close != 0
    // Inside mstyle the delimiters have a row already.
    let needsRow = isFenced && !changesStyle && !isInRow
    if needsRow { output.append("<mrow>") }
    if isFenced {
      writeFenceDelimiter(fraction.open, .prefix)
    }
    if let thickness = fraction.thickness {
      output.append("<mfrac linethickness=\"")
      writeLength(thickness)
      output.append("\">")
    } else {
      output.append(fraction.hasBar ? "<mfrac>" : "<mfrac linethickness=\"0\">")
    }
    if !isDisplay { scriptLevel = min(scriptLevel + 1, 2) }
    isDisplay = false
    writeElement(fraction.numerator)
    writeElement(fraction.denominator)
    output.append("</mfrac>")
    if isFenced {
      writeFenceDelimiter(fraction.close, .postfix)
    }
    if needsRow { output.append("</mrow>") }
    if changesStyle { output.append("</mstyle>") }
    (isDisplay, scriptLevel) = outer
  }

  mutating func writeRadical(_ radicand: MathList, degree: MathList) {
    if degree.isEmpty {
      output.append("<msqrt>")
      writeContent(radicand)
      output.append("</msqrt>")
      return
    }
    output.append("<mroot>")
    writeElement(radicand)
    inScript { $0.writeElement(degree) }
    output.append("</mroot>")
  }

  // MARK: Fences

  /// Writes the parts of a fence and its delimiters, without a row around them.
  mutating func writeFenceContent(_ fence: Fence) {
    // Browsers give a stretchy delimiter the width of its largest shape even where it stays small.
    let isStretchy = !fence.parts.allSatisfy { $0.isShort(depth: 3) }
    writeFenceDelimiter(fence.open, .prefix, isStretchy: isStretchy)
    for (index, part) in fence.parts.enumerated() {
      writeRow(
        part, isFencedLeft: index > 0 || fence.open != 0,
        isFencedRight: index < fence.parts.count - 1 || fence.close != 0)
      if index < fence.middles.count {
        writeFenceDelimiter(fence.middles[index], .infix, isStretchy: isStretchy)
      }
    }
    writeFenceDelimiter(fence.close, .postfix, isStretchy: isStretchy)
  }

  /// Writes a delimiter that grows with its row; nothing for the empty one. Out of line, for the stack of nested
  /// tables and fences.
  @inline(never)
  mutating func writeFenceDelimiter(
    _ scalar: UInt32, _ form: OperatorDictionary.Form, isStretchy: Bool = true
  ) {
    guard scalar != 0 else { return }
    var place = Place(form == .postfix ? .close : .open)
    place.form = form
    writeOperator(scalar, isStretchy: isStretchy, in: place)
  }

  // MARK: Accents and stacks

  mutating func writeAccent(_ accent: Accent, _ base: MathList, in place: Place) {
    let name: StaticString = accent.isUnder ? "munder" : "mover"
    output.append(UInt8(ascii: "<"))
    output.append(name)
    output.append(accent.isUnder ? " accentunder=\"true\">" : " accent=\"true\">")
    if base.count == 1 { write(base[0], in: place) } else { writeElement(base) }
    let isStretchyByDefault = OperatorDictionary.resolved(accent.scalar, .postfix).isStretchy
    if isStretchyByDefault == accent.isStretchy {
      output.append("<mo>")
    } else {
      output.append(accent.isStretchy ? "<mo stretchy=\"true\">" : "<mo stretchy=\"false\">")
    }
    switch accent.scalar {
    // As a reference, for normalization would join a combining character to the tag before it.
    case 0x302: output.append("&#x302;")
    case 0x332: output.append("&#x332;")
    default: writeEscaped(accent.scalar)
    }
    output.append("</mo>")
    close(name)
  }

  mutating func writeStack(_ base: MathList, over: MathList?, under: MathList?, in place: Place) {
    guard over != nil || under != nil else {
      writeElement(base)
      return
    }
    let name: StaticString = over == nil ? "munder" : under == nil ? "mover" : "munderover"
    open(name)
    if base.count == 1 { write(base[0], in: place) } else { writeElement(base) }
    inScript { serializer in
      if let under { serializer.writeElement(under) }
      if let over { serializer.writeElement(over) }
    }
    close(name)
  }

  /// Writes an arrow that takes the width of its labels.
  mutating func writeExtensible(_ scalar: UInt32) {
    output.append(
      OperatorDictionary.resolved(scalar, .infix).isStretchy ? "<mo>" : "<mo stretchy=\"true\">")
    writeEscaped(scalar)
    output.append("</mo>")
  }

  /// Writes a base with scripts at its corners, and limits or further scripts around them.
  mutating func writeMultiscripts(_ scripts: Multiscripts, _ atom: Atom, in place: Place) {
    let isTaken =
      scripts.rightSubscript != nil && atom.subscripted != nil
      || scripts.rightSuperscript != nil && atom.superscripted != nil
    let isWrapped = atom.hasScripts && (hasLimits(atom) || isTaken)
    let wrapper = Self.scriptElement(
      hasLimits: hasLimits(atom), below: atom.subscripted != nil, above: atom.superscripted != nil)
    if isWrapped { open(wrapper) }
    let below = scripts.rightSubscript ?? (isWrapped ? nil : atom.subscripted)
    let above = scripts.rightSuperscript ?? (isWrapped ? nil : atom.superscripted)
    output.append("<mmultiscripts>")
    if scripts.base.count == 1 { write(scripts.base[0], in: place) } else { writeElement(scripts.base) }
    inScript { serializer in
      if below != nil || above != nil {
        serializer.writeElement(below ?? [])
        serializer.writeElement(above ?? [])
      }
      if scripts.leftSubscript != nil || scripts.leftSuperscript != nil {
        serializer.output.append("<mprescripts/>")
        serializer.writeElement(scripts.leftSubscript ?? [])
        serializer.writeElement(scripts.leftSuperscript ?? [])
      }
    }
    output.append("</mmultiscripts>")
    guard isWrapped else { return }
    inScript { serializer in
      if let below = atom.subscripted { serializer.writeElement(below) }
      if let above = atom.superscripted { serializer.writeElement(above) }
    }
    close(wrapper)
  }

  // MARK: Styles and decorations

  /// Whether a style is another one than that in force.
  func changesAnything(_ style: Style) -> Bool {
    style.displayStyle ?? isDisplay != isDisplay || style.scriptLevel ?? scriptLevel != scriptLevel
      || style.color != nil || style.background != nil || style.sizePercent ?? sizePercent != sizePercent
  }

  mutating func writeStyled(_ style: Style, _ list: MathList, in place: Place) {
    guard changesAnything(style) else {
      if list.count == 1 { write(list[0], in: place) } else { writeElement(list) }
      return
    }
    let outer = (isDisplay, scriptLevel, sizePercent)
    output.append("<mstyle")
    if let displayStyle = style.displayStyle, displayStyle != isDisplay {
      output.append(displayStyle ? " displaystyle=\"true\"" : " displaystyle=\"false\"")
      isDisplay = displayStyle
    }
    if let level = style.scriptLevel, level != scriptLevel {
      output.append(" scriptlevel=\"")
      output.appendDecimal(UInt32(level))
      output.append(UInt8(ascii: "\""))
      scriptLevel = level
    }
    if let color = style.color { writeColor(" mathcolor=\"#", color) }
    if let background = style.background { writeColor(" mathbackground=\"#", background) }
    if let percent = style.sizePercent, percent != sizePercent {
      output.append(" mathsize=\"")
      output.appendDecimal((UInt32(percent) * 100 + UInt32(sizePercent) / 2) / UInt32(sizePercent))
      output.append("%\"")
      sizePercent = percent
    }
    output.append(UInt8(ascii: ">"))
    if list.count == 1, list[0].isOperatorElement {
      write(list[0], in: place)
    } else {
      writeContent(list, startsInfix: place.followsOperand, endsInfix: place.precedesOperand)
    }
    output.append("</mstyle>")
    (isDisplay, scriptLevel, sizePercent) = outer
  }

  private mutating func writeColor(_ start: StaticString, _ color: UInt32) {
    output.append(start)
    for shift in stride(from: 20, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: color >> UInt32(shift) & 0xF)
      output.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
    output.append(UInt8(ascii: "\""))
  }
}
