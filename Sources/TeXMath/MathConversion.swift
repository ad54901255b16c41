/// What a formula becomes, with everything that is wrong in it.
public struct MathConversion: Sendable {
  /// The formula as one `<math>` element of MathML Core, well-formed XML in UTF-8.
  ///
  /// Also made when there are issues: parts that could not be read are `<merror>` elements with their TeX.
  public var mathML: [UInt8]
  /// The formula as a line of readable text that loses nothing (`2^(4.7)`, `(a+b)/c`), in UTF-8;
  /// empty where none was wanted.
  public var text: [UInt8]
  /// What is wrong, in the order it was found; at most 64.
  public var issues: [MathIssue]
  /// The rows that have a number or a name, from above.
  public var equations: [MathEquation]
  /// Whether a page that numbers all display formulas may number this one: it says nothing of that itself.
  public var canBeNumbered: Bool
  /// What `\ref` and `\eqref` refer to, in source order.
  public var references: [MathReference]

  /// `mathML` without the names of its rows, for a second place on the same page.
  ///
  /// - Complexity: O(bytes).
  public var mathMLWithoutIDs: [UInt8] {
    var result: [UInt8] = []
    var index = 0
    let start = Array("<mtr id=\"".utf8)
    while index < mathML.count {
      guard mathML[index...].starts(with: start) else {
        result.append(mathML[index])
        index += 1
        continue
      }
      result += start.dropLast(5)
      index += start.count
      while index < mathML.count, mathML[index] != UInt8(ascii: "\"") { index += 1 }
      index += 1
    }
    return result
  }

  /// Whether the formula cannot be shown as it is meant; there may be issues besides.
  public var hasErrors: Bool { issues.contains { $0.severity == .error } }
}

/// A row with a number: of an environment that is the whole formula, or the formula itself.
public struct MathEquation: Sendable, Equatable {
  /// The row's place among those of the outermost environment, from 0; 0 for a formula with one number.
  public var row: Int
  /// The name given by `\label`; empty for none. White space in it is a hyphen.
  public var label: [UInt8]
  /// The text of the row's `\tag`, which is its number; `nil` where the page numbers it.
  public var tag: [UInt8]?
  /// Bytes of the formula from `\label` to the closing brace; without a label the tag or the row.
  public var range: Range<Int>

  /// Makes a row that a page numbers.
  public init(row: Int, label: [UInt8], tag: [UInt8]? = nil, range: Range<Int>) {
    self.row = row
    self.label = label
    self.tag = tag
    self.range = range
  }
}

/// A mention of an equation by `\ref` or `\eqref`.
public struct MathReference: Sendable, Equatable {
  /// The name between the braces; white space in it is a hyphen.
  public var label: [UInt8]
  /// Bytes of the formula from the command to the closing brace.
  public var range: Range<Int>
}

/// Something an author should mend in a formula.
public struct MathIssue: Sendable, Equatable {
  /// What sort of fault it is.
  public enum Kind: Sendable, Equatable {
    /// A command nobody knows.
    case unknownCommand
    /// An environment nobody knows.
    case unknownEnvironment
    /// Something missing, unmatched or out of place.
    case syntax
    /// A command that could bring a link, a style or a file into the page.
    case forbidden
    /// The formula is too long or too deep, or its macros do not end.
    case limit
    /// Rows or columns that stand in no environment.
    case bareRows
    /// A number or a name that has no effect.
    case numbering
  }

  /// How bad it is.
  public enum Severity: Sendable, Equatable {
    /// What was meant is plain, and it is shown so.
    case warning
    /// A part of the formula cannot be shown as it was meant.
    case error
  }

  /// What sort of fault it is.
  public var kind: Kind
  /// How bad it is.
  public var severity: Severity {
    switch kind {
    case .bareRows, .numbering: .warning
    case .unknownCommand, .unknownEnvironment, .syntax, .forbidden, .limit: .error
    }
  }
  /// The bytes of the formula that are meant; never beyond its end.
  public var range: Range<Int>
  /// One plain sentence: what is wrong and, if it is not plain, what to do.
  public var message: String
  /// What the author probably meant, to put in place of `range`.
  public var suggestion: [UInt8]?
}
