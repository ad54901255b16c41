import Testing

@testable import SearchIndex

@Suite("Character table")
struct CharacterTableTests {
  private let table = CharacterTable.bundled

  @Test("where it is not asked for, an engine without it reads the same")
  func builtIn() {
    var exceptions: [UInt32] = []
    for scalar in UInt32(0x80)..<0x11_0000 where !CharacterTable.mayChange(scalar) {
      guard Unicode.Scalar(scalar)?.properties.generalCategory != .unassigned else { continue }
      let (kind, value) = CharacterTable.builtIn.lookUp(scalar)
      let (whole, wholeValue) = table.lookUp(scalar)
      let isSame = kind == whole || whole == .ideograph && kind == .uncertain
      if !isSame || kind != .separator && kind != .ignored && value != wholeValue {
        exceptions.append(scalar)
      }
    }
    #expect(exceptions == [])
    var generator = SplitMix(state: 6)
    for _ in 0..<300 {
      let text = generator.hostileText(pieces: 12)
      if !CharacterTable.mayChange(text), String(validating: text, as: UTF8.self) != nil {
        #expect(tokens(text, .builtIn) == tokens(text))
      }
    }
  }

  @Test(
    "a text in either script gives the same terms",
    arguments: [
      ("機器學習", "机器学习"), ("稀疏性與困惑度", "稀疏性与困惑度"), ("語言模型的損失函數", "语言模型的损失函数"),
      ("臺灣", "台湾"), ("為什麼", "为什么"), ("爲甚麽", "为甚么"), ("頭髮與發現", "头发与发现"), ("乾隆", "干隆"),
      ("\u{F90A}\u{F9BA}", "金了"), ("⻑", "长"), ("⼈⼯⻔", "人工门"),
    ])
  func folding(traditional: String, simplified: String) {
    let found = tokens(utf8(traditional))
    #expect(found == tokens(simplified))
    #expect(found == tokens(utf8(simplified), .builtIn))
    #expect(CharacterTable.mayChange(utf8(traditional)))
  }

  @Test("simplified characters, kana, letters and other planes stay")
  func unchanged() {
    for character in "机器学习稀疏性困惑度后里面台湾か가α㐀𠮷".unicodeScalars {
      #expect(table.lookUp(character.value).value == character.value)
    }
  }

  @Test("the table changes no ideograph twice, and is asked for all that it changes")
  func keys() {
    let ideographs = (UInt32(0x2E80)...0xFAFF).filter {
      table.lookUp($0).kind == .ideograph && !(0x30A1...0x30F6 ~= $0)
    }
    let keys = ideographs.filter { table.folded(ideograph: $0) != $0 }
    #expect(keys.count > 3000)
    let twice = keys.filter {
      table.folded(ideograph: table.folded(ideograph: $0)) != table.folded(ideograph: $0)
    }
    #expect(twice == [])
    #expect(keys.filter { !CharacterTable.mayChange($0) } == [])
  }

  @Test("it is not asked for the rarer characters of GB 2312 that it leaves")
  func rareSimplified() {
    let characters = "亍丌兀丐廿卅丕亘丞孬噩禺匕乇夭爻卮氐囟胤馗毓睾亟鼐乜乩亓芈孛啬嘏仄厝厣厥靥赝匦匮赜刭刿剀剽冂罔仂伛伥伧佞攸佚"
    for scalar in characters.unicodeScalars where table.folded(ideograph: scalar.value) == scalar.value {
      #expect(!CharacterTable.mayChange(scalar.value))
    }
  }

  @Test(
    "ordinary Simplified, Latin and Japanese text does not ask for the table",
    arguments: [
      "什么是模型的稀疏性？", "如何比较两个语言模型的困惑度", "这个问题为什么没有答案", "大语言模型和通用人工智能有什么区别", "向量数据库怎么选",
      "深度学习中的注意力机制", "梯度下降法的学习率", "What is Q-Sparse?", "2^4.7 = 25.99 θ", "ニューロン", "한국어", "", "\u{1F600}",
    ])
  func ordinary(text: String) {
    #expect(!CharacterTable.mayChange(utf8(text)))
  }

  @Test("truncated, lengthened and random bytes are no table, or one that answers")
  func damage() {
    for length in stride(from: 0, to: CharacterTable.file.count, by: 97) {
      _ = CharacterTable(Array(CharacterTable.file[..<length]), from: 0)
    }
    #expect(CharacterTable([], from: 0) == nil)
    #expect(CharacterTable(Array(CharacterTable.file.dropLast()), from: 0) == nil)
    #expect(CharacterTable(CharacterTable.file + [0], from: 0) == nil)
    var generator = SplitMix(state: 5)
    for _ in 0..<60 {
      var bytes = CharacterTable.file
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let damaged = CharacterTable(bytes, from: 0) else { continue }
      for scalar in UInt32(0x80)..<0x20000 where !(0xD800..<0xE000 ~= scalar) {
        let (kind, value) = damaged.lookUp(scalar)
        if [.letter, .ideograph].contains(kind), Unicode.Scalar(value) == nil {
          Issue.record("\(scalar) becomes \(value)")
        }
      }
      _ = tokens(generator.hostileText(pieces: 20), damaged)
    }
  }
}
