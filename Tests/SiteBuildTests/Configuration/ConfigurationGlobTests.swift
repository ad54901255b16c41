import SiteBuild
import Testing

@Suite("Globs")
struct ConfigurationGlobTests {
  @Test(
    "A pattern fits exactly the paths it describes",
    arguments: [
      ("a/b.md", ["a/b.md"], ["a/b", "xa/b.md", "a/b.md/c", "a/B.md"]),
      (
        "questions/*.md", ["questions/a.md", "questions/.md"],
        ["questions/a/b.md", "questions/a.mdx", "a.md"]
      ),
      ("questions/**", ["questions/a.md", "questions/a/b/c.md"], ["questions", "xquestions/a.md"]),
      (
        "**/draft.md", ["draft.md", "a/draft.md", "a/b/draft.md"], ["xdraft.md", "a/xdraft.md", "draft.md/a"]
      ),
      ("a/**/z", ["a/z", "a/b/z", "a/b/c/z"], ["a/bz", "az", "a/b/z/y"]),
      ("a/**/b/**/c", ["a/b/c", "a/x/b/b/y/c"], ["a/c", "a/b"]),
      ("/drafts", ["drafts"], ["a/drafts", "drafts/a"]),
      ("drafts/", ["drafts/a", "drafts/a/b"], ["drafts", "a/drafts/b"]),
      ("drafts", ["drafts", "a/drafts", "drafts/a.md", "a/drafts/b.md"], ["drafts2", "a/xdrafts"]),
      ("*.tmp", ["a.tmp", "a/b.tmp", "b.tmp/c"], ["a.tmpx", "a/btmp"]),
      ("q/?.md", ["q/a.md", "q/熵.md"], ["q/.md", "q/ab.md", "q//.md"]),
      ("q/[a-c熵].md", ["q/a.md", "q/c.md", "q/熵.md"], ["q/d.md", "q/A.md"]),
      ("q/[!a-c].md", ["q/d.md", "q/熵.md"], ["q/a.md", "q//.md"]),
      ("q/[]-]x", ["q/]x", "q/-x"], ["q/ax"]),
      (#"q/\*.md"#, ["q/*.md"], ["q/a.md"]),
      ("**", ["a", "a/b"], []),
      ("a*b*c/x", ["abc/x", "axxbxxc/x", "abbcbc/x"], ["abcx/x", "ab/c/x"]),
    ])
  func fits(pattern: String, inside: [String], outside: [String]) throws {
    let glob = try Glob(pattern)
    for path in inside { #expect(glob.matches(path), "\(pattern) should fit \(path)") }
    for path in outside { #expect(!glob.matches(path), "\(pattern) should not fit \(path)") }
  }

  @Test("A pattern may be written from the site or from the content folder")
  func belowContent() throws {
    let glob = try Glob("questions/*.md")
    #expect(glob.matches("content/questions/a.md", below: "content"))
    #expect(try Glob("content/questions/*.md").matches("content/questions/a.md", below: "content"))
    #expect(!glob.matches("other/questions/a.md", below: "content"))
    #expect(!glob.matches("contentquestions/a.md", below: "content"))
  }

  @Test("What is no pattern is refused")
  func refused() {
    #expect(throws: Glob.Problem.empty) { try Glob("") }
    #expect(throws: Glob.Problem.empty) { try Glob("/") }
    #expect(throws: Glob.Problem.unclosedSet) { try Glob("a[b") }
    #expect(throws: Glob.Problem.leavesSite) { try Glob("../a") }
  }

  @Test("Patterns agree with a reader that tries every way", arguments: 0..<20)
  func agreesWithBacktracking(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<300 {
      let pattern =
        "r/" + (0...random(6)).map { _ in ["a", "b", "/", "*", "?", "**/", "**"][random(7)] }.joined()
      let path = "r/" + (0...random(6)).map { _ in ["a", "b", "/"][random(3)] }.joined()
      guard !pattern.hasSuffix("/"), !pattern.contains("***") else { continue }
      let glob = try Glob(pattern)
      let expected = tried(Array(pattern), Array(path))
      #expect(glob.matches(path) == expected, "\(pattern) on \(path)")
    }
  }

  /// The definition, written down as it reads.
  private func tried(_ pattern: [Character], _ path: [Character], atPartStart: Bool = true) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = Array(pattern.dropFirst())
    if first == "*", rest.first == "*" {
      let after = Array(rest.dropFirst())
      if atPartStart, after.first == "/" {
        let behind = Array(after.dropFirst())
        if tried(behind, path) { return true }
        return path.indices.contains { path[$0] == "/" && tried(behind, Array(path[($0 + 1)...])) }
      }
      return (0...path.count).contains { tried(after, Array(path[$0...]), atPartStart: false) }
    }
    if first == "*" {
      let part = path.prefix { $0 != "/" }.count
      return (0...part).contains { tried(rest, Array(path[$0...]), atPartStart: false) }
    }
    guard let next = path.first, first == "?" ? next != "/" : next == first else { return false }
    return tried(rest, Array(path.dropFirst()), atPartStart: first == "/")
  }

  @Test("Many stars do not multiply the work")
  func manyStars() throws {
    let glob = try Glob("x/" + String(repeating: "*a", count: 60) + "b")
    #expect(!glob.matches("x/" + String(repeating: "a", count: 2_000)))
  }
}
