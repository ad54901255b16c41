/// Fractions, roots, fences, accents, stacks, styles and decorations.
extension MathMLSerializer {
  // MARK: Fractions and roots

  mutating func writeFraction(_ fraction: Fraction) {
    let outer = (isDisplay, scriptLevel)
    let changesStyle = fraction.displayStyle.map { $0 != isDisplay } ?? false
    if changesStyle {
      output.append(isDisplay ? "<mstyle displaystyle=\"false\">" : "<mstyle displaystyle=\"true\">")
    }
    if let style = fraction.displayStyle { isDisplay = style }
    let isFenced = fraction.open != 0 || fraction.close != 0
    if isFenced {
      // Inside mstyle the delimiters have a row already.
      if !changesStyle { output.append("<mrow>") }
      writeFenceDelimiter(fraction.open, .prefix)
    }
    output.append(fraction.hasBar ? "<mfrac>" : "<mfrac linethickness=\"0\">")
    if !isDisplay { scriptLevel = min(scriptLevel + 1, 2) }
    isDisplay = false
    writeElement(fraction.numerator)
    writeElement(fraction.denominator)
    output.append("</mfrac>")
    if isFenced {
      writeFenceDelimiter(fraction.close, .postfix)
      if !changesStyle { output.append("</mrow>") }
    }
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

  /// Writes a delimiter that grows with its row; nothing for the empty one.
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

  /// Writes `\sideset`: corner scripts around an operator that may have limits besides.
  mutating func writeMultiscripts(_ scripts: Multiscripts, _ atom: Atom, in place: Place) {
    let hasLimits = atom.hasScripts && isDisplay
    let limits: StaticString =
      atom.superscripted == nil ? "munder" : atom.subscripted == nil ? "mover" : "munderover"
    if hasLimits { open(limits) }
    output.append("<mmultiscripts>")
    if scripts.base.count == 1 { write(scripts.base[0], in: place) } else { writeElement(scripts.base) }
    inScript { serializer in
      serializer.writeElement(scripts.rightSubscript ?? (hasLimits ? [] : atom.subscripted ?? []))
      serializer.writeElement(scripts.rightSuperscript ?? (hasLimits ? [] : atom.superscripted ?? []))
      serializer.output.append("<mprescripts/>")
      serializer.writeElement(scripts.leftSubscript ?? [])
      serializer.writeElement(scripts.leftSuperscript ?? [])
    }
    output.append("</mmultiscripts>")
    if hasLimits {
      inScript { serializer in
        if let below = atom.subscripted { serializer.writeElement(below) }
        if let above = atom.superscripted { serializer.writeElement(above) }
      }
      close(limits)
    }
  }

  // MARK: Styles and decorations

  mutating func writeStyled(_ style: Style, _ list: MathList, in place: Place) {
    let outer = (isDisplay, scriptLevel)
    let start = output.count
    output.append("<mstyle")
    let startWithoutAttributes = output.count
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
    if let percent = style.sizePercent {
      output.append(" mathsize=\"")
      output.appendDecimal(UInt32(percent))
      output.append("%\"")
    }
    // Without an attribute it is a row like any other.
    if output.count == startWithoutAttributes {
      output.removeSubrange(start...)
      if list.count == 1 { write(list[0], in: place) } else { writeElement(list) }
    } else {
      output.append(UInt8(ascii: ">"))
      if list.count == 1 {
        write(list[0], in: place)
      } else {
        writeContent(list, startsInfix: place.followsOperand)
      }
      output.append("</mstyle>")
    }
    (isDisplay, scriptLevel) = outer
  }

  private mutating func writeColor(_ start: StaticString, _ color: UInt32) {
    output.append(start)
    for shift in stride(from: 20, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: color >> UInt32(shift) & 0xF)
      output.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
    output.append(UInt8(ascii: "\""))
  }

  mutating func writeDecorated(_ decoration: Decoration, _ list: MathList, in place: Place) {
    switch decoration {
    case .boxed: writeRow(MathMLClasses.boxed, list)
    case .cancel: writeRow(MathMLClasses.cancel, list)
    case .backCancel: writeRow(MathMLClasses.backCancel, list)
    case .crossCancel: writeRow(MathMLClasses.crossCancel, list)
    case .phantom: writeInside("<mphantom>", list, "</mphantom>", in: place)
    case .horizontalPhantom:
      writeInside("<mpadded height=\"0\" depth=\"0\"><mphantom>", list, "</mphantom></mpadded>", in: place)
    case .verticalPhantom:
      writeInside("<mpadded width=\"0\"><mphantom>", list, "</mphantom></mpadded>", in: place)
    case .smash: writeInside("<mpadded height=\"0\" depth=\"0\">", list, "</mpadded>", in: place)
    case .rightLap: writeInside("<mpadded width=\"0\">", list, "</mpadded>", in: place)
    case .leftLap: writeLap(MathMLClasses.leftLap, list)
    case .centerLap: writeLap(MathMLClasses.centerLap, list)
    }
  }

  private mutating func writeRow(_ className: StaticString, _ list: MathList) {
    output.append("<mrow class=\"")
    output.append(className)
    output.append("\">")
    writeContent(list)
    output.append("</mrow>")
  }

  private mutating func writeLap(_ className: StaticString, _ list: MathList) {
    output.append("<mpadded width=\"0\" class=\"")
    output.append(className)
    output.append("\">")
    writeContent(list)
    output.append("</mpadded>")
  }

  private mutating func writeInside(
    _ start: StaticString, _ list: MathList, _ end: StaticString, in place: Place
  ) {
    output.append(start)
    if list.count == 1 { write(list[0], in: place) } else { writeContent(list) }
    output.append(end)
  }
}
