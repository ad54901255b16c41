/// Arrows that grow with their labels.
enum ArrowCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("xrightarrow", .extensibleArrow(0x2192)), ("xleftarrow", .extensibleArrow(0x2190)),
      ("xleftrightarrow", .extensibleArrow(0x2194)), ("xRightarrow", .extensibleArrow(0x21D2)),
      ("xLeftarrow", .extensibleArrow(0x21D0)), ("xLeftrightarrow", .extensibleArrow(0x21D4)),
      ("xlongrightarrow", .extensibleArrow(0x27F6)), ("xlongleftarrow", .extensibleArrow(0x27F5)),
      ("xLongrightarrow", .extensibleArrow(0x27F9)), ("xLongleftarrow", .extensibleArrow(0x27F8)),
      ("xhookrightarrow", .extensibleArrow(0x21AA)), ("xhookleftarrow", .extensibleArrow(0x21A9)),
      ("xmapsto", .extensibleArrow(0x21A6)), ("xrightharpoonup", .extensibleArrow(0x21C0)),
      ("xrightharpoondown", .extensibleArrow(0x21C1)), ("xleftharpoonup", .extensibleArrow(0x21BC)),
      ("xleftharpoondown", .extensibleArrow(0x21BD)), ("xrightleftharpoons", .extensibleArrow(0x21CC)),
      ("xleftrightharpoons", .extensibleArrow(0x21CB)), ("xrightequilibrium", .extensibleArrow(0x21CC)),
      ("xleftequilibrium", .extensibleArrow(0x21CB)), ("xrightleftarrows", .extensibleArrow(0x21C4)),
      ("xleftrightarrows", .extensibleArrow(0x21C6)), ("xtofrom", .extensibleArrow(0x21C4)),
      ("xtwoheadrightarrow", .extensibleArrow(0x21A0)), ("xtwoheadleftarrow", .extensibleArrow(0x219E)),
      ("xlongequal", .extensibleArrow(0x3D)),
    ]
  }
}
