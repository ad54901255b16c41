import Testing

@Suite struct INIHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹comment:; note›\n‹tag:[core]›\n‹property:my› ‹property:path› ‹operator:=› /a/b#c ‹comment:# why›"),
    Sample(
      "‹property:url›‹operator:=›http://x;y\n‹property:on›‹operator:=›‹constant:Yes›\n‹property:n›‹operator::›‹number:-1.5›\n‹property:s›‹operator:=›‹string:\"a b\"›"
    ),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "ini") == sample.expected)
  }
}
