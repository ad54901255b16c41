import Markdown

extension LinearText {
  /// Appends a wiki link: the author's words, with the number or heading it leads to in place of the anchor.
  ///
  /// A page's title stands for the page without the mark that ends it, which would end the sentence in the middle.
  func appendWikiLink(_ index: Int, to text: inout [UInt8]) {
    let link = document.wikiLinks[index]
    guard let site, !link.hasOwnWords,
      case .entry(let target, let anchor) = site.knowledge.links[site.id.index].wikiLinks[index]
    else {
      text += labels[index]?.plain ?? link.words
      return
    }
    let page = site.knowledge[target]
    func appendTitle() {
      if !link.target.isEmpty { text += LinearText.withoutStop(page.title.plain) }
    }
    switch anchor.flatMap({ page.anchors[$0] }) {
    case .equation(let index):
      appendTitle()
      if !link.target.isEmpty { text += Title.separator(after: page.title.plain) }
      text += page.equations[index].shownNumber
    case .heading(let index):
      appendTitle()
      if !link.target.isEmpty { text += " › ".utf8 }
      text += LinearText.withoutStop(Title(ofHeading: index, of: page).plain)
    case .block where target == site.id, .link where target == site.id:
      text += link.text
    case .block, .link, nil:
      if link.target.isEmpty { text += link.text } else { appendTitle() }
    }
  }

  /// Appends the numbers of the equations a citation names; `false` when it names none.
  func appendEquations(ofCitation index: Int, to text: inout [UInt8]) -> Bool {
    guard let site else { return false }
    let targets = site.knowledge.links[site.id.index].citations[index]
    let items = document.citations[index].items
    var isFirst = true
    for (target, item) in zip(targets, items) {
      guard case .equation(let place, let isParenthesized) = target else { continue }
      if !isFirst { text += ", ".utf8 }
      isFirst = false
      if !item.prefix.isEmpty { text += item.prefix + [0x20] }
      let page = site.knowledge[place.page]
      if place.page != site.id {
        text += LinearText.withoutStop(page.title.plain) + Title.separator(after: page.title.plain)
      }
      let equation = page.equations[place.index]
      text += isParenthesized ? equation.shownNumber : equation.number
    }
    return !isFirst
  }

  /// Appends the titles of the sources a citation names, where the sentence needs them; `false` when it is whole without.
  ///
  /// An item of the page's own list has no title, and is its number.
  func appendSources(ofCitation node: Int, to text: inout [UInt8]) -> Bool {
    guard namesSources, let site, CitationWords.areNeeded(at: node, in: document) else { return false }
    let links = site.knowledge.links[site.id.index]
    let payload = Int(document.nodes[node].payload)
    var names: [[UInt8]] = []
    for (target, item) in zip(links.citations[payload], document.citations[payload].items) {
      guard case .reference(let number, let occurrence) = target, occurrence > 0 else { continue }
      var name =
        links.references[number - 1].entry
        .map { Array(LinearText.withoutStop(site.knowledge[$0].title.plain)) } ?? Array("[\(number)]".utf8)
      if let first = item.suffix.first, first < 0x80, first != 0x2C { name.append(0x20) }
      names.append(name + item.suffix)
    }
    guard !names.isEmpty else { return false }
    // Letters stand apart from ideographs.
    if LinearText.endsWithIdeograph(text), let first = names[0].first, first < 0x80 { text.append(0x20) }
    text += names.joined(separator: "; ".utf8)
    return true
  }

  private static func endsWithIdeograph(_ text: [UInt8]) -> Bool {
    let end = text.suffix(3)
    return end.first.map { 0xE4...0xE9 ~= $0 } ?? false && end.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// A title or heading without the mark that ends it, so that it can stand within a sentence.
  private static func withoutStop(_ title: [UInt8]) -> ArraySlice<UInt8> {
    guard let last = title.last else { return [] }
    if last < 0x80 { return last == 0x2E || last == 0x21 || last == 0x3F ? title.dropLast() : title[...] }
    switch title.suffix(3).reduce(0, { $0 << 8 | UInt32($1) }) {
    case 0xE3_8082, 0xEF_BC81, 0xEF_BC9F: return title.dropLast(3)  // 。！？
    default: return title[...]
    }
  }
}
