import Rendering
import SourceText

/// `feed.json` (JSON Feed 1.1): the same questions as in the Atom feed.
///
/// How an answer came to be stands in its content, and in the item's `_quaestio.provenance`, a list with an object for
/// each answer whose author says.
struct JSONFeed {
  let settings: SiteSettings
  let baseURL: String
  /// Address of the icon below the root; empty for none.
  let iconURL: [UInt8]
  let items: [FeedItem]

  func file() -> OutputFile {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.text("title", settings.title)
      json.member("home_page_url", baseURL)
      json.member("feed_url", baseURL + "feed.json")
      if !settings.description.isEmpty { json.text("description", settings.description) }
      if !iconURL.isEmpty { json.text("favicon", Array(baseURL.utf8) + iconURL) }
      json.array("authors") { json in
        json.object { json in
          json.text("name", settings.title)
          json.member("url", baseURL)
        }
      }
      json.text("language", settings.language.tag)
      json.array("items") { json in for item in items { append(item, to: &json) } }
    }
    json.endLine()
    return OutputFile(path: "feed.json", bytes: json.bytes)
  }

  private func append(_ item: FeedItem, to json: inout JSONWriter) {
    json.object { json in
      json.text("id", item.url)
      json.text("url", item.url)
      json.text("title", item.title)
      json.text("content_html", item.html)
      if !item.summary.isEmpty { json.text("summary", item.summary) }
      if let published = item.published { json.text("date_published", published.midnight) }
      json.text("date_modified", item.updated.midnight)
      json.list("authors", item.authors) { json, name in json.object { $0.member("name", name) } }
      json.list("tags", item.tags) { $0.value($1) }
      json.member("language", item.language)
      let provenance = item.provenance
      guard !provenance.isEmpty else { return }
      json.object("_quaestio") { json in
        json.list("provenance", provenance) { json, claim in
          json.object { json in
            json.member("answer", claim.answer)
            for (name, value) in claim.data.members { json.member(name, value) }
            if let type = claim.data.digitalSourceType {
              json.member("digital_source_type", ProvenanceData.vocabulary + type)
            }
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a member with text in UTF-8.
  fileprivate mutating func text(_ name: String, _ text: [UInt8]) {
    member(name, String(decoding: text, as: UTF8.self))
  }

  /// Writes a member with an array of what is written for each element; nothing for none.
  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    array(name) { json in for element in elements { write(&json, element) } }
  }
}
