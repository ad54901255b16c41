extension MathMLSerializer {
  /// Where an atom stands, as far as the operators in it need to know.
  struct Place {
    /// The class it has between its neighbours.
    var atomClass: AtomClass
    /// The form a browser gives an operator here.
    var form = OperatorDictionary.Form.infix
    /// Whether it is the only thing in its row, where space means nothing.
    var isAlone = false
    /// Whether a relation has no space here towards its left, its right: next to delimiters and other relations.
    var isTightLeft = false
    var isTightRight = false
    /// Whether it stands behind something complete, as a closing delimiter does, and before something to operate on.
    var followsOperand = false
    var precedesOperand = false
    /// Whether it operates on its neighbours though no space shows it, so that its form must stay what it is.
    var keepsForm = false
    /// Whether limits must not move to the side (`\limits` outside display style).
    var hasFixedLimits = false

    init(_ atomClass: AtomClass) { self.atomClass = atomClass }

    init(alone atomClass: AtomClass) {
      self.atomClass = atomClass
      isAlone = true
    }
  }

  /// Writes the atoms of a list one behind the other, with TeX's space between them.
  ///
  /// - Parameters:
  ///   - isFenced: Whether a delimiter stands before and behind the list in the same row.
  ///   - startsInfix: Whether an operator at the start has its left operand elsewhere, as in the even columns of an
  ///     alignment.
  ///   - endsInfix: Whether an operator at the end has its right operand elsewhere.
  mutating func writeRow(
    _ list: MathList, isFencedLeft: Bool = false, isFencedRight: Bool = false, startsInfix: Bool = false,
    endsInfix: Bool = false
  ) {
    var previous: AtomClass? = isFencedLeft ? .open : startsInfix ? .ordinary : nil
    var total = 0
    for index in list.indices where list[index].takesPosition { total += 1 }
    var position = 0
    for index in list.indices {
      let atom = list[index]
      if atom.isSpace {
        write(atom, in: Place(atom.atomClass))
        continue
      }
      if atom.isEmptyGroup {
        previous = .ordinary
        continue
      }
      let takesPosition = atom.takesPosition
      let nextIndex = Self.firstSolid(in: list, from: index + 1)
      let next =
        nextIndex.map { list[$0].atomClass } ?? (isFencedRight ? .close : endsInfix ? .ordinary : nil)
      let atomClass = atom.atomClass.resolved(after: previous, before: next)
      var place = Place(scriptLevel > 0 ? atomClass.inScript : atomClass)
      place.keepsForm = place.atomClass != atomClass
      let isFirst = takesPosition && position == 0 && !isFencedLeft
      let isLast = takesPosition && position == total - 1 && !isFencedRight
      place.isAlone = isFirst && isLast
      place.form = place.isAlone ? .infix : isFirst ? .prefix : isLast ? .postfix : .infix
      place.isTightLeft = previous == .relation || previous == .open
      place.isTightRight = next == .relation || next == .close
      place.followsOperand = previous.map { $0 == .ordinary || $0 == .close || $0 == .inner } ?? false
      place.precedesOperand =
        next.map { $0 == .ordinary || $0 == .open || $0 == .inner || $0 == .function } ?? false

      let gap = place.isAlone ? 0 : Self.gap(around: atom, place.atomClass)
      if gap > 0, place.atomClass != .punctuation,
        place.followsOperand || (previous != nil && place.atomClass != .function)
      {
        writeSpace(gap)
      }
      write(atom, in: place)
      if place.atomClass == .function, gap > 0 {
        writeApplication(to: nextIndex.map { list[$0] }, next)
      } else if gap > 0, next != nil {
        writeSpace(gap)
      }
      previous = atomClass
      if takesPosition { position += 1 }
    }
  }

  private static func firstSolid(in list: MathList, from start: Int) -> Int? {
    var index = start
    while index < list.count {
      if !list[index].isSpace { return index }
      index += 1
    }
    return nil
  }

  /// The space that must be written around an atom because it is no operator a browser would space.
  private static func gap(around atom: Atom, _ atomClass: AtomClass) -> Int32 {
    switch atomClass {
    case .function: atom.isOperatorElement ? 0 : SpacingCommands.thin
    case .binary: atom.isOperatorElement ? 0 : SpacingCommands.medium
    case .relation: atom.isOperatorElement ? 0 : SpacingCommands.thick
    case .punctuation: atom.isOperatorElement ? 0 : SpacingCommands.thin
    case .ordinary, .open, .close, .inner: 0
    }
  }

  /// Writes the invisible application of a named function to what follows it, with a thin space unless that is a
  /// plain delimiter or brings its own.
  private mutating func writeApplication(to atom: Atom?, _ next: AtomClass?) {
    guard let atom, let next else { return }
    switch next {
    case .open:
      output.append("<mo>\u{2061}</mo>")
    case .ordinary, .inner, .binary, .function:
      let hasOwnSpace = next == .function && atom.isOperatorElement
      output.append(hasOwnSpace ? "<mo>\u{2061}</mo>" : "<mo rspace=\"0.167em\">\u{2061}</mo>")
    case .relation, .close, .punctuation:
      break
    }
  }
}

extension Atom {
  /// Whether nothing at all is written for it.
  var isEmptyGroup: Bool {
    switch nucleus {
    case .group(let list): list.isEmpty && !hasScripts
    case .styled(_, let list): !hasScripts && list.allSatisfy { $0.isEmptyBraces }
    case .choice(let lists): lists.allSatisfy { $0.isEmpty } && !hasScripts
    default: false
    }
  }

  private var isEmptyBraces: Bool {
    if case .group(let list) = nucleus { return list.isEmpty && !hasScripts }
    return false
  }

  /// Whether a browser counts it when it looks for the first and last part of a row: it does not if it is or holds
  /// nothing but space and text (MathML Core, section 3.2.5, "space-like").
  var takesPosition: Bool {
    if hasScripts { return true }
    switch nucleus {
    case .space, .modulusSpace, .text, .rule: return false
    case .choice(let lists): return lists.contains { $0.contains { $0.takesPosition } }
    case .decorated(.phasor, _): return true
    case .group(let list), .styled(_, let list), .decorated(_, let list), .raised(_, let list):
      return list.contains { $0.takesPosition }
    default: return true
    }
  }

  /// Whether it becomes an operator, possibly with scripts, that a browser spaces by itself.
  var isOperatorElement: Bool {
    switch nucleus {
    case .symbol, .compound, .sizedDelimiter, .extensible: true
    case .function: atomClass != .function
    case .group(let list) where atomClass == .function && list.count > 1:
      list[list.count - 1].isOperatorElement
    case .stack(let base, _, _), .accent(_, let base), .group(let base), .decorated(_, let base),
      .styled(_, let base):
      base.count == 1 && base[0].isOperatorElement
    case .multiscripts(let scripts): scripts.base.count == 1 && scripts.base[0].isOperatorElement
    case .identifier, .number, .word, .text, .space, .modulusSpace, .fraction, .radical, .fence, .table,
      .choice, .raised, .rule, .malformed:
      false
    }
  }
}

extension MathList {
  /// Whether no delimiter needs to grow for it: signs, names and simple scripts only.
  ///
  /// - Parameter depth: How many groups deep it looks before it says no.
  func isShort(depth: Int) -> Bool {
    depth > 0
      && allSatisfy { atom in
        let isNucleusShort: Bool =
          switch atom.nucleus {
          case .identifier, .number, .word, .text, .space, .modulusSpace: true
          case .function: atom.limits == .never || !atom.hasScripts
          case .symbol, .compound: atom.atomClass != .function
          case .group(let list), .styled(_, let list): list.isShort(depth: depth - 1)
          case .accent(let accent, let base): !accent.isStretchy && base.isShort(depth: depth - 1)
          case .fence(let fence): fence.parts.allSatisfy { $0.isShort(depth: depth - 1) }
          case .sizedDelimiter, .extensible, .fraction, .radical, .stack, .multiscripts, .table, .decorated,
            .choice, .raised, .rule, .malformed:
            false
          }
        return isNucleusShort && Self.isFlat(atom.subscripted) && Self.isFlat(atom.superscripted)
      }
  }

  private static func isFlat(_ script: MathList?) -> Bool {
    guard let script else { return true }
    return script.allSatisfy { !$0.hasScripts } && script.isShort(depth: 2)
  }
}
