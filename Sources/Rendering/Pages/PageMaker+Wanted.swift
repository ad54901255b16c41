import KnowledgeBase
import Markdown
import Templates

extension PageMaker {
  /// Pages that link to a wanted page, of which more are counted only.
  static let mostBacklinks = 10

  /// The pages somebody should write: those that are linked to, and the questions without an answer.
  func wantedPage() -> Content {
    let language = settings.language
    let path = SitePath("wanted/")
    let root = root(of: path)
    let title = Array(language.strings.wantedPages.utf8)
    let model = WantedPage(
      frame: frame(
        path, section: .elsewhere, language: language, title: title,
        breadcrumb: [homeCrumb(root, language), Breadcrumb(title: title)], isUnindexed: true),
      wanted: wanted.map { item($0, root: root, language) },
      unanswered: newest.filter { !knowledge[$0].isAnswered }.map { card($0, root: root, on: language) })
    return content(.wanted, model, at: path)
  }

  private func item(_ page: PageDemand, root: [UInt8], _ language: UILanguage) -> WantedItem {
    let more = page.demand - PageMaker.mostBacklinks
    return WantedItem(
      id: WantedItem.id(of: page.slug), name: Array(page.name.utf8),
      backlinks: page.mentions.prefix(PageMaker.mostBacklinks).map { from, mention in
        backlink(from: from, node: mention.node, block: mention.block, root: root, language)
      },
      more: more > 0 ? language.moreCount(more) : [])
  }

  /// What sends readers on from a former address.
  func redirectPage(_ redirect: Redirect) -> Content {
    let target = knowledge.original(of: redirect.target)
    let entry = knowledge[target]
    let language = language(of: entry)
    let root = root(of: redirect.path)
    var frame = frame(
      redirect.path, section: .elsewhere, language: language, title: entry.title.plain, isUnindexed: true)
    frame.canonicalURL = settings.baseURL.map { Array($0.utf8) + entry.path.url } ?? []
    frame.markdownURL = []
    let model = RedirectPage(frame: frame, title: titles[target.index], url: root + entry.path.url)
    var page = content(.redirect, model, at: redirect.path)
    page.path = redirect.file
    return page
  }
}
