import FormulaTerms
import KnowledgeBase
import Markdown
import Rendering
import SearchIndex
import TeXMath

/// Reads pages as search sees them.
struct SearchDocuments {
  let knowledge: KnowledgeBase
  let summaries: [[UInt8]]
  let language: UILanguage
  /// The site's macros, by which formulas are read.
  let macros: MacroTable

  /// The entries that are in the index.
  var ids: [EntryID] {
    knowledge.entries.indices.lazy.map { EntryID($0) }
      .filter { knowledge[$0].frontMatter.search != false && !knowledge.isDuplicate($0) }
  }

  /// A page as search sees it.
  func document(_ id: EntryID) -> SearchDocument {
    let entry = knowledge[id]
    let tags = entry.frontMatter.tags.map { Array($0.value.utf8) }
    var document = SearchDocument(
      path: entry.path.url, title: entry.title.plain, summary: summaries[id.index],
      date: entry.orderingDate?.isoBytes ?? [], kind: kind(of: entry),
      language: Array((entry.frontMatter.lang?.value ?? language.rawValue).utf8),
      provenance: provenance(of: entry), tags: tags,
      fields: fields(of: entry, id: id, tags: tags))
    for formula in entry.document.formulas {
      for term in formulaTerms(tex: entry.document.tex(of: formula), macros: macros) {
        document.formulaTerms.append((term.bytes, term.weight))
      }
    }
    return document
  }

  private func provenance(of entry: Entry) -> [UInt8] {
    guard entry.kind == .question else { return [] }
    return Array((entry.frontMatter.provenance.kind?.rawValue ?? "").utf8)
  }

  private func kind(of entry: Entry) -> [UInt8] {
    switch entry.kind {
    case .question: Array("question".utf8)
    case .reference: Array("reference".utf8)
    case .faq, .page, .home: Array("page".utf8)
    }
  }

  private func fields(of entry: Entry, id: EntryID, tags: [[UInt8]]) -> [SearchField] {
    let text = LinearText(knowledge, id)
    var fields = [SearchField(kind: .title, text: entry.title.plain)]
    func add(_ kind: SearchField.Kind, _ nodes: Range<Int>) {
      guard !nodes.isEmpty else { return }
      var bytes: [UInt8] = []
      text.append(nodes, to: &bytes)
      fields.append(SearchField(kind: kind, text: bytes))
    }
    if entry.kind == .question {
      add(.question, entry.outline.details)
      for answer in entry.outline.answers { add(.answer, answer.nodes) }
    } else {
      add(.answer, 1..<entry.document.nodes.count)
    }
    if !tags.isEmpty { fields.append(SearchField(kind: .tags, text: Array(tags.joined(separator: [0x0A])))) }
    for alias in entry.frontMatter.aliases {
      fields.append(SearchField(kind: .title, text: Array(alias.value.utf8)))
    }
    for heading in entry.document.headings {
      fields.append(SearchField(kind: .headings, text: heading.plainText))
    }
    for reference in knowledge.links[id.index].references {
      if let source = reference.entry {
        fields.append(SearchField(kind: .references, text: knowledge[source].title.plain))
      }
      for own in reference.own { add(.references, entry.outline.ownReferences[own].nodes) }
    }
    return fields
  }
}
