extension StarterText {
  static let traditionalChinese = StarterText(
    title: "我的維基",
    configuration: """
      # 網站的設定。每一行都可以不寫；全部設定見 Quaestio 的 Documentation/Configuration.md。
      title: %TITLE%
      language: %LANGUAGE%
      # description: 一句話介紹，用於搜尋引擎和訂閱源。
      # license: CC BY 4.0

      # 網站發布在哪裡。訂閱源、網站地圖和各語言版本之間的連結要用到它。
      %BASE_URL%

      # 讀者在哪裡回報錯誤、查看原始檔；{path}、{title} 和 {url} 會自動填好。
      # issue_url: https://github.com/you/wiki/issues/new?title={title}
      # source_url: https://github.com/you/wiki/blob/main/{path}

      # 同時發布壓縮好的檔案，供直接傳送它們的伺服器使用（見 hosting/nginx.conf）。
      # precompress: true

      # 各條規則的輕重：error、warning、info 或 off，可以針對全站，也可以針對一部分檔案。
      %RULES%
      """,
    noBaseURL: "# base_url: https://example.org/wiki/",
    noBaseURLRule: """
      rules:
        # 暫不提醒缺少 base_url；填好之後請刪去這一行。
        output.no-base-url: off
      """,
    noRule: """
      # rules:
      #   link.wanted: info
      #   questions/imported/**: {lint.unsourced-answer: off}
      """,
    questionName: "什麼是資訊熵",
    question: """
      ---
      title: 什麼是資訊熵？
      date: %DATE%
      tags: [資訊理論]
      provenance: human  # human、ai 或 mixed：答案由誰寫成，讀者會看到
      ---
      一個隨機結果的熵量的是什麼，用什麼單位？

      ## 答案

      熵是一個結果平均帶來的資訊量[@shannon-1948, §6]。各種結果的機率為 $p_1, \\dots, p_n$ 時，熵等於

      $$H = -\\sum_{i=1}^n p_i \\log_2 p_i \\label{eq:entropy}$$

      單位是位元。由 \\eqref{eq:entropy} 可知，一枚公正硬幣的熵是 1 位元，一顆公正骰子的熵是 $\\log_2 6$，約為
      {calc: log2(6) = 2.585} 位元。
      """,
    reference: """
      ---
      title: A Mathematical Theory of Communication
      author: Claude E. Shannon
      site: Bell System Technical Journal
      date: 1948
      url: https://doi.org/10.1002/j.1538-7305.1948.tb01338.x
      ---
      資訊理論的奠基論文：用熵來度量資訊與選擇，由三條要求推出它的形式，並說明它對編碼和通道意味著什麼。
      """,
    about: """
      ---
      title: 關於本站
      ---
      這裡寫明本站由誰撰寫、寫些什麼、發現錯誤到哪裡回報。一個問題是 `content/questions/` 裡的一個檔案，一個來源是
      `content/references/` 裡的一個檔案；用 `quaestio new question "……"` 開始一個新問題。

      例子見[[什麼是資訊熵]]。
      """)
}
