import KnowledgeBase
import Markdown
import SourceText

/// A short key for a source: what stands in `[@key]` is read by people.
///
/// The first author's family name and the year where a title is an entry of a bibliography (`srivastava-2014`), else
/// the first words of the title, else the site and the last part of the address.
enum ReferenceKey {
  /// Bytes of the longest key of several words.
  private static let longest = 44
  /// Characters of the longest key of Chinese text without a mark in it.
  private static let longestWord = 12

  /// The text whose slug is the key.
  ///
  /// - Parameter unwrap: the address a redirector leads to.
  /// - Complexity: O(length).
  static func text(of item: SourceItem, in bytes: [UInt8], unwrap: (String) -> String?) -> String {
    if let title = item.title {
      let text = String(decoding: bytes[title], as: UTF8.self)
      return authorAndYear(text) ?? firstWords(of: text)
    }
    guard let address = item.address else { return "source \(item.number)" }
    let written = String(decoding: bytes[address], as: UTF8.self)
    return siteAndPage(unwrap(written) ?? written)
  }

  /// `Srivastava 2014` of `Srivastava et al. (2014). Dropout…` and of `Bellman R. Dynamic Programming. 1957.`; `陈某 2013` of
  /// `陈某. 复变函数论[M]. …, 2013: 12-15`.
  private static func authorAndYear(_ text: String) -> String? {
    guard let year = self.year(in: text) else { return nil }
    let words = text.prefix(80).split { $0.isWhitespace }
    guard let first = words.first else { return nil }
    let name = first.prefix { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
    guard !name.isEmpty, name.first.map({ $0.isUppercase || isHan($0) }) == true else { return nil }
    let behind = first.dropFirst(name.count)
    if name.allSatisfy(isHan) {
      // `周志华. 机器学习` and `陈某, 李某. …`: a Chinese name has two to four characters.
      guard 2...4 ~= name.count, [".", "．", ",", "，", "、"].contains(where: behind.hasPrefix) else {
        return nil
      }
      return "\(name) \(year)"
    }
    guard words.count > 1 else { return nil }
    // `J. Strutt, "On the light from the sky", … (1871).`
    if isInitials(first), words[1].hasSuffix(","), words[1].first?.isUppercase == true,
      words[1].dropLast().allSatisfy({ $0.isLetter || $0 == "-" })
    {
      return "\(words[1].dropLast()) \(year)"
    }
    guard name.count > 1 else { return nil }
    let next = words[1]
    let isInitial =
      next.count <= 6 && next.first?.isUppercase == true
      && (next.contains(".") || next.hasSuffix(",") || next.count == 1)
      && next.allSatisfy { $0.isUppercase || $0 == "." || $0 == "," || $0 == "-" }
    let isNamed =
      isInitial && ["", ","].contains(String(behind))
      || next == "et" && words.dropFirst(2).first?.hasPrefix("al") == true
      || (next == "&" || next == "and") && behind.isEmpty && text.contains("(\(year)")
      || next.hasPrefix("(\(year)") && behind.isEmpty
    return isNamed ? "\(name) \(year)" : nil
  }

  /// `J.` and `C.E.`
  private static func isInitials(_ word: Substring) -> Bool {
    word.count <= 6 && word.hasSuffix(".") && word.first?.isUppercase == true
      && word.allSatisfy { $0.isUppercase || $0 == "." || $0 == "-" }
  }

  /// The first year in parentheses, else the last one that is a number of its own, from 1500 on.
  private static func year(in text: String) -> String? {
    var last: String?
    var before: Character = " "
    var run = ""
    func isYear(_ digits: String) -> Bool {
      digits.count == 4 && (Int(digits) ?? 0) >= 1500 && (Int(digits) ?? 0) < 2100
    }
    for character in text + " " {
      if character.isASCII, character.isNumber {
        run.append(character)
        continue
      }
      if isYear(run), !character.isLetter || isHan(character), character != "-", character != "–",
        !before.isLetter || isHan(before)
      {
        if before == "(" || before == "（" { return run }
        last = run
      }
      run = ""
      before = character
    }
    return last
  }

  /// As many words as fit, those at the end left out that lead to a next one.
  private static func firstWords(of text: String) -> String {
    let words = Slug.make(Array(text.utf8)).split(separator: 0x2D).map { String(decoding: $0, as: UTF8.self) }
    guard words.reduce(-1, { $0 + $1.utf8.count + 1 }) > longest else { return text }
    var taken: [String] = []
    var length = 0
    for word in words {
      guard length + word.utf8.count <= longest else { break }
      taken.append(word)
      length += word.utf8.count + 1
    }
    while taken.count > 1, let last = taken.last, leading.contains(last) { taken.removeLast() }
    // Chinese text has no words between its marks.
    if taken.count < words.count, length < longest / 2,
      words[taken.count].first.map(isHan) == true || taken.isEmpty
    {
      let rest = longestWord - taken.reduce(0) { $0 + $1.count }
      if rest > 2 { taken.append(String(words[taken.count].prefix(rest))) }
    }
    return taken.joined(separator: " ")
  }

  private static let leading: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "is", "are",
    "as", "what", "how", "that", "which", "than", "into", "it",
  ]

  /// `wikipedia perplexity` of `https://en.wikipedia.org/wiki/Perplexity`: the longest name before the last, which is no
  /// `www`, and the last part of the path that is a name.
  private static func siteAndPage(_ address: String) -> String {
    let place = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let parts = place.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let host = parts.first else { return address }
    let labels = host.split(separator: ":")[0].split(separator: ".")
    let site = labels.dropLast().max { $0.count < $1.count } ?? labels.first ?? host
    let page = parts.dropFirst().last { $0 != "index.html" && $0 != "index.htm" }
    let name = page.map { page -> String in
      let text = String(decoding: PercentEncoding.decode(Array(page.utf8)), as: UTF8.self)
      let stem = [".html", ".htm", ".pdf", ".php", ".aspx"].first { text.lowercased().hasSuffix($0) }
      return String(text.dropLast(stem?.count ?? 0))
    }
    return firstWords(of: "\(site) \(name ?? "")".replacing(".", with: " "))
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { "\u{3400}"..."\u{9FFF}" ~= $0 } == true
  }
}
