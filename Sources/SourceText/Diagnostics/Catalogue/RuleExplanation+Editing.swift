/// `lint.*`: addresses, numbers and typography that an editor would mend.
extension RuleExplanation {
  static let lintRedirectorLink = RuleExplanation(
    .editing, .warning, "A link takes the way over a redirector that carries its target",
    reason: """
      The site between counts readers, may ask them whether they want to leave, and breaks the link on \
      the day it closes. The address that it carries works alone.
      """,
    remedy: "Link to the target itself; `check --fix` does it.",
    wrong: "[论文](https://link.zhihu.com/?target=https%3A//example.org/paper)",
    right: "[论文](https://example.org/paper)")

  static let lintTrackingParameter = RuleExplanation(
    .editing, .warning, "An address carries parameters that only follow readers",
    reason: """
      Parameters such as `utm_source`, `fbclid` and `spm` tell a site where its readers come from. The \
      page is the same without them, and the address shorter.
      """,
    remedy: "Leave them out; `check --fix` does it.",
    wrong: "[指南](https://example.org/guide?id=3&utm_source=weibo)",
    right: "[指南](https://example.org/guide?id=3)")

  static let lintInsecureLink = RuleExplanation(
    .editing, .info, "A link uses http",
    reason: """
      What a reader asks for and gets over http can be read and changed on the way. Nearly every site \
      answers under https today.
      """,
    remedy: "Try the address with https, and write that if it works.",
    wrong: "[论文](http://example.org/paper)",
    right: "[论文](https://example.org/paper)")

  static let lintRemoteImage = RuleExplanation(
    .editing, .warning, "An image lies on another host",
    reason: """
      The other host sees who reads the page, and the page changes or breaks when it does. A page that \
      has all it needs loads faster and works without a network.
      """,
    remedy: "Save the image beside the page and link to the file.",
    wrong: "![损失曲线](https://example.org/loss.png)",
    right: "![损失曲线](loss.png)")

  static let lintMissingAlt = RuleExplanation(
    .editing, .warning, "An image has no text for those who do not see it",
    reason: """
      Screen readers read the text aloud, search engines index it, and it stands there when the image \
      does not load. Without it a reader may miss the answer itself.
      """,
    remedy: "Say in a few words what the image shows.",
    wrong: "![](loss.png)",
    right: "![训练时损失下降的曲线](loss.png)")

  static let lintLostSuperscript = RuleExplanation(
    .editing, .warning, "An equation is wrong as it stands and right with a superscript",
    reason: """
      When formulas are copied as text, exponents sink to the line: 2 to the power of 4.7 becomes 24.7, \
      3 × 2 to the power of 10 becomes 3 × 210. Readers see an equation that cannot be.
      """,
    remedy: """
      Write the power as a formula; `check --fix` does it where only one reading is right, and proposes it where the \
      number is multiplied.
      """,
    wrong: "每个符号相当于 24.7=25.99 面的骰子",
    right: "每个符号相当于 $2^{4.7} = 25.99$ 面的骰子")

  static let lintTruncatedNumber = RuleExplanation(
    .editing, .info, "A result was cut off where it should have been rounded",
    reason: """
      The last digit shown is one too low: readers who compute it again get another number. In a chain \
      of results the fault grows.
      """,
    remedy: "Round the last digit, as the message says.",
    wrong: #"$\log_2 31.1 = 4.95$"#,
    right: #"$\log_2 31.1 = 4.96$"#)

  static let lintWrongNumber = RuleExplanation(
    .editing, .warning, "A computed number is wrong",
    reason: """
      Both sides of the equation are plain numbers and they are not equal to the digits shown. One of \
      them was computed, copied or guessed wrongly.
      """,
    remedy: "Compute it again; `{calc: …}` keeps a number right for ever.",
    wrong: "$2^{10} = 1000$",
    right: "$2^{10} = 1024$")

  static let lintASCIIPunctuation = RuleExplanation(
    .editing, .info, "ASCII punctuation stands between Chinese characters",
    reason: """
      The narrow marks crowd the characters before them and leave gaps behind. Chinese text has wide \
      marks of its own; numbers, code and formulas keep theirs.
      """,
    remedy: "Use the Chinese mark; `check --fix` does it.",
    wrong: "困惑度越低,模型越好.",
    right: "困惑度越低，模型越好。")

  static let lintWideForm = RuleExplanation(
    .editing, .info, "Letters, digits or brackets have the wrong width",
    reason: """
      Wide letters and digits look like others but are not: a search for GPT does not find its wide \
      form. A bracket that opens wide should not close narrow.
      """,
    remedy: "Use ASCII letters and digits, and brackets of one sort; `check --fix` does it.",
    wrong: "ＧＰＴ－４（一种模型)",
    right: "GPT-4（一种模型）")

  static let lintSpaceBeforeMark = RuleExplanation(
    .editing, .info, "A space stands before a Chinese punctuation mark",
    reason: """
      Wide marks bring their own white space. A space before them makes a hole in the line, and lets the \
      line break before the mark.
      """,
    remedy: "Delete the space; `check --fix` does it.",
    wrong: "困惑度 ，也叫 PPL 。",
    right: "困惑度，也叫 PPL。")

  static let lintDisplayInText = RuleExplanation(
    .editing, .info, "A formula between `$$` stands in the middle of a sentence",
    reason: """
      `$$` sets a formula on a line of its own wherever it stands, and tears the sentence apart. Other \
      programs set it in the line when the line goes on.
      """,
    remedy: "Write `$…$`, or set `math: {double_dollar: auto}` for the whole site.",
    wrong: "熵 $$H$$ 是平均的信息量。",
    right: "熵 $H$ 是平均的信息量。")

  static let lintMissingProvenance = RuleExplanation(
    .editing, .info, "A page does not say who or what wrote its answer",
    reason: """
      Readers trust an answer by its author, and several countries ask for a label on generated text. \
      Where nothing is said, nothing is claimed and no notice is shown.
      """,
    remedy: """
      Add `provenance: human`, `ai` or `mixed` to the front matter, or to the heading of the answer.
      """,
    wrong: "title: 什么是困惑度",
    right: """
      title: 什么是困惑度
      provenance: ai
      """)
}
