import Templates
import Testing

/// `{{theme.name}}`: a site's own values for its theme.
@Suite struct SettingTests {
  private func written(_ template: String, _ settings: [String: String], _ partials: [String: String] = [:])
    -> String
  {
    let (compiled, diagnostics) = compile(template, partials, settings: settings)
    for diagnostic in diagnostics { Issue.record("\(described(diagnostic))") }
    return TemplatesTests.written(compiled)
  }

  @Test func aValueIsEscapedText() {
    #expect(
      written("<p title=\"{{theme.motto}}\">{{theme.motto}}</p>", ["motto": "a < \"b\" & {{title}}"])
        == "<p title=\"a &lt; &quot;b&quot; &amp; {{title}}\">a &lt; &quot;b&quot; &amp; {{title}}</p>")
  }

  @Test func anUnsetNameWritesNothing() {
    #expect(written("[{{theme.motto}}]", [:]) == "[]")
    #expect(written("[{{#theme.motto}}x{{/theme.motto}}{{^theme.motto}}y{{/theme.motto}}]", [:]) == "[y]")
  }

  @Test func sectionsTakeFalseForNo() {
    let template =
      "{{#theme.bar.wide}}wide {{title}}{{/theme.bar.wide}}{{^theme.bar.wide}}narrow{{/theme.bar.wide}}"
    #expect(written(template, ["bar.wide": "true"]) == "wide A &amp; B")
    #expect(written(template, ["bar.wide": "false"]) == "narrow")
    #expect(written(template, ["bar.wide": ""]) == "narrow")
  }

  @Test func partialsAndListsSeeThemToo() {
    #expect(
      written("{{#items}}{{>row}}{{/items}}", ["mark": "·"], ["row": "{{theme.mark}}{{name}}"]) == "·one·two")
  }

  @Test(arguments: [
    ("<a href=\"{{theme.home}}\">x</a>", "takes only URL fields"),
    ("{{{theme.home}}}", "is for HTML fields only"),
    ("<p onclick=\"{{theme.home}}\">x</p>", "cannot be made safe"),
    ("{{#theme.home}}<p class=\"{{/theme.home}}\">", "Close inside the section"),
    // Whether a template is right does not depend on the site's choice.
    ("{{#theme.none}}{{nonsense}}{{/theme.none}}", "nonsense"),
    ("{{^theme.home}}{{nonsense}}{{/theme.home}}", "nonsense"),
    ("{{theme.}}", "no name beside it"),
    ("{{theme}}", "`{{theme.x}}`"),
    ("{{#them.bar}}x{{/them.bar}}", "`{{theme.x}}`"),
  ])
  func whatIsNoTextPlaceIsReported(template: String, part: String) {
    let (_, diagnostics) = compile(template, settings: ["home": "x"])
    #expect(diagnostics.map { described($0) }.contains { $0.contains(part) })
  }
}
