import Testing

@testable import SearchIndex

private func queryTerms(_ query: String) -> [String] {
  Query(utf8(query), .bundled).terms.map { text($0.bytes) }
}

@Suite("Terms of a query")
struct AnalysisQueryTests {
  @Test(
    "function words are left out where anything else is left",
    arguments: [
      ("What is the entropy of a model?", ["entropy", "model"]),
      ("什么是稀疏性", ["是稀", "稀疏", "疏性"]),
      ("为什么稀疏", ["么稀", "稀疏"]),
      ("熵 是 什么", ["熵"]),
      ("what is it", ["what", "is", "it"]),
      ("什么", ["什么"]),
      ("的", ["的"]),
      ("it's a don't", ["dont"]),
    ])
  func functionWords(query: String, expected: [String]) {
    #expect(queryTerms(query) == expected)
  }

  @Test(
    "beside five terms that tell more, pairs with a frequent character are left out",
    arguments: [
      (
        "稀疏激活与权重剪枝的区别", ["稀疏", "疏激", "激活", "权重", "重剪", "剪枝", "区别"]
      ),
      // Four such terms are not enough.
      ("稀疏与激活的熵", ["稀疏", "疏与", "与激", "激活", "活的", "的熵"]),
      ("的确与其", ["的确", "确与", "与其"]),
    ])
  func commonPairs(query: String, expected: [String]) {
    #expect(queryTerms(query) == expected)
  }

  @Test("a page with the form asked for comes before pages with other forms, and all are found")
  func forms() throws {
    for asked in ["train", "trains", "trained", "training"] {
      let library = Library(
        ["train", "trains", "trained", "training"].map {
          page("\($0)/", answer: "alpha \($0) beta gamma delta epsilon zeta eta theta iota")
        } + (0..<8).map { page("other\($0)/", answer: "alpha beta gamma delta epsilon zeta eta theta iota") })
      let found = try library.paths(asked)
      #expect(found.first == "\(asked)/")
      #expect(Set(found) == ["train/", "trains/", "trained/", "training/"])
    }
  }

  @Test(
    "spellings of a name find each other's pages",
    arguments: [
      ("gpt4", "GPT-4"), ("gpt-4", "gpt4"), ("email", "e-mail"), ("e-mail", "email"), ("c++", "C++"),
      (".net", ".NET"),
      ("fooBar", "foo_bar"), ("foo_bar", "fooBar"), ("1000", "1,000"), ("log2", "\\log_2"),
      ("Erdos", "Erdős"),
      ("kmeans", "k-means"), ("β1", "β₁"), ("にゅーろん", "ﾆｭｰﾛﾝ"),
    ])
  func spellings(query: String, written: String) throws {
    let library = Library([
      page("found/", answer: "alpha \(written) omega"), page("other/", answer: "alpha omega c net foo"),
    ])
    #expect(try library.paths(query).first == "found/")
  }
}
