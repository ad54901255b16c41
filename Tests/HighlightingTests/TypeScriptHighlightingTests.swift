import Testing

@Suite struct TypeScriptHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹keyword:interface› ‹type:user› { name‹operator:?›: ‹type:string›; tags: ‹type:Array›‹operator:<›‹type:number›‹operator:>› }"
    ),
    Sample("‹keyword:type› ‹type:id› ‹operator:=› ‹keyword:keyof› T ‹operator:|› ‹constant:undefined›"),
    Sample("‹meta:@Component›({selector: ‹string:'a'›})"),
    Sample("‹keyword:enum› ‹type:Colour› { ‹type:Red› }"),
    Sample("‹keyword:let› type ‹operator:=› x ‹keyword:as› ‹type:unknown›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "ts") == sample.expected)
  }
}
