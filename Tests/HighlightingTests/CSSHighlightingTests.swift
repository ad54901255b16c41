import Testing

@Suite struct CSSHighlightingTests {
  @Test(arguments: [
    Sample(
      #"‹type:.a›‹keyword::hover› ‹operator:>› ‹tag:li›[‹attribute:lang›‹operator:=›‹string:"en"›], ‹type:#top› { ‹property:color›: ‹constant:#fff›; }"#
    ),
    Sample(
      #"‹keyword:@media› (‹property:min-width›: ‹number:40em›) { ‹tag:p›‹keyword:::before› { ‹property:content›: ‹string:"›‹escape:\201C›‹string:"› ‹keyword:!important› } }"#
    ),
    Sample(
      "‹keyword::root› { ‹variable:--gap›: ‹function:calc›(‹number:1.5rem› ‹operator:+› ‹function:var›(‹variable:--x›)); ‹property:margin›: ‹number:-.5em› auto ‹number:50%› }"
    ),
    Sample(
      "‹comment:/* a */› ‹tag:a› { ‹operator:&›‹keyword::hover› { ‹property:background›: ‹function:url›(‹string:'x'›) } }"
    ),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "css") == sample.expected)
  }
}
