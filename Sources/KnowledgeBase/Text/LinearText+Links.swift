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
      text += link.words
      return
    }
    let page = site.knowledge[target]
    func appendTitle() {
      if !link.target.isEmpty { text += LinearText.withoutStop(page.title.plain) }
    }
    switch anchor.flatMap({ page.anchors[$0] }) {
    case .equation(let index):
      appendTitle()
      if !link.target.isEmpty { text += ", ".utf8 }
      text += page.equations[index].shownNumber
    case .heading(let index):
      appendTitle()
      if !link.target.isEmpty { text += " › ".utf8 }
      text += LinearText.withoutStop(page.document.headings[index].plainText)
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
      if place.page != site.id { text += LinearText.withoutStop(page.title.plain) + ", ".utf8 }
      let equation = page.equations[place.index]
      text += isParenthesized ? equation.shownNumber : equation.number
    }
    return !isFirst
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
