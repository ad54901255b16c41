extension StarterText {
  static let english = StarterText(
    title: "My wiki",
    configuration: """
      # The site's settings. Every line is optional; Documentation/Configuration.md of Quaestio names them all.
      title: %TITLE%
      language: %LANGUAGE%
      # description: One sentence for search engines and feeds.
      # license: CC BY 4.0

      # Where the site is published. Feeds, the sitemap and links between languages need it.
      %BASE_URL%

      # Where readers report a mistake and see a page's source; {path}, {title} and {url} are filled in.
      # issue_url: https://github.com/you/wiki/issues/new?title={title}
      # source_url: https://github.com/you/wiki/blob/main/{path}

      # Publish compressed files, too, for hosts that send them as they are (see hosting/nginx.conf).
      # precompress: true

      # How serious a finding is: error, warning, info or off, for the whole site or some of its files.
      %RULES%
      """,
    noBaseURL: "# base_url: https://example.org/wiki/",
    noBaseURLRule: """
      rules:
        # Not a word about the missing base_url; delete this when you set it.
        output.no-base-url: off
      """,
    noRule: """
      # rules:
      #   link.wanted: info
      #   questions/imported/**: {lint.unsourced-answer: off}
      """,
    questionName: "what-is-entropy",
    question: """
      ---
      title: What is entropy?
      date: %DATE%
      tags: [information theory]
      provenance: human  # human, ai or mixed: who wrote the answer; readers are told
      ---
      What does the entropy of a random outcome measure, and in which unit?

      ## Answer

      Entropy is the information that an outcome brings on average [@shannon-1948, §6]. Of outcomes with the
      probabilities $p_1, \\dots, p_n$ it is

      $$H = -\\sum_{i=1}^n p_i \\log_2 p_i \\label{eq:entropy}$$

      bits. By \\eqref{eq:entropy}, a fair coin has one bit and a fair die has $\\log_2 6$, which is about
      {calc: log2(6) = 2.585} bits.
      """,
    reference: """
      ---
      title: A Mathematical Theory of Communication
      author: Claude E. Shannon
      site: Bell System Technical Journal
      date: 1948
      url: https://doi.org/10.1002/j.1538-7305.1948.tb01338.x
      ---
      Introduces entropy as a measure of information and of choice, derives its form from three requirements, and shows
      what it means for coding and for channels.
      """,
    about: """
      ---
      title: About this wiki
      ---
      Who writes here, about what, and where to report a mistake. A question is a file in `content/questions/`, a source
      is a file in `content/references/`; `quaestio new question "…"` begins one.

      [[what-is-entropy]] is an example.
      """)
}
