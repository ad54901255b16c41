import Testing

@Suite struct JavaScriptHighlightingTests {
  @Test(arguments: [
    Sample(#"‹keyword:const› re ‹operator:=› ‹regexp:/[/"]+\/x/gi›.‹function:test›(s)"#),
    Sample("‹keyword:return› ‹regexp:/a/›"),
    Sample("a ‹operator:/› b ‹operator:/› c"),
    Sample("‹function:f›(x) ‹operator:/› ‹number:2› ‹operator:/› y[‹number:0›] ‹operator:/› ‹number:3›"),
    Sample(
      "‹string:`a ›‹escape:${›{b: ‹string:`›‹escape:${›c‹escape:}›‹string:`›}.b‹escape:}›‹string: d›\n‹string:e`›"
    ),
    Sample(
      "‹keyword:class› ‹type:A› ‹keyword:extends› ‹type:Base› { ‹keyword:static› ‹keyword:async› ‹function:load›() {} }"
    ),
    Sample(
      "‹keyword:function› ‹function:$go›() { ‹keyword:return› ‹constant:this›.default ‹operator:??› ‹constant:null› }"
    ),
    Sample("x ‹operator:=› {type: ‹number:1›, of: ‹number:2n›, ...rest}"),
    Sample("‹keyword:for› (‹keyword:const› k ‹keyword:of› ks) {}"),
    Sample("‹string:'it›‹escape:\\'›‹string:s'› ‹operator:+› ‹string:\"open›\n‹keyword:let› y"),
    Sample("‹comment:/* a */› n ‹operator:=› ‹number:0xFF_FF› ‹operator:+› ‹number:.5e3›"),
    Sample(
      #"‹keyword:return› ‹operator:<›p className‹operator:=›‹string:"a"›‹operator:>›{x}‹operator:</›p‹operator:>›"#
    ),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "js") == sample.expected)
  }
}
