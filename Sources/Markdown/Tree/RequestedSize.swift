/// The size an author wants an image to have, in CSS pixels.
package struct RequestedSize: Equatable, Sendable {
  package var width: Int?
  package var height: Int?

  /// Reads `300` or `300x200`, as Obsidian writes sizes behind a bar.
  package init?(_ text: some Collection<UInt8>) {
    let parts = text.split(separator: 0x78, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let width = RequestedSize.pixels(first) else { return nil }
    self.width = width
    guard parts.count == 2 else { return }
    guard let height = RequestedSize.pixels(parts[1]) else { return nil }
    self.height = height
  }

  /// Reads `{width=300 height=200px}`; `nil` when neither is given in pixels.
  package init?(_ attributes: Attributes) {
    width = attributes["width"].flatMap { RequestedSize.pixels($0[...]) }
    height = attributes["height"].flatMap { RequestedSize.pixels($0[...]) }
    guard width != nil || height != nil else { return nil }
  }

  /// Divides `alt|300` into the alternative text and the size.
  package static func split(_ text: [UInt8]) -> (text: [UInt8], size: RequestedSize?) {
    guard let bar = text.lastIndex(of: 0x7C), let size = RequestedSize(text[(bar + 1)...]) else {
      return (text, nil)
    }
    return (Array(text[..<bar]), size)
  }

  private static func pixels(_ text: some Collection<UInt8>) -> Int? {
    var digits = Array(text)
    if digits.count > 2, digits.suffix(2).elementsEqual("px".utf8) { digits.removeLast(2) }
    guard (1...5).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension WikiLink {
  /// Whether a text was given behind `|` that is read: behind that of an embed may stand a size instead.
  package var hasOwnWords: Bool { hasOwnText && !(isEmbed && RequestedSize(text) != nil) }

  /// What is read of it: the text, or the target where the text is a size.
  package var words: [UInt8] { hasOwnText && !hasOwnWords ? target : text }
}
