import Testing

@testable import SourceText

@Suite("Reports of diagnostics as text")
struct ReportingTextTests {
  @Test("A frame names the place, shows the line, marks the part and adds the notes")
  func frameOfALink() {
    let text = "---\ntitle: 熵\n---\n\n\n\n熵是[困惑度](perplexty.md)的对数。\n"
    let diagnostic = Diagnostic(
      .linkUnresolved, at: place(of: "perplexty.md", in: text, path: "content/questions/熵.md"),
      "There is no page \"perplexty.md\".", notes: [Note("did you mean `perplexity.md`?")])
    #expect(
      printed([diagnostic]) == """
        error[link.unresolved]: There is no page "perplexty.md".
         --> content/questions/熵.md:7:9
          |
        7 | 熵是[困惑度](perplexty.md)的对数。
          |              ^^^^^^^^^^^^
          = did you mean `perplexity.md`?

        """)
  }

  @Test("Carets stand under what is meant, also beside wide, combining and tabbed text")
  func columns() {
    #expect(frame("c", in: "abc") == ["abc", "  ^"])
    #expect(frame("度", in: "困惑度。") == ["困惑度。", "    ^^"])
    #expect(frame("ｘ", in: "Ａｘ") == ["Ａｘ", "  ^^"])
    #expect(frame("x", in: "e\u{301}x") == ["e\u{301}x", " ^"])
    #expect(frame("x", in: "한국x") == ["한국x", "    ^"])
    #expect(frame("x", in: "🙂x") == ["🙂x", "  ^"])
    #expect(frame("x", in: "\tx") == ["    x", "    ^"])
    #expect(frame("x", in: "熵\tx") == ["熵  x", "    ^"])
    #expect(frame("\t", in: "a\tb") == ["a   b", " ^^^"])
  }

  @Test("A mark of no width is one caret, also at the end of the line and of an empty line")
  func emptyMarks() {
    #expect(frame("", in: "abc") == ["abc", "^"])
    let end = SourceLocation(3..<3, in: SourceFile(path: "a.md", bytes: Array("熵\n".utf8)))
    #expect(
      printed([Diagnostic(.texSyntax, at: end, "m")]) == """
        error[tex.syntax]: m
         --> a.md:1:2
          |
        1 | 熵
          |   ^

        """)
    let empty = SourceLocation(0..<0, in: SourceFile(path: "a.md", bytes: []))
    #expect(
      printed([Diagnostic(.texSyntax, at: empty, "m")]) == """
        error[tex.syntax]: m
         --> a.md:1:1
          |
        1 |
          | ^

        """)
  }

  @Test("A mark over several lines shows its first and names its last")
  func severalLines() {
    #expect(frame("b\ncd", in: "ab\ncd") == ["ab", " ^ to line 2"])
    #expect(frame("ab\n\n熵\n", in: "ab\n\n熵\n\n") == ["ab", "^^ to line 3"])
    #expect(frame("ab\n", in: "ab\ncd") == ["ab", "^^"])
    #expect(frame("ab\r\n", in: "ab\r\ncd") == ["ab", "^^"])
  }

  @Test("Of a line that is too long the part around the mark is shown")
  func longLines() throws {
    let line = String(repeating: "熵", count: 5_000) + "x" + String(repeating: "值", count: 5_000)
    let shown = frame("x", in: line)
    let place = try #require(shown[0].unicodeScalars.firstIndex(of: "x"))
    let before = shown[0].unicodeScalars[..<place].map(TerminalWidth.columns).reduce(0, +)
    #expect(shown[0].hasPrefix("…熵") && shown[0].hasSuffix("值…"))
    #expect(shown[0].utf8.count <= Excerpt.limit + 6)
    #expect(shown[1] == String(repeating: " ", count: before) + "^")
    #expect(
      frame(String(repeating: "y", count: 500), in: String(repeating: "y", count: 900))[1].count
        <= Excerpt.limit)
  }

  @Test("What nobody sees is shown as an escape where it is what is meant, and left alone elsewhere")
  func invisibleMarks() {
    #expect(frame("\u{200B}", in: "稀\u{200B}x") == ["稀\\u{200B}x", "  ^^^^^^^^"])
    #expect(frame("\u{AD}", in: "in\u{AD}fo") == ["in\\u{AD}fo", "  ^^^^^^"])
    #expect(frame("\u{E69A}", in: "a\u{E69A}") == ["a\\u{E69A}", " ^^^^^^^^"])
    #expect(frame("\u{FEFF}", in: "\u{FEFF}---") == ["\\u{FEFF}---", "^^^^^^^^"])
    #expect(frame("\u{200D}", in: "a\u{200D}b") == ["a\\u{200D}b", " ^^^^^^^^"])
    #expect(frame("👩\u{200D}🚀", in: "👩\u{200D}🚀") == ["👩\u{200D}🚀", "^^^^"])
    #expect(frame("b", in: "a\u{AD}b")[0] == "a\u{AD}b")
  }

  @Test("A name of thousands of letters does not fill the terminal")
  func longMessages() {
    let name = String(repeating: "稀", count: 20_000)
    let report = printed([Diagnostic(.linkWanted, at: nil, "No page is called \"\(name)\" yet.")])
    #expect(report.unicodeScalars.count < 600)
    #expect(report.hasPrefix("warning[link.wanted]: No page is called \"稀稀"))
    #expect(report.hasSuffix("稀\" yet.\n"))
  }

  @Test("What a terminal would obey or what hides text is shown as an escape, everywhere")
  func unsafeText() {
    #expect(frame("x", in: "\u{202E}x") == ["\\u{202E}x", "        ^"])
    #expect(frame("\u{1B}[2J", in: "a\u{1B}[2Jb") == ["a\\u{1B}[2Jb", " ^^^^^^^^^"])
    #expect(frame("x", in: "\u{FEFF}x") == ["x", "^"])
    let diagnostic = Diagnostic(
      .fileUnreadable, at: SourceLocation(path: "a\u{7}.md"), "m\u{85}", notes: [Note("n\u{200B}\n")])
    #expect(
      printed([diagnostic]) == """
        error[file.unreadable]: m\\u{85}
         --> a\\u{7}.md
          = n\\u{200B}\\u{A}

        """)
  }

  @Test("Nobody reads percent-encoded letters: they are shown decoded, marks and all")
  func percentEncoding() {
    #expect(frame("%E7%86%B5", in: "(%E7%86%B5.md)") == ["(熵.md)", " ^^"])
    #expect(frame(".md", in: "%e7%86%b5.md") == ["熵.md", "  ^^^"])
    #expect(frame("%86", in: "a%E7%86%B5.md") == ["a熵.md", " ^^"])
    #expect(frame("x", in: "%C3%A9%F0%9F%99%82x") == ["é🙂x", "   ^"])
    #expect(frame("x", in: "100 %20%41%x") == ["100 %20%41%x", "           ^"])
    #expect(frame("x", in: "%E7%86%ZZ%80%E7%86x") == ["%E7%86%ZZ%80%E7%86x", "                  ^"])
    #expect(frame("x", in: "%E2%80%AEx") == ["\\u{202E}x", "        ^"])
    let diagnostic = Diagnostic(.linkUnresolved, at: SourceLocation(path: "a.md"), "No %E7%86%B5.md.")
    #expect(printed([diagnostic]).hasPrefix("error[link.unresolved]: No 熵.md.\n"))
  }

  @Test("A note with a place has a frame of its own, and both gutters are as wide as the larger number")
  func notesWithPlaces() {
    let text = "# A\n\n\n\n\n\n\n\n\n# B\n"
    let diagnostic = Diagnostic(
      .headingDuplicateID, at: place(of: "B", in: text), "Twice.",
      notes: [Note("the first", at: place(of: "A", in: text))])
    #expect(
      printed([diagnostic]) == """
        error[heading.duplicate-id]: Twice.
          --> a.md:10:3
           |
        10 | # B
           |   ^
        note: the first
          --> a.md:1:3
           |
         1 | # A
           |   ^

        """)
  }

  @Test("A fix is said in words")
  func fixes() {
    func fixed(_ range: Range<Int>, _ text: String) -> String? {
      let diagnostic = Diagnostic(
        .mathSpaces, at: nil, "m", fix: FixIt(range: SourceRange(range), replacement: text))
      return printed([diagnostic]).split(separator: "\n").last.map(String.init)
    }
    #expect(fixed(1..<3, "x") == "  = replace it by `x`")
    #expect(fixed(1..<1, "x") == "  = insert `x`")
    #expect(fixed(1..<3, "") == "  = remove it")
  }

  @Test("A fix of something else than what is marked, or of several places, says so")
  func fixesElsewhere() {
    func fixed(_ fix: FixIt) -> String? {
      let diagnostic = Diagnostic(
        .frontMatterInvalid, at: place(of: "[", in: "tags: [熵, x\nz\n"), "m", fix: fix)
      return printed([diagnostic]).split(separator: "\n").last.map(String.init)
    }
    #expect(fixed(FixIt(range: SourceRange(6..<7), replacement: "'")) == "  = replace it by `'`")
    #expect(
      fixed(FixIt(range: SourceRange(6..<13), replacement: "'[熵, x'")) == "  = replace `[熵, x` by `'[熵, x'`")
    #expect(fixed(FixIt(range: SourceRange(7..<10), replacement: "")) == "  = remove `熵`")
    #expect(
      fixed(FixIt(range: SourceRange(14..<15), replacement: "y"))
        == "  = replace what stands behind it by `y`")
    #expect(
      fixed(FixIt(range: SourceRange(6..<7), replacement: "", furtherRanges: [SourceRange(8..<9)]))
        == "  = remove it, and in 1 more place")
  }

  @Test("Files come by the bytes of their paths, places by position, then by id; the site itself first")
  func order() {
    let text = "x y"
    let diagnostics = [
      Diagnostic(.texSyntax, at: place(of: "y", in: text, path: "b.md"), "1"),
      Diagnostic(.texSyntax, at: place(of: "x", in: text, path: "b.md"), "2"),
      Diagnostic(.linkWanted, at: place(of: "y", in: text, path: "b.md"), "3"),
      Diagnostic(.texSyntax, at: place(of: "y", in: text, path: "a.md"), "4"),
      Diagnostic(.outputNoBaseURL, at: nil, "5"),
      Diagnostic(.fileUnreadable, at: SourceLocation(path: "é.md"), "6"),
    ]
    for shift in diagnostics.indices {
      let turned = Array(diagnostics[shift...] + diagnostics[..<shift])
      #expect(DiagnosticReporter.sorted(turned).map(\.message) == ["5", "4", "2", "3", "1", "6"])
    }
  }

  @Test("What stands in many places is told once, with the first places and the number of the others")
  func groups() {
    let diagnostics = (1...8).map {
      Diagnostic(.texUnknownCommand, at: place(of: "\\foo", in: "a \\foo", path: "\($0).md"), "No \\foo.")
    }
    let other = Diagnostic(.texUnknownCommand, at: place(of: "x", in: "x", path: "2.md"), "Another.")
    #expect(
      printed(diagnostics + [other]) == """
        error[tex.unknown-command]: No \\foo.
         --> 1.md:1:3
          |
        1 | a \\foo
          |   ^^^^
          = also at 2.md:1:3
                    3.md:1:3
                    4.md:1:3
                    5.md:1:3
                    and 3 more

        error[tex.unknown-command]: Another.
         --> 2.md:1:1
          |
        1 | x
          | ^

        """)
    var reporter = DiagnosticReporter(format: .text)
    reporter.placesPerMessage = 1
    let short = String(decoding: reporter.report(diagnostics), as: UTF8.self)
    #expect(short.hasSuffix("  = and 7 more\n"))
    reporter.placesPerMessage = .max
    let long = String(decoding: reporter.report(diagnostics), as: UTF8.self)
    #expect(long.hasSuffix("            8.md:1:3\n"))
  }

  @Test("Only what means the same is told together")
  func differentMeanings() {
    let first = Diagnostic(.texSyntax, at: place(of: "x", in: "x"), "m")
    var second = first
    second.severity = .warning
    var third = first
    third.notes = [Note("n")]
    #expect(printed([first, second, third]).split(separator: "-->").count == 4)
  }

  @Test("Colours are there when asked for, and taking them away leaves the plain report")
  func colors() {
    let diagnostics = [
      Diagnostic(
        .texSyntax, at: place(of: "x", in: "x"), "m", notes: [Note("n", at: place(of: "x", in: "x"))]),
      Diagnostic(.linkWanted, at: place(of: "x", in: "x"), "w", notes: [Note("n")]),
    ]
    var reporter = DiagnosticReporter(format: .text)
    reporter.usesColor = true
    let colored = String(decoding: reporter.report(diagnostics), as: UTF8.self)
    #expect(colored.contains("\u{1B}[1;31merror[tex.syntax]\u{1B}[0m"))
    let plain = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == printed(diagnostics))
    #expect(!printed(diagnostics).contains("\u{1B}"))
  }

  @Test("Nothing wrong, nothing printed")
  func nothing() {
    #expect(printed([]).isEmpty)
    #expect(printed([], as: .json).isEmpty)
    #expect(printed([], as: .github).isEmpty)
  }
}
