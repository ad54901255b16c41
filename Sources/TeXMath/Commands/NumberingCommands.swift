/// Labels, tags and references to equations.
enum NumberingCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("label", .label), ("tag", .tag), ("notag", .noNumber), ("nonumber", .noNumber),
      ("ref", .reference(parenthesized: false)), ("eqref", .reference(parenthesized: true)),
    ]
  }
}
