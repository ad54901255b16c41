import Rendering

/// `feed.xml` (Atom, RFC 4287): the newest questions with their answers.
///
/// How an answer came to be stands three times: as a sentence in the content, as a category of the IPTC's vocabulary,
/// and as an element of ours.
struct AtomFeed {
  let settings: SiteSettings
  let baseURL: String
  let items: [FeedItem]

  func file() -> OutputFile {
    let base = Array(baseURL.utf8)
    var text = XMLText()
    text.open(
      "feed", [("xmlns", Array("http://www.w3.org/2005/Atom".utf8)), ("xml:lang", settings.language.tag)])
    text.append("title", text: settings.title)
    if !settings.description.isEmpty { text.append("subtitle", text: settings.description) }
    text.append("id", text: base)
    link("self", "application/atom+xml", base + Array("feed.xml".utf8), in: &text)
    link("alternate", "text/html", base, in: &text)
    // An entry without an author has the feed's.
    text.append("author", nested: ("name", settings.title))
    if !settings.license.isEmpty { text.append("rights", text: settings.license) }
    // The feed is as old as its newest entry; an empty one has never changed.
    text.append("updated", text: items.first?.updated.midnight ?? Array("1970-01-01T00:00:00Z".utf8))
    for item in items { append(item, to: &text) }
    text.close("feed")
    return OutputFile(path: "feed.xml", bytes: text.bytes)
  }

  private func append(_ item: FeedItem, to text: inout XMLText) {
    text.open("entry", [("xml:lang", Array(item.language.utf8))])
    text.append("title", text: item.title)
    text.append("id", text: item.url)
    link("alternate", "text/html", item.url, in: &text)
    if let published = item.published { text.append("published", text: published.midnight) }
    text.append("updated", text: item.updated.midnight)
    for author in item.authors { text.append("author", nested: ("name", Array(author.utf8))) }
    for tag in item.tags { text.append("category", [("term", Array(tag.utf8))]) }
    let provenance = item.provenance
    var terms: Set<String> = []
    for term in provenance.compactMap(\.data.digitalSourceType) where terms.insert(term).inserted {
      text.append(
        "category", [("scheme", Array(ProvenanceData.vocabulary.utf8)), ("term", Array(term.utf8))])
    }
    for (answer, data) in provenance {
      let fixed = [("xmlns", ProvenanceData.namespace), ("answer", String(answer))]
      text.append("provenance", (fixed + data.members).map { ($0.0, Array($0.1.utf8)) })
    }
    if !item.summary.isEmpty { text.append("summary", text: item.summary) }
    text.append("content", attributes: " type=\"html\"", text: item.html)
    text.close("entry")
  }

  private func link(_ relation: String, _ type: String, _ url: [UInt8], in text: inout XMLText) {
    text.append("link", [("rel", Array(relation.utf8)), ("type", Array(type.utf8)), ("href", url)])
  }
}
