import Testing

@Suite struct SQLHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹keyword:SELECT› ‹function:count›(‹operator:*›) ‹keyword:from› t ‹keyword:Where› a ‹operator:=› ‹string:'it›‹escape:''›‹string:s'› ‹comment:-- why›"
    ),
    Sample(
      #"‹keyword:CREATE› ‹keyword:TABLE› ‹property:"my table"› (id ‹type:BIGINT› ‹keyword:PRIMARY› ‹keyword:KEY›);"#
    ),
    Sample(
      "x::‹type:int› ‹operator:+› ‹variable::limit› ‹operator:-› ‹variable:@n› ‹operator:*› ‹variable:$1›"),
    Sample(
      "‹string:E'a›‹escape:\\n›‹string:'› ‹operator:||› ‹string:x'1F'› ‹comment:/* two›\n‹comment:lines */› ‹constant:NULL›"
    ),
    Sample("a ‹operator:-› b ‹operator:/› ‹number:1.5e3› ‹operator:<>› ‹property:`c`›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "sql") == sample.expected)
  }
}
