import Testing

@Suite struct KotlinHighlightingTests {
  @Test(arguments: [
    Sample(
      #"‹keyword:fun› ‹function:main›() { ‹function:println›(‹string:"a ›‹variable:$name›‹string: ›‹escape:${›x ‹operator:+› ‹number:1›‹escape:}›‹string: $5"›) }"#
    ),
    Sample(
      "‹comment:/* a /* b */ c */› ‹keyword:val› x: ‹type:Int›‹operator:?› ‹operator:=› ‹constant:null›"),
    Sample("‹keyword:for› (i ‹keyword:in› ‹number:1›..‹number:9›) {}"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "kotlin") == sample.expected)
  }
}
