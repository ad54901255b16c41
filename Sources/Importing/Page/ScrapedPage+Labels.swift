import SourceText

/// The lines that begin the parts of a page.
extension ScrapedPage {
  /// Whether a line begins a part of a page: above every title, a page has none.
  static func isLabel(_ line: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary) -> Bool {
    let words = [vocabulary.answer, vocabulary.references, vocabulary.related]
    return words.contains { Label.isWhole(line, $0, in: bytes) }
      || Label.rest(of: line, behind: vocabulary.answer, in: bytes) != nil || isAnswerCount(line, in: bytes)
      || program(of: line, in: bytes) != nil
  }

  /// The part that a line begins; only the label of an answer may have text behind it.
  func label(
    of line: Range<Int>, in bytes: [UInt8], part: Part, vocabulary: Vocabulary
  ) -> (part: Part, label: Range<Int>, rest: Range<Int>?)? {
    guard !line.isEmpty, title != nil else { return nil }
    if Label.isWhole(line, vocabulary.related, in: bytes) { return (.related, line, nil) }
    if Label.isWhole(line, vocabulary.references, in: bytes) { return (.references, line, nil) }
    if part != .related, Label.isWhole(line, vocabulary.answer, in: bytes) { return (.answer, line, nil) }
    if part != .related, ScrapedPage.program(of: line, in: bytes) != nil { return (.answer, line, nil) }
    if part == .header, countsAnswers, ScrapedPage.isAnswerCount(line, in: bytes) {
      return (.answer, line, nil)
    }
    if part != .related, let accepted = ScrapedPage.acceptedAnswer(line, in: bytes),
      Label.isWhole(accepted, vocabulary.answer, in: bytes)
    {
      return (.answer, line, nil)
    }
    for (next, words) in [(Part.references, vocabulary.references), (.related, vocabulary.related)]
    where part != .header {
      guard let rest = Label.rest(of: line, behind: words, in: bytes) else { continue }
      let last = TextBytes.scalar(before: rest.upperBound, from: rest.lowerBound, in: bytes)
      let begins =
        next == .related ? last == "?" || last == "？" : ScrapedPage.beginsSource(rest, in: bytes)
      if begins { return (next, line.lowerBound..<rest.lowerBound, rest) }
    }
    if part == .header, isAsked,
      let rest = Label.rest(of: line, behind: ["A", "答"], in: bytes)
        ?? (Label.isWhole(line, ["A", "答"], in: bytes) ? line.upperBound..<line.upperBound : nil)
    {
      return (.answer, line.lowerBound..<rest.lowerBound, rest)
    }
    if part == .header,
      let rest = Label.rest(of: line, behind: vocabulary.answer, in: bytes)
        ?? Label.restBehindGap(of: line, behind: vocabulary.answer, in: bytes)
    {
      return (.answer, line.lowerBound..<rest.lowerBound, rest)
    }
    return nil
  }

  /// A line without `(accepted)` at its end.
  private static func acceptedAnswer(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    guard line.count <= 80 else { return nil }
    for word in ["(accepted)", "(accepted answer)", "(best)", "（已采纳）", "（采纳）", "（最佳）", "(已采纳)", "（已採納）"] {
      let word = Array(word.utf8)
      if line.count > word.count,
        bytes[line].suffix(word.count).map(TextBytes.lowercased) == word.map(TextBytes.lowercased)
      {
        return TextBytes.trim(line.lowerBound..<line.upperBound - word.count, in: bytes)
      }
    }
    // `Answer 2 — score 3`.
    for sign in [" — ", " – ", " - ", " · ", " | "] {
      guard let gap = TextBytes.find(Array(sign.utf8), in: line, of: bytes) else { continue }
      let rest = String(decoding: bytes[gap.upperBound..<line.upperBound], as: UTF8.self).lowercased()
      let isScore = ["accepted", "chosen", "score", "vote", "采纳", "採納", "赞"].contains { rest.contains($0) }
      return isScore ? TextBytes.trim(line.lowerBound..<gap.lowerBound, in: bytes) : nil
    }
    return nil
  }

  /// Whether a text begins with a number in brackets, or is an address.
  private static func beginsSource(_ text: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard !text.isEmpty else { return false }
    return SourceNumber(at: text, in: bytes)?.isBracketed == true
      || Address.span(at: text.lowerBound, of: text, in: bytes)?.range == text
  }

  /// Whether a line says how many answers stand below it: `3 Answers`, `2 个回答`.
  static func isAnswerCount(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard 6...32 ~= line.count else { return false }
    let words = Label.bare(String(decoding: bytes[line], as: UTF8.self)).lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    let text = words.joined(separator: " ")
    let count = text.prefix(while: \.isNumber)
    guard !count.isEmpty, count.count <= 4, Int(count) != 0 else { return false }
    let name = text.dropFirst(count.count).drop(while: \.isWhitespace)
    return ["answer", "answers", "个回答", "個回答", "條回答", "条回答", "則回答"].contains { $0 == name }
  }

  /// Whether a count of answers is the label of the answers: a page with another label counts them elsewhere, too.
  static func countsAnswers(in file: SourceFile, _ vocabulary: Vocabulary) -> Bool {
    var counts = false
    for index in file.lineStarts.indices {
      let line = TextBytes.trim(file.lineRange(index), in: file.bytes)
      guard line.count <= 80, !line.isEmpty else { continue }
      if Label.isWhole(line, vocabulary.answer, in: file.bytes) { return false }
      counts = counts || isAnswerCount(line, in: file.bytes)
    }
    return counts
  }

  /// A heading such as `See also`, when questions stand behind it.
  func furtherQuestions(
    _ line: Range<Int>, part: Part, before index: Int, of file: SourceFile, vocabulary: Vocabulary
  ) -> (part: Part, label: Range<Int>, rest: Range<Int>?)? {
    let bytes = file.bytes
    guard part == .answer || part == .references, Label.isWhole(line, vocabulary.further, in: bytes),
      let next = ScrapedPage.line(behind: index, of: file)
    else { return nil }
    let text = ListMark(at: next, in: bytes)?.text ?? next
    return QuestionWords.ask(String(decoding: bytes[text], as: UTF8.self)) ? (.related, line, nil) : nil
  }

  // MARK: Transcripts

  /// The program of `ChatGPT said:` and `ChatGPT 说：`, as conversations are copied.
  static func program(of line: Range<Int>, in bytes: [UInt8]) -> String? {
    guard 6...40 ~= line.count else { return nil }
    let text = Label.bare(String(decoding: bytes[line], as: UTF8.self))
    for verb in ["said", "says", "说", "說"] where text.hasSuffix(verb) {
      let name = text.dropLast(verb.count).trimmingBlanks
      return programs.first { $0.lowercased() == name.lowercased() }
    }
    return nil
  }

  private static let programs = [
    "ChatGPT", "Claude", "Gemini", "Copilot", "DeepSeek", "Kimi", "Grok", "Perplexity", "文心一言", "通义千问", "豆包",
  ]

  mutating func readProgram(_ label: Range<Int>, in bytes: [UInt8], _ report: inout ImportReport) {
    guard let program = ScrapedPage.program(of: label, in: bytes) else { return }
    report.addRemoval(label, "the name of a program before its answer became `provenance: ai`")
    isGenerated = true
    generator = generator ?? program
  }

  // MARK: Lines that belong to another

  /// Whether a line begins with the number that a browser in text gives a link: `[3]Skip to content`.
  static func isNumberedLink(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let text = bytes[line].drop { $0 == 0x23 || $0 == 0x2A || TextBytes.isBlank($0) }
    guard text.first == 0x5B else { return false }
    let digits = text.dropFirst().prefix(while: TextBytes.isDigit)
    let behind = text[digits.endIndex...]
    return !digits.isEmpty && behind.first == 0x5D
      && behind.dropFirst().first.map { !TextBytes.isBlank($0) } == true
  }

  /// A name or subject without the number that a browser in text gives a link; the line it stands in is quoted.
  static func withoutLinkNumber(_ text: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard bytes[text].first == 0x5B, isNumberedLink(text, in: bytes),
      let close = bytes[text].firstIndex(of: 0x5D)
    else { return text }
    return close + 1..<text.upperBound
  }

  /// A line of `=` or `-` below the title or a label.
  func readUnderline(_ line: Range<Int>, of file: SourceFile, at index: Int, _ report: inout ImportReport)
    -> Bool
  {
    guard index > 0, line.count > 2, let sign = file.bytes[line].first, sign == 0x3D || sign == 0x2D,
      file.bytes[line].allSatisfy({ $0 == sign })
    else { return false }
    let above = TextBytes.trim(file.lineRange(index - 1), in: file.bytes)
    guard !above.isEmpty else { return false }
    let isLabel = [title, answers.last?.label, referenceLabels.last].contains {
      $0?.upperBound == above.upperBound
    }
    guard isLabel || related.isEmpty && isRelatedLabel(above, report) else { return false }
    report.addRemoval(line, "the line below a title")
    return true
  }

  private func isRelatedLabel(_ line: Range<Int>, _ report: ImportReport) -> Bool {
    report.diagnostics.last?.location?.range.map { Int($0.start) == line.lowerBound } == true
  }

  /// `Answered by` with the name on the next line.
  mutating func readAuthorLabel(
    _ line: Range<Int>, of file: SourceFile, at index: Int, _ vocabulary: Vocabulary,
    _ report: inout ImportReport
  ) -> Bool {
    guard title != nil, authors.isEmpty || labelledName == line.lowerBound else { return false }
    if labelledName == line.lowerBound {
      labelledName = nil
      return true
    }
    let isBefore = answers.last.map { $0.lines.allSatisfy(\.isEmpty) } ?? true
    guard isBefore, references.isEmpty, related.isEmpty,
      Label.isWhole(line, vocabulary.author, in: file.bytes),
      let name = ScrapedPage.line(behind: index, of: file), name.count <= WrittenNames.longest,
      ScrapedPage.isName(name, in: file.bytes),
      Label.rest(of: name, behind: vocabulary.tags, in: file.bytes) == nil
    else { return false }
    report.addRemoval(line.lowerBound..<name.upperBound, "the name of the author stands in the front matter")
    authors = [name]
    labelledName = name.lowerBound
    return true
  }
}
