import Testing

@testable import SearchIndex

@Suite("Traditional and Simplified")
struct AnalysisTraditionalTests {
  private let table: TraditionalTable

  init() throws {
    table = try #require(TraditionalTable.bundled)
  }

  @Test(
    "a text in either script gives the same terms",
    arguments: [
      ("機器學習", "机器学习"), ("稀疏性與困惑度", "稀疏性与困惑度"), ("語言模型的損失函數", "语言模型的损失函数"),
      ("臺灣", "台湾"), ("為什麼", "为什么"), ("爲甚麽", "为甚么"), ("頭髮與發現", "头发与发现"), ("乾隆", "干隆"),
      ("\u{F90A}\u{F9BA}", "金了"), ("⻑", "长"), ("⼈⼯⻔", "人工门"),
    ])
  func folding(traditional: String, simplified: String) {
    let found = tokens(utf8(traditional), traditional: table)
    #expect(found == tokens(utf8(simplified), traditional: table))
    #expect(found == tokens(simplified))
    #expect(TraditionalTable.mayHoldTraditional(utf8(traditional)))
  }

  @Test("simplified characters, kana, letters and other planes stay")
  func unchanged() {
    for character in "机器学习稀疏性困惑度后里面台湾か가α㐀𠮷".unicodeScalars {
      #expect(table.simplified(character.value) == character.value)
    }
    #expect(table.simplified(0) == 0 && table.simplified(0x10FFFF) == 0x10FFFF)
  }

  @Test("the table changes no character twice, and the test before it misses none that it changes")
  func keys() {
    let keys = (UInt32(0)...0x2FFFF).filter { table.simplified($0) != $0 }
    #expect(keys.count > 3000)
    #expect(keys.filter { table.simplified(table.simplified($0)) != table.simplified($0) } == [])
    #expect(keys.filter { !TraditionalTable.mayBeTraditional($0) } == [])
  }

  @Test("the test before the table says no to the rarer characters of GB 2312 that the table leaves")
  func rareSimplified() {
    let characters = "亍丌兀丐廿卅丕亘丞孬噩禺匕乇夭爻卮氐囟胤馗毓睾亟鼐乜乩亓芈孛啬嘏仄厝厣厥靥赝匦匮赜刭刿剀剽冂罔仂伛伥伧佞攸佚"
    for scalar in characters.unicodeScalars where table.simplified(scalar.value) == scalar.value {
      #expect(!TraditionalTable.mayBeTraditional(scalar.value))
    }
  }

  @Test(
    "ordinary Simplified, Latin and Japanese text does not ask for the table",
    arguments: [
      "什么是模型的稀疏性？", "如何比较两个语言模型的困惑度", "这个问题为什么没有答案", "大语言模型和通用人工智能有什么区别", "向量数据库怎么选",
      "深度学习中的注意力机制", "梯度下降法的学习率", "What is Q-Sparse?", "2^4.7 = 25.99 θ", "ニューロン", "한국어", "", "\u{1F600}",
    ])
  func ordinary(text: String) {
    #expect(!TraditionalTable.mayHoldTraditional(utf8(text)))
  }

  @Test("truncated, lengthened and random bytes are no table, or one that answers")
  func damage() {
    for length in stride(from: 0, to: traditionalTable.count, by: 97) {
      #expect(TraditionalTable(Array(traditionalTable[..<length])) == nil)
    }
    #expect(TraditionalTable(traditionalTable + [0]) == nil)
    var generator = SplitMix(state: 5)
    for _ in 0..<30 {
      var bytes = traditionalTable
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let damaged = TraditionalTable(bytes) else { continue }
      let isSound = (UInt32(0x3300)..<0xFC00).allSatisfy {
        Unicode.Scalar(damaged.simplified($0)) != nil || $0 >= 0xD800
      }
      #expect(isSound)
    }
  }
}
