/// Things set above, below and at the corners of others.
enum StackCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("overset", .stacked(.overset)), ("underset", .stacked(.underset)),
      ("stackrel", .stacked(.relation)), ("stackbin", .stacked(.binary)),
      ("overunderset", .stacked(.overUnder)), ("underoverset", .stacked(.underOver)),
      ("buildrel", .buildrel), ("sideset", .sideset), ("prescript", .prescript), ("substack", .substack),
      ("crampedsubstack", .substack), ("mathchoice", .choice), ("skew", .skew),
    ]
  }
}
