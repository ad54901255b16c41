/// What a piece of code is, as far as a reader's eye needs to know.
///
/// The set is small on purpose: every case is a colour (or a weight) that a theme has to choose. Bytes of no class
/// (names, brackets, separators, white space) stay plain.
public enum TokenClass: UInt8, CaseIterable, Sendable {
  /// A reserved word; a command of LaTeX; a rule or pseudo-class of CSS.
  case keyword
  /// A literal word: `true`, `None`, `nil`, `self`; a colour of CSS.
  case constant
  /// The name of a type; a class or id in a selector; a tag of YAML.
  case type
  /// The name of a function where it is declared or called, a macro, a command of the shell.
  case function
  /// A variable with a sigil (`$HOME`, `@limit`, `--gap`), a parameter, an anchor or alias of YAML.
  case variable
  /// The key of a pair: JSON, YAML, TOML; a property of CSS; a quoted column of SQL.
  case property
  /// Text between quotes, a heredoc, a block scalar; code and addresses in Markdown; formulas in LaTeX.
  case string
  /// What stands for something else inside text: `\n`, `&amp;`, the delimiters of an interpolation.
  case escape
  /// A regular expression between slashes.
  case regularExpression
  /// A number with its sign of base, its suffix or its unit; a date of TOML.
  case number
  /// A comment with its delimiters.
  case comment
  /// A run of operator characters; a list or quotation mark of Markdown.
  case `operator`
  /// What speaks to the compiler or the reader of the file: directives, decorators, attributes, lifetimes, prompts.
  case meta
  /// The name of an element of HTML or XML, of an environment of LaTeX, of a section of TOML or INI.
  case tag
  /// The name of an attribute of HTML, XML or a selector; an option of a command.
  case attribute
  /// A heading of Markdown.
  case heading
  /// Emphasised text of Markdown.
  case emphasis
  /// Strongly emphasised text of Markdown.
  case strong
  /// A line that a patch adds.
  case inserted
  /// A line that a patch removes.
  case deleted

  /// The class of the `span` that shows the token; every one begins with `hl-`.
  public var cssClass: StaticString {
    switch self {
    case .keyword: "hl-keyword"
    case .constant: "hl-constant"
    case .type: "hl-type"
    case .function: "hl-function"
    case .variable: "hl-variable"
    case .property: "hl-property"
    case .string: "hl-string"
    case .escape: "hl-escape"
    case .regularExpression: "hl-regexp"
    case .number: "hl-number"
    case .comment: "hl-comment"
    case .operator: "hl-operator"
    case .meta: "hl-meta"
    case .tag: "hl-tag"
    case .attribute: "hl-attribute"
    case .heading: "hl-heading"
    case .emphasis: "hl-emphasis"
    case .strong: "hl-strong"
    case .inserted: "hl-inserted"
    case .deleted: "hl-deleted"
    }
  }
}
