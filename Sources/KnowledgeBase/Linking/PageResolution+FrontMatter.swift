import Markdown
import SourceText

extension PageResolution {
  /// `related:`, `duplicate_of:` and `translation_of:` name pages of this site.
  private mutating func resolveNamedPages() {
    for name in entry.frontMatter.related { resolveRelated(name) }
    if let name = entry.frontMatter.duplicateOf { _ = page(named: name, mayBeDraft: false) }
    if let name = entry.frontMatter.translationOf { _ = page(named: name, mayBeDraft: false) }
  }

  /// A hyphen keeps a page out of the related questions. One that is a draft is listed once it is published.
  private mutating func resolveRelated(_ written: Sourced<String>) {
    let isKeptOut = written.value.hasPrefix("-")
    let name = isKeptOut ? Sourced(String(written.value.dropFirst()), range: written.range) : written
    guard let found = page(named: name, mayBeDraft: true) else { return }
    if isKeptOut {
      if !links.related.contains(found) { links.unrelated.append(found) }
      return
    }
    guard entry.kind == .question else { return }
    guard knowledge[found].kind == .question else {
      // Only questions are listed as related; one that is kept out need not be one.
      var fault = report(
        .frontMatterValue, name.range, "\"\(name.value)\" is no question and is not listed as related.",
        [Note("It is \(knowledge[found].document.source.path); link to it in the text, `[[\(name.value)]]`.")]
      )
      fault.severity = .warning
      diagnostics.append(fault)
      return
    }
    let page = knowledge.original(of: found)
    if page != id, !links.related.contains(page), !links.unrelated.contains(page) {
      links.related.append(page)
    }
  }

  /// The page with a name, before others one of the page's own kind; reports where there is none but a draft.
  private mutating func page(named name: Sourced<String>, mayBeDraft: Bool) -> EntryID? {
    switch knowledge.names.find(
      name.value, where: { [knowledge, kind = entry.kind] in knowledge[$0].kind == kind })
    {
    case .found(let page): return page
    case .section(let page, _):
      diagnostics.append(
        report(
          .linkUnresolved, name.range, "\"\(name.value)\" is no page, but one of many questions on a page.",
          [Note("The page is \(knowledge[page].document.source.path).")]))
    case .ambiguous(let candidates):
      reportAmbiguous(name.value, candidates, name.range, example: knowledge[candidates[0]].name)
    case .nothing where isDraft(name.value):
      if !mayBeDraft { _ = draft(name.value, name.range) }
    case .nothing:
      reportUnknown(
        name.value, among: .pages, .linkUnresolved, name.range, "No page is called \"\(name.value)\".")
    }
    return nil
  }

  /// `url:` and `archived:` lead to other sites; anything else there is not linked to.
  mutating func judgeFrontMatter() {
    resolveNamedPages()
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
