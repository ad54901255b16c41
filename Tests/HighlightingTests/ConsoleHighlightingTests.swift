import Testing

@Suite struct ConsoleHighlightingTests {
  @Test(arguments: [
    Sample("‹meta:$ ›‹function:ls› ‹attribute:-l›\ntotal 'for 4\n‹meta:# ›‹function:id›")
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "console") == sample.expected)
  }
}
