import Testing

@Suite struct TOMLHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹tag:[tool.swift]›\n‹property:a.b-c› ‹operator:=› ‹string:\"x›‹escape:\\n›‹string:\"› ‹comment:# note›"
    ),
    Sample(
      "‹tag:[[bin]]›\n‹property:\"a b\"› ‹operator:=› ‹string:'c:\\d'›\n‹property:n› ‹operator:=› ‹number:-1_000.5›"
    ),
    Sample(
      "‹property:xs› ‹operator:=› [\n[‹number:1›, ‹number:2›],\n[‹constant:true›]\n]\n‹property:t› ‹operator:=› ‹number:1979-05-27T07:32:00Z›"
    ),
    Sample(
      "‹property:s› ‹operator:=› ‹string:\"\"\"one›\n‹string:\"two\" \"\"\"›\n‹property:p› ‹operator:=› { ‹property:x› ‹operator:=› ‹number:1› }"
    ),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "toml") == sample.expected)
  }
}
