import SourceText
import Testing

@testable import Importing

@Suite("Folders imported into a site that has files")
struct FolderSiteTests {
  @Test("A file that exists is named and not written")
  func occupied() throws {
    let folder = try ImportedNotes(["a.md": "A.", "b.md": "B."], occupied: ["pages/A.md"])
    #expect(folder.paths == ["pages/b.md"] && folder.messages(.importExists).count == 1)
  }

  @Test(
    "No note gets the address of a page of the site, and links tell the two apart",
    arguments: [
      ("什么是熵", "questions/old/什么是熵.md", "questions/什么是熵-2.md"),
      ("What is x", "questions/what-is-x.md", "questions/What is x-2.md"),
      ("a", "pages/A!.md", "pages/a-2.md"), ("literature/b", "references/old/b.md", "references/b-2.md"),
    ])
  func addresses(_ name: String, _ existing: String, _ target: String) throws {
    let stem = PathName.lastComponent(name)
    let folder = try ImportedNotes(
      [".obsidian/app.json": "{}", "\(name).md": "Text.\n", "z.md": "[[\(stem)]]\n"], occupied: [existing])
    #expect(Set(folder.paths) == [target, "pages/z.md"])
    #expect(folder.text("pages/z.md") == "[[\(target.dropLast(3))|\(stem)]]\n")
    let faults = folder.faults(beside: [existing: "---\ntitle: Old\n---\nText.\n"])
    #expect(faults.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test("A page whose folder differs is another page, and a question is not")
  func folders() throws {
    let folder = try ImportedNotes(
      ["n/a.md": "A.", "n/What is b.md": "B."], occupied: ["pages/a.md", "questions/What is b.md"])
    #expect(Set(folder.paths) == ["questions/n/What is b-2.md", "pages/n/a.md"])
  }

  @Test("An import is repeated without effect, whatever numbers its notes were given")
  func repeated() throws {
    var notes = ["search.md": "S.", "gpt-2.md": "G.", "gpt!-2.md": "H."]
    for name in ["a", "b", "c", "d"] { notes["\(name)/What is it.md"] = "Text." }
    let existing: Set<String> = ["questions/old/what-is-it.md", "pages/old/gpt.md"]
    let first = try ImportedNotes(notes, occupied: existing)
    #expect(first.paths.count == notes.count)
    let second = try ImportedNotes(notes, occupied: existing.union(first.paths))
    #expect(second.paths == [] && second.messages(.importExists).count == notes.count)
    notes["a/What is it!.md"] = "New."
    let third = try ImportedNotes(notes, occupied: existing.union(first.paths))
    #expect(third.paths.count == 1 && third.text(third.paths.first ?? "")?.hasSuffix("New.") == true)
  }

  @Test("A folder is empty when nothing in it can be imported")
  func empty() throws {
    #expect(try ImportedNotes(["hugo.toml": "", "layouts/a.html": ""]).folder.isEmpty)
    #expect(try !ImportedNotes(["a.md": "A."], occupied: ["pages/a.md"]).folder.isEmpty)
  }
}
