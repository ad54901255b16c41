import Rendering
import SourceText
import Templates

@testable import SiteBuild

/// The generated part of Documentation/Templates.md: every template with its model, and every field of every model with
/// an example from a small site.
struct TemplateManual {
  /// The first example found of each field, by `Model.field`.
  private let examples: [String: String]

  /// Builds a site whose templates write down every field they are given.
  init() throws {
    var sources = TemplateManual.site
    for (name, schema) in PageTemplate.entries { sources["templates/" + name] = TemplateManual.dump(schema) }
    let site = try SiteFixture(sources)
    _ = try site.build()
    var examples: [String: String] = [:]
    for (path, bytes) in try site.published().sorted(by: { PathName.precedes($0.key, $1.key) })
    where path.hasSuffix(".html") {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "¶") {
        guard let mark = line.firstIndex(of: "="), line.hasPrefix("§") else { continue }
        let (name, value) = (String(line[..<mark].dropFirst()), line[line.index(after: mark)...])
        if !value.isEmpty, examples[name] == nil { examples[name] = String(value) }
      }
    }
    self.examples = examples
  }

  /// A template that writes `§Model.field=value¶` for each field of a model and of the models in it.
  private static func dump(_ schema: ModelSchema, inside names: [String] = []) -> String {
    guard !names.contains(schema.name) else { return "" }
    return schema.fields.map { field in
      let mark = "§\(schema.name).\(field.name)="
      return switch field.type {
      case .text, .url: "\(mark){{\(field.name)}}¶"
      case .html: "\(mark){{{\(field.name)}}}¶"
      case .flag: "{{#\(field.name)}}\(mark)yes¶{{/\(field.name)}}"
      case .list(let inner), .record(let inner):
        "{{#\(field.name)}}\(dump(inner, inside: names + [schema.name])){{/\(field.name)}}"
      }
    }.joined()
  }

  /// The text behind the marker in Documentation/Templates.md.
  func markdown() -> String {
    var text = "\n## Templates and their models\n\n| template | model |\n| --- | --- |\n"
    for template in PageTemplate.allCases {
      text +=
        "| `\(template.rawValue)` | [\(template.schema.name)](#\(template.schema.name.lowercased())) |\n"
    }
    var names: Set<String> = []
    let pages = PageTemplate.allCases.map(\.schema).filter { names.insert($0.name).inserted }
    var parts: [ModelSchema] = []
    for model in pages.flatMap({ $0.models() }) where names.insert(model.name).inserted {
      parts.append(model)
    }
    text += "\n## Models of pages\n"
    for model in pages { text += section(model) }
    text += "\n## Models in them\n"
    for model in parts { text += section(model) }
    return text
  }

  private func section(_ model: ModelSchema) -> String {
    "\n### \(model.name)\n\n" + model.table { example(of: $0, in: model) }
  }

  private func example(of field: ModelField, in model: ModelSchema) -> String {
    if let inner = field.type.schema { return "[\(inner.name)](#\(inner.name.lowercased()))" }
    guard case .flag = field.type else {
      return examples["\(model.name).\(field.name)"].map(TemplateManual.code) ?? ""
    }
    return ""
  }

  /// A value as code in a table's cell: its first characters, in one line, without hashes.
  private static func code(_ value: String) -> String {
    let line = value.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&").replacing("\n", with: " ")
      .replacing("|", with: "\\|").replacing(#/\.[0-9a-f]{10}\./#, with: ".HASH.")
    let text = line.trimmingPrefix(" ")
    let cut = text.count > 70 ? text.prefix(70) + "…" : text
    return cut.contains("`") ? "`` \(cut) ``" : "`\(cut)`"
  }

  // MARK: The site of the examples

  private static let site: [String: String] = {
    var site = [
      "quaestio.yml": """
      title: A wiki
      language: en
      description: Questions about information.
      license: CC BY 4.0
      base_url: https://wiki.example/
      issue_url: https://code.example/issues/new?title={title}
      source_url: https://code.example/wiki/{path}
      """,
      "content/pages/index.md": "Welcome to a wiki about [[entropy]].\n",
      "content/pages/about.md":
        "---\ntitle: About\ndate: 2026-01-02\nupdated: 2026-02-03\nprovenance: human\n---\nWho writes here [@shannon].\n",
      "content/pages/links.md": "# Links\n\nSee [[about]], [[A page nobody wrote]] and [[Another|it]].\n",
      "content/questions/entropy.md": """
      ---
      title: What is $H$?
      date: 2026-01-02
      updated: 2026-02-03
      authors: [Ann, Ben]
      tags: [information, coding]
      aliases: [old/entropy.html]
      ---
      Asked of a coin.

      ## Answer {author="Ann" date=2026-01-05 accepted provenance=ai generator="Aily" reviewed=2026-01-06}

      It is the *mean* information [@shannon, §6], $$H = \\log_2 n. \\label{eq:h}$$

      ## Answer

      See [[perplexity]], and [@shannon].

      ## References

      1. [@shannon]
      2. A note of its own.
      """,
      "content/questions/perplexity.md":
        "---\ntitle: What is perplexity?\ndate: 2026-01-03\ntags: [information]\n---\nTwo to the [[entropy]], by [[entropy#eq:h]]; \(words).\n",
      "content/questions/perplexity.zh-Hans.md": "---\ntitle: 什么是困惑度？\ntags: [information]\n---\n二的熵次方。\n",
      "content/questions/surprise.md":
        "---\nduplicate_of: entropy\nlang: en\n---\n# How surprised am I?\n\nText.\n",
      "content/questions/open.md": "# Who will answer this?\n",
      "content/references/shannon.md": """
      ---
      title: A Mathematical Theory of Communication
      author: Claude E. Shannon
      site: Bell System Technical Journal
      date: 1948-07
      url: https://example.org/shannon
      archived: https://archive.example/shannon
      accessed: 2026-01-02
      ---
      Entropy is $-\\sum p \\log p$. \(String(repeating: "It measures choice. ", count: 60))
      """,
    ]
    for number in 1...51 {
      site["content/questions/q\(number).md"] =
        "# Question \(number)\n\nSee [[A page nobody wrote]]; \(words).\n"
      site["content/references/r\(number).md"] = "---\ntitle: Source \(number)\n---\nText.\n"
    }
    return site
  }()

  private static let words = "coins, dice and letters bring information when they surprise us"
}
