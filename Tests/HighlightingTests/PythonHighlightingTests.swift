import Testing

@Suite struct PythonHighlightingTests {
  @Test(arguments: [
    Sample("‹keyword:def› ‹function:area›(r: ‹type:float›) ‹operator:->› ‹type:float›:"),
    Sample("‹keyword:class› ‹type:model›(‹type:Base›): ‹keyword:pass›"),
    Sample(#"‹meta:@app.route›(‹string:"/"›)"#),
    Sample("y ‹operator:=› A ‹operator:@› B"),
    Sample(#"x ‹operator:=› ‹string:r"\d\""›"#),
    Sample(
      #"‹string:f"›‹escape:{›x‹operator:!›r:‹operator:>›{w}‹escape:}›‹string: of ›‹escape:{{›‹string:"›"#),
    Sample("‹string:\"\"\"two›\n‹string:\"lines\"›‹escape:\\n›‹string:\"\"\"›"),
    Sample(#"‹string:rb'\n'› ‹string:'don›‹escape:\'›‹string:t'›"#),
    Sample(
      "n ‹operator:=› ‹number:1_000.5e-3› ‹operator:+› ‹number:0xFF› ‹operator:-› ‹number:2j› ‹operator:*› ‹number:.5› ‹operator:+› ‹number:1.›"
    ),
    Sample("s ‹operator:=› ‹string:'open›\n‹keyword:return› ‹constant:None›"),
    Sample("re.‹function:match›(p) ‹comment:# why›"),
    Sample("‹keyword:match› point:\n  ‹keyword:case› (x, y): ‹function:print›(x)"),
    Sample("match ‹operator:=› x.print"),
    Sample("变量 ‹operator:=› ‹string:'值'›"),
    Sample(#"‹string:f"a ›‹escape:{›d[‹string:"k"›]‹escape:}›‹string:"›"#),
    Sample("‹string:f\"›‹escape:{›x\n‹keyword:if› y"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "python") == sample.expected)
  }
}
