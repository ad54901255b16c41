import Testing

@Suite struct RustHighlightingTests {
  @Test(arguments: [
    Sample("x.r#type ‹operator:+› ‹number:1›"),
    Sample(
      "‹meta:#[derive(Debug, Clone)]›\n‹keyword:pub› ‹keyword:struct› ‹type:Pair›‹operator:<›‹meta:'a›‹operator:>› { s: ‹operator:&›‹meta:'a› ‹type:str› }"
    ),
    Sample(
      #"‹keyword:let› c ‹operator:=› ‹string:'a'›; ‹keyword:let› d ‹operator:=› ‹string:'›‹escape:\'›‹string:'›"#
    ),
    Sample("‹keyword:let› c ‹operator:=› ‹string:'中'›; ‹meta:'outer›: ‹keyword:loop› {}"),
    Sample(###"‹string:r#"a "b" \"#› ‹operator:+› ‹string:br##"x"#y"##›"###),
    Sample(
      #"‹comment:/* a /* b */ c */› ‹keyword:fn› ‹function:main›() { ‹function:println!›(‹string:"{}"›, x); }"#
    ),
    Sample("‹keyword:if› a ‹operator:!=› b { ‹number:1_000u64› ‹operator:+› ‹number:0›..‹number:5› }"),
    Sample("‹string:b'x'› ‹string:\"two›\n‹string:lines\"›"),
    Sample("‹type:Some›(x).‹function:unwrap›()"),
    Sample("‹meta:#![allow(dead_code)]›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "rust") == sample.expected)
  }
}
