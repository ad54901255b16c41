/// Arithmetic written in TeX, as an expression `PerplexityMath` reads.
enum TeXArithmetic {
  /// `\log_2 31.1` as `log2 31.1`, `\frac{1}{4}` as `((1)/(4))`; `nil` when anything but numbers, signs and known functions
  /// stands there.
  ///
  /// - Complexity: O(bytes).
  static func expression(_ tex: ArraySlice<UInt8>) -> [UInt8]? {
    var reader = Reader(rest: tex)
    return reader.read()
  }

  private enum Closing {
    case group, numerator, denominator
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>
    var output: [UInt8] = []
    var open: [Closing] = []

    mutating func read() -> [UInt8]? {
      while let byte = rest.first {
        switch byte {
        case 0x5C:
          guard readCommand() else { return nil }
        case 0x7B:
          rest.removeFirst()
          open.append(.group)
          output.append(0x28)
        case 0x7D:
          rest.removeFirst()
          guard readClosing() else { return nil }
        case 0x5E:
          rest.removeFirst()
          guard readExponent() else { return nil }
        case 0x30...0x39, 0x2E, 0x28, 0x29, 0x2B, 0x2D, 0x2F, 0x2A:
          rest.removeFirst()
          output.append(byte)
        case 0x20, 0x0A, 0x0D, 0x09, 0x26, 0x7E:
          rest.removeFirst()
          output.append(0x20)
        default: return nil
        }
      }
      guard open.isEmpty, output.contains(where: { $0 != 0x20 }) else { return nil }
      while output.first == 0x20 { output.removeFirst() }
      while output.last == 0x20 { output.removeLast() }
      return output
    }

    private mutating func readClosing() -> Bool {
      switch open.popLast() {
      case .group: output.append(0x29)
      case .numerator:
        guard rest.first == 0x7B else { return false }
        rest.removeFirst()
        open.append(.denominator)
        output += Array(")/(".utf8)
      case .denominator: output += Array("))".utf8)
      case nil: return false
      }
      return true
    }

    /// TeX raises one digit only: `2^10` is 2¹ followed by 0, which nobody means.
    private mutating func readExponent() -> Bool {
      output.append(0x5E)
      rest = rest.drop { $0 == 0x20 }
      guard let first = rest.first else { return false }
      if first == 0x7B { return true }
      guard Characters.isDigit(first) else { return false }
      rest.removeFirst()
      output.append(first)
      return rest.first.map { !Characters.isDigit($0) && $0 != 0x2E } ?? true
    }

    private mutating func readCommand() -> Bool {
      rest.removeFirst()
      let letters = rest.prefix { Characters.isLetter($0) }
      guard !letters.isEmpty else {
        guard let sign = rest.popFirst() else { return false }
        output.append(0x20)
        return [0x2C, 0x3B, 0x3A, 0x21, 0x20].contains(sign)
      }
      rest = rest[letters.endIndex...]
      switch String(decoding: letters, as: UTF8.self) {
      case "times", "cdot": output.append(0x2A)
      case "div": output.append(0x2F)
      case "ln": output += Array(" ln ".utf8)
      case "exp": output += Array(" exp ".utf8)
      case "lg": output += Array(" log10 ".utf8)
      case "log": return readLogarithm()
      case "sqrt":
        output += Array(" sqrt ".utf8)
        return rest.first == 0x7B
      case "frac", "dfrac", "tfrac":
        guard rest.first == 0x7B else { return false }
        rest.removeFirst()
        open.append(.numerator)
        output += Array("((".utf8)
      case "left", "right", "bigl", "bigr", "big", "Bigl", "Bigr", "displaystyle", "textstyle": break
      default: return false
      }
      return true
    }

    private mutating func readLogarithm() -> Bool {
      for (base, name) in [("_2", "log2"), ("_{2}", "log2"), ("_{10}", "log10")]
      where rest.starts(with: base.utf8) {
        rest = rest.dropFirst(base.utf8.count)
        output += Array(" \(name) ".utf8)
        return true
      }
      return false
    }
  }
}
