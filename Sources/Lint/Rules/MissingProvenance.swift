import KnowledgeBase
import Markdown
import SourceText

/// Answers that do not say who or what wrote them.
enum MissingProvenance: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    let entry = page.entry
    // One that cannot be read is reported already.
    guard entry.kind == .question || entry.kind == .faq, entry.frontMatter.keyRange(of: .provenance) == nil,
      entry.frontMatter.provenance.kind == nil
    else { return }
    switch entry.kind {
    case .question:
      let answers = entry.outline.answers.filter { !$0.nodes.isEmpty }
      if answers.allSatisfy({ $0.attributes["provenance"] != nil }) { return }
    default:
      if page.document.nodes.count < 2 { return }
    }
    findings.append(
      Finding(
        .lintMissingProvenance, nil, "This page does not say whether a person or a program wrote its answer.",
        advice: "Add `provenance: human`, `ai` or `mixed` to the front matter."))
  }
}
