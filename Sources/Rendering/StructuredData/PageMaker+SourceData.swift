import KnowledgeBase
import Markdown
import SourceText

extension PageMaker {
  /// A source's page, and the work it is about.
  func referenceData(_ id: EntryID) -> [UInt8] {
    StructuredData.document("WebPage") { json in
      appendPage(id, to: &json)
      json.key("mainEntity")
      appendWork(id, to: &json)
    }
  }

  /// Writes a source of a page: what is known of it or, without a page of its own, what its list says.
  func appendCitation(_ reference: NumberedReference, of id: EntryID, to json: inout JSONWriter) {
    if let source = reference.entry { return appendWork(source, to: &json) }
    json.thing("CreativeWork") { json in
      guard let own = reference.own.first.map({ knowledge[id].outline.ownReferences[$0] }) else { return }
      var text: [UInt8] = []
      LinearText(knowledge, id).append(own.nodes, to: &text)
      json.text(
        "name",
        SentenceReader.cut(text.dropFirst(own.hiddenBytes), limit: QuestionMarkup.page.textLimit))
      json.text("url", knowledge[id].document.firstWebAddress(in: own.nodes))
    }
  }

  private func appendWork(_ id: EntryID, to json: inout JSONWriter) {
    let source = knowledge[id]
    json.thing("CreativeWork") { json in
      json.text("name", source.title.plain)
      let isEdited = source.frontMatter.workFacts.contains(.isEdited)
      json.things(isEdited ? "editor" : "author", source.frontMatter.authors) { json, author in
        let isOrganization = source.frontMatter.organizations.contains(author.value)
        json.thing(isOrganization ? "Organization" : "Person") { $0.member("name", author.value) }
      }
      json.text("url", safeURL(source.frontMatter.url))
      json.text("archivedAt", safeURL(source.frontMatter.archived))
      json.day("datePublished", source.frontMatter.date)
      if let container = source.frontMatter.container {
        json.thing("isPartOf", container.isPeriodical ? "Periodical" : "CreativeWork") {
          $0.member("name", container.name)
        }
      } else {
        json.named("publisher", "Organization", source.frontMatter.site)
      }
    }
  }
}

extension Document {
  /// The first link of a run of nodes that leads to another site; empty if there is none.
  fileprivate func firstWebAddress(in range: Range<Int>) -> [UInt8] {
    for node in nodes[range] where node.kind == .link {
      let address = URLPolicy.normalized(links[Int(node.payload)].destination)
      if let target = Redirector.target(of: address) { return target }
      if let parts = WebAddress(address), !parts.isWithoutScheme { return address }
    }
    return []
  }
}
