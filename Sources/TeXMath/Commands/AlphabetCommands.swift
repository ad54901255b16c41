/// Alphabets as commands with an argument and as old switches.
enum AlphabetCommands {
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("mathnormal", .alphabet(.normal)), ("mathrm", .alphabet(.upright)), ("mathup", .alphabet(.upright)),
      ("mathit", .alphabet(.italic)), ("mathbf", .alphabet(.bold)), ("bold", .alphabet(.bold)),
      ("mathbfup", .alphabet(.bold)), ("mathbfit", .alphabet(.boldItalic)), ("mathcal", .alphabet(.script)),
      ("mathscr", .alphabet(.script)), ("mathbfscr", .alphabet(.boldScript)),
      ("mathfrak", .alphabet(.fraktur)),
      ("frak", .alphabet(.fraktur)), ("mathbb", .alphabet(.doubleStruck)), ("Bbb", .alphabet(.doubleStruck)),
      ("mathsf", .alphabet(.sansSerif)), ("mathtt", .alphabet(.monospace)), ("boldsymbol", .emboldened),
      ("bm", .emboldened), ("pmb", .emboldened), ("mathds", .alphabet(.doubleStruck)),
      ("rm", .alphabetSwitch(.upright)), ("it", .alphabetSwitch(.italic)), ("bf", .alphabetSwitch(.bold)),
      ("sf", .alphabetSwitch(.sansSerif)), ("tt", .alphabetSwitch(.monospace)),
      ("cal", .alphabetSwitch(.script)), ("mit", .alphabetSwitch(.normal)),
    ]
  }
}
