/// What the scan of one paragraph's inlines remembers.
struct InlineState {
  /// Offset of the paragraph's first byte.
  var paragraphStart = 0
  /// Number of `>` before the paragraph.
  var quoteDepth = 0
  /// Whether the text is a heading or a row of a table: nothing in it goes on behind its end.
  var isOneLine = false
  /// Whether the paragraph's first lines have yet to be looked at for link reference definitions.
  var mayHoldDefinitions = true
  /// How many `[` wait for their `]`.
  var openBrackets = 0
  /// How far constructs of the text are closed; nothing may reach back before it.
  var consumed = 0
  /// Where the last closing bracket, with the destination behind it, ends.
  var linkEnd = -1
  /// The runs of `*` beside Chinese, Japanese or Korean text that are still to be judged.
  var emphasisMarks: [Range<Int>] = []
  /// How many lines that look like the header of a table may still be searched for the end of a formula.
  var formulaHeaders = 16
  /// How much was told of the paragraph; its place in its line makes every further finding dearer.
  var reports = 0
  /// How far the paragraph was looked through for comments, and whether one is open there.
  var commentScan = (reached: 0, isOpen: false, codeSpans: CodeSpanScanner())
  /// The dollar sign that ends what was reported as a formula with unbalanced braces.
  var unbalancedEnd = -1
  /// Whether an odd number of `==` was seen.
  var isInMark = false
  var codeSpans = CodeSpanScanner()
  var tags = TagScanner()
  /// How many bytes may still be read in vain, so that many openers without an end stay linear.
  var searchBudget = 0

  /// How much is told of one paragraph: who makes so many mistakes in it mends them in turns.
  static let mostReports = 50
  /// Bytes that may be read in vain for each byte of a paragraph.
  static let searchFactor = 64
}
