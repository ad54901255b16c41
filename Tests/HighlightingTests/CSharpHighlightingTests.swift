import Testing

@Suite struct CSharpHighlightingTests {
  @Test(arguments: [
    Sample(
      #"‹keyword:var› s ‹operator:=› ‹string:$"a ›‹escape:{›x‹escape:}›‹string:"› ‹operator:+› ‹string:@"c:\d ›‹escape:""›‹string:q›‹escape:""›‹string:"›;"#
    ),
    Sample("‹meta:#region› A\n‹keyword:public› ‹type:string› ‹type:Name› { get; set; }"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "csharp") == sample.expected)
  }
}
