import Testing

@Suite struct MarkdownHighlightingTests {
  @Test(arguments: [
    Sample("‹heading:# Title›\ntext ‹strong:**bold**› ‹emphasis:*soft*› ‹string:`code`›"),
    Sample("‹operator:-› item\n‹operator:1.› [a]‹string:(x)›\n‹operator:>› quote"),
    Sample("‹meta:```swift›\n‹string:let *x*›\n‹meta:```›\n‹meta:---›"),
    Sample(#"2 * 3 ‹escape:\*› *open and `open"#),
    Sample("formula ‹string:$a*b*c$› ‹escape:&amp;› ‹tag:<br>›"),
    Sample("‹string:``a ` b``› #no"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "md") == sample.expected)
  }
}
