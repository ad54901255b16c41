import SourceText
import Testing

@testable import Importing

/// Notes of a hundred thousand bytes that would make an import look for something again and again: minutes or hours
/// instead of a second.
@Suite("Work of an import")
struct FolderWorkTests {
  private static let size = 100_000

  /// A text repeated up to the size.
  private static func filled(_ piece: String) -> String {
    String(repeating: piece, count: size / piece.utf8.count)
  }

  private static let pieces = [
    "{{ x\n", "{{ x ", "{: ", "{:: ", #"\\( "#, #"\\[ "#, "\\\\[ x\n", "$$ ", "{% raw %} ", "{% comment %}% ",
    "{{< x ", "{{< highlight ", "{{% x\n", "`{{ ",
  ]

  /// What closes some of them, at the very end behind many blanks.
  private static let closers =
    String(repeating: " ", count: size / 4) + #"}} } \\) $ \\] {% endcomment %} {% endraw %} >}} %}}"#

  @Test("Marks that are closed late or never are looked for once", arguments: ["hugo.toml", "_config.yml"])
  func marks(_ settings: String) throws {
    let folder = settings == "hugo.toml" ? "content/" : ""
    for piece in Self.pieces {
      for end in ["", Self.closers] {
        let text = Self.filled(piece) + end + "\n\nend\n"
        let notes = try ImportedNotes([settings: "", "\(folder)a.md": text])
        #expect(notes.text("pages/a.md")?.hasSuffix("end\n") == true, "\(piece)")
      }
    }
  }

  @Test("A line's blanks, and the backquotes of code, are counted once")
  func blanks() throws {
    let blanks = String(repeating: " ", count: Self.size / 2)
    let formulas = "\(blanks)x \(Self.filled("$$x$$ "))"
    let code = "{% highlight c %}" + String(repeating: "`", count: Self.size) + "{% endhighlight %}\n"
    let folder = try ImportedNotes(["_config.yml": "", "a.md": formulas, "b.md": code])
    #expect(folder.text("pages/a.md")?.hasSuffix("$x$ ") == true)
    #expect(folder.text("pages/b.md")?.hasPrefix("`") == true)
  }

  @Test("Notes of one name in many folders are counted on, not through")
  func names() throws {
    var notes: [String: String] = [:]
    for number in 0..<4000 { notes["\(number)/what is it.md"] = "Text." }
    let paths = try ImportedNotes(notes).paths
    #expect(Set(paths.map { $0.split(separator: "/").last }).count == notes.count)
  }

  @Test("The headings of a note are looked through once, however many links lead to it")
  func headings() throws {
    let target = (0..<Self.size / 2).map { "# h\($0)\n" }.joined() + "\nEnd. ^last\n"
    let links = Self.filled("[[b#h9]] [[b#^last]] [[b#none]]\n\n") + Self.filled("[[b#h8]]\n\n")
    let folder = try ImportedNotes([".obsidian/app.json": "{}", "a.md": links, "b.md": target])
    let messages = folder.messages(.importDamaged)
    #expect(messages.count == Self.size / "[[b#h9]] [[b#^last]] [[b#none]]\n\n".utf8.count)
    #expect(Set(messages) == ["`none` is no heading of b.md"])
  }
}
