import SourceText

/// Reads lists of people: `Shannon, Claude E. and 张, 三 and others`.
///
/// The rules are those of O. Patashnik, "BibTeXing", section 4: names are divided by the word `and`, parts by commas,
/// and braces protect both. Names are shown given name first; names in ideographs family name first and without a
/// space. Chinese data bases also divide names by `;`, `；`, `，` and `、`.
struct BibTeXNames {
  private(set) var names: [Sourced<String>] = []
  /// Those of the names that stand in braces as a whole, as names of organizations do (biblatex manual, 2.3.3).
  private(set) var organizations: Set<String> = []
  /// Whether there are more who are not named: `and others`, `等`.
  private(set) var hasOthers = false

  private let source: BibTeXText

  /// Reads a field.
  ///
  /// - Complexity: O(bytes).
  init(_ source: BibTeXText) {
    self.source = source
    let list = 0..<source.bytes.count
    var parts = BibTeXNames.divide(list, of: source.bytes, at: BibTeXNames.lengthOfAnd)
    if parts.count == 1 { parts = BibTeXNames.divide(list, of: source.bytes, at: BibTeXNames.lengthOfMark) }
    for part in parts { add(part) }
  }

  private mutating func add(_ part: Range<Int>) {
    var parts = BibTeXNames.divide(part, of: source.bytes) { bytes, index, _ in
      bytes[index] == UInt8(ascii: ",") ? 1 : 0
    }
    // A comma behind which nothing stands divides nothing.
    while parts.count > 1, text(parts[parts.count - 1]).isEmpty { parts.removeLast() }
    let texts = parts.map(text)
    if texts.count > 1, BibTeXNames.areWholeNames(texts) {
      for (part, text) in zip(parts, texts) { keep(text, part) }
      return
    }
    switch texts.count {
    case 1: keep(texts[0], part)
    case 2: keep(BibTeXNames.joined(family: texts[0], given: texts[1]), part)
    case 3: keep(BibTeXNames.joined(family: texts[0], suffix: texts[1], given: texts[2]), part)
    // No name has so many parts: the commas divide names.
    default: for (part, text) in zip(parts, texts) { keep(text, part) }
    }
  }

  private mutating func keep(_ name: String, _ part: Range<Int>) {
    switch name.lowercased() {
    case "": return
    case "others", "et al", "et al.", "等", "等人":
      hasOthers = true
      return
    default: break
    }
    var name = name
    if BibTeXNames.isHan(name) {
      // `张 三` is family name and given name.
      name.unicodeScalars.removeAll { $0 == " " || $0 == "\u{A0}" }
      if name.unicodeScalars.count > 2, name.hasSuffix("等") {
        name.removeLast()
        hasOthers = true
      }
    }
    let range = BibTeXNames.trimmed(part, of: source.bytes)
    names.append(Sourced(name, range: source.nearestPlace(of: range)))
    if isBraced(range) { organizations.insert(name) }
  }

  /// Whether one pair of braces holds a whole name; those of an accent `{\'E}` hold less.
  private func isBraced(_ part: Range<Int>) -> Bool {
    guard part.count > 2, source.bytes[part.lowerBound] == UInt8(ascii: "{") else { return false }
    var depth = 0
    for index in part {
      if source.bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if source.bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index == part.upperBound - 1 }
    }
    return false
  }

  private func text(_ part: Range<Int>) -> String {
    // A tie between two parts of a name is a space like any other.
    let text = TeXTextReader.read(part, of: source).runs.plainText
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }))
  }

  // MARK: Division

  /// The parts of a list, divided outside of braces.
  ///
  /// - Parameter length: how many bytes at an offset divide the list; 0 for none.
  private static func divide(
    _ range: Range<Int>, of bytes: [UInt8], at length: (_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var depth = 0
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      // Behind a backslash stands the name of an accent or a sign.
      if byte == UInt8(ascii: "\\") { index += 1 }
      let count = depth == 0 && byte != UInt8(ascii: "\\") ? length(bytes, index, range.upperBound) : 0
      if count > 0 {
        parts.append(start..<index)
        index += count
        start = index
      } else {
        index = min(index + 1, range.upperBound)
      }
    }
    return parts + [start..<range.upperBound]
  }

  /// The word `and` between white space.
  private static func lengthOfAnd(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard index + 4 < end, ASCII.isSpace(bytes[index]),
      ASCII.hasPrefix("and", at: index + 1, to: end, in: bytes),
      ASCII.isSpace(bytes[index + 4])
    else { return 0 }
    // The white space behind it may be that before the next one.
    return 4
  }

  /// A semicolon or a full-width mark.
  private static func lengthOfMark(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    if bytes[index] == UInt8(ascii: ";") { return 1 }
    guard index + 3 <= end else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xE3, 0x80, 0x81): return 3
    default: return 0
    }
  }

  private static func trimmed(_ part: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var part = part
    while let first = part.first, ASCII.isSpace(bytes[first]) { part.removeFirst() }
    while let last = part.last, ASCII.isSpace(bytes[last]) { part.removeLast() }
    return part
  }

  // MARK: Forms

  private static func joined(family: String, suffix: String = "", given: String) -> String {
    if isHan(family), isHan(given) { return family + given + suffix }
    return [given, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether parts between commas are people and not parts of one name: ideographic names, each of which begins with
  /// a family name. Of three parts no other reading is left.
  private static func areWholeNames(_ parts: [String]) -> Bool {
    guard parts.allSatisfy({ isHan($0) && 2...4 ~= $0.unicodeScalars.count }) else { return false }
    if parts.count > 2 { return true }
    return parts.allSatisfy { part in
      !compoundFamilyNames.contains(part)
        && (part.unicodeScalars.first.map(familyNames.contains) ?? false
          || compoundFamilyNames.contains(String(part.prefix(2))))
    }
  }

  private static func isHan(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.isHan || $0 == " " || $0 == "\u{A0}" }
  }

  /// The hundred most frequent Chinese family names; traditional forms too.
  private static let familyNames = Set(
    """
    王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅\
    沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦\
    江史顾顧侯邵孟龙龍万萬段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文
    """.unicodeScalars)

  /// Family names of two characters, behind which a comma ends no whole name; traditional forms too.
  private static let compoundFamilyNames: Set<String> = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫",
    "慕容", "令狐", "司徒", "司空", "夏侯", "端木", "轩辕", "軒轅", "长孙", "長孫", "宇文", "独孤", "獨孤", "南宫",
    "南宮", "西门", "西門", "呼延", "闻人", "聞人", "澹台", "澹臺", "太史", "申屠", "钟离", "鍾離", "濮阳", "濮陽",
  ]
}
