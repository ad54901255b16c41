import KnowledgeBase
import Markdown

/// A start tag of an allowed element with what is published of its attributes.
struct SafeHTMLTag: Equatable {
  var element: SafeHTMLElement
  /// Where `href` or `src` points, character references resolved, and without what browsers skip.
  var address = Address.none
  var title: [UInt8] = []
  var alternative: [UInt8] = []
  var language: [UInt8] = []
  var direction: Keyword?
  var alignment: Keyword?
  var width: Int?
  var height: Int?
  var isOpen = false

  enum Address: Equatable {
    case none
    case given([UInt8])
    /// It must not be linked to.
    case forbidden
  }

  /// A value of which there are only a few.
  enum Keyword: String {
    case ltr, rtl, auto
    case left, center, right

    static let directions: [Keyword] = [.ltr, .rtl, .auto]
    static let alignments: [Keyword] = [.left, .center, .right]
  }

  init(_ element: SafeHTMLElement) {
    self.element = element
  }

  /// Takes over what may be published of a tag's attributes; gives back the rest.
  ///
  /// - Complexity: O(bytes of the tag).
  mutating func set(
    _ attributes: [SafeHTMLTokenizer.Attribute], in html: ArraySlice<UInt8>
  ) -> [(range: Range<Int>, problem: SafeHTMLFinding.Problem)] {
    var refused: [(range: Range<Int>, problem: SafeHTMLFinding.Problem)] = []
    var seen: Set<SafeHTMLAttribute> = []
    for written in attributes {
      let range = written.name.lowerBound..<max(written.name.upperBound, written.value.upperBound)
      guard let attribute = SafeHTMLAttribute(html[written.name]), element.allows(attribute) else {
        refused.append((range, .attribute(name: written.name, element)))
        continue
      }
      guard seen.insert(attribute).inserted else {
        refused.append((range, .repeated(attribute)))
        continue
      }
      if let problem = set(attribute, CharacterReference.resolved(html[written.value])) {
        refused.append((range, problem))
      }
    }
    return refused
  }

  /// Takes over an attribute's value; gives back what is wrong with it.
  private mutating func set(_ attribute: SafeHTMLAttribute, _ value: [UInt8]) -> SafeHTMLFinding.Problem? {
    switch attribute {
    case .href: return setAddress(value, of: attribute, URLPolicy.judge(value))
    case .src:
      guard case .address(let judgement) = URLPolicy.judge(image: value) else {
        address = .given(URLPolicy.normalized(value))
        return nil
      }
      return setAddress(value, of: attribute, judgement)
    case .title: title = value
    case .alt: alternative = value
    case .open: isOpen = true
    case .lang:
      guard SafeHTMLTag.isLanguage(value) else { return .value(attribute) }
      language = value
    case .dir:
      direction = SafeHTMLTag.keyword(value, of: Keyword.directions)
      return direction == nil ? .value(attribute) : nil
    case .align:
      alignment = SafeHTMLTag.keyword(value, of: Keyword.alignments)
      return alignment == nil ? .value(attribute) : nil
    case .width:
      width = SafeHTMLTag.pixels(value)
      return width == nil ? .value(attribute) : nil
    case .height:
      height = SafeHTMLTag.pixels(value)
      return height == nil ? .value(attribute) : nil
    }
    return nil
  }

  private mutating func setAddress(
    _ value: [UInt8], of attribute: SafeHTMLAttribute, _ judgement: URLPolicy.Judgement
  ) -> SafeHTMLFinding.Problem? {
    guard case .forbidden(let scheme) = judgement else {
      address = .given(URLPolicy.normalized(value))
      return nil
    }
    address = .forbidden
    return .scheme(scheme, attribute)
  }

  // MARK: Values

  /// A language tag (RFC 5646, 2.1), as far as its characters go.
  private static func isLanguage(_ value: [UInt8]) -> Bool {
    (1...35).contains(value.count)
      && value.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  private static func keyword(_ value: [UInt8], of keywords: [Keyword]) -> Keyword? {
    let word = String(decoding: value, as: UTF8.self).lowercased()
    return keywords.first { $0.rawValue == word }
  }

  /// A whole number of pixels, with or without its unit.
  private static func pixels(_ value: [UInt8]) -> Int? {
    let digits = value.suffix(2).elementsEqual([0x70, 0x78]) ? value.dropLast(2) : value[...]
    guard (1...6).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return 1...DisplayedSize.largestSide ~= number ? number : nil
  }
}
