import Testing

@testable import SiteBuild

@Suite("Imports of style sheets")
struct StyleSheetImportsTests {
  private func bundled(_ name: String, of files: KeyValuePairs<String, String>) -> String {
    let sheets = StyleSheetImports(files.map { ThemeFiles.Asset(name: $0.key, bytes: Array($0.value.utf8)) })
    return String(decoding: sheets.bundled(name), as: UTF8.self)
  }

  @Test("An imported file stands in the place of the rule")
  func order() {
    let files: KeyValuePairs = [
      "style.css": "@import \"a.css\";\n@import 'parts/b.css';\nend {}\n", "a.css": "a {}\n",
      "parts/b.css": "b {}\n",
    ]
    #expect(bundled("style.css", of: files) == "a {}\nb {}\nend {}\n")
  }

  @Test("Imports within imports; each file once, also where they go round in a circle")
  func circles() {
    let files: KeyValuePairs = [
      "style.css": "@import \"a.css\";\n@import \"b.css\";\n", "a.css": "@import \"b.css\";\na {}\n",
      "b.css": "@import \"a.css\";\n@import \"style.css\";\nb {}\n",
    ]
    #expect(bundled("style.css", of: files) == "b {}\na {}\n")
  }

  @Test(
    "What names no file of the theme, or is no whole rule, stays",
    arguments: [
      "@import \"missing.css\";\n", "@import \"a.css\" print;\n", "@import url(a.css);\n",
      "@import \"a.css\"\n",
      "@import \"a.css';\n",
      "/* @import \"a.css\"; */\n", "@import;\n", "@import \"\";\n", "",
    ])
  func unchanged(rule: String) {
    #expect(bundled("style.css", of: ["style.css": rule, "a.css": "a {}\n"]) == rule)
  }
}
