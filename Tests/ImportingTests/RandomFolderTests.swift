import Markdown
import SourceText
import Testing

@testable import Importing

@Suite("Any folder can be imported")
struct RandomFolderTests {
  /// Pieces of notes; joined at random they make good ones, damaged ones and nonsense. `@` stands for a new word.
  private static let pieces = [
    "---\n", "+++\n", "title: @\n", "title = \"@\"\n", "tags: [@, @]\n", "date: @\n", "aliases:\n  - @\n",
    "@: @: @\n",
    "[@]\n@ = 1\n", "{\"@\": \"@\"}\n", "# @\n", "## Answer\n", "@ @ @ ", "[[a]]", "[[b/c|@]]", "![[p.png]]",
    "[@](a.md)", "[@](../@.md#@)", "![@](p.png \"@\")", "[@]: b/c.md\n", "#@ #@\n", "@:: @\n", "%%@%%", "`@`",
    "```\n@\n",
    "```\n", "$@$", "$$@$$", "\\\\(@\\\\)", "\\\\[@\\\\]", "\\\\[@\n", "{{< @ >}}", "{{< ref \"@\" >}}",
    "{{% @",
    "{{< highlight @ >}}\n@\n", "{{< /highlight >}}",
    "{% @ %}", "{% post_url @ %}", "{{ @ }}", "{% raw %}@", "{% endraw %}", "{: .@}", "\n{: #@}\n", "{#@}",
    "\n", "\n\n",
    "> @\n", "- @\n", "| @ | [[a]] |\n|---|---|\n", "<img src=\"p.png\" alt=\"@\">", "\u{0}", "\u{FEFF}",
    "\\", "**@**", "@\n: @\n",
    "* toc\n{:toc}\n", "<!-- @ -->", "\r\n", "slug: @\n", "url: /@/\n", "related: [a, @]\n",
    "related: ['[[a|@]]']\n",
    "related_posts:\n  - b/c.md\n  - a\n", "see-also: [a, a] # @\n", "related = [\"a\", \"/b/c/\"]\n",
  ]

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    // SplitMix64 (Steele, Lea and Flood 2014).
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  /// A folder of a kind, and the words that stand in its notes once each.
  private static func folder(_ seed: UInt64, _ marker: String) -> (
    files: [String: String], words: Set<String>
  ) {
    var generator = Generator(state: seed)
    var words: Set<String> = []
    var files = [marker: ""]
    let prefix = marker == "hugo.toml" ? "content/" : ""
    for name in ["a.md", "b/c.md", "b/index.md", "What.md", "literature/s.md"] {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &generator) {
        for character in pieces.randomElement(using: &generator) ?? "" {
          guard character == "@" else {
            text.append(character)
            continue
          }
          let word = "w\(words.count)q"
          words.insert(word)
          text += word
        }
      }
      files[prefix + name] = text
    }
    files[prefix + "b/p.png"] = "png"
    return (files, words)
  }

  @Test(
    "Nothing is lost, and all front matter reads",
    arguments: [".obsidian/app.json", "hugo.toml", "_config.yml", "x.txt"])
  func holds(_ marker: String) throws {
    for seed in 0..<300 {
      let (files, words) = Self.folder(UInt64(seed), marker)
      let folder = try ImportedNotes(files)
      var kept: Set<String> = []
      for file in folder.site.files { kept.formUnion(Self.words(file.bytes)) }
      for diagnostic in folder.site.diagnostics { kept.formUnion(Self.words(Array(diagnostic.message.utf8))) }
      #expect(words.subtracting(kept) == [], "\(marker) \(seed)")
      #expect(Set(folder.paths.map { $0.lowercased() }).count == folder.paths.count)
      #expect(folder.paths.allSatisfy { !$0.split(separator: "/").contains("..") && !$0.hasPrefix("/") })
      for file in folder.site.files {
        let (_, _, diagnostics) = FrontMatter.parse(SourceFile(path: "", bytes: file.bytes))
        let isRead = diagnostics.allSatisfy { $0.severity < .error }
        #expect(isRead, "\(marker) \(seed) \(file.path): \(String(decoding: file.bytes, as: UTF8.self))")
      }
    }
  }

  private static func words(_ bytes: [UInt8]) -> Set<String> {
    Set(String(decoding: bytes, as: UTF8.self).matches(of: /w[0-9]+q/).map { String($0.output) })
  }
}
