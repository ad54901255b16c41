import Testing

@testable import Highlighting

/// What holds for the tokens of any bytes, in every language.
@Suite struct TokenPropertyTests {
  @Test func everyLanguageHasSampleCode() {
    #expect(Set(sampleCode.map(\.language)) == Set(Language.all.map(\.name)))
  }

  @Test(arguments: Language.all)
  func sampleCodeIsHighlighted(_ language: Language) throws {
    let code = try #require(sampleCode.first { $0.language == language.name }).code
    #expect(Set(language.tokens(of: Array(code.utf8)[...]).map(\.tokenClass)).count >= 3)
  }

  @Test(arguments: Language.all)
  func mutatedSamples(_ language: Language) throws {
    let code = Array(try #require(sampleCode.first { $0.language == language.name }).code.utf8)
    var generator = SplitMix(seed: UInt64(code.count))
    expectSoundTokens(of: code, in: language)
    for count in 0..<code.count { expectSoundTokens(of: Array(code.prefix(count)), in: language) }
    for _ in 0..<300 { expectSoundTokens(of: mutated(code, using: &generator), in: language) }
  }

  @Test(arguments: Language.all)
  func randomBytes(_ language: Language) {
    var generator = SplitMix(seed: 7)
    for count in 0..<200 {
      let code = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      expectSoundTokens(of: code, in: language)
    }
  }

  @Test(arguments: Language.all)
  func randomWordsOfTheLanguage(_ language: Language) throws {
    let code = Array(try #require(sampleCode.first { $0.language == language.name }).code.utf8)
    var generator = SplitMix(seed: 11)
    for _ in 0..<200 {
      let picked = (0..<64).compactMap { _ in code.randomElement(using: &generator) }
      expectSoundTokens(of: picked, in: language)
    }
  }

  @Test(arguments: Language.all)
  func rangesAreIndicesOfTheSlice(_ language: Language) throws {
    let code = Array(try #require(sampleCode.first { $0.language == language.name }).code.utf8)
    let padding = Array("\"/* x".utf8)
    let slice = (padding + code + padding)[padding.count..<padding.count + code.count]
    let expected = language.tokens(of: code[...])
    let moved = language.tokens(of: slice).map {
      Token($0.tokenClass, $0.range.lowerBound - padding.count..<$0.range.upperBound - padding.count)
    }
    #expect(moved == expected)
  }

  @Test func whatTheVisitorThrowsArrives() {
    struct Stop: Error {}
    var visited = 0
    #expect(throws: Stop.self) {
      try Language.named("c".utf8)?.forEachToken(in: Array("int x = 1;".utf8)[...]) { _ in
        visited += 1
        throw Stop()
      }
    }
    #expect(visited == 1)
  }

  private func expectSoundTokens(of code: [UInt8], in language: Language) {
    let tokens = language.tokens(of: code[...])
    let isWellFormed = String(validating: code, as: UTF8.self) != nil
    var end = 0
    for token in tokens {
      guard token.range.lowerBound >= end, !token.range.isEmpty, token.range.upperBound <= code.count else {
        Issue.record("\(token) after \(end) of \(code.count) bytes: \(String(decoding: code, as: UTF8.self))")
        return
      }
      end = token.range.upperBound
      if code[token.range].contains(0x0A) { Issue.record("A line feed lies in \(token)") }
      let cuts = [token.range.lowerBound, end].contains { $0 < code.count && code[$0] & 0xC0 == 0x80 }
      if isWellFormed, cuts { Issue.record("\(token) cuts a character") }
    }
    if language.tokens(of: code[...]) != tokens { Issue.record("Two runs differ") }
  }
}
