import Testing

@testable import KnowledgeBase

@Suite("What two texts share is named in whole words")
struct SharedWordingTests {
  private func name(_ term: String, _ text: String, _ other: String) -> String? {
    var wording = SharedWording(Array(text.utf8))
    return wording.name(of: Array(term.utf8), sharedWith: Array(other.utf8))?.text
  }

  @Test(
    "A phrase that was cut within a word grows to what both texts hold",
    arguments: [
      ("秩激", "大模型的低秩激活有多稀疏。", "为什么低秩激活能压缩？", "低秩激活"),
      ("秩激", "低秩激活与其他。", "低秩激活与稀疏。", "低秩激活"),
      ("秩激", "低秩激活，低秩激活。", "低秩激活；高秩激活", "低秩激活"),
      ("熵", "交叉熵很小", "最小化交叉熵", "交叉熵"), ("权求", "加权求和的结果", "用加权求和得到", "加权求和"),
      ("秩激", "大模型的低秩激活和稀疏激活都可以压缩", "大模型的低秩激活和稀疏激活都可以压缩", "低秩激活"),
      ("梯度", "随机梯度下降法的收敛速度分析", "随机梯度下降法的收敛速度分析", "随机梯度下降法"),
      ("果排", "它把因果排序", "它把因果排序", "因果排序"), ("抗精", "其中对抗精度会", "其中对抗精度会", "对抗精度"),
      ("线学", "在在线学习中", "在在线学习中", "在线学习"),
      ("训练", "训练目的：快", "看训练目的，再看", "训练目的"),
    ])
  func grows(_ term: String, _ text: String, _ other: String, _ expected: String) {
    #expect(name(term, text, other) == expected)
    #expect(name(term, other, text) == expected)
  }

  @Test(
    "A phrase that stands by itself, or of which nothing better is known, stays",
    arguments: [
      ("困惑度", "困惑度和熵", "困惑度的对数"), ("困惑度", "什么是困惑度，困惑度怎么算", "什么是困惑度"),
      ("困惑", "模型很困惑。困惑度", "困惑度，又困惑。"), ("熵", "熵是期望", "求熵"), ("秩激", "没有", "低秩激活"),
      ("秩激", "低秩激活", "没有"), ("梯度", "随机梯度下降法收敛速度分析", "随机梯度下降法收敛速度分析"),
      ("模型", "", ""), ("ニューラル", "ニューラル網", "ニューラル網"), ("é", "é", "é"),
    ])
  func stays(_ term: String, _ text: String, _ other: String) {
    #expect(name(term, text, other) == term)
  }

  @Test(
    "Function words end no name, and alone they are none",
    arguments: [
      ("程是", "训练流程是多少", "流程是多少？", "流程"), ("个问题", "一个问题", "两个问题", "问题"), ("新和", "更新和删除", "创新和", nil),
      ("是多少", "它是多少", "熵是多少", nil), ("求和", "先求和", "再求和", "求和"), ("目的", "目的：甲", "目的，乙", "目的"),
      ("熵", "熵是", "熵，", "熵"), ("困惑度", "什么是困惑度", "什么是困惑度", "困惑度"),
    ])
  func functionWords(_ term: String, _ text: String, _ other: String, _ expected: String?) {
    #expect(name(term, text, other) == expected)
  }

  @Test(
    "Pairs that are not one behind the other in both texts make no phrase",
    arguments: [
      ("来说明这个具体", "下面来说明。这个例子很具体", "先说明一下，这个值具体是", "说明"), ("量化压缩", "先量化，再压缩", "压缩与量化", "量化"),
      ("低秩激活", "低秩激活", "秩激活；低秩", "秩激活"),
    ])
  func brokenChains(_ term: String, _ text: String, _ other: String, _ expected: String?) {
    #expect(name(term, text, other) == expected)
  }

  @Test(
    "A phrase does not reach over function characters, nor end within a question word",
    arguments: [
      ("困惑度和交叉", "困惑度和交叉熵，困惑度和交叉", "困惑度和交叉项", "困惑度"), ("熵是什", "熵是什么", "熵是什麼", nil),
      ("总和误差", "总和误差大", "总和误差小", "总和误差"), ("有向图", "有向图和树", "有向图与树", "有向图"),
    ])
  func functionCharacters(_ term: String, _ text: String, _ other: String, _ expected: String?) {
    #expect(name(term, text, other) == expected)
  }

  @Test("Common words are no reason")
  func commonWords() {
    #expect(name("per", "bits per token", "bits per word") == nil)
    #expect(name("token", "bits per token", "a token") == "token")
  }

  @Test("Traditional texts are named in their own characters")
  func traditional() {
    #expect(name("信息", "資訊與信息", "信息") == "信息")
    #expect(name("语言模型", "語言模型很大", "大語言模型") == "語言模型")
    #expect(name("语言模型", "語言模型很大", "语言模型的大小") == "語言模型")
  }

  @Test(
    "Words of addresses are not named",
    arguments: [
      ("e5", "见 https://zh.example.org/wiki/%E5%9B%B0", "困惑 %E5 https://a.example/%E5%9B"),
      ("https", "见<https://a.example/b>。", "https://b.example"),
      ("www", "www.a.example 与 www.b.example", "www"),
      ("wiki", "[x](https://a.example/wiki/x) 的 wiki", "only https://a.example/wiki"),
    ])
  func addresses(_ word: String, _ text: String, _ other: String) {
    #expect(name(word, text, other) == nil && name(word, other, text) == nil)
  }

  @Test(
    "Other words are named, in addresses or not",
    arguments: [
      ("perplexity", "Perplexity, see https://a.example/perplexity", "of PERPLEXITY"),
      ("wiki", "a wiki", "Wiki."),
      ("sparse", "Q-Sparse 是", "sparse"), ("cafe", "Café", "café"), ("model", "models", "models"),
    ])
  func words(_ word: String, _ text: String, _ other: String) {
    #expect(name(word, text, other) == word)
  }
}
