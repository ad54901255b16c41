import SourceText
import Templates
import Testing

/// Where a value may stand in the HTML, by its type.
@Suite struct MarkupContextTests {
  @Test func textMayStandInTextCommentsTitlesAndQuotedAttributes() {
    #expect(
      render(
        "<title>{{title}}</title><!-- {{title}} --><p class='a {{title}}' id=\"{{title}}\">{{title}}</p>")
        == "<title>A &amp; B</title><!-- A &amp; B --><p class='a A &amp; B' id=\"A &amp; B\">A &amp; B</p>")
  }

  @Test(arguments: [
    "<a href=\"{{title}}\">", "<a HREF='x/{{title}}'>", "<img alt=\"\" src = \"{{title}}\">",
    "<form action=\"{{title}}\">", "<button formaction=\"{{title}}\">", "<video poster=\"{{title}}\">",
    "<img srcset=\"{{title}} 2x\">", "<object data=\"{{title}}\">", "<q cite=\"{{title}}\">",
    "<use xlink:href=\"{{title}}\">", "<a{{#yes}} class=\"x\"{{/yes}} href=\"{{title}}\">",
  ])
  func addressAttributesTakeOnlyURLs(template: String) {
    let (compiled, diagnostics) = compile(template)
    #expect(diagnostics.map(\.id.rawValue) == ["template.type"])
    #expect(!written(compiled).contains("A &amp; B"))
    #expect(compile(template.replacing("{{title}}", with: "{{link}}")).diagnostics.isEmpty)
  }

  @Test func messageNamesTheAttributeAndTheURLFields() {
    #expect(
      faults("<p>\n<a href=\"{{title}}\">") == [
        "main.html:2:10 template.type: `title` is text, but `href` takes only URL fields."
          + " | URL fields here: `link`."
      ])
  }

  @Test func attributesThatOnlyLookAlikeTakeText() {
    #expect(faults("<a data-href=\"{{title}}\" hreflang=\"{{title}}\" content=\"{{title}}\">").isEmpty)
    #expect(faults("href=\"{{title}}\" <b>src=\"{{title}}\"</b> 1 < 2 href=\"{{title}}\"").isEmpty)
  }

  @Test(arguments: ["style", "onclick", "OnLoad", "srcdoc"])
  func attributesThatBrowsersRunTakeNothing(attribute: String) {
    for field in ["title", "link"] {
      let diagnostics = compile("<p \(attribute)=\"{{\(field)}}\">").diagnostics
      #expect(diagnostics.map(\.id.rawValue) == ["template.type"])
      #expect(diagnostics.first?.message.contains("cannot be made safe") == true)
    }
  }

  @Test func valuesNeedQuotesAndAnAttribute() {
    #expect(
      faults("<p class={{title}}>") == [
        "main.html:1:10 template.type: The value of `class` is not quoted. | Write `class=\"{{title}}\"`."
      ])
    #expect(
      faults("<p {{title}}>") == [
        "main.html:1:4 template.type: `title` stands in a tag but in no attribute's value."
          + " | Write it as `name=\"{{title}}\"`."
      ])
    #expect(faults("<{{title}}>").count == 1)
    #expect(faults("<p class=a{{title}}>").count == 1)
  }

  @Test func textMayNotStandInScriptsAndStyles() {
    #expect(
      faults("<script>let x = \"{{title}}\"</script>{{title}}") == [
        "main.html:1:18 template.type: `title` is text, which cannot be made safe inside <script>."
          + " | Only an HTML field that was made for it may stand there: `{{{x}}}`."
      ])
    #expect(faults("<style>a{color:{{link}}}</STYLE >{{title}}").count == 1)
    #expect(faults("<script>if (a</b>c) \"</scripts>\"; {{title}}</script>").count == 1)
    #expect(
      render("<script type=\"application/ld+json\">{{{body}}}</script>{{blank}}")
        == "<script type=\"application/ld+json\"><i>&amp;</i></script>")
  }

  @Test func markupMayStandOnlyBetweenTags() {
    #expect(
      faults("<img alt=\"{{{body}}}\">") == [
        "main.html:1:11 template.type: `body` is HTML, which cannot stand in the attribute `alt`."
          + " | Use a text field."
      ])
    #expect(
      faults("<title>{{{body}}}</title>") == [
        "main.html:1:8 template.type: `body` is HTML, but <title> holds plain text only. | Use a text field."
      ])
    #expect(faults("<!-- {{{body}}} -->").count == 1)
    #expect(faults("<p {{{body}}}>").count == 1)
    #expect(faults("<!-- a > b -- c --><p>{{{body}}}</p><!DOCTYPE html>{{{body}}}").isEmpty)
  }

  @Test func tagMustSuitTheType() {
    #expect(
      faults("{{body}}{{{title}}}{{&link}}{{yes}}{{items}}{{author}}") == [
        "main.html:1:1 template.type: `body` is HTML."
          + " | Write `{{{body}}}`: finished HTML is put in as it is.",
        "main.html:1:9 template.type: `title` is text, and `{{{…}}}` is for HTML fields only."
          + " | Write `{{title}}`: it is escaped.",
        "main.html:1:20 template.type: `link` is a URL, and `{{{…}}}` is for HTML fields only."
          + " | Write `{{link}}`: it is escaped.",
        "main.html:1:29 template.type: `yes` is a flag and has no text of its own."
          + " | Use it as a section: `{{#yes}}…{{/yes}}`.",
        "main.html:1:36 template.type: `items` is a list of Item and has no text of its own."
          + " | Use it as a section: `{{#items}}…{{/items}}`.",
        "main.html:1:45 template.type: `author` is a record (Person) and has no text of its own."
          + " | Use it as a section: `{{#author}}…{{/author}}`.",
      ])
  }

  @Test func placeIsFollowedThroughPartialsAndBlocks() {
    #expect(
      faults("{{>open}}{{title}}\">", ["open": "<a href=\""]).map { $0.prefix(14) } == ["main.html:1:10"])
    #expect(
      faults("{{<p}}{{$b}}{{title}}{{/b}}{{/p}}", ["p": "<a href=\"{{$b}}{{/b}}\">"]).map { $0.prefix(14) }
        == ["main.html:1:13"])
  }

  @Test func sectionsMustLeaveThePlaceAsTheyFoundIt() {
    #expect(
      faults("<p>\n{{#yes}}<a href=\"{{/yes}}{{^yes}}<a class=\"{{/yes}}x\">") == [
        "main.html:2:1 template.syntax: The section `yes` begins between tags and ends inside the attribute `href`."
          + " | Close inside the section what it opens: the page must hold together without it, too.",
        "main.html:2:26 template.syntax: The section `yes` begins between tags and ends inside the attribute `class`."
          + " | Close inside the section what it opens: the page must hold together without it, too.",
      ])
    #expect(faults("<p{{#yes}} class=\"x\"{{/yes}}{{^no}} hidden{{/no}}>{{#yes}}<b>{{/yes}}</b>").isEmpty)
    #expect(faults("<p class=\"a{{#yes}} b{{/yes}}\">{{#yes}}<!-- c -->{{/yes}}").isEmpty)
  }
}
