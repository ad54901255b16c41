/// Commands that other converters turn into links, styles, identifiers, files or programs. Here they are refused,
/// so that nothing but mathematics ever comes out of a formula.
enum ForbiddenCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("href", .forbidden(arguments: 2)), ("url", .forbidden(arguments: 1)),
      ("includegraphics", .forbidden(arguments: 1)), ("htmlClass", .forbidden(arguments: 2)),
      ("htmlId", .forbidden(arguments: 2)), ("htmlStyle", .forbidden(arguments: 2)),
      ("htmlData", .forbidden(arguments: 2)), ("class", .forbidden(arguments: 2)),
      ("cssId", .forbidden(arguments: 2)), ("style", .forbidden(arguments: 2)),
      ("mmlToken", .forbidden(arguments: 2)), ("require", .forbidden(arguments: 1)),
      ("usepackage", .forbidden(arguments: 1)), ("input", .forbidden(arguments: 1)),
      ("include", .forbidden(arguments: 1)), ("write", .forbidden(arguments: 1)),
      ("openout", .forbidden(arguments: 1)), ("special", .forbidden(arguments: 1)),
      ("csname", .forbidden(arguments: 0)), ("catcode", .forbidden(arguments: 0)),
      ("directlua", .forbidden(arguments: 1)), ("data", .forbidden(arguments: 2)),
    ]
  }
}
