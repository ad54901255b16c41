import Markdown
import SourceText

/// Follows the links of a published site, of its pages and of their mirrors, and looks at what no page may hold.
struct SiteLinks {
  private let published: [String: [UInt8]]
  /// The path under which the site is published, with a slash at both ends.
  private let basePath: String
  private var elements: [String: [MarkupReader.Element]] = [:]
  private var ids: [String: Set<String>] = [:]
  /// What is wrong, as "page: what".
  private(set) var faults: [String] = []
  /// How many links were followed, so that a test can see that there were some.
  private(set) var followed = 0

  init(_ published: [String: [UInt8]], basePath: String = "/") {
    self.published = published
    self.basePath = basePath
    let pages = published.keys.filter { $0.hasSuffix(".html") }.sorted()
    for page in pages {
      let reader = MarkupReader(published[page] ?? [], as: .html)
      faults += reader.faults.map { "\(page): \($0)" }
      elements[page] = reader.elements
      ids[page] = Set(reader.elements.compactMap { $0.attributes["id"] })
    }
    for page in pages { check(page) }
    for mirror in published.keys.filter({ $0.hasSuffix(".md") }).sorted() { checkMirror(mirror) }
  }

  /// Follows the links of Markdown, and looks for what only a site understands.
  private mutating func checkMirror(_ mirror: String) {
    let document = Document(parsing: SourceFile(path: mirror, bytes: published[mirror] ?? []))
    let tags = document.nodes.filter { $0.kind == .htmlInline }
      .map { String(decoding: document.bytes(of: $0.literal), as: UTF8.self) }
    ids[mirror] = Set(tags.compactMap { $0.firstMatch(of: /<a id="([^"]*)">/).map { String($0.1) } })
    if String(validating: document.source.bytes, as: UTF8.self) == nil {
      faults.append("\(mirror): no UTF-8")
    }
    if !document.wikiLinks.isEmpty { faults.append("\(mirror): a wiki link") }
    if !document.calculations.isEmpty { faults.append("\(mirror): a calculation") }
    for citation in document.citations.flatMap(\.items) {
      if case .key(let key) = citation.target {
        faults.append("\(mirror): cites \(String(decoding: key, as: UTF8.self))")
      }
    }
    let link = MarkupReader.Element(name: "a", attributes: [:], ancestors: [])
    for data in document.links {
      follow(String(decoding: data.destination, as: UTF8.self), as: "href", of: link, on: mirror)
    }
  }

  private mutating func check(_ page: String) {
    func fault(_ text: String) { faults.append("\(page): \(text)") }
    let all = elements[page] ?? []
    let named = all.compactMap { $0.attributes["id"] }
    for (id, count) in Dictionary(named.map { ($0, 1) }, uniquingKeysWith: +) where count > 1 {
      fault("\(count) elements have the id \(id)")
    }
    if all.count(where: { $0.name == "h1" }) != 1 { fault("not exactly one h1") }
    if !all.contains(where: { $0.name == "title" && !$0.text.isEmpty }) { fault("no title") }
    for element in all {
      if element.name == "style" || element.attributes["style"] != nil { fault("a style in the page") }
      if element.attributes.keys.contains(where: { $0.hasPrefix("on") }) { fault("a handler in the page") }
      if element.name == "script", element.attributes["src"] == nil,
        element.attributes["type"] != "application/ld+json"
      {
        fault("a script in the page")
      }
      if ["base", "iframe", "object", "embed"].contains(element.name) { fault("<\(element.name)>") }
      if element.name == "a", element.ancestors.contains("a") { fault("a link in a link") }
      for (name, value) in element.attributes { follow(value, as: name, of: element, on: page) }
    }
  }

  /// Attributes that make a browser load something; none may name another host.
  private func loads(_ name: String, _ element: MarkupReader.Element) -> Bool {
    switch name {
    case "src", "srcset", "poster", "data", "action", "formaction": true
    case "href":
      element.name == "link" && element.attributes["rel"] != "canonical"
        && element.attributes["rel"] != "alternate"
    default: false
    }
  }

  private mutating func follow(
    _ address: String, as name: String, of element: MarkupReader.Element, on page: String
  ) {
    let isLink = name == "href" || loads(name, element) || name == "cite"
    guard isLink else { return }
    if address.contains(":"), address.prefix(while: { $0 != ":" }).allSatisfy({ $0.isLetter }) {
      let scheme = address.prefix { $0 != ":" }.lowercased()
      if loads(name, element) { faults.append("\(page): loads \(address)") }
      if !["http", "https", "mailto", "tel"].contains(scheme) {
        faults.append("\(page): leads to \(address)")
      }
      return
    }
    if address.hasPrefix("//") { return faults.append("\(page): leads to \(address)") }
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) || address.contains("#") else {
      return faults.append("\(page): \(address) is not percent-encoded")
    }
    followed += 1
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    guard let target = target(of: String(path), from: page) else {
      return faults.append("\(page): \(address) leads out of the site")
    }
    guard published[target] != nil else { return faults.append("\(page): \(address) leads nowhere") }
    guard parts.count > 1, let fragment = SiteLinks.decoded(parts[1]), !fragment.isEmpty else { return }
    if ids[target]?.contains(fragment) != true { faults.append("\(page): \(address) finds no such place") }
  }

  /// The published file an address means.
  func target(of address: String, from page: String) -> String? {
    guard !address.isEmpty else { return page }
    guard let path = SiteLinks.decoded(address[...]) else { return nil }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    var rest = Substring(path)
    if path.hasPrefix("/") {
      guard path.hasPrefix(basePath) else { return nil }
      (folders, rest) = ([], path.dropFirst(basePath.count))
    }
    for part in rest.split(separator: "/") where part != "." {
      if part != ".." {
        folders.append(String(part))
      } else if folders.popLast() == nil {
        return nil
      }
    }
    let isFolder = path.hasSuffix("/") || rest.isEmpty || rest == "." || rest.hasSuffix("..")
    return (folders + (isFolder ? ["index.html"] : [])).joined(separator: "/")
  }

  /// A percent-encoded text as people read it; `nil` when it is not UTF-8.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
