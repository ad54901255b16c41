import SourceText
import Templates
import Testing

@Suite struct InheritanceTests {
  @Test func blockOutsideAParentWritesItsOwnContent() {
    #expect(render("{{$b}}own {{author.name}}{{#yes}}!{{/yes}}{{/b}}") == "own Ann!")
  }

  @Test func parentWithoutBlocksIsAPartial() {
    #expect(render("{{>p}}|{{<p}}{{/p}}", ["p": "{{$b}}own{{/b}}"]) == "own|own")
  }

  @Test func filledBlocksReplaceTheParentsContent() {
    #expect(
      render("{{<p}}{{$b}}new{{/b}}{{/p}}", ["p": "{{$a}}first{{/a}}, {{$b}}second{{/b}}."]) == "first, new.")
    #expect(
      render("{{<p}}{{$b}}1{{/b}}{{/p}} {{<p}}{{$b}}2{{/b}}{{/p}}", ["p": "|{{$b}}own{{/b}}|"]) == "|1| |2|")
  }

  @Test func fieldsAndBlocksHaveNamesOfTheirOwn() {
    #expect(
      render("{{<p}}{{$title}}block{{/title}}{{/p}}", ["p": "{{$title}}own{{/title}} {{title}}"])
        == "block A &amp; B")
  }

  @Test func contentSeesTheContextOfTheBlocksPlace() {
    #expect(
      render(
        "{{<p}}{{$b}}I say {{name}}.{{/b}}{{/p}}",
        ["p": "{{#author}}{{$b}}You say {{name}}.{{/b}}{{/author}}"])
        == "I say Ann.")
    #expect(
      render("{{<p}}{{$b}}{{name}};{{/b}}{{/p}}", ["p": "{{#items}}{{$b}}{{/b}}{{/items}}"]) == "one;two;")
  }

  @Test func outermostFillingWins() {
    let partials = [
      "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}", "older": "{{<oldest}}{{$a}}o{{/a}}{{/oldest}}",
      "oldest": "{{$a}}g{{/a}}",
    ]
    #expect(render("{{<parent}}{{$a}}c{{/a}}{{/parent}}", partials) == "c")
    #expect(render("{{<parent}}{{/parent}}", partials) == "p")
    #expect(render("{{>older}}", partials) == "o")
  }

  @Test func fillingReachesParentsInsideTheParent() {
    let partials = [
      "parent": "{{$foo}}own{{/foo}} {{$bar}}{{<parent2}}{{/parent2}}{{/bar}}",
      "parent2": "{{$foo}}own 2{{/foo}} {{<parent}}{{$bar}}no more{{/bar}}{{/parent}}",
    ]
    #expect(render("{{<parent}}{{$foo}}new{{/foo}}{{/parent}}", partials) == "new new new no more")
  }

  @Test func contentMayHoldBlocksThatAreFilledFromFurtherOutside() {
    let partials = [
      "layout": "<{{$main}}{{/main}}>",
      "article": "{{<layout}}{{$main}}[{{$inner}}own{{/inner}}]{{/main}}{{/layout}}",
    ]
    #expect(render("{{<article}}{{$inner}}new{{/inner}}{{/article}}", partials) == "<[new]>")
    #expect(render("{{>article}}", partials) == "<[own]>")
  }

  @Test func contentThatHoldsABlockOfTheSameNameEnds() {
    #expect(render("{{<p}}{{$b}}({{$b}}inner{{/b}}){{/b}}{{/p}}", ["p": "{{$b}}own{{/b}}"]) == "(inner)")
  }

  @Test func contentOutsideBlocksIsIgnoredWithAWarning() {
    let (template, diagnostics) = compile(
      "{{<p}} lost {{$b}}kept{{/b}} {{title}}{{/p}}", ["p": "{{$b}}{{/b}}"])
    #expect(written(template) == "kept")
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(
      diagnostics.map(described) == [
        "main.html:1:7 template.syntax: This is never written: directly inside `{{<p}}` only blocks count."
          + " | Put it into a block, `{{$name}}…{{/name}}`, that the parent has."
      ])
  }

  @Test func parentAloneOnItsLineIndentsItsLines() {
    #expect(render("Hi,\n  {{<p}}{{/p}}\n", ["p": "one\ntwo\n"]) == "Hi,\n  one\n  two\n")
  }

  @Test func contentTakesTheIndentationOfTheBlocksPlace() {
    #expect(
      render("{{<p}}{{$b}}new{{/b}}{{/p}}", ["p": "stop:\n  {{$b}}own{{/b}}\n"]) == "stop:\n  new\n")
    #expect(
      render("{{<p}}{{$b}}\none\ntwo{{/b}}\n{{/p}}\n", ["p": "Hi,\n  {{$b}}{{/b}}\n"])
        == "Hi,\n  one\n  two\n")
    #expect(
      render("{{<p}}{{$b}}\n    one\n    two\n{{/b}}{{/p}}\n", ["p": "Hi,\n  {{$b}}\n  {{/b}}\n"])
        == "Hi,\n  one\n  two\n")
    #expect(
      render("{{<p}}{{$b}}\none\ntwo\n{{/b}}{{/p}}\n", ["p": "Hi,\n{{$b}}\n  default\n{{/b}}\n"])
        == "Hi,\n  one\n  two\n")
  }

  @Test func contentKeepsItsInnerIndentationAndEmptyLines() {
    #expect(
      render("{{<p}}{{$b}}\npeaked\n\n:(\n{{/b}}{{/p}}", ["p": "{{$b}}peaking{{/b}}"]) == "peaked\n\n:(\n")
    #expect(
      render(
        "{{<p}}\n{{$b}}\n  <ul>\n    {{#items}}\n    <li>{{name}}</li>\n    {{/items}}\n  </ul>\n{{/b}}\n{{/p}}\n",
        ["p": "<main>\n    {{$b}}\n    {{/b}}\n</main>\n"])
        == "<main>\n    <ul>\n      <li>one</li>\n      <li>two</li>\n    </ul>\n</main>\n")
  }

  @Test func ownContentStaysAsItStands() {
    #expect(render("{{>p}}", ["p": "<a>\n  {{$b}}\n    x\n  {{/b}}\n</a>\n"]) == "<a>\n    x\n</a>\n")
  }
}
