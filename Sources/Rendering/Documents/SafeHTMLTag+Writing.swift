import Markdown

extension SafeHTMLTag {
  /// Writes the start tag of any element but `img`; gives back the name of what it began, empty for nothing.
  func append(
    isInLink: Bool, _ destination: (_ address: [UInt8], _ isImage: Bool) -> SafeHTMLDestination,
    to output: inout [UInt8]
  ) -> StaticString {
    guard element == .a else {
      HTMLWriter.append("<", to: &output)
      HTMLWriter.append(element.name, to: &output)
      appendAttributes(to: &output)
      HTMLWriter.append(isOpen ? " open>" : ">", to: &output)
      return element.name
    }
    guard !isInLink else { return "" }
    switch address {
    case .none: HTMLWriter.append("<a", to: &output)
    case .forbidden: return appendLinkless(to: &output)
    case .given(let address):
      let destination = destination(address, false)
      switch destination {
      case .link(let url), .image(let url, _):
        HTMLWriter.append("<a", to: &output)
        HTMLWriter.append("href", url: url, to: &output)
      case .broken: return appendLinkless(to: &output)
      }
    }
    appendAttributes(to: &output)
    HTMLWriter.append(">", to: &output)
    return element.name
  }

  /// Writes an image; where it cannot be shown in place, a link or its text.
  func appendImage(
    isInLink: Bool, _ destination: (_ address: [UInt8], _ isImage: Bool) -> SafeHTMLDestination,
    to output: inout [UInt8]
  ) {
    guard case .given(let address) = address else { return appendText(to: &output) }
    let destination = destination(address, true)
    switch destination {
    case .image(let url, let natural):
      HTMLWriter.append("<img", to: &output)
      let size = DisplayedSize.displayed(natural: natural, requestedWidth: width, requestedHeight: height)
      ImageTag(url: url, alternative: alternative, size: size).appendAttributes(to: &output)
      appendAttributes(to: &output)
      HTMLWriter.append(">", to: &output)
    case .link(let url) where !isInLink:
      HTMLWriter.append("<a", to: &output)
      HTMLWriter.append("href", url: url, to: &output)
      appendAttributes(to: &output)
      HTMLWriter.append(">", to: &output)
      HTMLWriter.append(text: alternative.isEmpty ? url : alternative, to: &output)
      HTMLWriter.append("</a>", to: &output)
    case .link:
      HTMLWriter.append(text: alternative, to: &output)
    case .broken:
      appendText(to: &output)
    }
  }

  private func appendText(to output: inout [UInt8]) {
    _ = appendLinkless(to: &output)
    HTMLWriter.append(text: alternative, to: &output)
    HTMLWriter.append("</span>", to: &output)
  }

  /// Writes the start tag of what looks like a link but leads nowhere; gives back its name.
  private func appendLinkless(to output: inout [UInt8]) -> StaticString {
    HTMLWriter.append("<span class=\"broken\">", to: &output)
    return "span"
  }

  // MARK: Attributes

  private func appendAttributes(to output: inout [UInt8]) {
    if !title.isEmpty { HTMLWriter.append("title", title, to: &output) }
    if !language.isEmpty { HTMLWriter.append("lang", language, to: &output) }
    if let direction { HTMLWriter.append("dir", Array(direction.rawValue.utf8), to: &output) }
    switch alignment {
    case .left: HTMLWriter.append(" class=\"align-left\"", to: &output)
    case .center: HTMLWriter.append(" class=\"align-center\"", to: &output)
    case .right: HTMLWriter.append(" class=\"align-right\"", to: &output)
    default: break
    }
  }
}
