/// A pattern for paths such as `questions/imported/**`.
///
/// `*` stands for any characters but `/`, `**` for any characters, `**/` for any number of folders, none included,
/// `?` for one character but `/`, `[a-z]` and `[!a-z]` for one of a set, `\` before a character for that
/// character. A pattern without `/` is compared with each part of a path, as in `.gitignore`, so that `*.tmp` or
/// `drafts` is found at any depth; a `/` at the start binds it to the root, a `/` at the end means all below.
package struct Glob: Sendable, Hashable {
  /// The pattern as written.
  package let pattern: String
  private var tokens: [Token] = []
  private var matchesAnyPart = false

  private enum Token: Hashable {
    case scalar(UInt32)
    case anyButSlash, anythingButSlash, anything
    /// `**/`: nothing, or anything that ends in `/`.
    case folders
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  /// Why a pattern is none.
  package enum Problem: Error, Sendable {
    case empty, unclosedSet, leavesSite

    /// The problem in words, to stand behind the pattern.
    package var message: String {
      switch self {
      case .empty: "is empty"
      case .unclosedSet: "has a `[` without `]`"
      case .leavesSite: "leaves the site; write it relative to the content folder, without `..`"
      }
    }
  }

  /// Reads a pattern.
  package init(_ pattern: String) throws(Problem) {
    self.pattern = pattern
    var scalars = Array(pattern.unicodeScalars)[...]
    guard !scalars.isEmpty, scalars != ["/"] else { throw .empty }
    guard !pattern.split(separator: "/").contains("..") else { throw .leavesSite }
    let isRooted = scalars.first == "/"
    if isRooted { scalars.removeFirst() }
    let meansAllBelow = scalars.last == "/"
    matchesAnyPart = !isRooted && !meansAllBelow && !scalars.contains("/") && !pattern.contains("**")
    var atPartStart = true
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "*" where scalars.first == "*":
        scalars.removeFirst()
        if atPartStart, scalars.first == "/" {
          scalars.removeFirst()
          tokens.append(.folders)
          continue
        }
        tokens.append(.anything)
      case "*": tokens.append(.anythingButSlash)
      case "?": tokens.append(.anyButSlash)
      case "[": tokens.append(try Glob.set(&scalars))
      case "\\": tokens.append(.scalar((scalars.popFirst() ?? scalar).value))
      default: tokens.append(.scalar(scalar.value))
      }
      atPartStart = scalar == "/"
    }
    if meansAllBelow { tokens.append(.anything) }
  }

  private static func set(_ scalars: inout ArraySlice<Unicode.Scalar>) throws(Problem) -> Token {
    let isNegated = scalars.first == "!" || scalars.first == "^"
    if isNegated { scalars.removeFirst() }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let low = scalars.popFirst() {
      if low == "]", !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      let rest = Array(scalars.prefix(2))
      if rest.count == 2, rest[0] == "-", rest[1] != "]" {
        scalars.removeFirst(2)
        ranges.append(min(low, rest[1]).value...max(low, rest[1]).value)
      } else {
        ranges.append(low.value...low.value)
      }
    }
    throw .unclosedSet
  }

  /// Whether a path with `/` between its parts, and none at its start, fits.
  ///
  /// All ways to read the pattern are followed side by side (Thompson's simulation), never one after the other.
  ///
  /// - Complexity: O(length of the pattern × length of the path).
  package func matches(_ path: String) -> Bool {
    guard matchesAnyPart else { return matches(scalars: path.unicodeScalars[...]) }
    return path.unicodeScalars.split(separator: "/").contains { matches(scalars: $0) }
  }

  /// Whether a path fits as it stands or below the content folder.
  package func matches(_ path: String, below content: String) -> Bool {
    if matches(path) { return true }
    guard path.hasPrefix(content + "/") else { return false }
    return matches(String(path.dropFirst(content.count + 1)))
  }

  private func matches(scalars: Substring.UnicodeScalarView) -> Bool {
    var states = [Bool](repeating: false, count: tokens.count + 1)
    states[0] = true
    skipEmpty(&states, atPartStart: true)
    var next = states
    for scalar in scalars {
      for index in next.indices { next[index] = false }
      var isAlive = false
      for (index, token) in tokens.enumerated() where states[index] {
        guard let target = step(token, at: index, over: scalar) else { continue }
        next[target] = true
        if token == .folders { next[index] = true }
        isAlive = true
      }
      guard isAlive else { return false }
      skipEmpty(&next, atPartStart: scalar == "/")
      swap(&states, &next)
    }
    return states[tokens.count]
  }

  /// The state that a token leads to over a scalar; a token that stays leads to itself.
  private func step(_ token: Token, at index: Int, over scalar: Unicode.Scalar) -> Int? {
    switch token {
    case .scalar(let value): value == scalar.value ? index + 1 : nil
    case .anyButSlash: scalar == "/" ? nil : index + 1
    case .anythingButSlash: scalar == "/" ? nil : index
    case .anything: index
    case .folders: scalar == "/" ? index + 1 : index
    case .set(let ranges, let isNegated):
      scalar != "/" && ranges.contains { $0.contains(scalar.value) } != isNegated ? index + 1 : nil
    }
  }

  /// Adds the states behind tokens that may stand for nothing. `**/` may only at the start of a part, which is also
  /// the only place where it is entered; within a part it is waiting for the part's end.
  private func skipEmpty(_ states: inout [Bool], atPartStart: Bool) {
    for (index, token) in tokens.enumerated() where states[index] {
      switch token {
      case .anythingButSlash, .anything: states[index + 1] = true
      case .folders: if atPartStart { states[index + 1] = true }
      case .scalar, .anyButSlash, .set: break
      }
    }
  }
}
