import KnowledgeBase
import Markdown
import Templates

extension PageMaker {
  func freePage(_ id: EntryID) -> Content {
    let entry = knowledge[id]
    let language = language(of: entry)
    let title = titles[id.index]
    let root = root(of: entry.path)
    var renderer = DocumentRenderer(context(id), language: language)
    let model = FreePage(
      frame: frame(
        entry.path, section: .elsewhere, language: language, title: entry.title.plain,
        description: summaries[id.index],
        breadcrumb: [
          homeCrumb(root, language),
          Breadcrumb(title: title, language: contentLanguage(of: entry, on: language)),
        ], entry: id),
      title: title, contentLanguage: contentLanguage(of: entry, on: language),
      date: date(entry.frontMatter.date, language), updated: date(entry.frontMatter.updated, language),
      notice: ProvenanceStatement(entry.frontMatter.provenance, language: language).map {
        NoticeView($0, language: language)
      },
      contents: contents(of: entry), body: html(entry.outline.details, 2, &renderer),
      referenceGroups: referenceGroups(of: id, language, &renderer),
      backlinks: backlinks(to: id, root: root, language))
    return content(.page, model, at: entry.path)
  }
}
