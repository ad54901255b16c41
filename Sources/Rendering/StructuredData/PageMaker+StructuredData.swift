import KnowledgeBase
import Markdown
import SourceText

extension PageMaker {
  /// What a page says to machines; empty for pages without content of their own and for repeated questions, whose
  /// original speaks for them.
  func structuredData(of id: EntryID?, section: SiteSection) -> [UInt8] {
    guard section != .home else { return siteData(id) }
    guard let id, !knowledge.isDuplicate(id) else { return [] }
    switch knowledge[id].kind {
    case .question: return questionData(id)
    case .reference: return referenceData(id)
    case .faq: return frequentQuestionData(id)
    case .page, .home: return StructuredData.document("WebPage") { appendPage(id, to: &$0) }
    }
  }

  // MARK: The site

  private func siteData(_ id: EntryID?) -> [UInt8] {
    StructuredData.document("WebSite") { json in
      json.text("name", settings.title)
      json.text(
        "description",
        settings.description.isEmpty ? id.map { summaries[$0.index] } ?? [] : settings.description)
      json.text("inLanguage", settings.language.tag)
      appendLicense(to: &json)
      guard let base = settings.baseURL else { return }
      json.member("url", base)
      json.thing("potentialAction", "SearchAction") { json in
        json.thing("target", "EntryPoint") { $0.member("urlTemplate", base + "search/?q={search_term}") }
        json.member("query-input", "required name=search_term")
      }
    }
  }

  /// Writes the license by its address or, where its authors only name it, by its name.
  private func appendLicense(to json: inout JSONWriter) {
    guard !settings.license.isEmpty else { return }
    if let address = WebAddress(settings.license), !address.isWithoutScheme {
      json.text("license", settings.license)
    } else {
      json.thing("license", "CreativeWork") { $0.text("name", settings.license) }
    }
  }

  // MARK: A page

  /// Writes what the data of every page begin with: its name, language, dates and authors, its place in the site.
  func appendPage(_ id: EntryID, to json: inout JSONWriter) {
    let entry = knowledge[id]
    let frontMatter = entry.frontMatter
    json.text("name", entry.title.plain)
    // A question's description is how its first answer begins, which stands below.
    if entry.kind != .question { json.text("description", summaries[id.index]) }
    json.text("url", address(of: entry.path))
    json.member("inLanguage", writtenLanguage(of: entry))
    if entry.kind != .reference {
      json.day("datePublished", frontMatter.date)
      json.day("dateModified", frontMatter.updated)
      json.things("author", frontMatter.authors) { json, author in
        json.thing("Person") { $0.member("name", author.value) }
      }
      json.named("reviewedBy", "Person", frontMatter.provenance.reviewer)
      json.day("lastReviewed", frontMatter.provenance.reviewed)
      json.things("keywords", shownTags(of: entry)) { json, tag in json.value(tag.name) }
      appendLicense(to: &json)
    }
    json.thing("isPartOf", "WebSite") { json in
      json.text("name", settings.title)
      json.text("url", address(of: SitePath("")))
    }
    appendBreadcrumb(id, to: &json)
    json.things("citation", knowledge.links[id.index].references) { appendCitation($1, of: id, to: &$0) }
  }

  /// Where a page will stand; empty when nobody knows.
  func address(of path: SitePath) -> [UInt8] { settings.baseURL.map { Array($0.utf8) + path.url } ?? [] }

  /// The first characters of a run of blocks as one line, formulas as readable text.
  ///
  /// - Complexity: O(bytes read), which is a block more than is given at most.
  func beginning(of nodes: Range<Int>, of id: EntryID) -> [UInt8] {
    let text = LinearText(knowledge, id, namesSources: true)
    let limit = settings.questionMarkup.textLimit
    var bytes: [UInt8] = []
    var index = nodes.lowerBound
    // A character has four bytes at most.
    while index < nodes.upperBound, bytes.count / 4 <= limit {
      let end = Int(knowledge[id].document.nodes[index].subtreeEnd)
      if !bytes.isEmpty { bytes.append(0x0A) }
      text.append(index..<end, to: &bytes)
      index = end
    }
    return SentenceReader.cut(bytes[...], limit: min(limit, bytes.count))
  }

  /// Writes the way from the home page, which is a list of addresses: nothing where nobody knows them.
  private func appendBreadcrumb(_ id: EntryID, to json: inout JSONWriter) {
    guard settings.baseURL != nil else { return }
    let entry = knowledge[id]
    let strings = language(of: entry).strings
    var steps = [(name: Array(strings.home.utf8), path: SitePath(""))]
    switch entry.kind {
    case .question: steps.append((Array(strings.questions.utf8), SitePath("questions/")))
    case .reference: steps.append((Array(strings.references.utf8), SitePath("references/")))
    case .faq, .page, .home: break
    }
    steps.append((entry.title.plain, entry.path))
    json.thing("breadcrumb", "BreadcrumbList") { json in
      json.things("itemListElement", Array(steps.enumerated())) { json, step in
        json.thing("ListItem") { json in
          json.member("position", step.offset + 1)
          json.text("name", step.element.name)
          // The last step is the page itself.
          if step.offset < steps.count - 1 { json.text("item", address(of: step.element.path)) }
        }
      }
    }
  }
}
