import SourceText

/// How a file's lines end.
struct LineEndings {
  private enum Kind: Int, CaseIterable {
    case lineFeed, carriageReturnLineFeed, carriageReturn

    var name: String {
      switch self {
      case .lineFeed: "LF"
      case .carriageReturnLineFeed: "CR LF"
      case .carriageReturn: "CR"
      }
    }
  }

  private var counts = [0, 0, 0]
  /// The first ending of each kind.
  private var firsts: [Range<Int>?] = [nil, nil, nil]
  /// The carriage returns before line feeds.
  private var returns: [SourceRange] = []

  /// `nil` when no line ends in a carriage return.
  ///
  /// - Complexity: O(lines).
  init?(_ file: SourceFile) {
    for start in file.lineStarts.dropFirst() {
      let end = Int(start)
      let kind: Kind
      if file.bytes[end - 1] == 0x0D {
        kind = .carriageReturn
      } else if end > 1, file.bytes[end - 2] == 0x0D {
        kind = .carriageReturnLineFeed
        returns.append(SourceRange((end - 2)..<(end - 1)))
      } else {
        kind = .lineFeed
      }
      counts[kind.rawValue] += 1
      let length = kind == .carriageReturnLineFeed ? 2 : 1
      firsts[kind.rawValue] = firsts[kind.rawValue] ?? (end - length)..<end
    }
    guard counts[1] + counts[2] > 0 else { return nil }
  }

  /// What an author is told; the place is that of the first line that ends in another way than most do.
  func diagnostic(in file: SourceFile) -> Diagnostic {
    let kinds = Kind.allCases.filter { counts[$0.rawValue] > 0 }
      .sorted { counts[$0.rawValue] > counts[$1.rawValue] }
    let odd = kinds.dropFirst().compactMap { firsts[$0.rawValue] }.min { $0.lowerBound < $1.lowerBound }
    let place = odd ?? kinds.first.flatMap { firsts[$0.rawValue] } ?? 0..<0
    let location = SourceLocation(place, in: file)
    guard odd != nil else {
      return Diagnostic(
        .textLineEndings, at: location, "The lines of this file end in \(kinds[0].name).",
        notes: [Note("Save the file with LF, or let git do it: `*.md text=auto` in .gitattributes.")])
    }
    let list = kinds.map { "\(counts[$0.rawValue]) in \($0.name)" }.joined(separator: ", ")
    let mayRemove = kinds[0] == .lineFeed && counts[Kind.carriageReturn.rawValue] == 0
    let fix =
      mayRemove
      ? FixIt(range: returns[0], replacement: "", furtherRanges: Array(returns.dropFirst())) : nil
    return Diagnostic(
      .textLineEndings, at: location, "The lines of this file end in different ways: \(list).",
      notes: [Note("Save the file with one of them.")], fix: fix)
  }
}
