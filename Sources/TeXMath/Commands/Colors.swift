/// The colours that have a name: LaTeX's own, those of its `dvipsnames`, and those of CSS that LaTeX has not.
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

  /// A share of one colour, in thousandths of a percent, filled up with another one.
  static func mixed(_ first: UInt32, share: Int, with second: UInt32) -> UInt32 {
    var result: UInt32 = 0
    for shift: UInt32 in [16, 8, 0] {
      let level = Int(first >> shift & 0xFF) * share + Int(second >> shift & 0xFF) * (100_000 - share)
      result = result << 8 | UInt32(truncatingIfNeeded: (level + 50_000) / 100_000)
    }
    return result
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
    aliceblue F0F8FF antiquewhite FAEBD7 aqua 00FFFF aquamarine 7FFFD4 azure F0FFFF beige F5F5DC
    bisque FFE4C4 blanchedalmond FFEBCD blueviolet 8A2BE2 burlywood DEB887 cadetblue 5F9EA0 chartreuse 7FFF00
    chocolate D2691E coral FF7F50 cornflowerblue 6495ED cornsilk FFF8DC crimson DC143C darkblue 00008B
    darkcyan 008B8B darkgoldenrod B8860B darkgreen 006400 darkgrey A9A9A9 darkkhaki BDB76B darkmagenta 8B008B
    darkolivegreen 556B2F darkorange FF8C00 darkorchid 9932CC darkred 8B0000 darksalmon E9967A
    darkseagreen 8FBC8F darkslateblue 483D8B darkslategray 2F4F4F darkslategrey 2F4F4F darkturquoise 00CED1
    darkviolet 9400D3 deeppink FF1493 deepskyblue 00BFFF dimgray 696969 dimgrey 696969 dodgerblue 1E90FF
    firebrick B22222 floralwhite FFFAF0 forestgreen 228B22 fuchsia FF00FF gainsboro DCDCDC ghostwhite F8F8FF
    gold FFD700 goldenrod DAA520 greenyellow ADFF2F honeydew F0FFF0 hotpink FF69B4 indianred CD5C5C
    indigo 4B0082 ivory FFFFF0 khaki F0E68C lavender E6E6FA lavenderblush FFF0F5 lawngreen 7CFC00
    lemonchiffon FFFACD lightblue ADD8E6 lightcoral F08080 lightcyan E0FFFF lightgoldenrodyellow FAFAD2
    lightgreen 90EE90 lightgrey D3D3D3 lightpink FFB6C1 lightsalmon FFA07A lightseagreen 20B2AA
    lightskyblue 87CEFA lightslategray 778899 lightslategrey 778899 lightsteelblue B0C4DE lightyellow FFFFE0
    limegreen 32CD32 linen FAF0E6 maroon 800000 mediumaquamarine 66CDAA mediumblue 0000CD mediumorchid BA55D3
    mediumpurple 9370DB mediumseagreen 3CB371 mediumslateblue 7B68EE mediumspringgreen 00FA9A
    mediumturquoise 48D1CC mediumvioletred C71585 midnightblue 191970 mintcream F5FFFA mistyrose FFE4E1
    moccasin FFE4B5 navajowhite FFDEAD navy 000080 oldlace FDF5E6 olivedrab 6B8E23 orangered FF4500
    orchid DA70D6 palegoldenrod EEE8AA palegreen 98FB98 paleturquoise AFEEEE palevioletred DB7093
    papayawhip FFEFD5 peachpuff FFDAB9 peru CD853F plum DDA0DD powderblue B0E0E6 rebeccapurple 663399
    rosybrown BC8F8F royalblue 4169E1 saddlebrown 8B4513 salmon FA8072 sandybrown F4A460 seagreen 2E8B57
    seashell FFF5EE sienna A0522D silver C0C0C0 skyblue 87CEEB slateblue 6A5ACD slategray 708090
    slategrey 708090 snow FFFAFA springgreen 00FF7F steelblue 4682B4 tan D2B48C thistle D8BFD8 tomato FF6347
    turquoise 40E0D0 wheat F5DEB3 whitesmoke F5F5F5 yellowgreen 9ACD32
    """
}
