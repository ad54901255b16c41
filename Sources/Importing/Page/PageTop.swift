import SourceText

/// The lines above the title of a page: menus, a banner, a breadcrumb with a step a line.
///
/// Where nothing but these stands above it, a question is the title, or the line below the steps of a breadcrumb that
/// begins at home.
struct PageTop {
  /// What a line above the title is.
  enum Role { case furniture, step, breadcrumb }

  /// The lines above the title, by their numbers; empty where the first line is the title, or a breadcrumb in one line
  /// stands above it.
  private(set) var roles: [Int: Role] = [:]

  /// Most lines above a title.
  private static let most = 40
  /// Bytes of the longest line of a menu.
  private static let longest = 60
  /// Most steps of a breadcrumb that does not begin at home.
  private static let mostSteps = 4

  /// Looks for the title.
  ///
  /// - Parameter isLabel: whether a line begins a part of the page; none does above a title.
  /// - Complexity: O(bytes of the first lines).
  init(_ file: SourceFile, vocabulary: Vocabulary, isLabel: (Range<Int>) -> Bool) {
    let bytes = file.bytes
    var lines: [(index: Int, range: Range<Int>)] = []
    var isLabelled = false
    var gaps: Set<Int> = []
    for index in file.lineStarts.indices {
      let line = TextBytes.trim(file.lineRange(index), in: bytes)
      if line.isEmpty { gaps.insert(lines.count) }
      if !line.isEmpty, isLabel(line) {
        isLabelled = true
        break
      }
      guard lines.count < PageTop.most else { break }
      if !line.isEmpty { lines.append((index, line)) }
    }
    guard isLabelled, !lines.isEmpty else { return }
    let texts = lines.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    let furniture = Set(
      lines.indices.filter { index in
        PageFurniture.isFurniture(lines[index].range, vocabulary: vocabulary, in: bytes)
          || texts[index].allSatisfy { ">›»＞→/·|•".contains($0) }
          || PageFurniture.isCookieNotice(texts[index]) || index == 0 && PageTop.isSite(texts[0])
      })
    func isPath(_ index: Int) -> Bool {
      Breadcrumb.steps(of: lines[index].range, home: vocabulary.home, isAboveTitle: true, in: bytes) != nil
    }
    let text = lines.indices.filter { !furniture.contains($0) }
    let home = text.prefix(4).first { index in
      Label.isWhole(lines[index].range, vocabulary.home, in: bytes)
        && !Label.isWhole(lines[index].range, vocabulary.question, in: bytes)
    }
    // Dates and authors stand below a title.
    let data = text.filter { index in
      let line = lines[index].range
      let labels = [vocabulary.published, vocabulary.updated, vocabulary.author, vocabulary.tags]
      return WrittenDate.read(line, in: bytes) != nil
        || labels.contains { Label.rest(of: line, behind: $0, in: bytes) != nil }
    }
    // The name of the page in the browser: the title and the site behind a sign.
    if text.count > 1, PageTop.isWindowTitle(PageTop.withoutTime(texts[text[0]]), of: texts[text[1]]) {
      for index in 0..<text[1] { roles[lines[index].index] = .furniture }
      return
    }
    guard
      let title = PageTop.title(
        text.filter { $0 < data.first ?? lines.count }, texts, home: home,
        isTop: furniture.contains(0) || isPath(0), endsBlock: { gaps.contains($0 + 1) })
    else { return }
    let above = text.filter { $0 < title }
    let holdsPath = above.contains(where: isPath)
    for index in lines.indices where index < title {
      guard !furniture.contains(index) else {
        roles[lines[index].index] = .furniture
        continue
      }
      if isPath(index) {
        roles[lines[index].index] = .breadcrumb
      } else if let home {
        roles[lines[index].index] = index < home ? .furniture : .step
      } else if holdsPath {
        roles[lines[index].index] = .furniture
      } else {
        let isMenu = above.count > PageTop.mostSteps || PageTop.isSite(texts[0])
        roles[lines[index].index] = isMenu ? .furniture : .step
      }
    }
  }

  /// What a browser prints above a page begins with the day and the hour, and a gap.
  private static func withoutTime(_ text: String) -> String {
    guard let gap = text.firstRange(of: "   "), text.first?.isNumber == true,
      text[..<gap.lowerBound].contains(where: { ":：".contains($0) })
    else { return text }
    return String(text[gap.upperBound...].drop(while: \.isWhitespace))
  }

  private static func isWindowTitle(_ name: String, of title: String) -> Bool {
    guard title.utf8.count > 5, name.hasPrefix(title) else { return false }
    let rest = name.dropFirst(title.count).drop(while: \.isWhitespace)
    return rest.count > 1 && rest.first.map { "|｜-–—_·".contains($0) } == true
  }

  /// The number of the title among the lines, or `nil` where it is found in another way.
  private static func title(
    _ text: [Int], _ texts: [String], home: Int?, isTop: Bool, endsBlock: (Int) -> Bool
  ) -> Int? {
    func isShort(_ index: Int) -> Bool {
      texts[index].utf8.count <= longest && texts[index].last.map { !"。！；.!:：".contains($0) } == true
        && !texts[index].contains { "。！；".contains($0) }
    }
    guard let first = text.first else { return nil }
    let question = text.first { asks(texts[$0]) }
    if let question {
      let above = text.filter { $0 < question }
      let isMenu = home != nil || isTop || above.count > 1
      return (isMenu || above.isEmpty) && above.allSatisfy(isShort) ? question : nil
    }
    guard let home else { return isTop ? first : nil }
    var last = home
    for index in text.drop(while: { $0 <= home }) {
      guard isShort(index) else { break }
      last = index
      if endsBlock(index) { break }
    }
    // A step may stand alone above the blank line before the title.
    if let next = text.first(where: { $0 > last }), next == last + 1, isShort(next), last == home {
      last = next
    }
    return last > home ? last : nil
  }

  /// Whether a line names a site and its parts: `medium.com`, `百科 | 科学 | 数学`.
  private static func isSite(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if UnnumberedSources.isDomain(0..<bytes.count, in: bytes) { return true }
    if text.hasPrefix("r/"), !text.contains(" ") { return true }
    let parts = text.split { "|｜".contains($0) }
    return parts.count > 2 && parts.allSatisfy { $0.count <= 16 } && !asks(text)
  }

  private static func asks(_ text: String) -> Bool {
    // A step of a breadcrumb is no title, whatever it says.
    guard let first = text.first, !">›»→".contains(first) else { return false }
    return QuestionWords.ask(String(text.drop { $0 == "#" || $0.isWhitespace }))
  }
}
