import Templates
import Testing

@Suite struct DelimiterTests {
  @Test func delimitersChangeForTheRestOfTheFile() {
    #expect(render("{{=<% %>=}}<% title %>{{title}}") == "A &amp; B{{title}}")
    #expect(render("{{= | | =}}|title||={{ }}=|{{title}}") == "A &amp; BA &amp; B")
    #expect(render("{{=[[ ]]=}}[[#yes]][[author.name]][[/yes]][[^yes]]no[[/yes]][[! x ]]") == "Ann")
  }

  @Test func markupTagsWorkWithAnyDelimiters() {
    #expect(render("{{=<% %>=}}<%& body %><%{ body }%>") == "<i>&amp;</i><i>&amp;</i>")
  }

  @Test func partialsBeginWithTheUsualDelimiters() {
    #expect(render("{{=| |=}}|>p| |title|", ["p": "{{title}}|title|"]) == "A &amp; B|title| A &amp; B")
    #expect(render("{{>p}} {{title}}", ["p": "{{=| |=}}|title|"]) == "A &amp; B A &amp; B")
  }

  @Test func delimiterTagTakesItsLineAway() {
    #expect(render("a\n  {{=| |=}}  \n|author.name|\n") == "a\nAnn\n")
    #expect(render("a {{=| |=}} b\n") == "a  b\n")
  }

  @Test func commentsWriteNothing() {
    #expect(render("a{{! anything {{ }}b") == "ab")
    #expect(render("a{{!\n two\n lines }}b") == "ab")
    #expect(render("a\n {{! alone }} \nb\n") == "a\nb\n")
    #expect(render("a\n{{!\n alone on\n several lines\n}}\nb") == "a\nb")
    #expect(render("a {{! not alone }}\n") == "a \n")
    #expect(render("{{! x }}{{! y }}\n") == "\n")
  }
}
