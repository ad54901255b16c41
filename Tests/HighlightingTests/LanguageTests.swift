import Highlighting
import Testing

@Suite struct LanguageTests {
  @Test func everyNameLeadsToItsLanguageInEitherCase() {
    for language in Language.all {
      for name in [language.name] + language.aliases {
        #expect(Language.named(name.utf8) == language, "\(name)")
        #expect(Language.named(name.uppercased().utf8) == language, "\(name)")
        #expect(name == name.lowercased())
      }
    }
  }

  @Test func noNameIsSharedByTwoLanguages() {
    let names = Language.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test(
    arguments: [
      ("py", "python"), ("JS", "javascript"), ("jsx", "javascript"), ("tsx", "typescript"), ("C++", "cpp"),
      ("h", "c"), ("zsh", "shell"), ("shell-session", "console"), ("yml", "yaml"), ("json5", "json"),
      ("rs", "rust"),
      ("golang", "go"), ("tex", "latex"), ("md", "markdown"), ("svg", "html"), ("scss", "css"),
      ("PostgreSQL", "sql"), ("kt", "kotlin"), ("ini", "ini"), ("patch", "diff"), ("c#", "csharp"),
    ])
  func aliases(alias: String, name: String) {
    #expect(Language.named(alias.utf8)?.name == name)
  }

  @Test(arguments: ["", "klingon", "python ", "语言", "c+", String(repeating: "x", count: 1000)])
  func otherNamesAreUnknown(name: String) {
    #expect(Language.named(name.utf8) == nil)
  }

  @Test func everyClassHasACSSClassOfItsOwn() {
    let names = TokenClass.allCases.map { String(describing: $0.cssClass) }
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.hasPrefix("hl-") && name.dropFirst(3).allSatisfy { $0.isLowercase && $0.isASCII })
    }
  }
}
