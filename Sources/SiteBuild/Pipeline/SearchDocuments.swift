import KnowledgeBase
import Markdown
import Rendering
import SearchIndex

/// Reads pages as search sees them.
struct SearchDocuments {
  let knowledge: KnowledgeBase
  let summaries: [[UInt8]]
  let language: UILanguage

  /// The entries that are in the index.
  var ids: [EntryID] {
    knowledge.entries.indices.lazy.map { EntryID($0) }
      .filter { knowledge.entries[$0.index].frontMatter.search != false && !knowledge.isDuplicate($0) }
  }

  /// What search finds of a page: the page itself and, of a page of short questions, each of these, which the page
  /// is then without.
  ///
  /// - Complexity: O(nodes and bytes of the page).
  func documents(_ id: EntryID, with formulas: inout FormulaTermCache) -> [SearchDocument] {
    let questions = knowledge[id].frequentQuestions
    var documents = [page(id, without: questions, &formulas)]
    for question in questions { documents.append(self.question(question, of: id, &formulas)) }
    return documents
  }

  private func page(
    _ id: EntryID, without questions: [FrequentQuestion], _ formulas: inout FormulaTermCache
  ) -> SearchDocument {
    let entry = knowledge[id]
    var document = document(entry.path.url, entry.title.plain, of: entry)
    document.summary = summaries[id.index]
    document.kind = kind(of: entry)
    var nodes: [Range<Int>] = []
    var start = 1
    for question in questions {
      nodes.append(start..<question.heading.node)
      start = question.answer.upperBound
    }
    nodes.append(start..<entry.document.nodes.count)
    document.fields += fields(of: entry, id, nodes)
    for range in nodes { collectFormulas(in: range, of: entry, &formulas) }
    formulas.appendTerms(to: &document.formulaTerms)
    return document
  }

  /// A short question: with the facts of its page, at its heading.
  private func question(
    _ question: FrequentQuestion, of id: EntryID, _ formulas: inout FormulaTermCache
  ) -> SearchDocument {
    let entry = knowledge[id]
    let text = LinearText(knowledge, id)
    var document = document(
      entry.path.url + [0x23] + PercentEncoding.encode(question.heading.id),
      text.text(of: question.heading.node), of: entry)
    document.summary = SentenceReader(knowledge, id).beginning(of: question.answer)
    document.kind = Array("question".utf8)
    document.fields += texts(.answer, question.answer, text)
    let nodes = question.heading.node..<question.answer.upperBound
    collectFormulas(in: nodes, of: entry, &formulas)
    formulas.appendTerms(to: &document.formulaTerms)
    return document
  }

  /// What a page and its parts have in common.
  private func document(_ path: [UInt8], _ title: [UInt8], of entry: Entry) -> SearchDocument {
    let tags = entry.frontMatter.tags.map { Array($0.value.utf8) }
    var fields = [SearchField(kind: .title, text: title)]
    if !tags.isEmpty { fields.append(SearchField(kind: .tags, text: Array(tags.joined(separator: [0x0A])))) }
    return SearchDocument(
      path: path, title: title, summary: [], date: entry.orderingDate?.isoBytes ?? [], kind: [],
      language: Array((entry.frontMatter.lang?.value ?? language.rawValue).utf8),
      provenance: provenance(of: entry), tags: tags, fields: fields)
  }

  private func provenance(of entry: Entry) -> [UInt8] {
    guard entry.kind == .question || entry.kind == .faq else { return [] }
    return Array((entry.frontMatter.provenance.kind?.rawValue ?? "").utf8)
  }

  private func kind(of entry: Entry) -> [UInt8] {
    switch entry.kind {
    case .question: Array("question".utf8)
    case .reference: Array("reference".utf8)
    case .faq, .page, .home: Array("page".utf8)
    }
  }

  private func texts(_ kind: SearchField.Kind, _ nodes: Range<Int>, _ text: LinearText) -> [SearchField] {
    guard !nodes.isEmpty else { return [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.sourceSize(of: nodes))
    text.append(nodes, to: &bytes)
    return [SearchField(kind: kind, text: bytes)]
  }

  private func fields(of entry: Entry, _ id: EntryID, _ nodes: [Range<Int>]) -> [SearchField] {
    let text = LinearText(knowledge, id)
    var fields: [SearchField] = []
    if entry.kind == .question {
      fields += texts(.question, entry.outline.details, text)
      for answer in entry.outline.answers { fields += texts(.answer, answer.nodes, text) }
    } else {
      for range in nodes { fields += texts(.answer, range, text) }
    }
    for alias in entry.frontMatter.aliases {
      fields.append(SearchField(kind: .title, text: Array(alias.value.utf8)))
    }
    // The title is a field of its own, and a section's heading says nothing of the page's subject.
    let hidden = entry.hiddenNodes
    for heading in entry.document.headings
    where nodes.contains(where: { $0.contains(heading.node) })
      && !hidden.contains(where: { $0.contains(heading.node) })
    {
      fields.append(SearchField(kind: .headings, text: heading.plainText))
    }
    for reference in knowledge.links[id.index].references {
      if let source = reference.entry {
        fields.append(SearchField(kind: .references, text: knowledge.entries[source.index].title.plain))
      }
      for own in reference.own { fields += texts(.references, entry.outline.ownReferences[own].nodes, text) }
    }
    for group in entry.outline.referenceGroups where entry.kind == .question {
      // Headings are found as such.
      let first = entry.document.nodes[group.nodes.lowerBound]
      let start = first.kind == .heading ? Int(first.subtreeEnd) : group.nodes.lowerBound
      fields += texts(.references, start..<group.nodes.upperBound, text)
    }
    return fields
  }

  private func collectFormulas(
    in nodes: Range<Int>, of entry: Entry, _ formulas: inout FormulaTermCache
  ) {
    if entry.document.formulas.isEmpty { return }
    for node in entry.document.nodes[nodes] where node.kind == .math {
      formulas.collect(entry.document.tex(of: entry.document.formulas[Int(node.payload)]))
    }
  }
}
