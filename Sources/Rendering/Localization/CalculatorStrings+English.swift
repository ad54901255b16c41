import Calculator

extension CalculatorStrings {
  /// English.
  static let english = CalculatorStrings(
    words: CalculatorWords { Array(englishWord($0).utf8) },
    title: "Perplexity calculator",
    introduction:
      "Perplexity is how many equally likely choices a model faces at each step, on average. "
      + "Entropy says the same on a logarithmic scale: one more bit doubles the perplexity.",
    withoutScripts:
      "Typing your own numbers needs scripts. Without them this page works through one example, "
      + "and the table below gives the usual values.",
    error: "The calculator did not load. The example and the table still hold.",
    converter: "Perplexity and entropy",
    perplexity: "Perplexity",
    entropy: "Entropy",
    bits: "bits",
    nats: "nats",
    hartleys: "hartleys",
    hint: "Change any number, and the others follow. 1e5 and 12,345 are understood, too.",
    base: "Base of the logarithm",
    curve: "The curve",
    copyLink: "Copy link",
    copyTex: "Copy LaTeX",
    copied: "Copied.",
    notCopied: "The browser does not allow copying here.",
    sequence: "A whole text",
    sequenceNote:
      "The probability the model gives to a text of n tokens, each as hard to guess as this "
      + "perplexity says.",
    tokens: "Tokens n",
    units: "Per token, word, character, byte",
    unitsNote:
      "Models with different tokenizers can only be compared per character or byte. The ratios are "
      + "rough; count your own text.",
    usual: "Usual ratios",
    english: "English",
    chinese: "Chinese",
    tokensPerWord: "Tokens per word",
    charactersPerToken: "Characters per token",
    bytesPerCharacter: "Bytes per character",
    unit: "Per",
    token: "token",
    word: "word",
    character: "character",
    byte: "byte",
    measure: "Measure your own numbers",
    measureNote:
      "Numbers may be separated by commas, spaces or line ends; percentages and fractions such as "
      + "1/6 are understood. Nothing leaves your browser.",
    measureKind: "What you have",
    oneDistribution: "A distribution P",
    twoDistributions: "Two distributions P and Q",
    logProbabilities: "Token log-probabilities",
    fieldP: "Probabilities P",
    fieldQ: "Probabilities Q",
    fieldLogs: "Log-probabilities, one for each token",
    logBase: "Their base",
    normalize: "Divide by the sum",
    showItem: "Show it",
    resultUnit: "Results in",
    table: "Perplexity and entropy side by side",
    tableNote: "Entropies are rounded to five significant digits.",
    explanation: "What the numbers mean",
    aboutDie:
      "A perplexity of k is as uncertain as a fair die with k faces. A model with perplexity 31.1 "
      + "is, at each token, as unsure as somebody who guesses the throw of such a die.",
    aboutBases:
      "The base b of the logarithm sets the unit of entropy: 2 gives bits, e nats, 10 hartleys. "
      + "The perplexity is the same in all of them, as long as logarithm and power share one base.",
    aboutCross:
      "What a test of a model measures is cross-entropy: the mean of −log q over the tokens that "
      + "really came. It is never below the entropy of the text itself, and exceeds it by the "
      + "divergence D(P‖Q).",
    aboutSources:
      "Entropy: Shannon (1948). Perplexity: Jelinek, Mercer, Bahl and Baker (1977). Cross-entropy "
      + "of English per character: Brown et al. (1992).",
    exercises: "Try it yourself",
    exercise: "Exercise",
    solution: "Solution",
    exerciseBits: "A model reaches a perplexity of 31.1. How many bits does it need for a token?",
    exercisePerplexity: "A report gives 4.7 bits per token. What is the perplexity?",
    exerciseNats:
      "A training log shows a loss of 2.5, in nats. What is the perplexity, and how many bits is "
      + "that?",
    open: "Open in the calculator"
  )

  private static func englishWord(_ key: CalculatorWords.Key) -> String {
    switch key {
    case .notANumber: "This is not a number. Write digits with a decimal point, such as 31.1 or 2e5."
    case .infinite: "Infinity is no number to calculate with."
    case .tooLarge: "This number is too large to calculate with."
    case .perplexityBelowOne: "A perplexity is at least 1: even what is certain leaves one choice."
    case .entropyNegative: "An entropy is at least 0."
    case .ratioNotPositive: "A ratio is greater than 0."
    case .tokensNotCount: "The number of tokens is a whole number from 1 up."
    case .token: "token"
    case .word: "word"
    case .character: "character"
    case .byte: "byte"
    case .bits: "bits"
    case .nats: "nats"
    case .hartleys: "hartleys"
    case .bit: "bit"
    case .nat: "nat"
    case .hartley: "hartley"
    case .die: "As uncertain as the throw of a fair die with {n} faces."
    case .certain: "Certain: there is only one choice."
    case .plotTitle: "The curve PPL = b^H"
    case .plotDescription: "At an entropy of {h} {unit} the perplexity is {ppl}."
    case .item: "Number {n} in line {line}, “{text}”: {why}"
    case .itemNotANumber: "this is not a number."
    case .itemUndefined: "NaN means that a calculation before this one failed."
    case .itemNegative: "a probability is never negative."
    case .itemInfinite: "infinity is no probability."
    case .itemTooLarge: "this number is too large to calculate with."
    case .itemPositive: "a log-probability is never above 0, since a probability is at most 1."
    case .itemImpossible:
      "the model gave this token probability 0, so cross-entropy and perplexity are infinite."
    case .itemMissedByQ:
      "Q gives probability 0 to what happens under P, so cross-entropy and divergence are infinite."
    case .sumIsNotOne: "The probabilities sum to {sum}, not to 1."
    case .normalized: "Divided by their sum, {sum}."
    case .sumIsZero: "All numbers are 0, so they cannot be divided by their sum."
    case .countsDiffer: "P has {n} numbers and Q has {m}; each outcome needs one of each."
    case .tooLong: "This is too much text: up to 4 MB is read."
    case .entropy: "Entropy"
    case .crossEntropy: "Cross-entropy"
    case .divergence: "Divergence"
    case .perplexity: "Perplexity"
    case .outcomes: "Outcomes"
    case .tokens: "Tokens"
    case .more: "… and {n} more"
    }
  }
}
