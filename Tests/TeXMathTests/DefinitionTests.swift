import Testing

@testable import TeXMath

/// `\def`, `\let` and their relatives, by chapters 20 and 24 of The TeXbook.
@Suite struct DefinitionTests {
  @Test(arguments: [
    Case("\\def\\c#1.#2;{#2-#1}\\c 12.x;", "x-12"),
    Case("\\def\\c[#1]{\\sqrt{#1}}\\c[x]", "\\sqrt{x}"),
    // A delimiter counts outside braces only; braces around all of an argument are no part of it.
    Case("\\def\\c#1,{(#1)}\\c{a,b},", "(a,b)"), Case("\\def\\c#1,{\\mathbf#1}\\c{a}b,", "\\mathbf{a}b"),
    Case("\\def\\c#1,{\\mathbf#1}\\c{{ab}},", "\\mathbf{ab}"), Case("\\def\\c#1,{(#1)}\\c,", "()"),
    // The first place that matches ends the argument.
    Case("\\def\\c#1aab{(#1)}\\c aaabaab", "(a)aab"), Case("\\def\\c#1\\end{(#1)}\\c x\\end", "(x)"),
    // An argument without delimiters before one with them; spaces between them do not matter.
    Case("\\def\\c#1#2+{#1/#2}\\c a b+", "a/b"), Case("\\def\\c#1#2{#2#1}\\c {ab} c", "cab"),
    Case("\\def\\c#1 {(#1)}\\c ab c", "(ab)c"),
    Case("\\def\\c#1#{\\frac{#1}}\\c a+b{c}", "\\frac{a+b}{c}"),
  ])
  func parametersAreReadUpToWhatFollowsThem(_ sample: Case) {
    #expect(issues(sample.tex).isEmpty)
    #expect(mathML(sample.tex) == mathML(sample.expected))
  }

  @Test(arguments: [
    Case("\\def\\a#1{\\def\\b##1{#1##1}}\\a{x}\\b y", "xy"),
    Case("\\newcommand\\make[2]{\\newcommand#1[1]{#2(##1)}}\\make\\f{F}\\f{x}", "F(x)"),
    Case("\\def\\a{\\def\\b##1{\\def\\c####1{##1####1}}}\\a\\b x\\c y", "xy"),
    Case("\\def\\a{\\def\\b##1,##2;{##2##1}}\\a\\b x,y;", "yx"),
  ])
  func doubledSignsAreForDefinitionsInside(_ sample: Case) {
    #expect(issues(sample.tex).isEmpty)
    #expect(mathML(sample.tex) == mathML(sample.expected))
  }

  @Test(arguments: [
    Case("\\let\\a=\\alpha\\a", "\\alpha"), Case("\\let\\a\\frac\\a12", "\\frac12"),
    Case("\\let\\a = +x\\a y", "x+y"), Case("\\let\\a==x\\a y", "x=y"), Case("\\let\\a^x\\a 2", "x^2"),
    Case("\\let\\b=[\\let\\e]\\sqrt\\b 3\\e{x}", "\\sqrt[3]{x}"),
    // A copy keeps its meaning, also of what is given another one later.
    Case("\\def\\a{x}\\let\\b\\a\\def\\a{y}\\a\\b", "yx"),
    Case("\\let\\a\\alpha\\let\\alpha\\beta\\let\\beta\\a\\alpha\\beta", "\\beta\\alpha"),
    Case("\\let\\d\\def\\d\\a#1{(#1)}\\a x", "(x)"), Case("\\let\\l\\left\\l(x\\right)", "\\left(x\\right)"),
  ])
  func letCopiesAMeaning(_ sample: Case) {
    #expect(mathML(sample.tex) == mathML(sample.expected))
  }

  @Test(arguments: [
    Case("\\def\\a{x}\\edef\\b{\\a\\a}\\def\\a{y}\\b", "xx"),
    Case("\\def\\f#1{(#1)}\\edef\\g#1{\\f{#1}\\f y}\\def\\f{}\\g{x}", "(x)(y)"),
    Case("\\def\\a{x}{\\def\\a{y}\\xdef\\b{\\a\\frac\\a2}}\\a\\b", "xy\\frac y2"),
    Case("\\def\\a{x}\\edef\\a{\\a\\a}\\edef\\a{\\a\\a}\\a", "xxxx"),
  ])
  func anExpandedBodyIsReplacedWhenItIsDefined(_ sample: Case) {
    #expect(issues(sample.tex).isEmpty)
    #expect(mathML(sample.tex) == mathML(sample.expected))
  }

  @Test func prefixesStandBeforeDefinitions() {
    #expect(mathML("{\\long\\global\\def\\a{x}}\\a") == "<mi>x</mi>")
    #expect(mathML("{\\global\\newcommand\\a{x}}\\a") == "<mi>x</mi>")
    #expect(issues("\\global x").map(\.range) == [0..<7])
  }

  @Test func aPairedDelimiterHasThreeForms() {
    let start = "\\DeclarePairedDelimiter{\\n}{\\lVert}{\\rVert}"
    #expect(mathML(start + "\\n{x}") == mathML("\\lVert x\\rVert"))
    #expect(mathML(start + "\\n*{\\frac12}") == mathML("\\left\\lVert\\frac12\\right\\rVert"))
    #expect(mathML(start + "\\n[\\Big]{x}") == mathML("\\Bigl\\lVert x\\Bigr\\rVert"))
    #expect(mathML(start + "\\n x^*") == mathML("\\lVert x\\rVert^*"))
  }

  @Test func anOperatorMayHaveLimits() {
    let limit = mathML("\\operatorname*{ess\\,sup}_x f", display: true)
    #expect(mathML("\\DeclareMathOperator*{\\e}{ess\\,sup}\\e_x f", display: true) == limit)
    let plain = mathML("\\operatorname{ess}_x f", display: true)
    #expect(mathML("\\DeclareMathOperator{\\e}{ess}\\e_x f", display: true) == plain)
  }

  @Test func namesOfOtherConvertersAreFree() {
    #expect(issues("\\newcommand{\\red}[1]{\\textcolor{red}{#1}}\\red{x}").isEmpty)
    #expect(mathML("\\providecommand{\\qty}[1]{(#1)}\\qty{x}") == mathML("(x)"))
    #expect(issues("\\newcommand{\\style}{x}\\style").isEmpty)
  }

  // MARK: Scopes

  @Test(arguments: [
    "{?}", "\\sqrt{?}", "\\left(?\\right)", "x^{?}", "\\text{$?$}", "\\sqrt[?]{x}", "\\substack{?}",
    "\\matrix{?}",
    "\\begin{matrix}?\\end{matrix}", "\\begin{aligned}y&?\\end{aligned}", "\\begin{gathered}?\\end{gathered}",
    "\\begin{cases}a&?\\end{cases}", "\\begin{array}{l}?\\\\y\\end{array}", "\\mathbf{?}", "\\mathop{?}",
  ])
  func aDefinitionEndsWithItsGroup(_ group: String) {
    func formula(_ inside: String) -> String {
      "\\def\\a{1}" + group.replacing("?", with: inside + "\\a") + "\\a"
    }
    let inside = group.replacing("?", with: "2")
    #expect(mathML(formula("\\def\\a{2}")) == mathML(inside + "{1}"))
    #expect(mathML(formula("\\gdef\\a{2}")) == mathML(inside + "{2}"))
    #expect(mathML(formula("\\global\\let\\a=2")) == mathML(inside + "{2}"))
    #expect(issues(group.replacing("?", with: "\\def\\q{2}\\q") + "\\q").map(\.kind) == [.unknownCommand])
  }

  @Test func aDefinitionHoldsInTheCellsBehindItOutsideEnvironments() {
    #expect(mathML("\\def\\a{1}\\a&=\\a\\\\\\a", display: true) == mathML("1&=1\\\\1", display: true))
  }

  /// The meanings of names in each open group, outermost first.
  private struct Model {
    var groups: [[String: String]] = [["\\a": "A", "\\b": "B"]]

    subscript(name: String) -> String { groups.last { $0[name] != nil }?[name] ?? "" }

    mutating func define(_ name: String, _ value: String, isGlobal: Bool) {
      for index in groups.indices where isGlobal { groups[index][name] = nil }
      groups[isGlobal ? 0 : groups.count - 1][name] = value
    }
  }

  @Test func scopesFollowAModel() {
    var random = RandomSource(seed: 7)
    for _ in 0..<500 {
      var model = Model()
      var tex = "\\def\\a{A}\\def\\b{B}"
      var expected = ""
      for _ in 0..<60 {
        let name = ["\\a", "\\b"][Int.random(in: 0...1, using: &random)]
        let other = ["\\a", "\\b"][Int.random(in: 0...1, using: &random)]
        let value = ["C", "D", "E", "F"][Int.random(in: 0...3, using: &random)]
        let isGlobal = Int.random(in: 0...3, using: &random) == 0
        switch Int.random(in: 0..<8, using: &random) {
        case 0...1:
          tex += "{"
          model.groups.append([:])
        case 2 where model.groups.count > 1:
          tex += "}"
          model.groups.removeLast()
        case 3:
          tex += (isGlobal ? "\\gdef" : "\\def") + name + "{" + value + "}"
          model.define(name, value, isGlobal: isGlobal)
        case 4:
          tex += (isGlobal ? "\\global\\let" : "\\let") + name + "=" + other
          model.define(name, model[other], isGlobal: isGlobal)
        case 5:
          tex += (isGlobal ? "\\xdef" : "\\edef") + name + "{" + other + "}"
          model.define(name, model[other], isGlobal: isGlobal)
        default:
          tex += name
          expected += model[name]
        }
      }
      tex += String(repeating: "}", count: model.groups.count - 1)
      #expect(issues(tex).isEmpty, "\(tex)")
      #expect(linearText(tex).filter(\.isLetter) == expected, "\(tex)")
    }
  }

  @Test func delimitersAreFoundAsBySearchingFromTheLeft() {
    var random = RandomSource(seed: 8)
    func letters(_ count: Int) -> String {
      String((0..<count).map { _ in Bool.random(using: &random) ? "X" : "Y" })
    }
    for _ in 0..<2000 {
      let delimiter = letters(Int.random(in: 1...5, using: &random))
      let input = letters(Int.random(in: 0...20, using: &random)) + delimiter + letters(3)
      guard let end = input.firstRange(of: delimiter) else { continue }
      let expected = "(" + input[..<end.lowerBound] + ")" + input[end.upperBound...]
      let tex = "\\def\\a#1" + delimiter + "{(#1)}\\a " + input
      #expect(mathML(tex) == mathML(expected), "\(tex)")
    }
  }
}
