extension InputFamily {
  static let emphasis = [
    InputFamily("emphasis opened", repeat: "*a "),
    InputFamily("emphasis closed", repeat: "a* "),
    InputFamily("emphasis nested") { nested("*a ", "b", " c*", $0) },
    InputFamily("strong emphasis nested") { nested("**a ", "b", " c**", $0) },
    InputFamily("emphasis of both kinds opened", repeat: "*a _b "),
    InputFamily("emphasis of both kinds crossed", repeat: "*a _b* c_ "),
    InputFamily("runs of three", repeat: "a***b"),
    InputFamily("a long run of stars") { repeated("*", $0) + "\n" },
    InputFamily("a long run of stars opens and closes") { size in
      repeated("*", size / 2) + "a" + repeated("*", size / 2) + "\n"
    },
    InputFamily("runs of many lengths", numbered: { "a" + String(repeating: "*", count: $0 % 50 + 1) }),
    InputFamily("underscores inside words", repeat: "a_b"),
    InputFamily("stars beside Chinese punctuation", repeat: "“**重点。**”"),
    InputFamily("stars opened beside Chinese punctuation", repeat: "字**，"),
    InputFamily("single Chinese characters between stars", repeat: "。**"),
    InputFamily("strikethrough opened", repeat: "~~a "),
    InputFamily("strikethrough closed", repeat: "a~~ "),
    InputFamily("marks opened, strikethrough closed") { halves("==a ", "a~~ ", $0) },
    InputFamily("strikethrough opened, marks closed") { halves("~~a ", "a== ", $0) },
    InputFamily("marks and strikethrough nested") { nested("==a ~~b ", "c", " d~~ e==", $0) },
    InputFamily("marks and strikethrough crossed", repeat: "==a ~~b== c~~ "),
    InputFamily("marks in emphasis that is not closed", repeat: "*==a "),
    InputFamily("a long run of tildes") { repeated("~", $0) + " a\n" },
    InputFamily("a long run of equals signs") { "a " + repeated("=", $0) + "\n" },
  ]

  static let code = [
    InputFamily(
      "backtick runs of growing lengths", numbered: { String(repeating: "`", count: $0 + 1) + "a" }),
    InputFamily("backtick runs of falling lengths") { size in
      let runs = Int(Double(2 * size).squareRoot())
      return (0..<runs).map { String(repeating: "`", count: runs - $0) + "a" }.joined()
    },
    InputFamily("backticks opened in twos, closed in ones") { halves("``a", "`b", $0) },
    InputFamily("code spans", repeat: "`a` "),
    InputFamily("code spans over lines", repeat: "`a\nb` "),
    InputFamily("code spans in code spans", repeat: "`` a ` b `` "),
    InputFamily("a long run of backticks") { "a " + repeated("`", $0) + "\n" },
  ]

  static let html = [
    InputFamily("angle brackets", repeat: "<"),
    InputFamily("tags opened", repeat: "<a "),
    InputFamily("tags with a value opened", repeat: "<a b=\""),
    InputFamily("tags with values opened in both quotes", repeat: "<a b='<a c=\""),
    InputFamily("a tag with many attributes, opened") { "a <b" + repeated(" c", $0) + "\n" },
    InputFamily("a tag with many spaces, opened") { "a <b" + repeated(" ", $0) + "c\n" },
    InputFamily("inline tags", repeat: "<b>a</b>"),
    InputFamily("inline tags that are not closed", repeat: "<b>"),
    InputFamily("inline tags that are not closed, and links", repeat: "<b>[c](d) "),
    InputFamily("comments opened", repeat: "a <!-- b "),
    InputFamily("comments opened as blocks", repeat: "<!-- a\n"),
    InputFamily("comments with hyphens", repeat: "a <!--b--c"),
    InputFamily("CDATA sections opened", repeat: "a <![CDATA[ "),
    InputFamily("instructions opened", repeat: "a <? "),
    InputFamily("declarations opened", repeat: "a <!A "),
    InputFamily("openers of all kinds", repeat: "a <!-- <![CDATA[ <? <!A <b c=' <d:e "),
    InputFamily("HTML blocks ended by blank lines", repeat: "<div>\n\n"),
    InputFamily("HTML blocks that are not closed, and links", repeat: "<div>\n\n[a](b)\n\n"),
    InputFamily("HTML blocks that are not ended", repeat: "<script>\na\n"),
    InputFamily("anchors opened and addresses", repeat: "<a href=b> www.c.de "),
    InputFamily("addresses in angle brackets", repeat: "<http://a.b> "),
    InputFamily("addresses in angle brackets, opened", repeat: "<http://a.b"),
    InputFamily("e-mail addresses in angle brackets, opened", repeat: "<a@b.c.d.e"),
  ]
}
