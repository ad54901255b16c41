/// The links of a published site and its backlinks, both as readers meet them: read from the pages alone.
struct PublishedBacklinks {
  /// One page's own text speaks of another page.
  struct Mention: Hashable {
    var from: String
    var to: String
  }

  /// What is wrong, as "page: what".
  private(set) var faults: [String] = []
  /// Links to other pages in the pages' own texts, and links to pages nobody wrote by the ids of their items.
  private(set) var mentions: Set<Mention> = []
  private(set) var wantedMentions: Set<Mention> = []
  /// How many sentences lead back, so that a test can see that there were some.
  private(set) var sentences = 0

  private let links: SiteLinks
  /// What authors wrote, as one text: the names by which links without words of their own call pages.
  private let written: String
  private var pages: [String: Page] = [:]

  /// A page and what its own text links to.
  private struct Page {
    var elements: [MarkupReader.Element]
    var title: String
    /// Whether an author wrote it; other pages are not cited.
    var isContent: Bool
    /// The linked pages, by the places of the links among the elements.
    var ownLinks: [(element: Int, to: String)] = []
    /// The sources' pages that marks lead to over the list, by the places of the marks.
    var marks: [(element: Int, to: String)] = []
    /// Where each id stands.
    var places: [String: Int]
  }

  /// Whether a page only names others, so that its links are no mentions.
  private static func isList(_ path: String) -> Bool {
    path.wholeMatch(of: /(questions\/|references\/)(page\/\d+\/)?index\.html/) != nil
      || ["tags/", "wanted/", "search/", "calculator/"].contains { path.hasPrefix($0) }
  }

  init(_ published: [String: [UInt8]], written: [String: [UInt8]]) {
    links = SiteLinks(published)
    self.written = written.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    for path in published.keys.sorted() where path.hasSuffix(".html") {
      let elements = MarkupReader(published[path] ?? [], as: .html).elements
      // Former addresses have no text of their own.
      guard let heading = elements.first(where: { $0.name == "h1" }),
        elements.contains(where: { $0.attributes["id"] == "main-content" })
      else { continue }
      let isContent = published[path.dropLast("html".count) + "md"] != nil && !PublishedBacklinks.isList(path)
      var page = Page(elements: elements, title: heading.content, isContent: isContent, places: [:])
      for (place, element) in elements.enumerated() {
        if let id = element.attributes["id"] { page.places[id] = place }
      }
      pages[path] = page
    }
    for path in pages.keys.sorted() { collect(path) }
    for path in pages.keys.sorted() { compare(path) }
    compareWanted()
  }

  // MARK: Links

  private mutating func collect(_ path: String) {
    guard var page = pages[path] else { return }
    for (place, element) in page.elements.enumerated() where element.name == "a" {
      guard let address = element.attributes["href"], isOwnText(place, page) else { continue }
      if address.hasPrefix("#ref-"), element.attributes["id"]?.hasPrefix("cite-") == true {
        if let source = source(at: String(address.dropFirst()), path, page) {
          page.marks.append((place, source))
        }
      } else if let (target, id) = destination(address, from: path), target != path {
        if element.attributes["class"] == "wanted" {
          wantedMentions.insert(Mention(from: path, to: id))
        } else if pages[target]?.isContent == true {
          page.ownLinks.append((place, target))
        }
      }
    }
    pages[path] = page
    for link in page.ownLinks + page.marks { mentions.insert(Mention(from: path, to: link.to)) }
  }

  /// Whether an element stands in what the page's author wrote there: prose, but no passage of another page, of which
  /// only the link above it is the author's, and no excerpt below a source's title.
  private func isOwnText(_ place: Int, _ page: Page) -> Bool {
    var isProse = false
    var embeds = 0
    var isEmbedSource = false
    var isExcerpt = false
    var current = page.elements[place].parent
    while let index = current {
      let element = page.elements[index]
      let classes = element.attributes["class", default: ""].split(separator: " ")
      if classes.contains("prose") { isProse = true }
      if classes.contains("excerpt") { isExcerpt = true }
      if classes.contains("embed-source") { isEmbedSource = true }
      if classes.contains("embed") { embeds += 1 }
      if isExcerpt, classes.contains("references") { return false }
      current = element.parent
    }
    return isProse && (embeds == 0 || (embeds == 1 && isEmbedSource))
  }

  /// The page of a source, by the id of its item in a page's list.
  private func source(at id: String, _ path: String, _ page: Page) -> String? {
    guard let item = page.places[id] else { return nil }
    let titles = page.elements.indices.filter { page.elements[$0].attributes["class"] == "reference-title" }
    guard let title = titles.first(where: { page.elements[$0].parent == item }),
      let link = page.elements.first(where: { $0.parent == title && $0.name == "a" })
    else { return nil }
    return destination(link.attributes["href", default: ""], from: path)?.path
  }

  private func destination(_ address: String, from page: String) -> (path: String, id: String)? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard !address.contains("://"), let path = links.target(of: String(parts[0]), from: page) else {
      return nil
    }
    return (path, parts.count > 1 ? SiteLinks.decoded(parts[1]) ?? "" : "")
  }

  // MARK: Backlinks

  /// The cards below an element.
  private func cards(below section: Int, of page: Page) -> [(link: Int, mark: String?)] {
    page.elements.indices.filter { page.elements[$0].attributes["class"] == "card-title" }.compactMap {
      link in
      guard let card = page.elements[link].parent, let list = page.elements[card].parent,
        page.elements[list].parent == section
      else { return nil }
      let text = page.elements.indices.first {
        page.elements[$0].parent == card && page.elements[$0].attributes["class"] == "card-text"
      }
      return (link, page.elements.first { $0.parent == text && text != nil && $0.name == "mark" }?.content)
    }
  }

  private mutating func compare(_ path: String) {
    guard let page = pages[path], page.isContent, path != "index.html" else { return }
    var named: Set<Mention> = []
    var marked: [String: Int] = [:]
    var unplaced: Set<String> = []
    var placed: Set<String> = []
    let section = page.elements.firstIndex { $0.attributes["class"] == "backlinks" }
    for card in section.map({ cards(below: $0, of: page) }) ?? [] {
      let address = page.elements[card.link].attributes["href", default: ""]
      guard let (from, id) = destination(address, from: path), let origin = pages[from] else {
        faults.append("\(path): the backlink \(address) leads nowhere")
        continue
      }
      sentences += 1
      named.insert(Mention(from: from, to: path))
      if id.hasPrefix("cite-") { marked[from, default: 0] += 1 }
      if id.isEmpty { unplaced.insert(from) } else { placed.insert(from) }
      if !id.isEmpty { check(id, card.mark, of: path, on: from, origin) }
    }
    // A place in raw HTML, in a formula or of a source's name has no id, but one of several links has.
    let name = "to:" + path.dropLast("/index.html".count)
    for from in unplaced.subtracting(placed) where pages[from]?.places[name] != nil {
      faults.append("\(path): the backlink from \(from) does not lead to its link")
    }
    let real = mentions.filter { $0.to == path }
    for missing in real.subtracting(named) { faults.append("\(path): no backlink from \(missing.from)") }
    for wrong in named.subtracting(real) { faults.append("\(path): \(wrong.from) does not link here") }
    guard path.hasPrefix("references/") else { return }
    for (from, origin) in pages where origin.marks.count(where: { $0.to == path }) != marked[from] ?? 0 {
      faults.append("\(path): not every mark of \(from) has its sentence")
    }
  }

  /// A sentence leads to the very link that it marks.
  private mutating func check(_ id: String, _ mark: String?, of path: String, on from: String, _ origin: Page)
  {
    func fault(_ text: String) { faults.append("\(path): the backlink from \(from) \(text)") }
    guard let place = origin.places[id] else { return fault("finds no \(id)") }
    // A link with an id of its own has the backlinks' before it.
    guard let link = origin.elements.indices.first(where: { $0 >= place && origin.elements[$0].name == "a" }),
      (origin.ownLinks + origin.marks).contains(where: { $0.element == link && $0.to == path })
    else { return fault("leads to another link") }
    guard !id.hasPrefix("cite-"), let mark else { return }
    let words = origin.elements[link].content
    if !isCalled(PublishedBacklinks.plain(words), PublishedBacklinks.plain(mark), path) {
      fault("marks \"\(mark)\", not \"\(words)\"")
    }
  }

  /// Whether a sentence marks the words of a link; where the link shows the title of its page, sentences have the
  /// name that the author wrote.
  private func isCalled(_ words: String, _ mark: String, _ target: String) -> Bool {
    if mark == words { return true }
    if mark.hasSuffix("…"), words.hasPrefix(mark.dropLast()) { return true }
    let title = PublishedBacklinks.plain(pages[target]?.title ?? "")
    guard !title.isEmpty, words.hasPrefix(title) else { return false }
    let rest = words.dropFirst(title.count)
    guard mark.hasSuffix(rest) else { return false }
    return PublishedBacklinks.plain(written).contains("[[" + mark.dropLast(rest.count))
  }

  /// A text without the marks that end sentences, which titles lose within a sentence, without the marks that plain
  /// formulas have in place of heights, and with single spaces.
  private static func plain(_ text: String) -> String {
    text.filter { !".!?。！？_^{}".contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Wanted pages

  private mutating func compareWanted() {
    guard let page = pages["wanted/index.html"] else { return }
    var named: Set<Mention> = []
    var crowded: Set<String> = []
    for (place, heading) in page.elements.enumerated() {
      guard heading.name == "h2", let id = heading.attributes["id"], let section = heading.parent else {
        continue
      }
      let cards = cards(below: section, of: page)
      if cards.count == 10 { crowded.insert(id) }
      if page.elements[place].content.isEmpty { faults.append("wanted: \(id) has no name") }
      for card in cards {
        guard
          let from = destination(
            page.elements[card.link].attributes["href", default: ""], from: "wanted/index.html")
        else { continue }
        named.insert(Mention(from: from.path, to: id))
      }
    }
    for missing in wantedMentions.subtracting(named) where !crowded.contains(missing.to) {
      faults.append("wanted: \(missing.to) is not wanted by \(missing.from)")
    }
    for wrong in named.subtracting(wantedMentions) {
      faults.append("wanted: \(wrong.from) does not link to \(wrong.to)")
    }
  }
}
