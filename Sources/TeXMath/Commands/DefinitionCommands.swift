/// Commands that define commands.
enum DefinitionCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("newcommand", .definition(.command(.new))), ("renewcommand", .definition(.command(.known))),
      ("providecommand", .definition(.command(.newOnly))),
      ("DeclareRobustCommand", .definition(.command(.any))),
      ("def", .definition(.macro(isGlobal: false, isExpanded: false))),
      ("gdef", .definition(.macro(isGlobal: true, isExpanded: false))),
      ("edef", .definition(.macro(isGlobal: false, isExpanded: true))),
      ("xdef", .definition(.macro(isGlobal: true, isExpanded: true))),
      ("let", .definition(.alias)), ("global", .definition(.prefix(isGlobal: true))),
      ("long", .definition(.prefix(isGlobal: false))), ("DeclareMathOperator", .definition(.operatorName)),
      ("DeclarePairedDelimiter", .definition(.pairedDelimiter)),
    ]
  }
}

/// What a definition reads, and what it makes.
enum DefinitionForm: Sendable {
  /// What LaTeX asks of the name that is defined.
  enum Novelty: Sendable {
    case new, known, any
    /// A name that is known stays what it is.
    case newOnly
  }

  /// `\name[parameters][default]{body}`.
  case command(Novelty)
  /// `\name#1…{body}`; the body may be expanded at once.
  case macro(isGlobal: Bool, isExpanded: Bool)
  /// `\name=\other`.
  case alias
  /// A word before one of the others.
  case prefix(isGlobal: Bool)
  /// `\name{text}`.
  case operatorName
  /// `\name{opening}{closing}` of mathtools.
  case pairedDelimiter
}
