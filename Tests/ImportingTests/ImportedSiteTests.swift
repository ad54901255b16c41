import Testing

@testable import Importing

@Suite("What an import would write")
struct ImportedSiteTests {
  @Test("The difference holds every line of every file, each as a new one")
  func diff() {
    let site = ImportedSite(files: [
      ImportedFile(path: "questions/a.md", bytes: Array("---\ntitle: A\n---\n".utf8)),
      ImportedFile(path: "references/b.md", bytes: Array("x\n\ny".utf8)),
      ImportedFile(path: "references/c.md", bytes: Array("x\n".utf8)),
    ])
    let expected = """
      --- /dev/null
      +++ b/content/questions/a.md
      @@ -0,0 +1,3 @@
      +---
      +title: A
      +---
      --- /dev/null
      +++ b/content/references/b.md
      @@ -0,0 +1,3 @@
      +x
      +
      +y
      \\ No newline at end of file
      --- /dev/null
      +++ b/content/references/c.md
      @@ -0,0 +1 @@
      +x

      """
    #expect(String(decoding: site.unifiedDiff(in: "content/"), as: UTF8.self) == expected)
  }
}
