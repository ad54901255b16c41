/// LaTeX's accents on letters of text.
enum TextAccents {
  /// The combining character of each accent.
  static var all: [(StaticString, CommandMeaning)] {
    [
      ("'", .textAccent(0x301)), ("`", .textAccent(0x300)), ("^", .textAccent(0x302)),
      ("\"", .textAccent(0x308)), ("~", .textAccent(0x303)), ("=", .textAccent(0x304)),
      (".", .textAccent(0x307)), ("u", .textAccent(0x306)), ("v", .textAccent(0x30C)),
      ("H", .textAccent(0x30B)), ("c", .textAccent(0x327)), ("d", .textAccent(0x323)),
      ("b", .textAccent(0x331)), ("k", .textAccent(0x328)), ("r", .textAccent(0x30A)),
    ]
  }

  /// The one character for a letter with an accent; `nil` if the two must stand side by side.
  static func composed(_ letter: UInt32, _ accent: UInt32) -> UInt32? {
    guard let pairs = pairs(of: accent) else { return nil }
    return pairs.withUTF8Buffer { buffer in
      let bytes = Array(buffer)
      var index = 0
      while index < bytes.count {
        let plain = UTF8Decoder.scalar(in: bytes, at: index)
        let accented = UTF8Decoder.scalar(in: bytes, at: index + plain.length)
        if plain.scalar == letter { return accented.scalar }
        index += plain.length + accented.length
      }
      return nil
    }
  }

  private static func pairs(of accent: UInt32) -> StaticString? {
    switch accent {
    case 0x300: "aàeèiìoòuùnǹAÀEÈIÌOÒUÙNǸ"
    case 0x301: "aáeéiíoóuúyýcćnńsśzźlĺrŕgǵAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔGǴ"
    case 0x302: "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ"
    case 0x303: "aãnñoõiĩuũAÃNÑOÕIĨUŨ"
    case 0x304: "aāeēiīoōuūyȳAĀEĒIĪOŌUŪYȲ"
    case 0x306: "aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ"
    case 0x307: "cċeėgġzżIİCĊEĖGĠZŻ"
    case 0x308: "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ"
    case 0x30A: "aåuůAÅUŮ"
    case 0x30B: "oőuűOŐUŰ"
    case 0x30C: "cčdďeěnňrřsštťzžaǎiǐoǒuǔCČDĎEĚNŇRŘSŠTŤZŽAǍIǏOǑUǓ"
    case 0x323:
      "aạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓAẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒ"
    case 0x331: "bḇdḏhẖkḵlḻnṉrṟtṯzẕBḆDḎKḴLḺNṈRṞTṮZẔ"
    case 0x327: "cçsştţgģkķlļnņrŗCÇSŞTŢGĢKĶLĻNŅRŖ"
    case 0x328: "aąeęiįuųoǫAĄEĘIĮUŲOǪ"
    default: nil
    }
  }
}
