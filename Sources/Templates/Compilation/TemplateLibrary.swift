import SourceText

/// All templates of a theme, parsed.
struct TemplateLibrary {
  let templates: [Entry]
  private let indices: [String: Int]

  struct Entry {
    let name: String
    let file: SourceFile
    let isAdditional: Bool
    let parsed: ParsedTemplate
  }

  init(_ sources: [TemplateSource]) {
    templates = sources.map {
      Entry(
        name: $0.name, file: $0.file, isAdditional: $0.isAdditional, parsed: TemplateParser.parse($0.file))
    }
    indices = Dictionary(zip(sources.map(\.name), sources.indices), uniquingKeysWith: { $1 })
  }

  /// The template called so, with or without `.html`.
  func index(of name: String) -> Int? { indices[name] ?? indices[name + ".html"] }

  /// The names by which `index(of:)` finds templates, as authors write them.
  var callNames: [String] {
    templates.map { $0.name.hasSuffix(".html") ? String($0.name.dropLast(5)) : $0.name }
  }

  /// The blocks that can be filled in a template, those of what it includes among them.
  func blockNames(of template: Int) -> [String] {
    var names: [String] = []
    visit([template]) { block in
      if !names.contains(block.name.text) { names.append(block.name.text) }
    }
    return names
  }

  /// The files that no page is made of, since neither the theme nor a template that counts names them.
  var unused: [Entry] {
    let counting = visit(templates.indices.filter { !templates[$0].isAdditional })
    return templates.indices.filter { !counting.contains($0) }.map { templates[$0] }
  }

  /// Goes through templates and all they include, and tells which these are.
  @discardableResult
  private func visit(_ roots: [Int], _ body: (BlockTag) -> Void = { _ in }) -> Set<Int> {
    var visited = Set(roots)
    var waiting = roots.map { templates[$0].parsed.nodes }
    while let nodes = waiting.popLast() {
      for node in nodes {
        switch node {
        case .lineStart, .text, .variable:
          break
        case .section(let section):
          waiting.append(section.body)
        case .block(let block):
          body(block)
          waiting.append(block.body)
        case .partial(let tag):
          visit(tag)
        case .parent(let tag, let overrides):
          for block in overrides { waiting.append(block.body) }
          visit(tag)
        }
      }
    }
    return visited

    func visit(_ tag: InclusionTag) {
      if let index = index(of: tag.name.text), visited.insert(index).inserted {
        waiting.append(templates[index].parsed.nodes)
      }
    }
  }
}
