/// The numbers a formula prints: those of its own rows and those of the equations it refers to.
public struct EquationNumbers: Sendable {
  /// What stands beside a row.
  public struct Row: Sendable {
    /// The row (`MathEquation.row`).
    public var row: Int
    /// Its number without parentheses, in UTF-8; `nil` where the row's `\tag` or nothing is to stand.
    public var number: [UInt8]?
    /// The `id` of the row, by which links find it; empty for none.
    public var id: [UInt8]

    /// Makes a row's number.
    public init(row: Int, number: [UInt8]?, id: [UInt8]) {
      self.row = row
      self.number = number
      self.id = id
    }
  }

  let rows: [Row]
  private var texts = NameTable<[UInt8]>()

  /// Collects numbers.
  ///
  /// - Parameters:
  ///   - rows: of the formula's own rows, from above.
  ///   - references: what `\ref` prints for a label, without parentheses.
  public init(rows: [Row] = [], references: [(label: [UInt8], text: [UInt8])] = []) {
    self.rows = rows
    for reference in references { texts.insert(reference.label, reference.text) }
  }

  /// What a reference to a label prints; `nil` for a label nobody knows, which is printed itself.
  func text(of label: [UInt8]) -> [UInt8]? { texts.value(of: label) }
}
