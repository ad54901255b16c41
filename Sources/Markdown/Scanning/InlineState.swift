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
  /// The character behind the last run of `*` beside Chinese, Japanese or Korean text.
  var lastBeside: DialectScanner.Beside?
  var codeSpans = CodeSpanScanner()
  var tags = TagScanner()
  /// How many bytes may still be read in vain, so that many openers without an end stay linear.
  var searchBudget = 0

  /// Bytes that may be read in vain for each byte of a paragraph.
  static let searchFactor = 64
}
