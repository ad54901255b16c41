/// Marks above and below.
///
/// For lines and wide hats the combining characters are used: they are the ones that grow with the fonts that have a
/// MATH table (the spacing ones stay short).
enum AccentCommands {
  static var all: [(StaticString, CommandMeaning)] { marks + wideMarks + limits }

  private static var marks: [(StaticString, CommandMeaning)] {
    [
      mark("hat", 0x2C6, combining: 0x302), mark("check", 0x2C7, combining: 0x30C),
      mark("tilde", 0x2DC, combining: 0x303), mark("bar", 0xAF, combining: 0x304),
      mark("acute", 0xB4, combining: 0x301), mark("grave", 0x60, combining: 0x300),
      mark("breve", 0x2D8, combining: 0x306), mark("dot", 0x2D9, combining: 0x307),
      mark("ddot", 0xA8, combining: 0x308), mark("dddot", 0x20DB, combining: 0x20DB),
      mark("ddddot", 0x20DC, combining: 0x20DC), mark("mathring", 0x2DA, combining: 0x30A),
      mark("vec", 0x2192, combining: 0x20D7),
      mark("Hat", 0x2C6, combining: 0x302, spoken: "hat"),
      mark("Check", 0x2C7, combining: 0x30C, spoken: "check"),
      mark("Tilde", 0x2DC, combining: 0x303, spoken: "tilde"),
      mark("Bar", 0xAF, combining: 0x304, spoken: "bar"),
      mark("Acute", 0xB4, combining: 0x301, spoken: "acute"),
      mark("Grave", 0x60, combining: 0x300, spoken: "grave"),
      mark("Breve", 0x2D8, combining: 0x306, spoken: "breve"),
      mark("Dot", 0x2D9, combining: 0x307, spoken: "dot"),
      mark("Ddot", 0xA8, combining: 0x308, spoken: "ddot"),
      mark("Vec", 0x2192, combining: 0x20D7, spoken: "vec"),
    ]
  }

  private static var wideMarks: [(StaticString, CommandMeaning)] {
    [
      wide("widehat", 0x302), wide("widecheck", 0x2C7), wide("widetilde", 0x7E),
      wide("overline", 0x332), wide("wideparen", 0x23DC), wide("overarc", 0x23DC),
      wide("overparen", 0x23DC), wide("overgroup", 0x23E0), wide("overlinesegment", 0x23B4),
      wide("overrightarrow", 0x2192), wide("overleftarrow", 0x2190), wide("overleftrightarrow", 0x2194),
      wide("Overrightarrow", 0x21D2), wide("Overleftarrow", 0x21D0), wide("overrightharpoon", 0x21C0),
      wide("overleftharpoon", 0x21BC), wide("overrightharpoondown", 0x21C1),
      wide("overleftharpoondown", 0x21BD),
      wide("underline", 0x332, isUnder: true), wide("underbar", 0x332, isUnder: true),
      wide("utilde", 0x7E, isUnder: true), wide("underparen", 0x23DD, isUnder: true),
      wide("underarc", 0x23DD, isUnder: true), wide("undergroup", 0x23E1, isUnder: true),
      wide("underlinesegment", 0x23B5, isUnder: true), wide("underrightarrow", 0x2192, isUnder: true),
      wide("underleftarrow", 0x2190, isUnder: true), wide("underleftrightarrow", 0x2194, isUnder: true),
      wide("underrightharpoon", 0x21C0, isUnder: true), wide("underleftharpoon", 0x21BC, isUnder: true),
      wide("overbrace", 0x23DE, takesLabels: true),
      wide("underbrace", 0x23DF, isUnder: true, takesLabels: true),
      wide("overbracket", 0x23B4, takesLabels: true),
      wide("underbracket", 0x23B5, isUnder: true, takesLabels: true),
    ]
  }

  /// The limits whose name carries a mark.
  private static var limits: [(StaticString, CommandMeaning)] {
    [
      ("varlimsup", .markedLimit(Accent(scalar: 0x332, isStretchy: true, name: "overline"))),
      ("varliminf", .markedLimit(Accent(scalar: 0x332, isStretchy: true, isUnder: true, name: "underline"))),
      (
        "varinjlim",
        .markedLimit(Accent(scalar: 0x2192, isStretchy: true, isUnder: true, name: "underrightarrow"))
      ),
      (
        "varprojlim",
        .markedLimit(Accent(scalar: 0x2190, isStretchy: true, isUnder: true, name: "underleftarrow"))
      ),
    ]
  }

  private static func mark(
    _ name: StaticString, _ scalar: UInt32, combining: UInt32, spoken: StaticString? = nil
  ) -> (StaticString, CommandMeaning) {
    (name, .accent(Accent(scalar: scalar, combining: combining, name: spoken ?? name)))
  }

  private static func wide(
    _ name: StaticString, _ scalar: UInt32, isUnder: Bool = false, takesLabels: Bool = false
  ) -> (StaticString, CommandMeaning) {
    let accent = Accent(
      scalar: scalar, isStretchy: true, isUnder: isUnder, takesLabels: takesLabels, name: name)
    return (name, .accent(accent))
  }
}
