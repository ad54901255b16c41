import Testing

@Suite struct MarkupHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹meta:<!DOCTYPE html>›\n‹tag:<p› ‹attribute:class›=‹string:\"a ›‹escape:&amp;›‹string: b\"› ‹attribute:hidden›‹tag:>›x ‹escape:&lt;› y‹tag:</p>›"
    ),
    Sample("‹comment:<!-- <b> -->›‹tag:<br/><a› ‹attribute:href›=‹string:x/y›‹tag:>›"),
    Sample(#"‹tag:<script>›if (a<b) "</p>"‹tag:</script>›"#),
    Sample("1 < 2 & 3 ‹tag:<svg:g/>›"),
    Sample(#"‹meta:<?xml version="1.0"?>›‹string:<![CDATA[<b>]]>›"#),
    Sample("‹tag:<p› ‹attribute:title›=‹string:'a›\n‹string:b'›‹tag:>›"),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "html") == sample.expected)
  }
}
