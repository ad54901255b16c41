import Calculator

extension CalculatorStrings {
  /// Simplified Chinese.
  static let simplifiedChinese = CalculatorStrings(
    words: CalculatorWords { Array(simplifiedChineseWord($0).utf8) },
    title: "困惑度计算器",
    introduction: "困惑度是模型平均每一步面对多少个同样可能的选择。熵用对数说的是同一件事：多一比特，困惑度就翻一倍。",
    withoutScripts: "输入自己的数需要启用脚本。没有脚本时，本页算完一个例子，下面的表列出常用的值。",
    error: "计算程序没能载入。例子和对照表仍然可用。",
    converter: "困惑度与熵",
    perplexity: "困惑度",
    entropy: "熵",
    bits: "比特",
    nats: "奈特",
    hartleys: "哈特利",
    hint: "改动任何一个数，其余的随之改变。也可以写 1e5 或 12,345。",
    base: "对数的底",
    curve: "曲线",
    copyLink: "复制链接",
    copyTex: "复制 LaTeX",
    copied: "已复制。",
    notCopied: "浏览器不允许在这里复制。",
    sequence: "整段文本",
    sequenceNote: "一段 n 个词元的文本，若每个词元都像这个困惑度所说的那样难猜，模型给它的概率。",
    tokens: "词元数 n",
    units: "每词元、每词、每字符、每字节",
    unitsNote: "分词方式不同的模型，只能按每字符或每字节来比较。下面的比值只是大概，请按自己的文本来数。",
    usual: "常见比值",
    english: "英文",
    chinese: "中文",
    tokensPerWord: "每词的词元数",
    charactersPerToken: "每词元的字符数",
    bytesPerCharacter: "每字符的字节数",
    unit: "每",
    token: "词元",
    word: "词",
    character: "字符",
    byte: "字节",
    measure: "计算自己的数据",
    measureNote: "数之间可以用逗号、空格或换行分开，百分数和 1/6 这样的分数都能读。数据不会离开你的浏览器。",
    measureKind: "数据种类",
    oneDistribution: "一个分布 P",
    twoDistributions: "两个分布 P 和 Q",
    logProbabilities: "词元的对数概率",
    fieldP: "概率 P",
    fieldQ: "概率 Q",
    fieldLogs: "对数概率，每个词元一个",
    logBase: "它们的底",
    normalize: "除以总和",
    showItem: "找到它",
    resultUnit: "结果的单位",
    table: "困惑度与熵的对照",
    tableNote: "熵取五位有效数字。",
    explanation: "这些数是什么意思",
    aboutDie: "困惑度为 k，就同掷一枚 k 个面的均匀骰子一样没把握。困惑度为 31.1 的模型，每猜一个词元，就像在猜这样一枚骰子的点数。",
    aboutBases: "对数的底 b 决定熵的单位：2 得比特，e 得奈特，10 得哈特利。只要取对数和取指数用同一个底，困惑度都一样。",
    aboutCross: "测试模型时量到的是交叉熵：对真正出现的词元取 −log q 的平均。它不会低于文本自身的熵，多出的部分就是散度 D(P‖Q)。",
    aboutSources: "熵：Shannon（1948）。困惑度：Jelinek、Mercer、Bahl、Baker（1977）。英文每字符的交叉熵：Brown 等（1992）。",
    exercises: "自己试一试",
    exercise: "练习",
    solution: "解答",
    exerciseBits: "一个模型的困惑度是 31.1。它每个词元要用多少比特？",
    exercisePerplexity: "一份报告说每个词元 4.7 比特。困惑度是多少？",
    exerciseNats: "训练日志里的损失是 2.5，单位是奈特。困惑度是多少？合多少比特？",
    open: "在计算器中打开"
  )

  private static func simplifiedChineseWord(_ key: CalculatorWords.Key) -> String {
    switch key {
    case .notANumber: "这不是一个数。请用数字和小数点来写，例如 31.1 或 2e5。"
    case .infinite: "无穷大不能拿来计算。"
    case .tooLarge: "这个数太大，算不了。"
    case .perplexityBelowOne: "困惑度不小于 1：再确定的事也有一个选择。"
    case .entropyNegative: "熵不小于 0。"
    case .ratioNotPositive: "比值要大于 0。"
    case .tokensNotCount: "词元数是从 1 起的整数。"
    case .token: "词元"
    case .word: "词"
    case .character: "字符"
    case .byte: "字节"
    case .bits, .bit: "比特"
    case .nats, .nat: "奈特"
    case .hartleys, .hartley: "哈特利"
    case .die: "就像掷一枚有 {n} 个面的均匀骰子一样没把握。"
    case .certain: "完全确定：只有一个选择。"
    case .plotTitle: "曲线 PPL = b^H"
    case .plotDescription: "熵为 {h} {unit}时，困惑度为 {ppl}。"
    case .item: "第 {line} 行、第 {n} 个数“{text}”：{why}"
    case .itemNotANumber: "这不是一个数。"
    case .itemUndefined: "NaN 表示此前的计算已经出错。"
    case .itemNegative: "概率不会是负数。"
    case .itemInfinite: "无穷大不是概率。"
    case .itemTooLarge: "这个数太大，算不了。"
    case .itemPositive: "对数概率不会大于 0，因为概率至多是 1。"
    case .itemImpossible: "模型给这个词元的概率是 0，交叉熵和困惑度都是无穷大。"
    case .itemMissedByQ: "P 中会发生的事，Q 给的概率是 0，交叉熵和散度都是无穷大。"
    case .sumIsNotOne: "这些概率之和是 {sum}，不是 1。"
    case .normalized: "已除以总和 {sum}。"
    case .sumIsZero: "全是 0，不能除以总和。"
    case .countsDiffer: "P 有 {n} 个数，Q 有 {m} 个；每个结果两边各要一个数。"
    case .tooLong: "文本太长：最多读 4 MB。"
    case .entropy: "熵"
    case .crossEntropy: "交叉熵"
    case .divergence: "散度"
    case .perplexity: "困惑度"
    case .outcomes: "结果数"
    case .tokens: "词元数"
    case .more: "……另有 {n} 个"
    }
  }
}
