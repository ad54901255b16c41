import Testing

@testable import SearchIndex

/// One index for Simplified and Traditional Chinese.
@Suite struct TraditionalQueryTests {
  private static let library = Library([
    page("simplified/", title: "机器学习的损失函数", answer: "训练语言模型时，交叉熵是损失。"),
    page("traditional/", title: "機器學習的損失函數", answer: "訓練語言模型時，交叉熵是損失。"),
    page("other/", title: "苹果", answer: "水果。"),
  ])

  private func kinds(_ query: String) throws -> Set<Character> {
    var engine = try Self.library.engine()
    engine.begin(utf8(query), QueryOptions(limit: 10))
    var kinds: Set<Character> = []
    while case let names = engine.needs(), !names.isEmpty {
      for name in names {
        kinds.insert(text(name).first ?? " ")
        engine.supply(name, Self.library.files[text(name)])
      }
    }
    return kinds
  }

  @Test(arguments: ["机器学习", "機器學習", "損失函數", "损失函数", "訓練語言模型", "训练语言模型"])
  func eitherScriptFindsBoth(_ query: String) throws {
    #expect(try Set(Self.library.paths(query)) == ["simplified/", "traditional/"])
  }

  @Test("Only a query with characters that the table may change loads it, or one with a phrase")
  func tableOnDemand() throws {
    for query in ["機器學習", "naïve", "𝑥", "Ω", "\"机器学习\""] {
      #expect(try kinds(query).contains("c"), "\(query)")
    }
    for query in ["机器学习", "什么是困惑度？", "perplexity’s", "交叉", "2^4.7", "ＧＰＴ４", "ニューロン", "한국어", "язык"] {
      #expect(try !kinds(query).contains("c"), "\(query)")
    }
  }

  @Test("Without the table a query goes on as it was typed, and the loss is told")
  func missingTable() throws {
    var library = Self.library
    library.files = library.files.filter { !$0.key.hasPrefix("c-") }
    var engine = try library.engine()
    let (results, _) = library.answer(utf8("模型語言"), with: &engine)
    #expect(!results.isEmpty)
    #expect(!engine.problems.isEmpty)
  }

  @Test("A phrase is verified in pages of the other script")
  func phrase() throws {
    var library = Self.library
    for path in ["simplified/", "traditional/", "other/"] {
      let title = path == "traditional/" ? "機器學習的損失函數" : "机器学习的损失函数"
      library.files["../\(path)index.md"] = utf8(title)
    }
    #expect(try Set(library.paths("\"学习的损失\"")) == ["simplified/", "traditional/"])
  }
}
