/// Alphabets as commands with an argument and as old switches.
enum AlphabetCommands {
  static var all: [(StaticString, CommandMeaning)] { withArgument + switches }

  private static var withArgument: [(StaticString, CommandMeaning)] {
    [
      ("mathnormal", .alphabet(.normal)), ("mathrm", .alphabet(.upright)), ("mathup", .alphabet(.upright)),
      ("mathit", .alphabet(.italic)), ("mathbf", .alphabet(.bold)), ("bold", .alphabet(.bold)),
      ("mathbfup", .alphabet(.bold)), ("mathbfit", .alphabet(.boldItalic)), ("mathcal", .alphabet(.script)),
      ("mathscr", .alphabet(.script)), ("mathbfcal", .alphabet(.boldScript)),
      ("mathbfscr", .alphabet(.boldScript)), ("mathfrak", .alphabet(.fraktur)), ("frak", .alphabet(.fraktur)),
      ("mathbffrak", .alphabet(.boldFraktur)), ("mathbb", .alphabet(.doubleStruck)),
      ("Bbb", .alphabet(.doubleStruck)), ("mathds", .alphabet(.doubleStruck)),
      ("mathbbm", .alphabet(.doubleStruck)), ("mathsf", .alphabet(.sansSerif)),
      ("mathsfup", .alphabet(.sansSerif)), ("mathsfit", .alphabet(.sansSerifItalic)),
      ("mathbfsf", .alphabet(.sansSerifBold)), ("mathbfsfup", .alphabet(.sansSerifBold)),
      ("mathbfsfit", .alphabet(.sansSerifBoldItalic)), ("mathtt", .alphabet(.monospace)),
      ("symnormal", .alphabet(.normal)), ("symrm", .alphabet(.upright)), ("symup", .alphabet(.upright)),
      ("symit", .alphabet(.italic)), ("symbf", .alphabet(.bold)), ("symbfup", .alphabet(.bold)),
      ("symbfit", .alphabet(.boldItalic)), ("symcal", .alphabet(.script)), ("symscr", .alphabet(.script)),
      ("symbfcal", .alphabet(.boldScript)), ("symbfscr", .alphabet(.boldScript)),
      ("symfrak", .alphabet(.fraktur)), ("symbffrak", .alphabet(.boldFraktur)),
      ("symbb", .alphabet(.doubleStruck)), ("symsf", .alphabet(.sansSerif)),
      ("symsfup", .alphabet(.sansSerif)), ("symsfit", .alphabet(.sansSerifItalic)),
      ("symbfsf", .alphabet(.sansSerifBold)), ("symbfsfup", .alphabet(.sansSerifBold)),
      ("symbfsfit", .alphabet(.sansSerifBoldItalic)), ("symtt", .alphabet(.monospace)),
      ("boldsymbol", .emboldened), ("bm", .emboldened), ("pmb", .emboldened),
    ]
  }

  private static var switches: [(StaticString, CommandMeaning)] {
    [
      ("rm", .alphabetSwitch(.upright)), ("it", .alphabetSwitch(.italic)), ("bf", .alphabetSwitch(.bold)),
      ("sf", .alphabetSwitch(.sansSerif)), ("tt", .alphabetSwitch(.monospace)),
      ("sl", .alphabetSwitch(.italic)), ("cal", .alphabetSwitch(.script)), ("scr", .alphabetSwitch(.script)),
      ("mit", .alphabetSwitch(.normal)), ("rmfamily", .alphabetSwitch(.upright)),
      ("sffamily", .alphabetSwitch(.sansSerif)), ("ttfamily", .alphabetSwitch(.monospace)),
      ("bfseries", .alphabetSwitch(.bold)), ("itshape", .alphabetSwitch(.italic)),
      ("upshape", .alphabetSwitch(.upright)), ("normalfont", .alphabetSwitch(.normal)),
    ]
  }
}
