import FormulaTerms
import Testing

@Suite("Ranking")
struct RankingTests {
  private static let index = FormulaIndex(Collection.all)

  @Test(
    "a part of a formula finds it first",
    arguments: [
      (#"$2^{H(P,Q)}$"#, Collection.perplexity),
      (#"2^{H"#, Collection.perplexity),
      (#"PPL = 2^{H}"#, Collection.perplexity),
      (#"2^{4.7}"#, Collection.perplexityOfBits),
      (#"\log_2 31.1"#, Collection.bits),
      (#"\log_2 Q(x)"#, Collection.crossEntropy),
      (#"-\sum_x P(x) \log_2"#, Collection.crossEntropy),
      (#"\log \frac{P(x)}{Q(x)}"#, Collection.divergence),
      (#"D_{KL}(P \| Q) = \sum"#, Collection.divergence),
      (#"H(P) + D_{\mathrm{KL}}"#, Collection.crossEntropyOfDivergence),
      (#"\frac{e^{z_i}}{\sum_j e^{z_j}}"#, Collection.softmax),
      (#"\exp(z_i/T)"#, Collection.temperature),
      (#"\frac{QK^T}{\sqrt{d_k}}"#, Collection.attention),
      (#"\softmax(\frac{QK"#, Collection.attention),
      (#"\frac{1}{1+e^{-x}}"#, Collection.logistic),
      (#"$\max(0,x)$"#, Collection.rectifier),
      (#"y_c \log \hat y_c"#, Collection.crossEntropyLoss),
      (#"(y_i - \hat y_i)^2"#, Collection.squaredError),
      (#"\lambda \|w\|_2^2"#, Collection.ridge),
      (#"-\eta \nabla"#, Collection.descent),
      (#"\sqrt{\hat v_t} + \epsilon"#, Collection.adam),
      (#"(1-\beta_2) g_t^2"#, Collection.secondMoment),
      (#"1-\beta_1^t"#, Collection.correctedMoment),
      (#"\beta_1 m_{t-1}"#, Collection.firstMoment),
      (#"\|x\|_0"#, Collection.sparsity),
      (#"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#, Collection.matrix),
      (#"$ad-bc$"#, Collection.determinant),
      (#"U \Sigma V^T"#, Collection.singularValues),
      (#"(X^\top X)^{-1}"#, Collection.normalEquation),
      (#"\frac{P(B|A)P(A)}{P(B)}"#, Collection.bayes),
      (#"\sqrt{2\pi\sigma^2}"#, Collection.gaussian),
      (#"\mathbb E[X^2] - "#, Collection.variance),
      (#"\int_0^\infty"#, Collection.gammaIntegral),
      (#"\frac{\partial L}{\partial z}"#, Collection.rational),
      (#"n \log n"#, Collection.complexity),
      (#"\binom nk"#, Collection.binomial),
      (#"x^{2}+y^{2}"#, Collection.circle),
    ])
  func parts(query: String, formula: String) {
    #expect(Self.index.ranking(query).first == formula)
  }

  @Test("every formula finds itself first", arguments: Collection.all)
  func itself(formula: String) {
    #expect(Self.index.ranking("$$" + formula + "$$").first == formula)
  }

  @Test("-∑ p log q finds the entropies before everything else")
  func entropies() {
    let found = Self.index.ranking(#"-\sum p \log q"#)
    #expect(
      Set(found.prefix(3)) == [Collection.crossEntropy, Collection.entropy, Collection.crossEntropyLoss])
  }

  @Test(
    "other letters rank below the same letters and above the rest",
    arguments: [
      (#"-\sum_{i=1}^{n} q_i \log q_i"#, #"-\sum_{i=1}^{n} p_i \log p_i"#),
      (#"F = k r^2"#, #"E = m c^2"#),
      (#"x_t = a x_{t-1} + b w_t"#, #"s_k = u s_{k-1} + v q_k"#),
      (#"\frac{1}{1+e^{-z}}"#, #"\frac{1}{1+e^{-x}}"#),
      (#"a^2 + b^2 = c^2"#, #"x^2 + y^2 = r^2"#),
      (#"\sqrt{2\pi s^2}"#, #"\sqrt{2\pi\sigma^2}"#),
      (#"u = k v + h"#, #"y = m x + b"#),
      (#"f(\log_2 z)"#, #"g(\log_2 x)"#),
    ])
  func otherLetters(renamed: String, formula: String) {
    let others = Collection.all.filter { !$0.contains(formula) }
    let index = FormulaIndex(others + [renamed, formula])
    #expect(index.ranking("$" + formula + "$").prefix(2) == [formula, renamed])
    #expect(index.ranking("$" + renamed + "$").prefix(2) == [renamed, formula])
  }

  @Test("letters of another alphabet are found below the same ones")
  func alphabets() {
    let index = FormulaIndex([#"\mathcal{L}(\theta)"#, #"L(\theta)"#, #"M(\theta)"#, #"\theta"#, #"x + y"#])
    #expect(index.ranking(#"$L(\theta)$"#).prefix(2) == [#"L(\theta)"#, #"\mathcal{L}(\theta)"#])
    #expect(index.ranking(#"$\mathcal L(\theta)$"#).prefix(2) == [#"\mathcal{L}(\theta)"#, #"L(\theta)"#])
    #expect(index.ranking("$L$").prefix(2) == [#"L(\theta)"#, #"\mathcal{L}(\theta)"#])
  }

  @Test("a formula that is still being typed finds what it may become")
  func typing() {
    let query = #"$\frac{e^{z_i}}{\sum_j e^{z_j}}$"#
    // From the denominator on.
    for count in 14..<query.count {
      let found = Self.index.ranking(String(query.prefix(count)))
      #expect(found.prefix(2).contains(Collection.softmax), "\(query.prefix(count))")
    }
  }

  @Test("what no formula holds finds nothing")
  func nothing() {
    #expect(Self.index.ranking(#"\aleph_0 \rightsquigarrow \gimel"#) == [])
    #expect(Self.index.ranking("entropy") == [])
  }
}
