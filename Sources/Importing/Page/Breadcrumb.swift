/// The path of categories above a title.
enum Breadcrumb {
  private static let signs: [[UInt8]] = [">", "›", "»", "＞", "→"].map { Array($0.utf8) }

  /// What stands before the steps.
  private static let places = ["您的位置", "您现在的位置", "当前位置", "位置", "目前位置", "You are here", "Location"]

  /// The steps of a line such as `首页 > 机器学习 > 困惑度`, or `nil` when the line is no breadcrumb: it has two steps
  /// and begins at home or ends with the title below it, or three, and none is longer than a title's words.
  ///
  /// - Parameters:
  ///   - title: the line below.
  ///   - isAboveTitle: whether the title is known to stand further below, so that two steps are enough.
  /// - Complexity: O(length), and nothing for lines of more than 400 bytes.
  static func steps(
    of line: Range<Int>, home: [String], before title: Range<Int>? = nil, isAboveTitle: Bool = false,
    in bytes: [UInt8]
  ) -> [Range<Int>]? {
    guard line.count <= 400 else { return nil }
    let line = Label.rest(of: line, behind: places, in: bytes) ?? line
    for sign in signs + (isAboveTitle ? [" · ", " | ", "｜"].map { Array($0.utf8) } : []) {
      let steps = split(line, at: sign, in: bytes)
      guard steps.count >= 2 else { continue }
      let isPath =
        steps.count >= 3 || isAboveTitle || Label.isWhole(steps[0], home, in: bytes)
        || title.map { bytes[$0].elementsEqual(bytes[steps[steps.count - 1]]) } == true
      return isPath && steps.dropLast().allSatisfy { $0.count <= 60 } ? steps : nil
    }
    let steps = split(line, at: Array(" / ".utf8), in: bytes)
    guard steps.count >= 2, Label.isWhole(steps[0], home, in: bytes) else { return nil }
    return steps
  }

  private static func split(_ line: Range<Int>, at sign: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
    var steps: [Range<Int>] = []
    var start = line.lowerBound
    while let found = TextBytes.find(sign, in: start..<line.upperBound, of: bytes) {
      steps.append(TextBytes.trim(start..<found.lowerBound, in: bytes))
      start = found.upperBound
    }
    steps.append(TextBytes.trim(start..<line.upperBound, in: bytes))
    return steps.filter { !$0.isEmpty }
  }
}
