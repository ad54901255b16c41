import Testing

@Suite struct JSONHighlightingTests {
  @Test(arguments: [
    Sample(
      #"{‹property:"a›‹escape:\n›‹property:b"›: ‹string:"c: "›, ‹property:"n"› : [‹number:-1.5e+3›, ‹constant:true›, ‹constant:null›]}"#
    ),
    Sample(
      "{‹property:key›: ‹string:'x›‹escape:\\'›‹string:y'›, ‹comment:// note›\n ‹comment:/* more */› ‹property:\"k›‹escape:\\\"›‹property:2\"›: ‹number:+1.›}"
    ),
    Sample("[‹string:\"open›\n‹number:1›]"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "json") == sample.expected)
  }
}
