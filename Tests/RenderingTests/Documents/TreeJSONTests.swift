import Markdown
import SourceText
import Testing

@testable import Rendering

@Suite("The tree as JSON")
struct TreeJSONTests {
  private static func json(_ text: String) -> String {
    var output: [UInt8] = []
    TreeJSON.append(Document(parsing: SourceFile(path: "q.md", bytes: Array(text.utf8))), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The first paragraph's first child.
  private static func inline(_ text: String) -> String {
    let whole = json(text)
    let opening = "\"children\":["
    guard let paragraph = whole.firstRange(of: "\"kind\":\"paragraph\""),
      let children = whole[paragraph.upperBound...].firstRange(of: opening)
    else { return whole }
    return String(whole[children.upperBound...].dropLast("]}]}".count))
  }

  @Test("Ranges are bytes of the file, front matter counted")
  func ranges() {
    #expect(
      Self.json("---\ntags: [a]\n---\n熵 *a*\n")
        == "{\"kind\":\"document\",\"range\":[18,26],\"children\":[{\"kind\":\"paragraph\",\"range\":[18,25],"
        + "\"children\":[{\"kind\":\"text\",\"range\":[18,22],\"literal\":\"熵 \"},"
        + "{\"kind\":\"emph\",\"range\":[22,25],\"children\":[{\"kind\":\"text\",\"range\":[23,24],\"literal\":\"a\"}]}"
        + "]}]}")
  }

  @Test(
    "What the contract promises of the dialect's inlines",
    arguments: [
      ("$x^2$", "{\"kind\":\"math\",\"range\":[0,5],\"tex\":\"x^2\",\"display\":false}"),
      (
        "[[a#b|c]]",
        "{\"kind\":\"wiki_link\",\"range\":[0,9],\"target\":\"a\",\"fragment\":\"b\",\"text\":\"c\",\"embed\":false}"
      ),
      (
        "![[a]]",
        "{\"kind\":\"wiki_link\",\"range\":[0,6],\"target\":\"a\",\"fragment\":null,\"text\":\"a\",\"embed\":true}"
      ),
      (
        "[see @a#b, p. 3]",
        "{\"kind\":\"citation\",\"range\":[0,16],\"items\":[{\"key\":\"a\",\"anchor\":\"b\",\"prefix\":\"see\","
          + "\"suffix\":\", p. 3\"}]}"
      ),
      ("{calc: 1+1 = 2}", "{\"kind\":\"calc\",\"range\":[0,15],\"expression\":\"1+1\",\"value\":\"2\"}"),
      (
        "[a](b \"c\")",
        "{\"kind\":\"link\",\"range\":[0,10],\"destination\":\"b\",\"title\":\"c\",\"children\":[{\"kind\":\"text\","
          + "\"range\":[1,2],\"literal\":\"a\"}]}"
      ),
      (
        "![a](b){#c .d width=3}",
        "{\"kind\":\"image\",\"range\":[0,22],\"destination\":\"b\",\"title\":\"\",\"attributes\":{\"id\":\"c\","
          + "\"classes\":[\"d\"],\"values\":[[\"width\",\"3\"]]},\"children\":[{\"kind\":\"text\",\"range\":[2,3],"
          + "\"literal\":\"a\"}]}"
      ),
    ])
  func inlines(text: String, expected: String) {
    #expect(Self.inline(text) == expected)
  }

  @Test(
    "What the contract promises of blocks",
    arguments: [
      ("# a {#b}", "\"level\":1,\"id\":\"b\",\"attributes\":{\"id\":\"b\"}"),
      ("- a", "\"kind\":\"list\",\"range\":[0,3],\"type\":\"bullet\",\"tight\":true"),
      ("3. a", "\"kind\":\"list\",\"range\":[0,4],\"type\":\"ordered\",\"start\":3,\"tight\":true"),
      ("- [x] a", "\"kind\":\"task_item\",\"range\":[0,7],\"checked\":true"),
      ("|a|\n|:-:|", "\"kind\":\"table_cell\",\"range\":[1,2],\"align\":\"center\""),
      (
        "> [!Tip]- b",
        "\"kind\":\"callout\",\"range\":[0,11],\"type\":\"tip\",\"title\":\"b\",\"fold\":\"closed\""
      ),
      ("> [!note]\n> a", "\"type\":\"note\",\"title\":null,\"fold\":null"),
      ("a[^b]\n\n[^b]: c", "\"kind\":\"footnote_reference\",\"range\":[1,5],\"label\":\"b\",\"number\":1"),
      ("[^b]: c", "\"kind\":\"footnote_definition\",\"range\":[0,7],\"label\":\"b\",\"number\":null"),
      (
        "```py title=\"t\" hl_lines=\"2-3\"\nx\n```",
        "\"literal\":\"x\\n\",\"info\":\"py title=\\\"t\\\" hl_lines=\\\"2-3\\\"\",\"title\":\"t\",\"marked_lines\":[[2,3]]"
      ),
    ])
  func blocks(text: String, expected: String) {
    #expect(Self.json(text).contains(expected), "\(Self.json(text))")
  }

  @Test("A tree deeper than any stack is written whole")
  func depth() {
    let depth = 20_000
    let json = Self.json(
      String(repeating: "*a **b ", count: depth) + String(repeating: "c** d*", count: depth))
    #expect(json.filter { $0 == "{" }.count == json.filter { $0 == "}" }.count)
    #expect(json.hasSuffix("]}]}"))
  }
}
