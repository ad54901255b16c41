/// Frames, strokes, rules, phantoms and other boxes.
enum BoxCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("boxed", .decoration(.boxed)), ("fbox", .textBox(.boxed)), ("framebox", .textBox(.boxed)),
      ("bbox", .styledBox),
      ("colorbox", .colorBox(hasFrame: false)), ("fcolorbox", .colorBox(hasFrame: true)),
      ("cancel", .decoration(.cancel)), ("bcancel", .decoration(.backCancel)),
      ("xcancel", .decoration(.crossCancel)), ("sout", .decoration(.strike)), ("cancelto", .cancelTo),
      ("enclose", .enclose), ("angl", .decoration(.actuarial)), ("phase", .decoration(.phasor)),
      ("phantom", .decoration(.phantom)), ("hphantom", .decoration(.horizontalPhantom)),
      ("vphantom", .decoration(.verticalPhantom)), ("smash", .decoration(.smash)),
      ("mathrlap", .decoration(.rightLap)), ("rlap", .textBox(.rightLap)),
      ("mathllap", .decoration(.leftLap)), ("llap", .textBox(.leftLap)),
      ("mathclap", .decoration(.centerLap)), ("clap", .textBox(.centerLap)),
      ("textrlap", .textBox(.rightLap)), ("textllap", .textBox(.leftLap)),
      ("textclap", .textBox(.centerLap)), ("crampedrlap", .decoration(.rightLap)),
      ("crampedllap", .decoration(.leftLap)),
      ("crampedclap", .decoration(.centerLap)), ("strut", .strut), ("mathstrut", .strut),
      ("raisebox", .raised(.box)), ("raise", .raised(.up)), ("lower", .raised(.down)),
      ("rule", .rule(.raised)), ("Rule", .rule(.measured)), ("Space", .rule(.invisible)),
      ("vcenter", .classed(.ordinary)),
    ]
  }
}
