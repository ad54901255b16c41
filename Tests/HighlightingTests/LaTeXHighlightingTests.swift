import Testing

@Suite struct LaTeXHighlightingTests {
  @Test(arguments: [
    Sample(#"‹keyword:\section*›{A ‹escape:\%› b} ‹comment:% note›"#),
    Sample(#"‹string:$a›‹operator:_›‹string:1 + ›‹keyword:\frac›‹string:{1}{2}$› is 5"#),
    Sample(#"‹keyword:\begin›‹tag:{align}› x ‹operator:&› y ‹escape:\\› ‹keyword:\end›‹tag:{align}›"#),
    Sample(#"‹string:\[ x ›‹operator:^›‹string:2 \]› text ‹string:$$y$$›"#),
    Sample("‹keyword:\\begin›‹tag:{verbatim}›\n‹string:$ \\x % y›\n‹keyword:\\end›‹tag:{verbatim}› z"),
    Sample("cost ‹string:$5 and›\n\nplain ‹variable:#1› ‹string:\\verb|$%|›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "latex") == sample.expected)
  }
}
