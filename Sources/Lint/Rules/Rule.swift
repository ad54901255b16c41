import SourceText

/// One thing a careful editor looks for. Rules know nothing of one another and do not look at other pages.
protocol Rule: SendableMetatype {
  /// Appends what the rule finds on a page.
  static func check(_ page: LintedPage, _ findings: inout [Finding])
}

/// What a rule found.
struct Finding {
  let id: DiagnosticID
  /// The bytes meant; the whole file when `nil`.
  let range: Range<Int>?
  let message: String
  let advice: String
  var fix: FixIt?

  /// Makes a finding without a fix.
  init(_ id: DiagnosticID, _ range: Range<Int>?, _ message: String, advice: String) {
    (self.id, self.range, self.message, self.advice) = (id, range, message, advice)
  }

  /// The same with a change that mends it.
  func replacing(
    _ range: Range<Int>, by replacement: String, _ applicability: FixIt.Applicability = .safe
  ) -> Finding {
    var finding = self
    finding.fix = FixIt(range: SourceRange(range), replacement: replacement, applicability: applicability)
    return finding
  }
}
