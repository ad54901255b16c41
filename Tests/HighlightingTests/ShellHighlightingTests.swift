import Testing

@Suite struct ShellHighlightingTests {
  @Test(arguments: [
    Sample(
      "‹keyword:function› ‹function:go›‹operator:()› ‹keyword:{› ‹function:local› a=‹variable:$1›‹operator:;› ‹keyword:}›"
    ),
    Sample(
      "‹keyword:case› x ‹keyword:in›\n  ‹attribute:-h›‹operator:|›*‹operator:)› ‹function:./go› ‹operator:;;›\n‹keyword:esac›"
    ),
    Sample("‹comment:#!/bin/sh›\n‹function:echo› a#b ‹variable:$#› ‹comment:# note›"),
    Sample(
      #"‹keyword:if› ‹keyword:[[› ‹attribute:-f› ‹string:"›‹variable:$x›‹string:"› ]]‹operator:;› ‹keyword:then› ‹function:rm› ‹attribute:-rf› ‹variable:${dir:-a}›‹operator:;› ‹keyword:fi›"#
    ),
    Sample("‹variable:FOO›=1 ‹function:make› ‹attribute:--jobs›=2 ‹number:2›‹operator:>&›‹number:1›"),
    Sample(
      "‹function:cat› ‹operator:<<EOF›  ‹operator:|› ‹function:wc›\n‹string:a ›‹variable:$b›‹string: 'c›\n‹operator:EOF›\n‹function:ls›"
    ),
    Sample("‹function:cat› ‹operator:<<-'END'›\n‹string:\t$a›\n‹operator:\tEND›\n‹function:ls›"),
    Sample("‹variable:x›=‹escape:$(›‹function:ls› ‹attribute:-l› ‹operator:|› ‹function:wc›‹escape:)›"),
    Sample(
      #"‹function:echo› ‹string:"a ›‹escape:$(›‹function:date› ‹string:"+%s"›‹escape:)›‹string: ›‹escape:\"›‹string: $"›"#
    ),
    Sample(
      #"‹keyword:for› f ‹keyword:in› a b‹operator:;› ‹keyword:do› ‹function:x› ‹string:'a\'›‹operator:;› ‹keyword:done›"#
    ),
    Sample("‹function:echo› ‹escape:$((›a + ‹number:2›‹escape:))›"),
    Sample(
      #"‹function:git› commit ‹attribute:-m› ‹string:$'a›‹escape:\n›‹string:b'› ‹operator:&&› ‹function:cd› .."#
    ),
    Sample(#"‹function:grep› a ‹operator:<<<› ‹string:"x"›"#),
  ])
  func tokens(_ sample: Sample) {
    #expect(marked(sample.code, as: "bash") == sample.expected)
  }
}
