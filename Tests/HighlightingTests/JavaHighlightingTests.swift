import Testing

@Suite struct JavaHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹meta:@Override›\n‹keyword:public› ‹type:String› ‹function:name›() { ‹keyword:return› ‹string:\"x›‹escape:\\n›‹string:\"›; }"
    ),
    Sample("‹keyword:var› text ‹operator:=› ‹string:\"\"\"›\n‹string:  say \"hi\"›\n‹string:  \"\"\"›;"),
    Sample("‹keyword:record› ‹type:Point›(‹type:int› x, ‹type:double› y) {}"),
    Sample(
      #"‹type:char› c ‹operator:=› ‹string:'›‹escape:\u0041›‹string:'›; ‹type:long› n ‹operator:=› ‹number:1_000L› ‹operator:>>>› ‹number:2›;"#
    ),
    Sample("‹keyword:new› ‹type:ArrayList›‹operator:<>›() ‹keyword:instanceof› x"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "java") == sample.expected)
  }
}
