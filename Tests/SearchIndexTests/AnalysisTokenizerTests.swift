import Testing

@testable import SearchIndex

@Suite("Tokenizer")
struct AnalysisTokenizerTests {
  @Test(
    "words are folded: case, diacritics, width, compatibility letters",
    arguments: [
      ("Hello World", ["hello", "world"]),
      ("naïve Café", ["naive", "cafe"]),
      ("Straße Ærø Łódź", ["strasse", "aero", "lodz"]),
      ("Erdős Schrödinger Việt", ["erdos", "~erdo", "schrodinger", "viet"]),
      ("ＧＰＴ　模", ["gpt", "模", "|1"]),
      ("e\u{301}tude", ["etude"]),
      ("ΕΝΤΡΟΠΊΑ σοφός ᾠδή", ["εντροπια", "σοφοσ", "ωδη"]),
      ("Энтропия Ёлка", ["энтропия", "елка"]),
      ("θ β₁ x² H₂O", ["θ", "β1", "x2", "h2o"]),
      ("𝑝 and 𝐇 ℝ ℓ", ["p", "and", "h", "r", "l"]),
      ("ﬁt Ⅳ ㏒ µm 5㎏", ["fit", "iv", "log", "μm", "5kg", "(5)", "(kg)"]),
      ("①② ⑽ 3½", ["1", "2", "10", "3", "1", "2"]),
      ("25℃ Word™", ["25", "c", "word"]),
      ("soft\u{AD}hyphen zero\u{200B}width", ["softhyphen", "zerowidth"]),
    ])
  func folding(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(
    "identifiers are sent whole and in parts",
    arguments: [
      ("Q-Sparse", ["q-sparse", "(q)", "(sparse)", "(qsparse)"]),
      ("GPT-4", ["gpt-4", "(gpt)", "(4)", "(gpt4)"]),
      ("GPT4", ["gpt4", "(gpt)", "(4)"]),
      ("gpt-3.5", ["gpt-3.5", "(gpt)", "(3.5)", "(gpt3.5)"]),
      ("gpt3.5", ["gpt3.5", "(gpt)", "(3.5)"]),
      ("4bit", ["4bit", "(4)", "(bit)"]),
      ("k-means", ["k-means", "(k)", "(means)", "~mean", "(kmeans)"]),
      ("torch.nn.Linear", ["torch.nn.linear", "(torch)", "(nn)", "(linear)"]),
      ("foo_bar", ["foo_bar", "(foo)", "(bar)", "(foobar)"]),
      ("2^4.7", ["2^4.7", "(2)", "(4.7)"]),
      ("25.99 3.14", ["25.99", "3.14"]),
      ("\\log_2 x", ["log_2", "(log)", "(2)", "(log2)", "x"]),
      ("C++ and C#", ["c++", "(c)", "and", "c#", "(c)"]),
      ("C++语言", ["c++", "(c)", "语", "语言", "言", "|2"]),
      (".NET", [".net", "(net)"]),
      ("用.NET写", ["用", "|1", ".net", "(net)", "写", "|1"]),
      ("H(P,Q)", ["h", "p", "q"]),
      ("2020-01-02", ["2020-01-02", "(2020)", "(01)", "(02)"]),
      ("TCP/IP", ["tcp/ip", "(tcp)", "(ip)"]),
      ("3/4 of 2014/15", ["3/4", "(3)", "(4)", "of", "2014/15", "(2014)", "(15)"]),
      ("see://a.b/c/", ["see", "a.b/c", "(a)", "(b)", "(c)"]),
      ("end. Next", ["end", "next"]),
      ("i.i.d. Ph.D.", ["i.i.d", "(i)", "(i)", "(d)", "(iid)", "ph.d", "(ph)", "(d)", "(phd)"]),
      ("Node.js D3.js", ["node.js", "(node)", "(js)", "(nodejs)", "d3.js", "(d3)", "(js)", "(d3js)"]),
      ("nn.Module v.1", ["nn.module", "(nn)", "(module)", "v.1", "(v)", "(1)"]),
      ("a.b-c x.y.zzz", ["a.b-c", "(a)", "(b)", "(c)", "(abc)", "x.y.zzz", "(x)", "(y)", "(zzz)"]),
      ("a -- b", ["a", "b"]),
      ("x...y", ["x", "y"]),
      ("x…y", ["x", "y"]),
      ("...net", ["net"]),
      ("-dash-", ["dash"]),
      ("#tag", ["tag"]),
      ("k=5, x==y", ["k=5", "(k)", "(5)", "x", "y"]),
    ])
  func identifiers(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(
    "a capital within a word begins a part, where letters stand on both sides",
    arguments: [
      ("camelCase", ["camelcase", "(camel)", "(case)"]),
      ("HTMLParser", ["htmlparser", "(html)", "(parser)"]),
      ("ChatGPT", ["chatgpt", "(chat)", "(gpt)"]),
      ("getHTTPResponse", ["gethttpresponse", "(get)", "(http)", "(response)"]),
      ("iPhone pH xAI", ["iphone", "ph", "xai"]),
      ("GPUs", ["gpus", "~gpu"]),
      ("Hello HELLO", ["hello", "hello"]),
      (
        "fooBar.bazQux",
        ["foobar.bazqux", "(foo)", "(bar)", "(foobar)", "(baz)", "(qux)", "(bazqux)"]
      ),
      ("ResNet-50", ["resnet-50", "(res)", "(net)", "(resnet)", "(50)", "(resnet50)"]),
      ("ChatGPT4", ["chatgpt4", "(chat)", "(gpt4)", "(gpt)", "(4)", "(chatgpt)", "(4)"]),
      ("WebSockets", ["websockets", "(web)", "(sockets)", "~socket", "~websocket"]),
    ])
  func humps(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(
    "commas group digits by three, and only then",
    arguments: [
      ("1,000", ["1000"]),
      ("12,345,678.9", ["12345678.9"]),
      ("1,000,", ["1000"]),
      ("1,2,3", ["1", "2", "3"]),
      ("1,0000", ["1", "0000"]),
      ("1234,567", ["1234", "567"]),
      ("12,34", ["12", "34"]),
      ("1, 000", ["1", "000"]),
      ("x1,000", ["x1", "000"]),
      ("0.5,125", ["0.5", "125"]),
    ])
  func groups(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(
    "apostrophes vanish, a possessive with its s",
    arguments: [
      ("don't", ["dont"]),
      ("it’s", ["it"]),
      ("Bayes' rule", ["bayes", "~baye", "rule"]),
      ("model's", ["model"]),
      ("L'Hôpital", ["lhopital", "(l)", "(hopital)"]),
      ("they're 'quoted'", ["theyre", "quoted", "~quote"]),
      ("O'Brien-Smith's", ["obrien-smith", "(o)", "(brien)", "(obrien)", "(smith)", "(obriensmith)"]),
    ])
  func apostrophes(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test(
    "spellings of one name share a term that no other name has",
    arguments: [
      ("GPT-4", "gpt4"), ("GPT-4", "GPT 4"), ("gpt4", "gpt 4"), ("e-mail", "email"), ("foo_bar", "fooBar"),
      ("log_2", "log₂"), ("x^2", "x²"), ("1,000", "1000"), ("naïve", "naive"), ("Bayes’", "bayes"),
      ("trained", "training"), ("fine-tuned", "fine-tune"), ("4-bit", "4bit"), ("100 GB", "100GB"),
      ("entropies", "entropy"), ("don’t", "dont"), ("ﾆｭｰﾛﾝ", "ニューロン"), ("ニュース", "にゅーす"),
    ])
  func sharing(first: String, second: String) {
    #expect(!terms(first).intersection(terms(second)).subtracting(["4", "x", "2"]).isEmpty)
  }

  @Test(
    "different names share no whole word",
    arguments: [
      ("c++", "c#"), ("2^10", "210"), ("2-3", "23"), ("1,2", "12"), ("3.14", "314"), ("string", "str"),
      ("sparse", "q-sparse"), ("is", "i"), ("analysis", "analysi"), ("process", "proces"), ("λ", "μ"),
    ])
  func separation(first: String, second: String) {
    #expect(tokens(first).first != tokens(second).first)
    let whole = tokens(first)[0]
    #expect(!tokens(second).contains { $0 == whole || $0 == "~\(whole)" })
  }

  @Test(
    "ideographs come alone and in overlapping pairs",
    arguments: [
      ("稀疏性", ["稀", "稀疏", "疏", "疏性", "性", "|3"]),
      ("什么是Adam？", ["什", "什么", "么", "么是", "是", "|3", "adam"]),
      ("熵，即", ["熵", "|1", "即", "|1"]),
      ("ニュ", ["に", "にゅ", "ゅ", "|2"]),
      ("ｶﾞ", ["が", "|1"]),
      ("か\u{3099}は\u{309A}ん\u{3099}", ["が", "がぱ", "ぱ", "ぱん", "ん", "|3"]),
      ("한국", ["한", "한국", "국", "|2"]),
      ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}", ["한", "한국", "국", "|2"]),
      ("𠮷野", ["𠮷", "𠮷野", "野", "|2"]),
    ])
  func ideographs(source: String, expected: [String]) {
    #expect(tokens(source) == expected)
  }

  @Test("ill-formed bytes separate and nothing else")
  func illFormed() {
    #expect(tokens([0x61, 0xFF, 0x62]) == ["a", "b"])
    #expect(tokens([0x61, 0xE7, 0xA8]) == ["a"])
    #expect(tokens([0xED, 0xA0, 0x80, 0x61]) == ["a"])
    #expect(tokens([0xC0, 0x80, 0x61, 0xF5]) == ["a"])
    #expect(tokens([0xE3, 0x81, 0x8B, 0xE3, 0x82]) == ["か", "|1"])
  }

  @Test("no word is longer than the limit, and no letter is lost")
  func longWords() {
    let long = String(repeating: "abcdefg", count: 40)
    let found = tokens(long)
    #expect(found.allSatisfy { $0.utf8.count <= Tokenizer.wordLimit })
    #expect(found.joined() == long)
  }

  @Test("any bytes give words within the limit; a text has the tokens of its separated pieces")
  func anyBytes() {
    var generator = SplitMix(state: 7)
    let marks = utf8("aZ9sdg-_.+#^',. 稀か\u{3099}\u{1100}\u{1161}é²①½㎏Ⅷ")
    for round in 0..<1500 {
      let pieces = (0..<3).map { _ in
        (0..<60).map { _ in
          round % 3 == 0
            ? UInt8.random(in: 0...255, using: &generator)
            : marks[Int.random(in: 0..<marks.count, using: &generator)]
        }
      }
      let apart = pieces.map { tokens($0) }
      #expect(tokens(Array(pieces.joined(separator: [0x0A]))) == Array(apart.joined()))
      for word in apart.joined() where !word.hasPrefix("|") {
        let bytes = word.utf8.count - (word.hasPrefix("(") ? 2 : word.hasPrefix("~") ? 1 : 0)
        #expect((1...Tokenizer.wordLimit).contains(bytes), "\(word)")
      }
    }
  }
}
