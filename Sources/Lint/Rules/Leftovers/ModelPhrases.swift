import KnowledgeBase
import Markdown
import SourceText

/// Sentences in which a language model speaks of itself or opens its answer.
enum ModelPhrases: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let answerStarts = Set(page.entry.outline.answers.compactMap { firstParagraph(of: $0.nodes, on: page) })
    for run in page.runs {
      if run.beginsBlock, answerStarts.contains(run.block),
        let end = match(openers, at: run.range.lowerBound, in: run, of: page.bytes)
      {
        findings += report(
          run.range.lowerBound..<end, "This is how a chat program begins to speak, no part of an answer.",
          page)
      }
      var isReported = false
      for clause in clauses(of: run, in: page.bytes) {
        if clause.before.isEmpty { isReported = false }
        guard !isReported, let end = match(selfDescriptions, at: clause.start, in: run, of: page.bytes),
          isApology(page.bytes[clause.before]) || isFirstPerson(page.bytes[clause.start..<end]),
          !speaksOfAnother(from: end, in: run, of: page.bytes)
        else { continue }
        isReported = true
        findings += report(clause.start..<end, "Here a language model speaks of itself.", page)
      }
    }
  }

  /// Quoted phrases are spoken about, not said.
  private static func report(_ range: Range<Int>, _ message: String, _ page: LintedPage) -> [Finding] {
    guard !page.quotations.overlap(range) || page.entry.kind == .reference else { return [] }
    let advice = "Delete the sentence, and read the whole answer before you publish it."
    return [Finding(.lintModelPhrase, range, message, advice: advice)]
  }

  private static let openers = [
    "certainly! here", "certainly, here", "sure! here", "sure, here is", "sure, here are", "of course! here",
    "absolutely! here", "great question!", "当然！以下", "当然!以下", "当然可以！以下", "当然可以！下面是", "当然可以，以下", "好的！以下",
    "好的，以下是", "好的,以下是", "没问题！以下", "以下是您要的",
  ].map { Array($0.utf8) }

  private static let selfDescriptions = [
    "as an ai language model", "as a large language model", "as an ai assistant", "as an ai, i",
    "as an ai model",
    "i don't have access to real-time", "i do not have access to real-time", "i cannot access real-time",
    "i can't browse the internet", "my knowledge cutoff", "as of my last knowledge update",
    "as of my last update", "作为一个ai语言模型", "作为一个 ai 语言模型", "作为ai语言模型", "作为 ai 语言模型", "作为一名ai语言模型",
    "作为一个人工智能", "作为人工智能助手", "作为人工智能语言模型", "作为一个ai助手", "作为一个 ai 助手", "作为ai助手", "作为 ai 助手",
    "作为一个大语言模型，我", "我无法访问实时", "我无法获取实时", "我无法浏览互联网", "截至我的知识", "截至我最后一次更新", "我的知识截止",
  ].map { Array($0.utf8) }

  private static func match(_ phrases: [[UInt8]], at offset: Int, in run: ProseRun, of bytes: [UInt8]) -> Int?
  {
    guard offset < run.range.upperBound else { return nil }
    let first = Characters.isUpperCase(bytes[offset]) ? bytes[offset] | 0x20 : bytes[offset]
    for phrase in phrases
    where phrase[0] == first
      && ByteSearch.matches(phrase, at: offset, in: bytes, to: run.range.upperBound, ignoringCase: true)
    {
      return offset + phrase.count
    }
    return nil
  }

  /// Where a clause begins, and what stands before it in its sentence: an apology or a name.
  private struct Clause {
    var start: Int
    var before: Range<Int>
  }

  private static func clauses(of run: ProseRun, in bytes: [UInt8]) -> [Clause] {
    let end = run.range.upperBound
    func clause(from start: Int, in sentence: Int) -> Clause {
      let first = Characters.skipBlanks(from: start, to: end, in: bytes)
      return Clause(start: first, before: min(sentence, start)..<start)
    }
    var clauses = [clause(from: run.range.lowerBound, in: run.range.lowerBound)]
    var offset = run.range.lowerBound
    var sentence = offset
    while let (value, length) = Characters.character(at: offset, in: bytes, to: end) {
      offset += length
      switch value {
      case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0xFF1B:
        clauses.append(clause(from: offset, in: offset))
        sentence = Characters.skipBlanks(from: offset, to: end, in: bytes)
      case 0x2C, 0xFF0C, 0xFF1A: clauses.append(clause(from: offset, in: sentence))
      default: break
      }
    }
    return clauses
  }

  /// Whether what stands before a clause excuses itself, or nothing does.
  private static func isApology(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty else { return true }
    guard text.count < 40 else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    return ["抱歉", "对不起", "遗憾", "sorry", "apologize", "apologise"].contains { words.contains($0) }
  }

  private static func isFirstPerson(_ phrase: ArraySlice<UInt8>) -> Bool {
    let isChinese = phrase.starts(with: "我".utf8)
    return isChinese || (phrase.first.map { $0 | 0x20 } == 0x69 && phrase.dropFirst().first == 0x20)
  }

  /// Whether the sentence goes on with a name: "As an AI language model, GPT-4 is …" is said of it, not by it.
  private static func speaksOfAnother(from end: Int, in run: ProseRun, of bytes: [UInt8]) -> Bool {
    let rest = bytes[end..<min(run.range.upperBound, end + 80)]
    guard let comma = rest.firstIndex(where: { $0 == 0x2C || $0 == 0xEF }) else { return false }
    let width = rest[comma] == 0x2C ? 1 : 3
    let word = rest[min(comma + width, rest.endIndex)...].drop(while: Characters.isBlank)
      .prefix { Characters.isLetter($0) }
    guard let first = word.first, Characters.isUpperCase(first) else { return false }
    return !word.elementsEqual("I".utf8) && !word.elementsEqual("My".utf8)
  }

  private static func firstParagraph(of nodes: Range<Int>, on page: LintedPage) -> Int? {
    guard let first = nodes.first, page.document.nodes[first].kind == .paragraph else { return nil }
    return first
  }
}
