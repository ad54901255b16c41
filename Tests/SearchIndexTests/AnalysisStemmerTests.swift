import Testing

@testable import SearchIndex

@Suite("English stemmer")
struct AnalysisStemmerTests {
  @Test(
    "inflected forms meet in one word",
    arguments: [
      ("models", "model"), ("entropies", "entropy"), ("boxes", "box"), ("batches", "batch"),
      ("caches", "cache"),
      ("processes", "process"), ("trained", "train"), ("training", "train"), ("computing", "compute"),
      ("scaling", "scale"), ("mapping", "map"), ("modelled", "model"), ("adding", "add"), ("using", "use"),
      ("studied", "study"), ("embeddings", "embed"), ("normalized", "normalize"), ("creating", "create"),
      ("treated", "treat"), ("required", "require"), ("installed", "install"), ("missing", "miss"),
      ("continuing", "continue"), ("sampled", "sample"), ("changing", "change"), ("queries", "query"),
      ("requiring", "require"), ("tied", "tie"), ("parsing", "parse"), ("solved", "solve"),
      ("matrices", "matrix"), ("vertices", "vertex"), ("indices", "index"), ("axes", "axis"),
      ("hypotheses", "hypothesis"), ("analyses", "analysis"), ("maxima", "maximum"),
      ("criteria", "criterion"),
      ("radii", "radius"), ("formulae", "formula"), ("automata", "automaton"), ("corpora", "corpus"),
      ("vortices", "vortex"),
    ])
  func stems(word: String, stem: String) {
    #expect(tokens(word) == [word, "~\(stem)"])
  }

  @Test(
    "words without such a suffix, short words and names stay as they are",
    arguments: [
      "string", "thing", "bring", "class", "bias", "analysis", "status", "need", "speed", "gas", "red",
      "ring",
      "sparse", "gans", "data", "delta", "taxi", "algae", "matrix", "maximum", "bm25s", "été", "энтропияs",
      "straßes", "κεds",
    ])
  func unchanged(word: String) {
    let stemmed = tokens(word).filter { $0.hasPrefix("~") }
    let mayChange = ["bias", "gans", "straßes"]
    #expect(stemmed.isEmpty == !mayChange.contains(word), "\(stemmed)")
  }

  @Test("an identifier has no stem, its parts have")
  func identifiers() {
    #expect(tokens("log-probs") == ["log-probs", "(log)", "(probs)", "~prob", "(logprobs)"])
    #expect(tokens("c++ings") == ["c++", "(c)", "ings", "~ing"])
  }

  @Test(
    "all plurals of Latin and Greek that are known",
    arguments: [
      "analyses analysis", "appendices appendix", "automata automaton", "axes axis", "corpora corpus",
      "criteria criterion", "extrema extremum", "foci focus", "formulae formula", "hypotheses hypothesis",
      "indices index", "loci locus", "matrices matrix", "maxima maximum", "minima minimum",
      "momenta momentum",
      "nuclei nucleus", "optima optimum", "parentheses parenthesis", "phenomena phenomenon",
      "polyhedra polyhedron", "quanta quantum", "radii radius", "simplices simplex", "spectra spectrum",
      "stimuli stimulus", "theses thesis", "vertices vertex", "vortices vortex",
    ])
  func classicalPlurals(pair: String) {
    let words = pair.split(separator: " ").map(String.init)
    #expect(tokens(words[0]) == [words[0], "~\(words[1])"])
    #expect(tokens(words[1]) == [words[1]])
  }

  @Test("a plural of Latin or Greek within an identifier leaves what stands beside it")
  func identifiersOfPlurals() {
    #expect(
      tokens("maxima-based criteria_2") == [
        "maxima-based", "(maxima)", "~maximum", "(based)", "~base", "(maximabased)", "criteria_2",
        "(criteria)",
        "~criterion", "(2)", "(criteria2)",
      ])
  }

  @Test("any letters give a stem that is a word of at least two letters, no longer than the word")
  func anyLetters() {
    var generator = SplitMix(state: 21)
    let endings = ["s", "es", "ies", "sses", "ches", "ed", "ied", "eed", "ing", "ings", "lled", "qued"]
    for _ in 0..<20_000 {
      let letters = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x7A, using: &generator)
      }
      let word = letters + utf8(endings[Int.random(in: 0..<endings.count, using: &generator)])
      guard let stem = EnglishStem(word.span) else { continue }
      let added = (0..<4).map { UInt8(truncatingIfNeeded: stem.letters >> (8 * $0)) }.filter { $0 != 0 }
      // `axes` is among them.
      #expect(2...word.count ~= stem.length + added.count)
      #expect(added.allSatisfy { (0x61...0x7A).contains($0) })
    }
  }
}
