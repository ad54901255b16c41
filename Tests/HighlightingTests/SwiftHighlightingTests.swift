import Testing

@Suite struct SwiftHighlightingTests {
  @Test(arguments: [
    Sample("‹keyword:let› x ‹operator:=› ‹number:1_000›"),
    Sample("‹comment:/* a /* b */ c */› ‹keyword:var› y"),
    Sample("‹keyword:func› ‹function:map›‹operator:<›T‹operator:>›(_ f: ‹type:Int›)"),
    Sample(
      #"‹string:"a›‹escape:\(›‹function:f›(x) ‹operator:+› ‹string:"›‹escape:\(›y‹escape:)›‹string:"›‹escape:)›‹string:b"›"#
    ),
    Sample(##"‹string:#"raw \n "x" ›‹escape:\#(›x‹escape:)›‹string: ›‹escape:\#n›‹string:"#›"##),
    Sample("‹string:\"\"\"›\n‹string:  say \"hi\"›\n‹string:  \"\"\"›"),
    Sample("‹string:#\"\"\"›\n‹string:\"\"\" ›\n‹string:\"\"\"#› ‹operator:+› ‹number:1›"),
    Sample("‹meta:@Test› ‹keyword:func› ‹function:adds›() {}"),
    Sample("‹meta:#if› DEBUG"),
    Sample("‹meta:#expect›(a ‹operator:==› b)"),
    Sample("‹keyword:for› i ‹keyword:in› ‹number:0›...‹number:5› {}"),
    Sample("x ‹operator:=› ‹number:0x1.8p-3› ‹operator:+› ‹number:0b1010›"),
    Sample("‹constant:self›.‹function:init›(‹type:Color›.red)"),
    Sample("‹keyword:var› `class` ‹operator:=› view.type"),
    Sample("‹string:\"open›\n‹keyword:return› ‹constant:nil› ‹comment:// done›"),
    Sample("‹keyword:struct› ‹type:Point›: ‹type:Sendable› { ‹keyword:var› size: ‹type:CGFloat› }"),
    Sample("xs.map { ‹variable:$0›.name }"),
    Sample(#"‹string:"›‹escape:\u{1F600}›‹string: ok"›"#),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "swift") == sample.expected)
  }
}
