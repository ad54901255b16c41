import Testing

@Suite struct CHighlightingTests {
  @Test(arguments: [
    Sample("‹meta:#include› ‹string:<vector>›"),
    Sample(#"‹meta:#include› ‹string:"a.h"›"#),
    Sample("  ‹meta:#  define› ‹function:MAX›(a) \\\n    ((a) ‹operator:<› ‹number:10›)"),
    Sample(#"‹keyword:auto› s ‹operator:=› ‹string:R"x(a )" b\)x"›;"#),
    Sample(#"‹type:char› c ‹operator:=› ‹string:'›‹escape:\n›‹string:'›, d ‹operator:=› ‹string:L'é'›;"#),
    Sample(
      "‹type:double› n ‹operator:=› ‹number:1'000'000.5e+3f› ‹operator:+› ‹number:0x1.8p3› ‹operator:+› ‹number:10ull›;"
    ),
    Sample("‹comment:/* not /* nested */› x ‹operator:*/› y"),
    Sample(
      "‹keyword:template› ‹operator:<›‹keyword:typename› T‹operator:>› ‹keyword:struct› ‹type:box› { ‹type:Node› ‹operator:*›next; };"
    ),
    Sample(
      "std::‹type:vector›‹operator:<›‹type:int›‹operator:>› v{‹number:1›, ‹number:2›}; ‹function:run›(v)"),
    Sample(#"‹string:"a›‹escape:\x41\0›‹string: b"›"#),
    Sample("‹keyword:if› (p ‹operator:!=› ‹constant:nullptr›) ‹keyword:return› ‹comment:// see below›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "cpp") == sample.expected)
  }
}
