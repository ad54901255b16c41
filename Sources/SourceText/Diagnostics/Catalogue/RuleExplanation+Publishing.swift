/// `output.*`: what is written, and where.
extension RuleExplanation {
  static let outputNoBaseURL = RuleExplanation(
    .publishing, .warning, "The site has no base_url",
    reason: """
      A feed and a sitemap must name whole addresses, and without `base_url:` nobody knows them; neither \
      is published.
      """,
    remedy: "Set the address, in quaestio.yml or with --base-url.",
    wrong: "title: 我的维基",
    right: """
      title: 我的维基
      base_url: https://wiki.example/
      """)

  static let outputNotExchanged = RuleExplanation(
    .publishing, .info, "The output folder could not be exchanged as a whole",
    reason: """
      Usually the old site is exchanged for the new one in a single step. On this disk that is not \
      possible, for example because the output folder is a mount point, so files were replaced one by \
      one: for a moment readers may have met pages of both.
      """,
    remedy: "Nothing is wrong. Publish to a folder on an ordinary disk to have the single step.",
    wrong: "quaestio build --output /mnt/share",
    right: "quaestio build --output public")
}
