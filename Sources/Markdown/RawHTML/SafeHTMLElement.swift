/// The elements authors may write as raw HTML.
package enum SafeHTMLElement: Int, CaseIterable {
  case a, abbr, br, del, details, div, img, ins, kbd, mark, p, rp, rt, ruby, s, span, sub, summary, sup, u

  /// The element of a name in any case.
  package init?(_ name: ArraySlice<UInt8>) {
    guard name.count <= 8 else { return nil }
    let key = SafeHTMLElement.key(name)
    guard let place = SafeHTMLElement.keys.firstIndex(of: key) else { return nil }
    self.init(rawValue: place)
  }

  /// The name in tags.
  package var name: StaticString {
    switch self {
    case .a: "a"
    case .abbr: "abbr"
    case .br: "br"
    case .del: "del"
    case .details: "details"
    case .div: "div"
    case .img: "img"
    case .ins: "ins"
    case .kbd: "kbd"
    case .mark: "mark"
    case .p: "p"
    case .rp: "rp"
    case .rt: "rt"
    case .ruby: "ruby"
    case .s: "s"
    case .span: "span"
    case .sub: "sub"
    case .summary: "summary"
    case .sup: "sup"
    case .u: "u"
    }
  }

  /// Whether it has neither content nor an end tag.
  package var isVoid: Bool { self == .br || self == .img }

  /// Whether it begins a block, and so cannot stand in a paragraph.
  package var isBlock: Bool {
    switch self {
    case .details, .div, .p, .summary: true
    default: false
    }
  }

  /// Whether Markdown blocks may stand in it.
  package var holdsBlocks: Bool { self == .details || self == .div }

  /// Whether its end tag may be left out: the next one of its kind ends it.
  package var endsItself: Bool {
    switch self {
    case .p, .rp, .rt: true
    default: false
    }
  }

  /// The element it has to stand in.
  package var parent: SafeHTMLElement? {
    switch self {
    case .rp, .rt: .ruby
    case .summary: .details
    default: nil
    }
  }

  /// Whether it may have an attribute.
  package func allows(_ attribute: SafeHTMLAttribute) -> Bool {
    switch attribute {
    case .dir, .lang: true
    case .href: self == .a
    case .alt, .height, .src, .width: self == .img
    case .title: self == .a || self == .abbr || self == .img
    case .open: self == .details
    case .align: self == .div || self == .p
    }
  }

  /// Whether a piece of raw HTML within a text is markup, which is not seen: a comment, or a tag of one of the elements.
  /// Any other is shown as the text it is.
  package static func isMarkup(_ html: ArraySlice<UInt8>) -> Bool {
    var name = html.dropFirst()
    if name.first == 0x21 || name.first == 0x3F { return true }
    if name.first == 0x2F { name = name.dropFirst() }
    return SafeHTMLElement(name.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }) != nil
  }

  /// Up to eight letters as a number, in lower case.
  private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 8 | UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
  }

  private static let keys: [UInt64] = allCases.map { "\($0)" }.map { key($0.utf8) }
}

/// The attributes authors may write in raw HTML.
package enum SafeHTMLAttribute: String, CaseIterable {
  case align, alt, dir, height, href, lang, open, src, title, width

  /// The attribute of a name in any case.
  package init?(_ name: ArraySlice<UInt8>) {
    guard name.count <= 6,
      let found = SafeHTMLAttribute.allCases.first(where: { $0.matches(name) })
    else { return nil }
    self = found
  }

  private func matches(_ name: ArraySlice<UInt8>) -> Bool {
    name.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }.elementsEqual(rawValue.utf8)
  }
}
