import KnowledgeBase
import Markdown
import SourceText

/// Images that lie on another host, and images without a text for those who do not see them.
enum Images: Rule {
  static func check(_ page: LintedPage, _ findings: inout [Finding]) {
    for address in page.addresses where address.role == .image {
      if WebAddress(URLPolicy.normalized(address.bytes)) != nil {
        findings.append(
          Finding(
            .lintRemoteImage, address.range, "This image lies on another host.",
            advice: "Save it beside the page and link to the file, so that it stays and no reader is told of."
          ))
      }
      guard let node = address.node else { continue }
      let text = page.document.plainText(of: node)
      if text.allSatisfy({ $0 <= 0x20 }) {
        findings.append(
          Finding(
            .lintMissingAlt, address.element, "This image has no text for readers who do not see it.",
            advice: "Say between the brackets what it shows: `![the curve of the loss](…)`."))
      }
    }
  }
}
