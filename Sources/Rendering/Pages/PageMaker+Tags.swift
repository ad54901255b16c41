import KnowledgeBase
import Markdown

extension PageMaker {
  /// The tags of a page as links to their lists.
  func tagLinks(_ entry: Entry, root: [UInt8], on page: UILanguage? = nil) -> [TagLink] {
    shownTags(of: entry).map { tagLink($0, root: root, on: page) }
  }

  /// The tags of a page, each once.
  func shownTags(of entry: Entry) -> [TagIndex.Tag] {
    var shown: [TagIndex.Tag] = []
    for written in entry.frontMatter.tags {
      guard let tag = tags.tag(written.value), !shown.contains(where: { $0 === tag }) else { continue }
      shown.append(tag)
    }
    return shown
  }

  /// A tag on a page. Tags do not say their language; ideographs tell whether it may be the site's.
  func tagLink(_ tag: TagIndex.Tag, root: [UInt8], on page: UILanguage?) -> TagLink {
    let site = settings.language
    let maySpeakIt = (site != .en) == tag.holdsIdeographs
    return TagLink(
      name: Array(tag.name.utf8), url: root + tag.path.url,
      language: maySpeakIt && site != page ?? site ? site.tag : [])
  }
}
