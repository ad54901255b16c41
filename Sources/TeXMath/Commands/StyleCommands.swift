/// Sizes and colours.
enum StyleCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("displaystyle", .styleSwitch(Style(displayStyle: true, scriptLevel: 0))),
      ("textstyle", .styleSwitch(Style(displayStyle: false, scriptLevel: 0))),
      ("scriptstyle", .styleSwitch(Style(displayStyle: false, scriptLevel: 1))),
      ("scriptscriptstyle", .styleSwitch(Style(displayStyle: false, scriptLevel: 2))),
      ("tiny", size(50)), ("Tiny", size(50)), ("SMALL", size(80)), ("scriptsize", size(70)),
      ("footnotesize", size(80)), ("small", size(90)),
      ("normalsize", size(100)), ("large", size(120)), ("Large", size(144)), ("LARGE", size(173)),
      ("huge", size(207)), ("Huge", size(249)),
      ("color", .colorSwitch), ("textcolor", .colored), ("definecolor", .defineColor),
    ]
  }

  private static func size(_ percent: UInt16) -> CommandMeaning {
    .styleSwitch(Style(sizePercent: percent))
  }
}
