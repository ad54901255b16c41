import SourceText

/// A formula as browsers copy it from pages set by KaTeX: what is shown, its TeX, and what is shown once more, without a
/// gap between them: `x2x^2x2`.
///
/// The TeX is found by comparing: without its commands and braces it holds the characters of what stands before it.
struct CopiedFormula {
  /// All that was copied.
  let range: Range<Int>
  /// The TeX, without white space at its ends.
  let tex: Range<Int>

  /// Most bytes of a line that is looked at.
  private static let longestLine = 8192
  /// Most characters of a formula.
  private static let longest = 240

  /// The copied formulas of a line, in order.
  ///
  /// - Complexity: O(length × longest formula), and O(length) where no sign of TeX or of a repetition stands.
  static func find(in line: Range<Int>, of bytes: [UInt8]) -> [CopiedFormula] {
    guard line.count <= longestLine, mayHold(line, in: bytes) else { return [] }
    let shown = Shown.characters(of: line, in: bytes)
    var formulas: [CopiedFormula] = []
    var start = 0
    while start < shown.count {
      if let (formula, end) = find(at: start, in: shown, of: bytes) {
        formulas.append(formula)
        start = end
      } else {
        start += 1
      }
    }
    return formulas
  }

  /// A sign of TeX, or brackets in threes.
  private static func mayHold(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var brackets = 0
    for index in line {
      switch bytes[index] {
      case 0x5E, 0x5F: return true
      case 0x5C where index + 1 < line.upperBound && TextBytes.isLetter(bytes[index + 1]): return true
      case 0x28: brackets += 1
      default: break
      }
    }
    return brackets > 2
  }

  /// The longest formula whose first copy begins at a place.
  private static func find(
    at start: Int, in shown: [Shown], of bytes: [UInt8]
  ) -> (formula: CopiedFormula, end: Int)? {
    let most = min(longest, (shown.count - start) / 2)
    guard most > 0, !shown[start].isTeX else { return nil }
    for length in stride(from: most, through: 1, by: -1) {
      let (first, second) = (start..<start + length, start + length..<start + 2 * length)
      guard shown[first.lowerBound].scalar == shown[second.lowerBound].scalar,
        zip(first, second).allSatisfy({ shown[$0].scalar == shown[$1].scalar }),
        !shown[first].contains(where: \.isTeX), let last = shown[second].last,
        !isGap(shown[second.lowerBound], in: bytes)
      else { continue }
      let third = second.upperBound..<min(second.upperBound + length, shown.count)
      // The order differs below fraction bars and large operators.
      let isTwice =
        third.count == length && !shown[third].contains(where: \.isTeX)
        && !isGap(shown[third.lowerBound], in: bytes)
        && shown[third].map(\.scalar).sorted() == shown[first].map(\.scalar).sorted()
      let isTeX = shown[second].contains(where: \.isTeX)
      let holdsCommand = shown[second].contains(where: \.isCommand)
      let isCall = length > 3 && last.scalar == ")" && shown[first].contains { $0.scalar == "(" }
      guard isTeX && (isTwice || holdsCommand && length > 1) || isTwice && isCall else { continue }
      let end = isTwice ? third.upperBound : second.upperBound
      let tex = shown[second.lowerBound].range.lowerBound..<last.range.upperBound
      guard isFormula(bytes[tex]) else { continue }
      let whole = shown[start].plain..<shown[end - 1].range.upperBound
      return (CopiedFormula(range: whole, tex: TextBytes.trim(tex, in: bytes)), end)
    }
    return nil
  }

  /// Copies follow each other without a gap.
  private static func isGap(_ shown: Shown, in bytes: [UInt8]) -> Bool {
    TextBytes.isBlank(bytes[shown.range.lowerBound])
  }

  /// Whether braces are balanced and something stands before the first raised or lowered sign: `a_aa` is a name.
  private static func isFormula(_ tex: ArraySlice<UInt8>) -> Bool {
    guard let first = tex.first, first != 0x5E, first != 0x5F else { return false }
    var depth = 0
    for byte in tex {
      if byte == 0x24 { return false }
      if byte == 0x7B { depth += 1 }
      if byte == 0x7D { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

/// A character of a formula as it is shown, with the bytes it came from.
private struct Shown {
  let scalar: Unicode.Scalar
  /// With the commands, braces and white space before it, and the braces behind it.
  var range: Range<Int>
  /// Where the character itself begins.
  let plain: Int
  /// Whether TeX stands in the range.
  var isTeX: Bool
  /// Whether that is a command or a brace.
  var isCommand: Bool

  /// What a line shows, white space and what has no width left out.
  static func characters(of line: Range<Int>, in bytes: [UInt8]) -> [Shown] {
    var shown: [Shown] = []
    var index = line.lowerBound
    var start = index
    var (isTeX, isCommand) = (false, false)
    func add(_ scalar: Unicode.Scalar, at place: Int, to end: Int) {
      shown.append(
        Shown(scalar: scalar, range: start..<end, plain: place, isTeX: isTeX, isCommand: isCommand))
      (start, isTeX, isCommand) = (end, false, false)
    }
    while index < line.upperBound {
      let scalar = TextBytes.scalar(at: index, in: bytes)
      let next = min(index + UTF8.width(scalar), line.upperBound)
      switch scalar {
      case "\\":
        let name = bytes[next..<line.upperBound].prefix(while: TextBytes.isLetter)
        (isTeX, isCommand) = (true, true)
        if name.isEmpty {
          // `\{` shows a brace, `\,` a space.
          index = min(next + 1, line.upperBound)
          if next < line.upperBound, "{}|%&#$".utf8.contains(bytes[next]) {
            add(folded(TextBytes.scalar(at: next, in: bytes)), at: next, to: index)
          }
          continue
        }
        let word = String(decoding: name, as: UTF8.self)
        if let sign = signs[word] {
          add(sign, at: index, to: name.endIndex)
        } else if functions.contains(word) {
          for (place, letter) in word.unicodeScalars.enumerated() {
            add(letter, at: index, to: place == 0 ? name.endIndex : start)
            (isTeX, isCommand) = (true, true)
          }
          (isTeX, isCommand) = (false, false)
        }
        index = name.endIndex
        continue
      case "{", "}", "^", "_":
        let closes = scalar == "}"
        if closes, !shown.isEmpty {
          shown[shown.count - 1].range = shown[shown.count - 1].range.lowerBound..<next
          shown[shown.count - 1].isTeX = true
          shown[shown.count - 1].isCommand = true
          start = next
        } else {
          isTeX = true
          isCommand = isCommand || scalar == "{"
        }
      case " ", "\u{E020}", "\u{0338}", "\u{200B}", "\u{2061}", "\u{2062}", "\u{00A0}", "\u{2009}",
        "\u{FEFF}":
        // What has no width belongs to the formula it ends.
        if scalar != " ", scalar != "\u{00A0}", start == index, !shown.isEmpty {
          shown[shown.count - 1].range = shown[shown.count - 1].range.lowerBound..<next
          start = next
        }
      default: add(folded(scalar), at: index, to: next)
      }
      index = next
    }
    return shown
  }

  /// One sign for those that look alike.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "∣", "ǀ": "|"
    case "∥": "‖"
    case "⋅", "∙": "·"
    case "−": "-"
    // KaTeX shows it as two signs, of which the second is copied.
    case "≠": "="
    case "′", "’": "'"
    case "∗": "*"
    case "∼": "~"
    default: scalar
    }
  }

  private static let functions: Set<String> = [
    "log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "max", "min", "arg", "det",
    "dim",
    "lim", "sup", "inf", "Pr", "gcd", "ker", "mod",
  ]

  private static let signs: [String: Unicode.Scalar] = [
    "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇", "infty": "∞", "cdot": "·",
    "times": "×",
    "pm": "±", "div": "÷", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "=", "neq": "=", "approx": "≈",
    "sim": "~", "equiv": "≡", "propto": "∝", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆",
    "cup": "∪",
    "cap": "∩", "to": "→", "rightarrow": "→", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "iff": "⇔",
    "mid": "|",
    "vert": "|", "lvert": "|", "rvert": "|", "parallel": "‖", "Vert": "‖", "ldots": "…", "dots": "…",
    "cdots": "⋯",
    "forall": "∀", "exists": "∃", "prime": "'", "circ": "∘", "ell": "ℓ", "hbar": "ℏ", "langle": "⟨",
    "rangle": "⟩",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
    "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
  ]
}
