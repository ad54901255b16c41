/// A list that is being read, with the switches in it that reach to its end.
struct ListBuilder {
  var atoms: MathList = []
  private var style: Style?
  private var styleStart = 0
  private var fraction: Fraction?
  private var switchSource = SourceSpan(start: 0, end: 0)

  /// Starts a style that holds from here on, together with those before it.
  mutating func begin(_ new: Style, at source: SourceSpan) {
    var combined = style ?? Style()
    if let value = new.displayStyle { combined.displayStyle = value }
    if let value = new.scriptLevel { combined.scriptLevel = value }
    if let value = new.color { combined.color = value }
    if let value = new.sizePercent { combined.sizePercent = value }
    closeStyle()
    style = combined
    styleStart = atoms.count
    switchSource = source
  }

  /// Makes all atoms so far the numerator of a fraction; false if the list is a fraction already.
  mutating func beginDenominator(of template: Fraction, at source: SourceSpan) -> Bool {
    guard fraction == nil else { return false }
    closeStyle()
    style = nil
    var template = template
    template.numerator = atoms
    fraction = template
    atoms = []
    styleStart = 0
    switchSource = source
    return true
  }

  /// The list with all switches applied.
  mutating func finish() -> MathList {
    closeStyle()
    guard var fraction else {
      // Handed over, not copied.
      var result: MathList = []
      swap(&result, &atoms)
      return result
    }
    fraction.denominator = atoms
    return [Atom(.fraction(fraction), source: switchSource)]
  }

  private mutating func closeStyle() {
    guard let style, styleStart < atoms.count else { return }
    let styled = MathList(atoms[styleStart...])
    atoms.removeSubrange(styleStart...)
    let atomClass = styled.count == 1 ? styled[0].atomClass : .ordinary
    atoms.append(Atom(.styled(style, styled), atomClass, source: switchSource))
  }
}
