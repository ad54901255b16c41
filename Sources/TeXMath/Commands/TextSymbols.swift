/// Signs with a name of LaTeX's text (`textcomp`), which formulas may use as well.
enum TextSymbols {
  static let all: StaticString = """
    textdollar $ textunderscore _ textasciitilde ~ textasciicircum ^ textbar | textbardbl ‖ textbraceleft {
    textbraceright } textless < textgreater > textellipsis … textemdash — textendash – textquoteleft ‘
    textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' textbullet • textperiodcentered ·
    textsection § textparagraph ¶ textdagger † textdaggerdbl ‡ textcopyright © textregistered ®
    texttrademark ™ textservicemark ℠ textdegree ° textcelsius ℃ textmu µ textohm Ω textmho ℧ textpm ±
    texttimes × textdiv ÷ textminus − textlnot ¬ textfractionsolidus ⁄ textonehalf ½ textonequarter ¼
    textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textsterling £ texteuro €
    textyen ¥ textcent ¢ textcurrency ¤ textflorin ƒ textwon ₩ textlira ₤ textdong ₫ textpeso ₱ textnaira ₦
    textguarani ₲ textbaht ฿ textcolonmonetary ₡ textperthousand ‰ textpertenthousand ‱ textnumero №
    textestimated ℮ textrecipe ℞ textreferencemark ※ textordfeminine ª textordmasculine º textexclamdown ¡
    textquestiondown ¿ textinterrobang ‽ textbrokenbar ¦ textvisiblespace ␣ textasteriskcentered ∗
    textopenbullet ◦ textbigcircle ◯ textmusicalnote ♪ textlangle ⟨ textrangle ⟩ textlbrackdbl ⟦
    textrbrackdbl ⟧ textlquill ⁅ textrquill ⁆ textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓
    textsurd √ textborn ★ textdied † textmarried ⚭ textdivorced ⚮ textcopyleft 🄯 textcircledP ℗
    textacutedbl ˝ textgravedbl ˵ textasciiacute ´ textasciigrave ` textasciibreve ˘ textasciicaron ˇ
    textasciidieresis ¨ textasciimacron ¯ texttildelow ˷
    """
}
