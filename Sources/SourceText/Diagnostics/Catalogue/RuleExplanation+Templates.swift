/// `template.*`: templates of a theme.
extension RuleExplanation {
  static let templateSyntax = RuleExplanation(
    .templates, .error, "A template is not well formed",
    reason: """
      A tag is not closed, or a section is closed that was never opened. Pages made from it would be cut \
      off.
      """,
    remedy: "Close the tag or section the message names.",
    wrong: "{{#answers}}<article>{{{html}}}</article>",
    right: "{{#answers}}<article>{{{html}}}</article>{{/answers}}")

  static let templateUnknownName = RuleExplanation(
    .templates, .error, "A template uses a name that its pages do not have",
    reason: "Other engines render nothing for it, and nobody notices until a reader does.",
    remedy: "Correct the name; the message gives the nearest.",
    wrong: "<h1>{{{titel}}}</h1>",
    right: "<h1>{{{title}}}</h1>")

  static let templateMissingPartial = RuleExplanation(
    .templates, .error, "A template includes one that does not exist",
    reason: """
      The part would be missing on every page that is made from the template; most engines do not say so.
      """,
    remedy: "Put a file of that name into `templates/`, or correct the name.",
    wrong: "{{>fotter}}",
    right: "{{>footer}}")

  static let templateType = RuleExplanation(
    .templates, .error, "A template uses a value where its kind does not belong",
    reason: """
      Text in {{{…}}} or a plain value in href or src would let what authors write become markup or a \
      script. Only fields typed HTML go into {{{…}}}, only fields typed URL into addresses.
      """,
    remedy: "Use {{…}} for text, and a field typed URL in addresses.",
    wrong: #"<a href="{{title}}">"#,
    right: #"<a href="{{url}}">"#)

  static let templateUnused = RuleExplanation(
    .templates, .warning, "A template is never used",
    reason: """
      A file in `templates/` takes the place of the theme's file of the same name, or is included by another \
      one. Under any other name nothing changes on the site, which is mostly a slip of the pen.
      """,
    remedy: "Correct the name, include the file, or remove it.",
    wrong: "templates/qestion.html",
    right: "templates/question.html")
}
