/// Signs that open and close.
enum DelimiterSymbols {
  static let openers: StaticString = """
    { { lbrace { lbrack [ lparen ( langle ⟨ lang ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰
    llbracket ⟦ lBrack ⟦ lBrace ⦃ ulcorner ⌜ llcorner ⌞ lAngle ⟪ llangle ⟪ llparenthesis ⦇ lbag ⟅
    """
  static let closers: StaticString = """
    } } rbrace } rbrack ] rparen ) rangle ⟩ rang ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱
    rrbracket ⟧ rBrack ⟧ rBrace ⦄ urcorner ⌝ lrcorner ⌟ rAngle ⟫ rrangle ⟫ rrparenthesis ⦈ rbag ⟆
    """
}
