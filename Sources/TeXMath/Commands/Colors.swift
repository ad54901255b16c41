/// The colours that have a name: LaTeX's own and those of its `dvipsnames`.
enum Colors {
  static let table: NameTable<UInt32> = {
    var table = NameTable<UInt32>()
    var name: [UInt8] = []
    forEachWord(of: names) { word in
      if name.isEmpty {
        name = word
      } else {
        table.insert(name, hexadecimal(word) ?? 0)
        name = []
      }
    }
    return table
  }()

  /// The value of six hexadecimal digits, or of three that each stand for two.
  static func hexadecimal(_ digits: [UInt8]) -> UInt32? {
    guard digits.count == 6 || digits.count == 3 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte) - 0x30
      case 0x41...0x46: digit = UInt32(byte) - 0x41 + 10
      case 0x61...0x66: digit = UInt32(byte) - 0x61 + 10
      default: return nil
      }
      value = value << 4 | digit
      if digits.count == 3 { value = value << 4 | digit }
    }
    return value
  }

  private static let names: StaticString = """
    black 000000 blue 0000FF brown BF8040 cyan 00FFFF darkgray 404040 gray 808080 green 00FF00 lightgray BFBFBF
    lime BFFF00 magenta FF00FF olive 808000 orange FF8000 pink FFBFBF purple BF0040 red FF0000 teal 008080
    violet 800080 white FFFFFF yellow FFFF00 grey 808080
    Apricot FBB982 Aquamarine 00B5BE Bittersweet C04F17 Black 221E1F Blue 2D2F92 BlueGreen 00B3B8
    BlueViolet 473992 BrickRed B6321C Brown 792500 BurntOrange F7921D CadetBlue 74729A CarnationPink F282B4
    Cerulean 00A2E3 CornflowerBlue 41B0E4 Cyan 00AEEF Dandelion FDBC42 DarkOrchid A4538A Emerald 00A99D
    ForestGreen 009B55 Fuchsia 8C368C Goldenrod FFDF42 Gray 949698 Green 00A64F GreenYellow DFE674
    JungleGreen 00A99A Lavender F49EC4 LimeGreen 8DC73E Magenta EC008C Mahogany A9341F Maroon AF3235
    Melon F89E7B MidnightBlue 006795 Mulberry A93C93 NavyBlue 006EB8 OliveGreen 3C8031 Orange F58137
    OrangeRed ED135A Orchid AF72B0 Peach F7965A Periwinkle 7977B8 PineGreen 008B72 Plum 92268F
    ProcessBlue 00B0F0 Purple 99479B RawSienna 974006 Red ED1B23 RedOrange F26035 RedViolet A1246B
    Rhodamine EF559F RoyalBlue 0071BC RoyalPurple 613F99 RubineRed ED017D Salmon F69289 SeaGreen 3FBC9D
    Sepia 671800 SkyBlue 46C5DD SpringGreen C6DC67 Tan DA9D76 TealBlue 00AEB3 Thistle D883B7 Turquoise 00B4CE
    Violet 58429B VioletRed EF58A0 White FFFFFF WildStrawberry EE2967 Yellow FFF200 YellowGreen 98CC70
    YellowOrange FAA21A
    """
}
