import Markdown
import SourceText

extension PageResolution {
  /// `related:`, `duplicate_of:` and `translation_of:` name pages of this site.
  private mutating func judgeNamedPages() {
    // A hyphen keeps a question out of the related ones.
    let related = entry.frontMatter.related.map {
      Sourced($0.value.hasPrefix("-") ? String($0.value.dropFirst()) : $0.value, range: $0.range)
    }
    var names = related
    if let name = entry.frontMatter.duplicateOf { names.append(name) }
    if let name = entry.frontMatter.translationOf { names.append(name) }
    for name in names {
      switch knowledge.names.find(name.value, where: { knowledge[$0].kind == entry.kind }) {
      case .found(let page): judgeRelated(name, page, among: related)
      case .section(let page, _):
        diagnostics.append(
          report(
            .linkUnresolved, name.range, "\"\(name.value)\" is no page, but one of many questions on a page.",
            [Note("The page is \(knowledge[page].document.source.path).")]))
      case .ambiguous(let candidates):
        reportAmbiguous(name.value, candidates, name.range, example: knowledge[candidates[0]].name)
      // A related question that is a draft is listed once it is published.
      case .nothing where related.contains(name) && isDraft(name.value): continue
      case .nothing where isDraft(name.value): _ = draft(name.value, name.range)
      case .nothing:
        reportUnknown(
          name.value, among: .pages, .linkUnresolved, name.range, "No page is called \"\(name.value)\".")
      }
    }
  }

  /// Only questions are listed as related; one that is kept out need not be one.
  private mutating func judgeRelated(
    _ name: Sourced<String>, _ page: EntryID, among related: [Sourced<String>]
  ) {
    guard entry.kind == .question, knowledge[page].kind != .question, related.contains(name),
      entry.frontMatter.related.contains(name)
    else { return }
    var fault = report(
      .frontMatterValue, name.range, "\"\(name.value)\" is no question and is not listed as related.",
      [Note("It is \(knowledge[page].document.source.path); link to it in the text, `[[\(name.value)]]`.")])
    fault.severity = .warning
    diagnostics.append(fault)
  }

  /// `url:` and `archived:` lead to other sites; anything else there is not linked to.
  mutating func judgeFrontMatter() {
    judgeNamedPages()
    if let url = entry.frontMatter.url { judge(url) }
    if let url = entry.frontMatter.archived { judge(url) }
  }

  mutating func judge(_ url: Sourced<String>) {
    guard URLPolicy.judge(Array(url.value.utf8)) != .external else { return }
    diagnostics.append(
      report(
        .linkUnsafe, url.range, "\"\(url.value)\" is no address of a web page and is not linked to.",
        [Note("Write an address that begins with https:// or http://.")]))
  }
}
