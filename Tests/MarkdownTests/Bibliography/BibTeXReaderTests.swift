import SourceText
import Testing

@testable import Markdown

@Suite("BibTeX files")
struct BibTeXReaderTests {
  @Test(
    "Every form of an entry is read",
    arguments: [
      ("@article{a, title = {X}, year = 1948}", "article a(title=X;year=1948)"),
      ("@Article{a, TITLE = \"X\"}", "article a(title=X)"),
      ("@misc(a, title = {X})", "misc a(title=X)"),
      ("@misc(a, title = {f(x)})", "misc a(title=f(x))"),
      ("@misc{a}", "misc a()"),
      ("@misc{a,}", "misc a()"),
      ("@misc{a, title = {X},,}", "misc a(title=X)"),
      ("  @ misc { a , title={X} , }", "misc a(title=X)"),
      ("@misc{DBLP:conf/nips/X17+y, title = {X}}", "misc DBLP:conf/nips/X17+y(title=X)"),
      ("@misc{张三2020, title = {X}}", "misc 张三2020(title=X)"),
      ("@misc{an odd key, title = {X}}", "misc an odd key(title=X)"),
      ("@misc{a, title = {{X} and {Y {Z}}}}", "misc a(title={X} and {Y {Z}})"),
      ("@misc{a, title = {a \"quoted\" word}}", "misc a(title=a \"quoted\" word)"),
      ("@misc{a, title = \"an {\\\"O} in quotes\"}", "misc a(title=an {\\\"O} in quotes)"),
      ("@misc{a, title = \"a {\"}quote{\"}\"}", "misc a(title=a {\"}quote{\"})"),
      ("@misc{a, title = {one\n  two}}", "misc a(title=one\n  two)"),
      ("@misc{a, x = {}, y = \"\"}", "misc a(x=;y=)"),
      ("@misc{a, bdsk-url-1 = {u}}", "misc a(bdsk-url-1=u)"),
    ])
  func forms(text: String, outline: String) {
    let file = BibTeX(text)
    #expect(file.outline == outline)
    #expect(file.faults == [])
  }

  @Test(
    "Strings, months and numbers are joined",
    arguments: [
      ("@string{s = {S}} @misc{a, x = s}", "misc a(x=S)"),
      ("@STRING(s = \"S\") @misc{a, x = S # { and } # s}", "misc a(x=S and S)"),
      ("@string{s = {S}}@string{t = s # {T}}@misc{a, x = t # 1}", "misc a(x=ST1)"),
      ("@misc{a, month = jun # \"~12\"}", "misc a(month=jun~12)"),
      ("@misc{a, month = DEC}", "misc a(month=DEC)"),
      ("@string{s = {1}} @string{s = {2}} @misc{a, x = s}", "misc a(x=2)"),
    ])
  func values(text: String, outline: String) {
    let file = BibTeX(text)
    #expect(file.outline == outline)
    #expect(file.faults == [])
  }

  @Test(
    "All between entries is comment",
    arguments: [
      "", "nothing but text", "% a comment {", "me@example.org wrote @home", "@comment{@misc{a, x = {y}}}",
      "@comment(jabref; {}) text", "@preamble{\"\\newcommand{\\x}{y}\" # {z}}", "@Comment no braces",
      "@comment{never closed", "}}}", "a = {b}", "@", "@{", "@1{a}",
    ])
  func comments(text: String) {
    let file = BibTeX(text + "\n@misc{last, x = {y}}")
    #expect(file.outline == "misc last(x=y)")
    #expect(file.faults == [])
  }

  @Test(
    "A fault is told where it is, and what follows is read",
    arguments: [
      ("@misc{a, x = {1} y = {2}}", "misc a(x=1;y=2)", "bibtex.syntax@}"),
      ("@misc{a x = {1}}", "misc a(x=1)", "bibtex.syntax@a"),
      ("@misc{a\n x = {1}}", "misc a(x=1)", "bibtex.syntax@a"),
      ("@misc{x = {1}, y = {2}}", "", "bibtex.syntax@@misc{"),
      ("@misc{, x = {1}}", "", "bibtex.syntax@@misc{"),
      ("@misc{}", "", "bibtex.syntax@@misc{"),
      ("@misc{a, x, y = {2}}", "misc a(y=2)", "bibtex.syntax@x"),
      ("@misc{a, = {1}, y = {2}}", "misc a(y=2)", "bibtex.syntax@="),
      ("@misc{a, x = , y = {2}}", "misc a(y=2)", "bibtex.syntax@,"),
      ("@misc{a, x = %, y = {2}}", "misc a(y=2)", "bibtex.syntax@%"),
      ("@misc{a, x = {1}", "misc a(x=1)", "bibtex.syntax@@misc{"),
      ("@misc{a, x = {1} # , y = {2}}", "misc a(y=2)", "bibtex.syntax@,"),
      ("@misc{a, x = unknown}", "misc a(x=unknown)", "bibtex.unresolved@unknown"),
      ("@misc{a, x = {1}, X = {2}}", "misc a(x=1)", "bibtex.duplicate-field@X"),
      ("@article\n", "", "bibtex.syntax@@article"),
      ("@string{s}", "", "bibtex.syntax@s"),
      ("@preamble{{never closed}", "", "bibtex.syntax@@preamble{"),
    ])
  func faults(text: String, outline: String, fault: String) {
    let file = BibTeX(text + "\n@misc{last, x = {y}}")
    #expect(file.outline == (outline + " misc last(x=y)").trimmingSpaces)
    #expect(file.faults == [fault])
  }

  @Test("A value that is not closed ends before the next entry, and is told once")
  func unclosedValue() {
    for (mark, place) in [("{", "@misc{"), ("{{", "{"), ("\"", "\"")] {
      let file = BibTeX("@misc{a, x = {1}, y = \(mark)2\n}\n\n  @misc{b, x = {3}}")
      #expect(file.outline.hasSuffix("misc b(x=3)"))
      #expect(file.outline.hasPrefix("misc a(x=1;y=\(mark == "{{" ? "{" : "")2"))
      #expect(file.faults == ["bibtex.syntax@\(place)"])
    }
  }

  @Test("A value that swallows the fields below it is named")
  func swallowedFields() throws {
    let file = BibTeX("@misc{a,\n  title = {A,\n  year = {2017}\n}\n\n@misc{b, x = {3}}")
    #expect(file.faults == ["bibtex.syntax@title"])
    let fault = try #require(file.reader.faults.diagnostics.first)
    #expect(fault.notes.map(\.message) == ["Close the value in front of `year`."])
  }

  @Test("The second entry with a key is told with the place of the first, and left out")
  func duplicateKey() throws {
    let file = BibTeX("@misc{a, x = {1}}\n@misc{b}\n@misc{a, x = {2}}\n@misc{A}")
    #expect(file.outline == "misc a(x=1) misc b() misc A()")
    #expect(file.faults == ["bibtex.duplicate-key@a"])
    let fault = try #require(file.reader.faults.diagnostics.first)
    #expect(fault.location?.position == SourcePosition(line: 3, column: 7))
    #expect(fault.notes.first?.location?.position == SourcePosition(line: 1, column: 7))
  }

  @Test("A missing comma is put in by its fix, and nothing is left to tell")
  func commaFix() throws {
    let text = "@misc{a\n  x = {1}\n  y = 2\n}"
    let file = BibTeX(text)
    var bytes = Array(text.utf8)
    let fixes = file.reader.faults.diagnostics.compactMap(\.fix)
    #expect(fixes.count == 2)
    for fix in fixes.reversed() { bytes.replaceSubrange(fix.range.bytes, with: fix.replacement.utf8) }
    let fixed = BibTeX(String(decoding: bytes, as: UTF8.self))
    #expect(fixed.outline == "misc a(x=1;y=2)")
    #expect(fixed.faults == [])
  }

  @Test("An unknown string proposes the nearest")
  func suggestion() throws {
    let file = BibTeX("@string{nature = {Nature}} @misc{a, x = natur}")
    let fault = try #require(file.reader.faults.diagnostics.first)
    #expect(fault.notes.map(\.message) == ["did you mean `nature`?"])
  }

  @Test("Strings cannot make a small file large")
  func longStrings() {
    let long = String(repeating: "x", count: BibTeXLimits.sharedBytes + 1)
    let file = BibTeX("@string{s = {\(long)}} @misc{a, x = s # s}")
    #expect(file.outline == "misc a(x=ss)")
    #expect(file.faults == ["bibtex.limit@s"])
    let many = (1...40).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1)}" }.joined()
    let doubled = BibTeX("@string{s0 = {xxxxxxxx}}" + many + "@misc{a, x = s40}")
    #expect(
      doubled.reader.entries[0].fields[0].pieces.reduce(0) { $0 + $1.count } <= BibTeXLimits.sharedBytes)
    let names = Array(repeating: "t", count: 200).joined(separator: " # ")
    let composed = BibTeX(
      "@string{t = {\(String(repeating: "x", count: 1_000))}} @misc{a, x = \(names)}")
    #expect(
      composed.value(composed.reader.entries[0].fields[0]).utf8.count < BibTeXLimits.composedBytes + 200)
    #expect(composed.faults.allSatisfy { $0 == "bibtex.limit@t" } && !composed.faults.isEmpty)
  }

  @Test("A file full of faults is told to its limit")
  func manyFaults() {
    let file = BibTeX("@misc{a, " + String(repeating: "= ,", count: 500) + "}")
    #expect(file.faults.count == BibTeXLimits.faults + 1)
    #expect(file.faults.last?.hasPrefix("bibtex.limit@") == true)
  }
}
