/// What a question asks of its subject.
///
/// Two questions of different kinds about one subject are two questions. The raw values order the kinds: of several
/// question words in a title the greatest counts.
enum QuestionKind: UInt8, Comparable {
  /// What something is; also where no word says what is asked.
  case what
  case whether, which, place, time, quantity, manner, reason

  static func < (left: QuestionKind, right: QuestionKind) -> Bool { left.rawValue < right.rawValue }
}

/// Characters or a word in a title that say how it asks, or nothing, but not what about.
struct QuestionPhrase {
  /// What it asks; nil: nothing.
  var kind: QuestionKind?
  /// How many characters it has.
  var length: Int

  /// The longest phrase at a place in a run of folded ideographs. O(phrases).
  static func find(in characters: ArraySlice<UInt32>) -> QuestionPhrase? {
    guard let first = characters.first, chinese.beginnings & 1 << UInt64(first & 63) != 0 else { return nil }
    for phrase in chinese.phrases where phrase.characters[0] == first {
      if characters.starts(with: phrase.characters) {
        return QuestionPhrase(kind: phrase.kind, length: phrase.characters.count)
      }
    }
    return nil
  }

  /// What a folded English word says.
  ///
  /// - Parameter key: that of the word.
  static func find(word: [UInt8], _ key: UInt64) -> QuestionPhrase? {
    for (text, kind) in english where word.count == text.utf8CodeUnitCount {
      if text.withUTF8Buffer({ $0.elementsEqual(word) }) { return QuestionPhrase(kind: kind, length: 1) }
    }
    return FunctionTermKeys.all.contains(key) ? QuestionPhrase(kind: nil, length: 1) : nil
  }

  private static let english: [(StaticString, QuestionKind)] = [
    ("why", .reason), ("causes", .reason), ("reason", .reason), ("reasons", .reason), ("how", .manner),
    ("explain", .manner), ("many", .quantity), ("much", .quantity), ("when", .time), ("cases", .time),
    ("where", .place), ("which", .which), ("mean", .what), ("meaning", .what), ("means", .what),
    ("definition", .what), ("define", .what),
  ]

  private static let chinese = ChinesePhrases([
    ("为什么 为何 为啥 何以 原因 缘故", .reason), ("怎么 怎样 如何 方法 办法", .manner),
    ("怎么理解 怎样理解 如何理解 怎么样", .what), ("多少 多大 多高 多长 多久 几个", .quantity),
    ("什么时候 何时", .time), ("哪里 哪儿 何处 什么地方", .place), ("哪个 哪一个 哪种", .which),
    ("是否 吗 能不能 可不可以 是不是 能否 可否", .whether),
    ("什么是 是什么 什么 哪些 哪几种 哪几个 啥 意思 含义 定义 简介 介绍", .what),
    ("的 了 呢 啊 吧 是 和 与 跟 及 有 要 会 在 请问 到底 究竟 应该 应当 需要 可以 能够 一个 一种 给", nil),
  ])
}

/// Phrases of ideographs, longer ones first.
private struct ChinesePhrases: Sendable {
  let phrases: [(characters: [UInt32], kind: QuestionKind?)]
  /// A bit for the low six bits of every first character.
  let beginnings: UInt64

  init(_ lists: [(String, QuestionKind?)]) {
    var phrases: [(characters: [UInt32], kind: QuestionKind?)] = []
    var beginnings: UInt64 = 0
    for (list, kind) in lists {
      var characters: [UInt32] = []
      for scalar in list.unicodeScalars {
        if scalar.value != 0x20 {
          characters.append(scalar.value)
        } else {
          phrases.append((characters, kind))
          characters = []
        }
      }
      phrases.append((characters, kind))
    }
    for phrase in phrases { beginnings |= 1 << UInt64(phrase.characters[0] & 63) }
    self.phrases = phrases.sorted { $0.characters.count > $1.characters.count }
    self.beginnings = beginnings
  }
}
