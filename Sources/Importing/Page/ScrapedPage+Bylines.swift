import Markdown
import SourceText

/// Who wrote each of several answers, when, and which was accepted.
extension ScrapedPage {
  /// Divides what stands behind `其他回答` at lines of names and dates.
  ///
  /// - Complexity: O(bytes of the answers).
  mutating func divideAnswers(in bytes: [UInt8], _ vocabulary: Vocabulary) {
    answers = answers.flatMap { ScrapedPage.divided($0, in: bytes, vocabulary) }
  }

  /// Reads the lines of names and dates of answers, which become attributes of their headings where there are several
  /// answers.
  ///
  /// - Complexity: O(bytes of the answers).
  mutating func readBylines(in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport) {
    guard answers.count > 1 else {
      readAuthorOfOnlyAnswer(in: bytes, vocabulary, &report)
      return
    }
    for index in answers.indices {
      var answer = answers[index]
      if let label = answer.label { answer.isAccepted = ScrapedPage.isAccepted(label, in: bytes, vocabulary) }
      for _ in 0..<ScrapedPage.mostBylines {
        guard answer.takeFirstByline(in: bytes, vocabulary, &report) else { break }
      }
      if answer.author == nil { answer.takeLastByline(in: bytes, vocabulary, &report) }
      answers[index] = answer
    }
  }

  /// Lines of names and dates above an answer at most.
  private static let mostBylines = 3

  private mutating func readAuthorOfOnlyAnswer(
    in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) {
    guard let answer = answers.first, answer.label != nil,
      let first = answer.lines.firstIndex(where: { !$0.isEmpty }),
      readAuthors(answer.lines[first], in: bytes, vocabulary, &report)
    else { return }
    answers[0].lines.remove(at: first)
  }

  /// The answers behind a label of several, `其他回答（2）`, when the first begins with a line of a name and a date.
  private static func divided(_ answer: Answer, in bytes: [UInt8], _ vocabulary: Vocabulary) -> [Answer] {
    guard let label = answer.label,
      Label.isWhole(label, vocabulary.severalAnswers, in: bytes) || isAnswerCount(label, in: bytes),
      let first = answer.lines.first(where: { !$0.isEmpty }),
      Byline(first, in: bytes, vocabulary)?.isComplete == true
    else { return [answer] }
    var answers: [Answer] = []
    for line in answer.lines {
      let begins = Byline(line, in: bytes, vocabulary)?.isComplete == true
      if begins { answers.append(Answer(label: answers.isEmpty ? label : nil)) }
      if !answers.isEmpty { answers[answers.count - 1].lines.append(line) }
    }
    return answers
  }

  private static func isAccepted(_ label: Range<Int>, in bytes: [UInt8], _ vocabulary: Vocabulary) -> Bool {
    if Label.isWhole(label, vocabulary.acceptedAnswer, in: bytes) { return true }
    let text = String(decoding: bytes[label], as: UTF8.self).lowercased()
    return ["accepted", "best answer", "(best)", "采纳", "採納", "（最佳）"].contains { text.contains($0) }
      && !text.contains("not accepted")
  }
}

extension ScrapedPage.Answer {
  /// Takes a line of a name or a date off the beginning.
  ///
  /// - Returns: whether there was one.
  fileprivate mutating func takeFirstByline(
    in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) -> Bool {
    let written = lines.indices.filter { !lines[$0].isEmpty }.prefix(3)
    guard let first = written.first, written.count > 1 else { return false }
    let next = written[1]
    var byline = Byline(lines[first], in: bytes, vocabulary)
    // A name alone stands above a date.
    if byline == nil, author == nil, written.count > 2, Byline.isName(lines[first], in: bytes),
      let below = Byline(lines[next], in: bytes, vocabulary), below.reading != nil, below.author == nil
    {
      byline = Byline(author: lines[first])
    }
    guard let byline else { return false }
    take(byline, of: lines[first], &report)
    lines.remove(at: first)
    return true
  }

  /// Takes a line that names the author off the end.
  fileprivate mutating func takeLastByline(
    in bytes: [UInt8], _ vocabulary: Vocabulary, _ report: inout ImportReport
  ) {
    guard let last = lines.lastIndex(where: { !$0.isEmpty }),
      lines[..<last].contains(where: { !$0.isEmpty }),
      let byline = Byline(lines[last], in: bytes, vocabulary), byline.isLabelled
    else { return }
    take(byline, of: lines[last], &report)
    lines.removeSubrange(last...)
  }

  private mutating func take(_ byline: Byline, of line: Range<Int>, _ report: inout ImportReport) {
    report.addRemoval(line, "who wrote an answer and when stands in the attributes of its heading")
    author = author ?? byline.author
    isAccepted = isAccepted || byline.isAccepted
    guard let reading = byline.reading, report.note(reading, of: line), case .day(let day) = reading else {
      return
    }
    date = date ?? day
  }
}
