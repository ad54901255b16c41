import Calculator
package import Templates

/// Every label of the calculator, in one language; what it answers is in ``words``.
///
/// A language is one value of this type, so a missing label does not compile.
package struct CalculatorStrings: Sendable {
  /// The sentences that follow from numbers.
  let words: CalculatorWords

  let title: String
  let introduction: String
  let withoutScripts: String
  let error: String
  let converter: String
  let perplexity: String
  let entropy: String
  let bits: String
  let nats: String
  let hartleys: String
  let hint: String
  let base: String
  let curve: String
  let copyLink: String
  let copyTex: String
  let copied: String
  let notCopied: String
  let sequence: String
  let sequenceNote: String
  let tokens: String
  let units: String
  let unitsNote: String
  let usual: String
  let english: String
  let chinese: String
  let tokensPerWord: String
  let charactersPerToken: String
  let bytesPerCharacter: String
  let unit: String
  let token: String
  let word: String
  let character: String
  let byte: String
  let measure: String
  let measureNote: String
  let measureKind: String
  let oneDistribution: String
  let twoDistributions: String
  let logProbabilities: String
  let fieldP: String
  let fieldQ: String
  let fieldLogs: String
  let logBase: String
  let normalize: String
  let showItem: String
  let resultUnit: String
  let table: String
  let tableNote: String
  let explanation: String
  let aboutDie: String
  let aboutBases: String
  let aboutCross: String
  let aboutSources: String
  let exercises: String
  let exercise: String
  let solution: String
  let exerciseBits: String
  let exercisePerplexity: String
  let exerciseNats: String
  let open: String
}

extension CalculatorStrings: PageModel {
  package static let modelName = "CalculatorLabels"
  package static let fields: [FieldBinding<CalculatorStrings>] = [
    label("title", "Heading of the calculator.", \.title),
    label("introduction", "What perplexity is, in a sentence or two.", \.introduction),
    label("without_scripts", "Why nothing can be typed without scripts.", \.withoutScripts),
    label("error", "The engine could not be loaded.", \.error),
    label("converter", "Heading of the converter.", \.converter),
    label("perplexity", "The quantity.", \.perplexity),
    label("entropy", "The quantity.", \.entropy),
    label("bits", "The unit.", \.bits),
    label("nats", "The unit.", \.nats),
    label("hartleys", "The unit.", \.hartleys),
    label("hint", "What may be typed; stands where faults are told.", \.hint),
    label("base", "Name of the choice of a base.", \.base),
    label("curve", "Name of the plot.", \.curve),
    label("copy_link", "Copies the address of this calculation.", \.copyLink),
    label("copy_tex", "Copies the formulas as LaTeX.", \.copyTex),
    label("copied", "What was asked for is copied.", \.copied),
    label("not_copied", "The browser does not let pages copy.", \.notCopied),
    label("sequence", "Heading of the probability of a sequence.", \.sequence),
    label("sequence_note", "What is calculated there.", \.sequenceNote),
    label("tokens", "Name of the field of the number of tokens.", \.tokens),
    label("units", "Heading of the units of text.", \.units),
    label("units_note", "What the ratios are for.", \.unitsNote),
    label("usual", "Name of the choice of usual ratios.", \.usual),
    label("english", "The usual ratios of English.", \.english),
    label("chinese", "The usual ratios of Chinese.", \.chinese),
    label("tokens_per_word", "Name of the ratio's field.", \.tokensPerWord),
    label("characters_per_token", "The same.", \.charactersPerToken),
    label("bytes_per_character", "The same.", \.bytesPerCharacter),
    label("unit", "Heading of the column of units.", \.unit),
    label("token", "A unit of text.", \.token),
    label("word", "The same.", \.word),
    label("character", "The same.", \.character),
    label("byte", "The same.", \.byte),
    label("measure", "Heading of the second panel.", \.measure),
    label("measure_note", "What may be pasted there.", \.measureNote),
    label("measure_kind", "Name of the choice of what is pasted.", \.measureKind),
    label("one_distribution", "One distribution.", \.oneDistribution),
    label("two_distributions", "Two of them.", \.twoDistributions),
    label("log_probabilities", "A model's log.", \.logProbabilities),
    label("field_p", "Name of the field.", \.fieldP),
    label("field_q", "Name of the field.", \.fieldQ),
    label("field_logs", "Name of the field.", \.fieldLogs),
    label("log_base", "Name of the choice of their base.", \.logBase),
    label("normalize", "Divides by the sum.", \.normalize),
    label("show_item", "Selects the number that is wrong.", \.showItem),
    label("result_unit", "Name of the choice of the unit of results.", \.resultUnit),
    label("table", "Caption of the table.", \.table),
    label("table_note", "How the table is rounded.", \.tableNote),
    label("explanation", "Heading of the explanation.", \.explanation),
    label("about_die", "The die as an image of perplexity.", \.aboutDie),
    label("about_bases", "What the base of the logarithm changes.", \.aboutBases),
    label("about_cross", "What cross-entropy is.", \.aboutCross),
    label("about_sources", "Where the terms come from.", \.aboutSources),
    label("exercises", "Heading of the exercises.", \.exercises),
    label("exercise", "Before an exercise.", \.exercise),
    label("solution", "Opens the solution of an exercise.", \.solution),
    label("exercise_bits", "An exercise.", \.exerciseBits),
    label("exercise_perplexity", "The same.", \.exercisePerplexity),
    label("exercise_nats", "The same.", \.exerciseNats),
    label("open", "Link from a calculation in a text to this page.", \.open),
  ]

  private static func label(
    _ name: String, _ summary: String, _ path: any KeyPath<CalculatorStrings, String> & Sendable
  ) -> FieldBinding<CalculatorStrings> {
    .text(name, summary) { Array($0[keyPath: path].utf8) }
  }
}

extension UILanguage {
  /// Every label of the calculator in this language.
  package var calculatorStrings: CalculatorStrings {
    switch self {
    case .zhHans: .simplifiedChinese
    case .zhHant: .traditionalChinese
    case .en: .english
    }
  }
}
