import Mustache
import Templates
import Testing

/// Random templates, compared with what another engine makes of them.
///
/// Left out is what the engines do differently: empty text (false here, true there), unknown names and `{{.}}` for
/// whole records (errors here), empty lines in indented partials (left empty here), and what the other engine does
/// not indent by the specification: lines after CR LF, sections in indented partials, filled blocks.
@Suite struct OracleTests {
  @Test func agreesWithSwiftMustache() throws {
    var generator = TemplateGenerator(random: SplitMix64(state: 2026))
    for _ in 0..<2_000 {
      let partials = [
        "flat": generator.plainLines(), "nested": generator.lines(of: .page, depth: 2, mayInclude: false),
        "parent": "top\n{{$first}}own{{/first}} {{$second}}{{title}}{{/second}}\nend\n",
      ]
      let main = generator.lines(of: .page, depth: 3, mayInclude: true)
      var library = MustacheLibrary()
      for (name, text) in partials { try library.register(text, named: name) }
      try library.register(main, named: "main")
      let expected = library.render(TemplateGenerator.object, withTemplate: "main")
      let written = render(main, partials)
      #expect(written == expected, "\(main)\n--- \(partials)")
      if written != expected { return }
    }
  }
}

/// Writes templates that are right for `Fixture.page`.
private struct TemplateGenerator {
  var random: SplitMix64

  /// The innermost record.
  enum Context {
    case page
    case item
    case tag
    case person
  }

  /// `Fixture.record` as the other engine takes it; empty fields are absent.
  static var object: [String: Any] {
    [
      "title": "A & B", "body": "<i>&amp;</i>", "link": "../?a=1&b='2'", "yes": true, "no": false,
      "items": [
        ["name": "one", "rank": "1", "tags": [["label": "x"], ["label": "y"]]],
        ["name": "two", "rank": "2", "tags": [[String: String]]()] as [String: Any],
      ],
      "none": [[String: Any]](),
      "author": ["name": "Ann", "site": ["root": "../", "owner": "Bob"]] as [String: Any],
    ]
  }

  /// Lines without sections of their own and without empty ones, so that they can be indented.
  mutating func plainLines() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      text += pick(["", "  "]) + "word" + words(of: .page, depth: 1) + "\n"
    }
    return text
  }

  mutating func lines(of context: Context, depth: Int, mayInclude: Bool) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += line(of: context, depth: depth, mayInclude: mayInclude)
    }
    return text
  }

  private mutating func line(of context: Context, depth: Int, mayInclude: Bool) -> String {
    let indentation = pick(["", "", " ", "  ", "\t"])
    let end = pick(["\n", "\n", "\n", " \n", "\r\n"])
    let choice = Int.random(in: 0...9, using: &random)
    switch choice {
    case 0, 1, 2:
      return indentation + words(of: context, depth: depth) + end
    case 3:
      return "\n"
    case 4:
      return indentation + pick(["{{! comment }}", "{{!\n two\n}}"]) + end
    case 5 where mayInclude:
      return pick(["", "  "]) + "{{>flat}}" + "\n"
    case 6 where mayInclude:
      return pick(["word {{> nested }} word", "{{>nested}}"]) + "\n"
    case 7 where mayInclude:
      let override = pick(["", "{{$first}}new{{/first}}", "{{$second}}a{{author.name}}{{/second}}"])
      return "word {{<parent}}\(override){{/parent}} word\n"
    default:
      guard depth > 0 else { return words(of: context, depth: 0) + end }
      let (name, inner, isInverted) = section(in: context)
      let body = lines(of: inner, depth: depth - 1, mayInclude: mayInclude)
      return indentation + "{{\(isInverted ? "^" : "#")\(name)}}" + end + body + "{{/\(name)}}" + "\n"
    }
  }

  private mutating func words(of context: Context, depth: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let choice = Int.random(in: 0...5, using: &random)
      if choice < 3 {
        text += variable(in: context)
      } else if choice == 3, depth > 0 {
        let (name, inner, isInverted) = section(in: context)
        text += "{{\(isInverted ? "^" : "#")\(name)}}\(words(of: inner, depth: depth - 1)){{/\(name)}}"
      } else {
        text += pick(["word", " 稀疏 ", "a  b", "} { ", "&", "\"'"])
      }
    }
    return text
  }

  private mutating func variable(in context: Context) -> String {
    var tags = [
      "{{title}}", "{{ title }}", "{{{body}}}", "{{&body}}", "{{link}}", "{{author.name}}",
      "{{author.site.owner}}",
      "{{blank}}", "{{#title}}{{.}}{{/title}}",
    ]
    switch context {
    case .page: break
    case .item: tags += ["{{name}}", "{{rank}}"]
    case .tag: tags += ["{{label}}", "{{rank}}"]
    case .person: tags += ["{{name}}", "{{site.root}}"]
    }
    return pick(tags)
  }

  private mutating func section(in context: Context) -> (name: String, inner: Context, isInverted: Bool) {
    var choices: [(String, Context)] = [
      ("yes", context), ("no", context), ("title", context), ("items", .item), ("none", .item),
      ("author", .person),
      ("nobody", .person),
    ]
    if context == .item { choices.append(("tags", .tag)) }
    let (name, inner) = pick(choices)
    let isInverted = Int.random(in: 0...3, using: &random) == 0
    return (name, isInverted ? context : inner, isInverted)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
