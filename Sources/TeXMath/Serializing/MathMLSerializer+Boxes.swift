/// Decorations, choices, raised parts and rules.
extension MathMLSerializer {
  mutating func writeDecorated(_ decoration: Decoration, _ list: MathList, in place: Place) {
    switch decoration {
    case .boxed: writeRow(MathMLClasses.boxed, list)
    case .cancel: writeRow(MathMLClasses.cancel, list)
    case .backCancel: writeRow(MathMLClasses.backCancel, list)
    case .crossCancel: writeRow(MathMLClasses.crossCancel, list)
    case .cancelTo: writeRow(MathMLClasses.cancelTo, list)
    case .strike: writeRow(MathMLClasses.strike, list)
    case .actuarial: writeRow(MathMLClasses.actuarial, list)
    case .phasor:
      writeRow(MathMLClasses.phasor, [Atom(.symbol(0x2220), source: SourceSpan(start: 0, end: 0))] + list)
    case .phantom: writeInside("<mphantom>", list, "</mphantom>", in: place)
    case .horizontalPhantom:
      writeInside("<mpadded height=\"0\" depth=\"0\"><mphantom>", list, "</mphantom></mpadded>", in: place)
    case .verticalPhantom:
      writeInside("<mpadded width=\"0\"><mphantom>", list, "</mphantom></mpadded>", in: place)
    case .smash: writeInside("<mpadded height=\"0\" depth=\"0\">", list, "</mpadded>", in: place)
    case .smashTop: writeInside("<mpadded height=\"0\">", list, "</mpadded>", in: place)
    case .smashBottom: writeInside("<mpadded depth=\"0\">", list, "</mpadded>", in: place)
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
    if list.count == 1, list[0].isOperatorElement { write(list[0], in: place) } else { writeContent(list) }
    output.append(end)
  }

  /// Writes the formula that `\mathchoice` has for the style in force.
  mutating func writeChoice(_ lists: [MathList], in place: Place) {
    let index = scriptLevel > 0 ? Int(scriptLevel) + 1 : isDisplay ? 0 : 1
    let list = index < lists.count ? lists[index] : []
    if list.count == 1 { write(list[0], in: place) } else { writeElement(list) }
  }

  mutating func writeRaised(_ height: Int32, _ list: MathList, in place: Place) {
    guard height != 0 else {
      if list.count == 1 { write(list[0], in: place) } else { writeElement(list) }
      return
    }
    output.append("<mpadded voffset=\"")
    writeLength(height)
    output.append("\">")
    if list.count == 1, list[0].isOperatorElement { write(list[0], in: place) } else { writeContent(list) }
    output.append("</mpadded>")
  }

  mutating func writeRule(_ rule: Rule) {
    output.append("<mspace")
    if rule.isVisible {
      output.append(" class=\"")
      output.append(MathMLClasses.rule)
      output.append(UInt8(ascii: "\""))
    }
    writeMeasure(" width=\"", rule.width)
    writeMeasure(" height=\"", rule.height)
    writeMeasure(" depth=\"", rule.depth)
    output.append("/>")
  }

  private mutating func writeMeasure(_ start: StaticString, _ length: Int32) {
    guard length != 0 else { return }
    output.append(start)
    writeLength(length)
    output.append(UInt8(ascii: "\""))
  }
}
