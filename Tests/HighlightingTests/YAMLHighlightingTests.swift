import Testing

@Suite struct YAMLHighlightingTests {
  @Test(arguments: [
    Sample("‹property:name›: a b ‹comment:# note›\n‹property:url›: http://x:80/#y"),
    Sample(
      "‹meta:---›\n‹operator:-› ‹property:a›: ‹number:1.5›\n  ‹property:b c›: ‹constant:true›\n‹operator:-› ‹string:'it›‹escape:''›‹string:s'›"
    ),
    Sample(
      "‹property:run›: ‹operator:|-›\n‹string:  key: value›\n\n‹string:  # not a comment›\n‹property:next›: ‹constant:null›"
    ),
    Sample("‹operator:-› ‹property:k›: ‹operator:>›\n‹string:    text›\n  ‹property:m›: x"),
    Sample(#"‹property:"a›‹escape:\"›‹property:b"›: ‹string:"c: d"›"#),
    Sample("‹property:m›: {‹property:x›: ‹number:1›, ‹property:y›: [a, ‹constant:no›]}"),
    Sample("‹property:b›: ‹variable:&base› ‹type:!!str› x\n‹property:<<›: ‹variable:*base›"),
    Sample("‹property:t›: ‹number:2026-01-02T03:04:05Z›\n‹property:v›: 1.2.beta"),
    Sample("‹operator:-› ‹operator:|›\n‹string:  a›\n‹operator:-› b"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "yaml") == sample.expected)
  }
}
