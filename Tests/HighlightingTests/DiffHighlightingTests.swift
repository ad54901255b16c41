import Testing

@Suite struct DiffHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹meta:diff --git a/x b/x›\n‹meta:--- a/x›\n‹meta:+++ b/x›\n‹meta:@@ -1,2 +1,2 @@›\n same\n‹deleted:--- old comment›\n‹inserted:+new›"
    ),
    Sample("‹deleted:-a›\n‹inserted:+b›\nc"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "diff") == sample.expected)
  }
}
