import Testing

@Suite struct GoHighlightingTests {
  @Test(arguments: [
    Sample("‹keyword:func› (s ‹operator:*›‹type:Server›) ‹function:Run›(n ‹type:int›) ‹type:error› {"),
    Sample(
      "fmt.‹function:Println›(‹string:\"a›‹escape:\\t›‹string:\"›, ‹function:len›(x), ‹string:`raw \\n›\n‹string:text`›)"
    ),
    Sample("r :‹operator:=› ‹string:'世'› ‹comment:// rune›"),
    Sample("‹keyword:type› ‹type:Pair› ‹keyword:struct› { next ‹operator:*›‹type:Pair›; n ‹type:float64› }"),
    Sample("x :‹operator:=› ‹number:0x1p-2› ‹operator:+› ‹number:1_000i›; ch ‹operator:<-› ‹constant:nil›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "go") == sample.expected)
  }
}
