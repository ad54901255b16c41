/// An accent command: `\"`, `\c`.
struct TeXAccent {
  /// The combining character.
  let mark: Unicode.Scalar
  /// How the accent is shown over nothing: `\~{}`.
  let ownForm: Unicode.Scalar

  /// Accents whose name is no letter.
  static let bySign: [Unicode.Scalar: TeXAccent] = [
    "`": TeXAccent(mark: "\u{300}", ownForm: "`"), "'": TeXAccent(mark: "\u{301}", ownForm: "´"),
    "^": TeXAccent(mark: "\u{302}", ownForm: "^"), "~": TeXAccent(mark: "\u{303}", ownForm: "~"),
    "=": TeXAccent(mark: "\u{304}", ownForm: "¯"), ".": TeXAccent(mark: "\u{307}", ownForm: "˙"),
    "\"": TeXAccent(mark: "\u{308}", ownForm: "¨"),
  ]

  /// Accents whose name is a letter.
  static let byLetter: [String: TeXAccent] = [
    "u": TeXAccent(mark: "\u{306}", ownForm: "˘"), "h": TeXAccent(mark: "\u{309}", ownForm: "ˀ"),
    "r": TeXAccent(mark: "\u{30A}", ownForm: "˚"), "H": TeXAccent(mark: "\u{30B}", ownForm: "˝"),
    "v": TeXAccent(mark: "\u{30C}", ownForm: "ˇ"), "G": TeXAccent(mark: "\u{30F}", ownForm: "‶"),
    "d": TeXAccent(mark: "\u{323}", ownForm: "."), "c": TeXAccent(mark: "\u{327}", ownForm: "¸"),
    "k": TeXAccent(mark: "\u{328}", ownForm: "˛"), "b": TeXAccent(mark: "\u{331}", ownForm: "ˍ"),
    "t": TeXAccent(mark: "\u{361}", ownForm: "⁀"),
  ]
}

/// Commands of LaTeX's text mode that stand for themselves.
enum TeXSigns {
  /// Characters by the names of their commands.
  static let signs: [String: String] = [
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "pounds": "£", "copyright": "©",
    "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "slash": "/",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textquotedbl": "\"", "guillemotleft": "«", "guillemotright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "textbraceleft": "{",
    "textbraceright": "}", "textdollar": "$", "lbrace": "{", "rbrace": "}",
    "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "textdegree": "°", "textmu": "µ",
    "textbullet": "•", "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿",
    "texteuro": "€", "euro": "€", "textsection": "§", "textparagraph": "¶", "textdagger": "†",
    "textdaggerdbl": "‡", "textordfeminine": "ª", "textordmasculine": "º", "texttimes": "×",
    "textpm": "±", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textrightarrow": "→", "textleftarrow": "←", "textcelsius": "℃", "textnumero": "№",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "XeTeX": "XeTeX",
  ]

  /// Commands that only change how their words look, or nothing at all.
  static let passedOver: Set<String> = [
    "text", "textrm", "textsf", "texttt", "textsc", "textnormal", "textup", "textmd", "mbox", "hbox", "fbox",
    "rm", "sf", "tt", "sc", "normalfont", "rmfamily", "sffamily", "ttfamily", "scshape", "upshape",
    "mdseries", "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE",
    "huge",
    "textsuperscript", "textsubscript", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase",
    "protect", "relax", "noindent", "break", "nobreak", "allowbreak", "nolinebreak", "penalty", "null",
    "bibstring", "mkbibemph", "mkbibbold", "thinspace", "left", "right",
  ]
}

/// Web addresses in fields.
enum TeXAddress {
  /// An address as browsers want it: TeX's backslashes before signs and braces are gone, nothing else is read as TeX.
  static func read(_ written: some Collection<UInt8>) -> String {
    var address: [UInt8] = []
    var isEscaped = false
    for byte in written {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      if isEscaped, !ASCII.isPunctuation(byte) { address.append(UInt8(ascii: "\\")) }
      if isEscaped || (byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}")) {
        if !ASCII.isSpace(byte) { address.append(byte) }
      }
      isEscaped = false
    }
    return String(decoding: address, as: UTF8.self)
  }
}
