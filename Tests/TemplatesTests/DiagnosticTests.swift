import SourceText
import Templates
import Testing

@Suite struct DiagnosticTests {
  @Test func unknownNamePointsAtTheNameAndNamesTheNearest() {
    #expect(
      faults("<p>\n  你好 {{ titel }}") == [
        "main.html:2:9 template.unknown-name: `titel` is no field of Page. | did you mean `title`?"
      ])
    #expect(
      faults("{{#items}}{{nmae}}{{/items}}") == [
        "main.html:1:13 template.unknown-name: `nmae` is no field of Item or Page. | did you mean `name`?"
      ])
  }

  @Test func unknownNameWithoutNeighbourListsTheFields() {
    #expect(
      faults("{{xyzzy}}", schema: Fixture.tag) == [
        "main.html:1:3 template.unknown-name: `xyzzy` is no field of Tag. | The fields of Tag: `label`."
      ])
  }

  @Test func fieldOfARecordOneStepFurtherIsProposed() {
    #expect(
      faults("{{#author}}{{owner}}{{/author}}") == [
        "main.html:1:14 template.unknown-name: `owner` is no field of Person or Page. | did you mean `site.owner`?"
      ])
  }

  @Test func dottedNamesAreCheckedStepByStep() {
    #expect(
      faults("{{author.site.rot}}") == [
        "main.html:1:15 template.unknown-name: `author.site` has no field `rot`. | did you mean `root`?"
      ])
    #expect(
      faults("{{items.name}}{{title.x}}{{author..name}}") == [
        "main.html:1:3 template.unknown-name: `items` is a list of Item and has no fields after a dot."
          + " | Open it with `{{#items}}` and name the fields of Item inside.",
        "main.html:1:17 template.unknown-name: `title` is text and has no fields after a dot.",
        "main.html:1:28 template.syntax: A dot in `author..name` has no name beside it.",
      ])
  }

  @Test func dotHasAMeaningOnlyForValues() {
    let flagged = ModelSchema(
      name: "Tag", fields: [Fixture.field("label", .text), Fixture.field("isOpen", .flag)])
    #expect(
      faults("{{#items}}{{#tags}}{{.}}{{/tags}}{{/items}}") == [
        "main.html:1:22 template.unknown-name: `.` has no value here: this is a whole Tag."
          + " | Name one of its fields: `label`."
      ])
    #expect(
      faults("{{#isOpen}}{{.}}{{/isOpen}}", schema: flagged) == [
        "main.html:1:14 template.unknown-name: `.` has no value here: this is a whole Tag."
          + " | Name one of its fields: `label`, `isOpen`."
      ])
  }

  @Test func unknownSectionIsReportedOnceWithoutItsContent() {
    #expect(
      faults("{{#itms}}{{name}}{{/itms}}") == [
        "main.html:1:4 template.unknown-name: `itms` is no field of Page. | did you mean `items`?"
      ])
  }

  @Test func missingPartialsAndParentsNameTheNearestFile() {
    #expect(
      faults("a\n{{>crad}}{{<layuot}}{{/layuot}}{{>q}}", ["card": "", "layout": ""]) == [
        "main.html:2:4 template.missing-partial: There is no template `crad`. | did you mean `card`?",
        "main.html:2:13 template.missing-partial: There is no template `layuot`. | did you mean `layout`?",
        "main.html:2:35 template.missing-partial: There is no template `q`."
          + " | Put `q.html` into `templates/`, or correct the name.",
      ])
  }

  @Test func missingEntryIsReported() {
    let (templates, diagnostics) = TemplateSet.compile([], entries: [("home.html", Fixture.page)])
    #expect(templates.template("home.html") == nil)
    #expect(
      diagnostics.map(described) == ["template.missing-partial: The theme has no template `home.html`."])
  }

  @Test func filesThatNothingIncludesAreReportedUnlessTheThemeHasThem() {
    func faults(_ main: String, _ additional: [String: String]) -> [String] {
      var sources = [source("main.html", main), source("card.html", "")]
      for (name, text) in additional.sorted(by: { $0.key < $1.key }) {
        sources.append(
          TemplateSource(
            name: name, file: SourceFile(path: "templates/" + name, bytes: Array(text.utf8)),
            isAdditional: true))
      }
      return TemplateSet.compile(sources, entries: [("main.html", Fixture.page)]).diagnostics.map(described)
    }
    #expect(faults("", [:]) == [])
    #expect(faults("{{#yes}}{{$a}}{{>x}}{{/a}}{{/yes}}", ["x.html": "{{<y}}{{/y}}", "y.html": ""]) == [])
    #expect(
      faults("", ["crad.html": "", "x.html": "{{>y}}", "y.html": "{{>x}}"]) == [
        "crad.html:0:0 template.unused: The theme has no file `crad.html`, and no template includes it."
          + " | did you mean `card.html`?",
        "x.html:0:0 template.unused: The theme has no file `x.html`, and no template includes it."
          + " | Include it with `{{>x}}`, or remove it.",
        "y.html:0:0 template.unused: The theme has no file `y.html`, and no template includes it."
          + " | Include it with `{{>y}}`, or remove it.",
      ])
  }

  @Test func filledBlockThatTheParentLacksIsReported() {
    #expect(
      faults("{{<p}}{{$mian}}x{{/mian}}{{/p}}", ["p": "{{>q}}", "q": "{{#yes}}{{$main}}{{/main}}{{/yes}}"])
        == [
          "main.html:1:10 template.unknown-name: `p.html` has no block `mian`. | did you mean `main`?"
        ])
    #expect(
      faults("{{<p}}{{$other}}x{{/other}}{{/p}}", ["p": "{{$a}}{{/a}}"]) == [
        "main.html:1:10 template.unknown-name: `p.html` has no block `other`. | Its blocks: `a`."
      ])
  }

  @Test func unclosedSectionsPointAtTheirOpeningTag() {
    #expect(
      faults("a\n{{#yes}}\n  {{$b}}x") == [
        "main.html:3:3 template.syntax: `b` is opened here but never closed.",
        "main.html:2:1 template.syntax: `yes` is opened here but never closed.",
      ])
    #expect(
      faults("{{#yes}}{{^no}}{{/yes}}") == [
        "main.html:1:9 template.syntax: `no` is opened here but never closed."
      ])
  }

  @Test func closingTagWithoutOpeningOneNamesWhatIsOpen() {
    #expect(
      faults("{{/yes}}") == ["main.html:1:1 template.syntax: `yes` is closed here but was not opened."])
    #expect(
      faults("{{#yes}}{{/ye}}{{/yes}}") == [
        "main.html:1:9 template.syntax: `ye` is closed here but was not opened. | The tag still open here is `yes`."
      ])
  }

  @Test func tagsWithoutEndPointAtTheirBeginning() {
    #expect(
      faults("a {{title") == ["main.html:1:3 template.syntax: This tag is never closed: `}}` is missing."])
    #expect(
      faults("{{{body}} b") == ["main.html:1:1 template.syntax: This tag is never closed: `}}}` is missing."])
    #expect(
      faults("x{{! a }") == ["main.html:1:2 template.syntax: This tag is never closed: `}}` is missing."])
    #expect(
      faults("{{title <p>{{author.name}}") == [
        "main.html:1:1 template.syntax: This tag is not closed before the next one begins."
      ])
  }

  @Test func tagsMustHoldOneName() {
    #expect(
      faults("{{}}{{# }}{{a b}}") == [
        "main.html:1:1 template.syntax: This tag names nothing.",
        "main.html:1:5 template.syntax: This tag names nothing.",
        "main.html:1:11 template.syntax: A tag holds one name without spaces; this one holds `a b`.",
      ])
  }

  @Test(arguments: ["{{=<% =}}", "{{=<% %> x=}}", "{{= =}}", "{{=a= b=}}"])
  func delimiterTagsMustHoldTwoWords(tag: String) {
    #expect(
      faults(tag) == [
        "main.html:1:1 template.syntax: New delimiters are written as two words without `=`, like `{{=<% %>=}}`."
      ])
  }

  @Test func faultsOfAllFilesComeTogetherEachOnce() {
    let sources = [
      source("a.html", "{{>p}}{{>p}}{{ttle}}"), source("b.html", "{{#items}}{{>p}}{{/items}}"),
      source("p.html", "{{nope}}"), source("unused.html", "{{#x}}"),
    ]
    let (_, diagnostics) = TemplateSet.compile(
      sources, entries: [("a.html", Fixture.page), ("b.html", Fixture.page)])
    #expect(
      diagnostics.map { $0.location?.path ?? "" } == [
        "templates/unused.html", "templates/p.html", "templates/a.html",
      ])
  }

  @Test func brokenFilesWriteNothingAndCauseNoFurtherFaults() {
    let (template, diagnostics) = compile("[{{>p}}{{ttle}}]", ["p": "x{{#yes}}{{nope}}"])
    #expect(diagnostics.map(\.id) == [.templateSyntax, .templateUnknownName])
    #expect(written(template) == "[]")
    #expect(compile("{{#yes}}").template == nil)
  }

  @Test func templateThatIncludesItselfWithoutEndIsReported() {
    #expect(
      faults("{{>p}}", ["p": "a{{#yes}}{{>q}}{{/yes}}", "q": "{{>p}}"]) == [
        "q.html:1:4 template.syntax: `p` includes itself without end."
          + " | It may do so only inside a section over a list or record."
      ])
    #expect(
      faults("{{<p}}{{$b}}x{{/b}}{{/p}}", ["p": "{{$b}}{{/b}}{{<p}}{{$b}}y{{/b}}{{/p}}"]).map {
        $0.prefix(10)
      }
        == ["p.html:1:1"])
  }

  @Test func recursionThatOnlyGrowsIsStopped() {
    let diagnostics = compile("{{>p}}", ["p": "{{#items}}{{>p}}{{/items}}{{#none}}{{>p}}{{/none}}"])
      .diagnostics
    #expect(diagnostics.map(\.id) == [.templateSyntax])
    #expect(diagnostics.first?.message == "Templates lie in each other too deep or too often here.")
    #expect(diagnostics.first?.location?.path == "templates/p.html")
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "{{#yes}}", count: 101) + String(repeating: "{{/yes}}", count: 101)
    #expect(
      faults(deep) == [
        "main.html:1:801 template.syntax: Tags lie in each other more than 100 levels deep here."
      ])
    let allowed = String(repeating: "{{#yes}}", count: 100) + "x" + String(repeating: "{{/yes}}", count: 100)
    #expect(render(allowed) == "x")
  }
}
