import KnowledgeBase
import Markdown

/// What one item of a citation stands for.
enum CitationMark {
  /// A source, by its number in the page's list; and which mark of that number it is, from 1, or 0 where the mark
  /// only names an item of the list, or `nil` where no list stands beside.
  case number(Int, occurrence: Int?)
  /// A source that is an item of the list of another page, by its number and its place there.
  case item(Int, url: [UInt8])
  /// A source, by its own page.
  case source(NamedPage, url: [UInt8])
  /// An equation by its number as readers see it, and its page if that is another.
  case equation(url: [UInt8], number: [UInt8], page: NamedPage?)
  /// A source that nobody has looked for.
  case unresolved
  /// Nothing: the author's text only looked like a citation.
  case text
  /// A source or an equation that does not exist.
  case broken
}

/// A page that is called by its title.
struct NamedPage {
  var title: Title
  var id: EntryID
}

extension Surroundings {
  /// What an item of a citation stands for.
  ///
  /// - Parameter namesSources: whether sources are shown by their titles, because no numbered list stands beside.
  func mark(ofCitation index: Int, item: Int, in entry: Entry, namesSources: Bool) -> CitationMark {
    switch self {
    case .site(let page):
      let targets = page.links.citations[index]
      guard item < targets.count else { return .broken }
      return page.context.mark(for: targets[item], namesSources ? page.links.references : [])
    case .nothing:
      guard case .key(let key) = entry.document.citations[index].items[item].target,
        let equation = entry.equation(labelled: key)
      else { return .unresolved }
      let url = [0x23] + PercentEncoding.encode(equation.id)
      return .equation(url: url, number: equation.shownNumber, page: nil)
    }
  }
}

extension RenderingContext {
  fileprivate func mark(for target: CitationTarget, _ named: [NumberedReference]) -> CitationMark {
    switch target {
    case .reference(let number, let occurrence):
      guard number <= named.count else { return .number(number, occurrence: occurrence) }
      guard let source = named[number - 1].entry else { return item(number) }
      return .source(NamedPage(title: knowledge[source].title, id: source), url: url(of: source))
    case .equation(let place, let isParenthesized):
      let page = knowledge[place.page]
      let equation = page.equations[place.index]
      return .equation(
        url: url(of: place.page, anchor: equation.label),
        number: isParenthesized ? equation.shownNumber : equation.number,
        page: place.page == id ? nil : NamedPage(title: page.title, id: place.page))
    case .text: return .text
    case .broken: return .broken
    }
  }

  /// A source that has no page of its own: where the page is shown on another, its number leads to the page's list.
  private func item(_ number: Int) -> CitationMark {
    guard standsElsewhere, !isFeed, knowledge[id].kind.numbersCitations else {
      return .number(number, occurrence: nil)
    }
    return .item(number, url: url(of: id) + Array("#ref-\(number)".utf8))
  }
}
