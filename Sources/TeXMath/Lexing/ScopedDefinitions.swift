/// What a formula itself defines, by TeX's rule: a definition ends with the group it stands in, unless it is global.
///
/// What entering and leaving groups costs depends on the definitions only (TeX: The Program, §268 to §284).
struct ScopedDefinitions {
  /// What a control sequence means after a definition.
  enum Meaning {
    case macro(Macro)
    /// The same as a built-in command or a character (`\let`).
    case alias(Token)
    /// Something that could not be read, which is reported at the definition and not at each use.
    case faulty
  }

  private struct Entry {
    /// `nil` outside the group of the definition.
    var meaning: Meaning?
    /// How many groups were open around the definition; 0 for one that is global.
    var level: Int
  }

  private struct Saved {
    var index: Int
    var entry: Entry
    /// The group at whose end the entry comes back.
    var level: Int
  }

  private var entries = NameTable<Entry>()
  private var saved: [Saved] = []
  private var level = 0

  /// Whether nothing was ever defined.
  var isEmpty: Bool { entries.count == 0 }

  /// Starts a group.
  mutating func beginGroup() { level += 1 }

  /// Ends a group and what is defined in it.
  mutating func endGroup() {
    if !saved.isEmpty { restore() }
    level -= 1
  }

  /// Brings back what the group covered.
  @inline(never)
  private mutating func restore() {
    while let last = saved.last, last.level == level {
      saved.removeLast()
      if entries[last.index].level > 0 { entries[last.index] = last.entry }
    }
  }

  /// Gives a name (without its backslash) a meaning.
  ///
  /// - Complexity: O(length of the name), amortized.
  mutating func define(_ name: [UInt8], as meaning: Meaning, isGlobal: Bool) {
    let new = Entry(meaning: meaning, level: isGlobal ? 0 : level)
    guard let index = entries.index(of: name, 0..<name.count) else {
      if new.level > 0 {
        saved.append(Saved(index: entries.count, entry: Entry(meaning: nil, level: 0), level: level))
      }
      entries.insert(name, new)
      return
    }
    if new.level > 0, entries[index].level != level {
      saved.append(Saved(index: index, entry: entries[index], level: level))
    }
    entries[index] = new
  }

  /// What a name means; `nil` if no definition holds.
  ///
  /// - Complexity: O(length of the name).
  func meaning(of bytes: [UInt8], _ name: Range<Int>) -> Meaning? {
    entries.index(of: bytes, name).flatMap { entries[$0].meaning }
  }

  /// Calls a function with every name that means something.
  func forEachName(_ body: (ArraySlice<UInt8>) -> Void) {
    for index in 0..<entries.count {
      switch entries[index].meaning {
      case .macro?, .alias?: body(entries.name(of: index))
      case .faulty?, nil: continue
      }
    }
  }
}
