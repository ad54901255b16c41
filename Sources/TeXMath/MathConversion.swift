/// What a formula becomes, with everything that is wrong in it.
public struct MathConversion: Sendable {
  /// The formula as one `<math>` element of MathML Core, well-formed XML in UTF-8.
  ///
  /// Also made when there are issues: parts that could not be read are `<merror>` elements with their TeX.
  public var mathML: [UInt8]
  /// The formula as a line of readable text that loses nothing (`2^(4.7)`, `(a+b)/c`), in UTF-8.
  public var text: [UInt8]
  /// What is wrong, in the order it was found; at most 64.
  public var issues: [MathIssue]
  /// The names and tags given with `\label` and `\tag`, in source order.
  public var labels: [MathLabel]
  /// What `\ref` and `\eqref` refer to, in source order.
  public var references: [MathLabel]
}

/// A name of an equation, given by `\label` or used by `\ref`, or its own number given by `\tag`.
public struct MathLabel: Sendable, Equatable {
  /// The name between the braces; empty for a `\tag` without `\label` in its row.
  public var name: [UInt8]
  /// Bytes of the formula from the command to the closing brace.
  public var range: Range<Int>
  /// The text of the row's `\tag`, if there is one.
  public var tag: [UInt8]?
  /// The row of the outermost alignment it stands in, from 0.
  public var row: Int
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
  }

  /// What sort of fault it is.
  public var kind: Kind
  /// The bytes of the formula that are meant; never beyond its end.
  public var range: Range<Int>
  /// One plain sentence: what is wrong and, if it is not plain, what to do.
  public var message: String
  /// What the author probably meant, to put in place of `range`.
  public var suggestion: [UInt8]?
}
