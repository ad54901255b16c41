/// `external.*`: addresses of other sites, which only `check --external` looks at.
extension RuleExplanation {
  static let externalGone = RuleExplanation(
    .links, .warning, "A page of another site is gone",
    reason: """
      Its server says that there is no such page (404 or 410). Readers who want to see the source come to \
      an error page. Only `quaestio check --external` asks other sites; a `HEAD` request is confirmed by a \
      `GET` before anything is said.
      """,
    remedy: "Link to where the text is now, or give the source an `archived:` copy.",
    wrong: "[讲义](https://example.org/2009/notes.html)",
    right: "[讲义](https://web.archive.org/web/2010/https://example.org/2009/notes.html)")

  static let externalMoved = RuleExplanation(
    .links, .warning, "A page of another site has moved for good",
    reason: """
      Its server redirects permanently (301 or 308). The link works only as long as the old site sends \
      readers on. Redirects that are temporary are not reported.
      """,
    remedy: "Write the new address.",
    wrong: "[论文](http://papers.example.org/1948)",
    right: "[论文](https://papers.example.org/1948)")

  static let externalUnreachable = RuleExplanation(
    .links, .warning, "A host does not answer",
    reason: """
      The name does not exist, nothing takes the connection, or no answer came in time, also at a second \
      try. This may pass: it is reported once for each host, and tried again after a day.
      """,
    remedy: "Try again later. If the host is gone for good, link to an archived copy.",
    wrong: "[数据](https://gone.example.org/data)",
    right: "[数据](https://data.example.org/)")
}
