/// Environments of LaTeX that are none of formulas, with what to use instead.
enum UnavailableEnvironments {
  static let reasons: NameTable<StaticString> = {
    var table = NameTable<StaticString>()
    for (names, reason) in groups {
      for name in names { table.insert(name, reason) }
    }
    return table
  }()

  private static var groups: [(names: [StaticString], reason: StaticString)] {
    [
      (
        ["document", "minipage", "center", "flushleft", "flushright", "quote", "verbatim", "tabbing"],
        "it is for text; use Markdown around the formula"
      ),
      (["itemize", "enumerate", "description"], "lists are written in Markdown"),
      (
        ["figure", "picture", "tikzpicture", "tikzcd"], "a formula has no pictures; link an image in Markdown"
      ),
      (
        ["table", "table*", "tabularx", "longtable"], "tables of text are written in Markdown; here use array"
      ),
      (
        ["theorem", "lemma", "proof", "definition", "corollary", "proposition", "remark", "example"],
        "it is for text; put the formula into the Markdown of the theorem"
      ),
      (["subequations"], "number the equations with \\tag, as in \\tag{1a}"),
      (["prooftree"], "proof trees are no formulas; use \\frac or an array"),
      (["IEEEeqnarray", "IEEEeqnarray*", "dmath", "dmath*", "dgroup"], "use align instead"),
    ]
  }
}
