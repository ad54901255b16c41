extension CalculatorWords {
  /// The words of messages to authors and of the command line, which speak English.
  public static var plainEnglish: CalculatorWords {
    CalculatorWords { Array(literal: plainEnglish($0)) }
  }

  private static func plainEnglish(_ key: Key) -> StaticString {
    switch key {
    case .notANumber: "this is not a number"
    case .infinite: "infinity is no number to calculate with"
    case .tooLarge: "this number is too large to calculate with"
    case .perplexityBelowOne: "a perplexity is at least 1"
    case .entropyNegative: "an entropy is at least 0"
    case .ratioNotPositive: "a ratio is greater than 0"
    case .tokensNotCount: "the number of tokens is a whole number from 1 up"
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
    case .die: "as uncertain as the throw of a fair die with {n} faces"
    case .certain: "certain: there is only one choice"
    case .plotTitle: "PPL = b^H"
    case .plotDescription: "at an entropy of {h} {unit} the perplexity is {ppl}"
    case .item: "number {n} in line {line}, '{text}': {why}"
    case .itemNotANumber: "this is not a number"
    case .itemUndefined: "NaN means that a calculation before this one failed"
    case .itemNegative: "a probability is never negative"
    case .itemInfinite: "infinity is no probability"
    case .itemTooLarge: "this number is too large to calculate with"
    case .itemPositive: "a log-probability is never above 0, since a probability is at most 1"
    case .itemImpossible: "the model gave this token probability 0, so the cross-entropy is infinite"
    case .itemMissedByQ: "Q gives probability 0 to what happens under P, so the cross-entropy is infinite"
    case .sumIsNotOne: "the probabilities sum to {sum}, not to 1"
    case .normalized: "divided by their sum, {sum}"
    case .sumIsZero: "all numbers are 0, so they cannot be divided by their sum"
    case .countsDiffer: "P has {n} numbers and Q has {m}"
    case .tooLong: "this is too much text: up to 4 MB is read"
    case .entropy: "entropy"
    case .crossEntropy: "cross-entropy"
    case .divergence: "divergence"
    case .perplexity: "perplexity"
    case .outcomes: "outcomes"
    case .tokens: "tokens"
    case .more: "… and {n} more"
    }
  }
}
