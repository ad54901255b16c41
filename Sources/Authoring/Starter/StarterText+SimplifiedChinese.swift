extension StarterText {
  static let simplifiedChinese = StarterText(
    title: "我的维基",
    configuration: """
      # 网站的设置。每一行都可以不写；全部设置见 Quaestio 的 Documentation/Configuration.md。
      title: %TITLE%
      language: %LANGUAGE%
      # description: 一句话介绍，用于搜索引擎和订阅源。
      # license: CC BY 4.0

      # 网站发布在哪里。订阅源、站点地图和各语言版本之间的链接要用到它。
      %BASE_URL%

      # 读者在哪里报告错误、查看源文件；{path}、{title} 和 {url} 会自动填好。
      # issue_url: https://github.com/you/wiki/issues/new?title={title}
      # source_url: https://github.com/you/wiki/blob/main/{path}

      # 同时发布压缩好的文件，供直接发送它们的服务器使用（见 hosting/nginx.conf）。
      # precompress: true

      # 各条规则的轻重：error、warning、info 或 off，可以针对全站，也可以针对一部分文件。
      %RULES%
      """,
    noBaseURL: "# base_url: https://example.org/wiki/",
    noBaseURLRule: """
      rules:
        # 暂不提醒缺少 base_url；填好之后请删去这一行。
        output.no-base-url: off
      """,
    noRule: """
      # rules:
      #   link.wanted: info
      #   questions/imported/**: {lint.unsourced-answer: off}
      """,
    questionName: "什么是信息熵",
    question: """
      ---
      title: 什么是信息熵？
      date: %DATE%
      tags: [信息论]
      provenance: human  # human、ai 或 mixed：答案由谁写成，读者会看到
      ---
      一个随机结果的熵量的是什么，用什么单位？

      ## 答案

      熵是一个结果平均带来的信息量[@shannon-1948, §6]。各种结果的概率为 $p_1, \\dots, p_n$ 时，熵等于

      $$H = -\\sum_{i=1}^n p_i \\log_2 p_i \\label{eq:entropy}$$

      单位是比特。由 \\eqref{eq:entropy} 可知，一枚均匀硬币的熵是 1 比特，一颗均匀骰子的熵是 $\\log_2 6$，约为
      {calc: log2(6) = 2.585} 比特。
      """,
    reference: """
      ---
      title: A Mathematical Theory of Communication
      author: Claude E. Shannon
      site: Bell System Technical Journal
      date: 1948
      url: https://doi.org/10.1002/j.1538-7305.1948.tb01338.x
      ---
      信息论的奠基论文：用熵来度量信息与选择，由三条要求推出它的形式，并说明它对编码和信道意味着什么。
      """,
    about: """
      ---
      title: 关于本站
      ---
      这里写明本站由谁撰写、写些什么、发现错误到哪里报告。一个问题是 `content/questions/` 里的一个文件，一个来源是
      `content/references/` 里的一个文件；用 `quaestio new question "……"` 开始一个新问题。

      例子见[[什么是信息熵]]。
      """)
}
