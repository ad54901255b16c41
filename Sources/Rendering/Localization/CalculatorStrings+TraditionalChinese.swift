import Calculator

extension CalculatorStrings {
  /// Traditional Chinese.
  static let traditionalChinese = CalculatorStrings(
    words: CalculatorWords { Array(traditionalChineseWord($0).utf8) },
    title: "困惑度計算器",
    introduction: "困惑度是模型平均每一步面對多少個同樣可能的選擇。熵用對數說的是同一件事：多一位元，困惑度就翻一倍。",
    withoutScripts: "輸入自己的數需要啟用指令碼。沒有指令碼時，本頁算完一個例子，下面的表列出常用的值。",
    error: "計算程式未能載入。例子和對照表仍然可用。",
    converter: "困惑度與熵",
    perplexity: "困惑度",
    entropy: "熵",
    bits: "位元",
    nats: "奈特",
    hartleys: "哈特利",
    hint: "改動任何一個數，其餘的隨之改變。也可以寫 1e5 或 12,345。",
    base: "對數的底",
    curve: "曲線",
    copyLink: "複製連結",
    copyTex: "複製 LaTeX",
    copied: "已複製。",
    notCopied: "瀏覽器不允許在這裡複製。",
    sequence: "整段文字",
    sequenceNote: "一段 n 個詞元的文字，若每個詞元都像這個困惑度所說的那樣難猜，模型給它的機率。",
    tokens: "詞元數 n",
    units: "每詞元、每詞、每字元、每位元組",
    unitsNote: "分詞方式不同的模型，只能按每字元或每位元組來比較。下面的比值只是大概，請按自己的文字來數。",
    usual: "常見比值",
    english: "英文",
    chinese: "中文",
    tokensPerWord: "每詞的詞元數",
    charactersPerToken: "每詞元的字元數",
    bytesPerCharacter: "每字元的位元組數",
    unit: "每",
    token: "詞元",
    word: "詞",
    character: "字元",
    byte: "位元組",
    measure: "計算自己的資料",
    measureNote: "數之間可以用逗號、空格或換行分開，百分數和 1/6 這樣的分數都能讀。資料不會離開你的瀏覽器。",
    measureKind: "資料種類",
    oneDistribution: "一個分布 P",
    twoDistributions: "兩個分布 P 和 Q",
    logProbabilities: "詞元的對數機率",
    fieldP: "機率 P",
    fieldQ: "機率 Q",
    fieldLogs: "對數機率，每個詞元一個",
    logBase: "它們的底",
    normalize: "除以總和",
    showItem: "找到它",
    resultUnit: "結果的單位",
    table: "困惑度與熵的對照",
    tableNote: "熵取五位有效數字。",
    explanation: "這些數是什麼意思",
    aboutDie: "困惑度為 k，就同擲一枚 k 個面的均勻骰子一樣沒把握。困惑度為 31.1 的模型，每猜一個詞元，就像在猜這樣一枚骰子的點數。",
    aboutBases: "對數的底 b 決定熵的單位：2 得位元，e 得奈特，10 得哈特利。只要取對數和取指數用同一個底，困惑度都一樣。",
    aboutCross: "測試模型時量到的是交叉熵：對真正出現的詞元取 −log q 的平均。它不會低於文字自身的熵，多出的部分就是散度 D(P‖Q)。",
    aboutSources: "熵：Shannon（1948）。困惑度：Jelinek、Mercer、Bahl、Baker（1977）。英文每字元的交叉熵：Brown 等（1992）。",
    exercises: "自己試一試",
    exercise: "練習",
    solution: "解答",
    exerciseBits: "一個模型的困惑度是 31.1。它每個詞元要用多少位元？",
    exercisePerplexity: "一份報告說每個詞元 4.7 位元。困惑度是多少？",
    exerciseNats: "訓練日誌裡的損失是 2.5，單位是奈特。困惑度是多少？合多少位元？",
    open: "在計算器中開啟"
  )

  private static func traditionalChineseWord(_ key: CalculatorWords.Key) -> String {
    switch key {
    case .notANumber: "這不是一個數。請用數字和小數點來寫，例如 31.1 或 2e5。"
    case .infinite: "無窮大不能拿來計算。"
    case .tooLarge: "這個數太大，算不了。"
    case .perplexityBelowOne: "困惑度不小於 1：再確定的事也有一個選擇。"
    case .entropyNegative: "熵不小於 0。"
    case .ratioNotPositive: "比值要大於 0。"
    case .tokensNotCount: "詞元數是從 1 起的整數。"
    case .token: "詞元"
    case .word: "詞"
    case .character: "字元"
    case .byte: "位元組"
    case .bits, .bit: "位元"
    case .nats, .nat: "奈特"
    case .hartleys, .hartley: "哈特利"
    case .die: "就像擲一枚有 {n} 個面的均勻骰子一樣沒把握。"
    case .certain: "完全確定：只有一個選擇。"
    case .plotTitle: "曲線 PPL = b^H"
    case .plotDescription: "熵為 {h} {unit}時，困惑度為 {ppl}。"
    case .item: "第 {line} 行、第 {n} 個數「{text}」：{why}"
    case .itemNotANumber: "這不是一個數。"
    case .itemUndefined: "NaN 表示此前的計算已經出錯。"
    case .itemNegative: "機率不會是負數。"
    case .itemInfinite: "無窮大不是機率。"
    case .itemTooLarge: "這個數太大，算不了。"
    case .itemPositive: "對數機率不會大於 0，因為機率至多是 1。"
    case .itemImpossible: "模型給這個詞元的機率是 0，交叉熵和困惑度都是無窮大。"
    case .itemMissedByQ: "P 中會發生的事，Q 給的機率是 0，交叉熵和散度都是無窮大。"
    case .sumIsNotOne: "這些機率之和是 {sum}，不是 1。"
    case .normalized: "已除以總和 {sum}。"
    case .sumIsZero: "全是 0，不能除以總和。"
    case .countsDiffer: "P 有 {n} 個數，Q 有 {m} 個；每個結果兩邊各要一個數。"
    case .tooLong: "文字太長：最多讀 4 MB。"
    case .entropy: "熵"
    case .crossEntropy: "交叉熵"
    case .divergence: "散度"
    case .perplexity: "困惑度"
    case .outcomes: "結果數"
    case .tokens: "詞元數"
    case .more: "……另有 {n} 個"
    }
  }
}
