import SourceText

/// Says in an author's words what is wrong with an entry that is no YAML, at the byte where it goes wrong.
struct YAMLTraps {
  let file: SourceFile
  let syntax: DiagnosticID
  let limit: DiagnosticID

  /// What is wrong with one entry, from the mistakes that are common to what the parser says.
  func explain(_ failure: YAMLFailure, in chunk: YAMLChunk) -> Diagnostic {
    guard case .syntax = failure.reason else { return plain(failure) }
    return tab(in: chunk) ?? quote(in: chunk) ?? reserved(at: failure.offset, in: chunk) ?? opener(in: chunk)
      ?? colon(in: chunk) ?? plain(failure)
  }

  /// What is wrong, as the reader found it.
  func plain(_ failure: YAMLFailure) -> Diagnostic {
    let range = failure.offset..<failure.offset + 1
    switch failure.reason {
    case .syntax(let problem): return report(range, "this is not YAML: \(problem)")
    case .duplicateKey(let key): return report(range, "the key `\(key)` is given twice in one map; keep one")
    case .anchor:
      return report(
        range, "`&` at the start of a value names a YAML anchor, which is not taken here; quote the value")
    case .alias:
      return report(
        range, "`*` at the start of a value is a YAML alias, which is not taken here; quote the value")
    case .tag:
      return report(
        range, "`!` at the start of a value is a YAML tag, which is not taken here; quote the value")
    case .complexKey: return report(range, "a key must be a word, not a list or a map")
    case .controlCharacter(let value):
      let digits = String(value, radix: 16, uppercase: true)
      let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return report(range, "the invisible control character U+\(name) cannot stand here; delete it")
    case .depth:
      let message = "lists and maps are nested deeper than \(YAMLLimits.depth) levels here"
      return Diagnostic(limit, at: SourceLocation(range, in: file), message)
    }
  }

  /// What is wrong with a line that is no entry; also its key when one can be made out.
  func stray(_ line: Range<Int>) -> (Diagnostic, key: (name: Range<Int>, value: Range<Int>)?) {
    if let (name, colon, value) = YAMLLine.almostKey(in: line, of: file) {
      let key = String(decoding: file.bytes[name], as: UTF8.self)
      let isWide = colon.count > 1
      let message =
        isWide
        ? "a full-width colon does not end a key; write `\(key): ` with an ASCII colon and a space"
        : "a space is missing behind the colon; write `\(key): `"
      let fix = FixIt(range: SourceRange(colon), replacement: ": ")
      return (report(colon, message, fix: fix), (name, value))
    }
    let text = YAMLLine.trimmed(line, of: file)
    return (report(text, "this line is neither `key: value` nor part of the value above it"), nil)
  }

  // MARK: The traps

  /// A tab where YAML wants spaces.
  private func tab(in chunk: YAMLChunk) -> Diagnostic? {
    var atLineHead = true
    for index in chunk.range {
      switch file.bytes[index] {
      case 0x0A, 0x0D: atLineHead = true
      case 0x20: break
      case 0x09 where atLineHead:
        return report(
          index..<index + 1, "YAML does not allow tabs in indentation; use spaces",
          fix: FixIt(range: SourceRange(index..<index + 1), replacement: "  "))
      default: atLineHead = false
      }
    }
    return nil
  }

  /// Text behind a closing quote, a quote that is never closed, a backslash that is no escape.
  private func quote(in chunk: YAMLChunk) -> Diagnostic? {
    let value = firstValue(of: chunk)
    guard let start = value.first else { return nil }
    let mark = file.bytes[start]
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return nil }
    var index = start + 1
    while index < chunk.range.upperBound {
      let byte = file.bytes[index]
      if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        if index + 1 < chunk.range.upperBound,
          !"0abtnvfre \"/\\N_LPxuU\t\r\n".utf8.contains(file.bytes[index + 1])
        {
          return report(
            index..<index + 2,
            "in double quotes `\\` begins an escape, and this is none; use single quotes around TeX")
        }
        index += 1
      } else if byte == mark {
        let next = index + 1 < chunk.range.upperBound ? file.bytes[index + 1] : 0x0A
        guard next == mark, mark == UInt8(ascii: "'") else { break }
        index += 1
      }
      index += 1
    }
    guard index < chunk.range.upperBound else {
      return report(start..<start + 1, "this quote is never closed")
    }
    let rest = YAMLLine.trimmed(index + 1..<max(index + 1, chunk.firstLine.upperBound), of: file)
    guard let first = rest.first, file.bytes[first] != UInt8(ascii: "#") else { return nil }
    return report(rest, "text follows the closing quote; put the whole value in quotes", fix: quoting(value))
  }

  /// A character that can begin nothing in YAML, where the parser stopped at it.
  private func reserved(at offset: Int, in chunk: YAMLChunk) -> Diagnostic? {
    guard chunk.range.contains(offset), "@`%".utf8.contains(file.bytes[offset]) else { return nil }
    let value = firstValue(of: chunk)
    let name = "`\(String(decoding: [file.bytes[offset]], as: UTF8.self))`"
    return report(
      offset..<offset + 1, "a value cannot begin with \(name), which is reserved in YAML; quote the value",
      fix: offset == value.lowerBound ? quoting(value) : nil)
  }

  /// A value whose first character means something in YAML.
  private func opener(in chunk: YAMLChunk) -> Diagnostic? {
    let value = firstValue(of: chunk)
    guard let start = value.first else { return nil }
    let range = start..<start + 1
    let byte = file.bytes[start]
    let name = "`\(String(decoding: [byte], as: UTF8.self))`"
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let closer = UInt8(ascii: byte == UInt8(ascii: "[") ? "]" : "}")
      guard file.bytes[chunk.range].contains(closer) else {
        return report(
          range, "\(name) begins a list or map that is never closed; close it, or quote the value",
          fix: quoting(value))
      }
      if let hash = value.first(where: { isComment($0) }) {
        return report(
          hash..<hash + 1, "`#` begins a comment inside a list; quote the item, or leave the `#` away")
      }
      return report(
        range, "a value that begins with \(name) is a list or map to YAML, and this is none; quote the value",
        fix: quoting(value))
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "-"):
      return report(
        range, "a value cannot begin with \(name), which has a meaning of its own in YAML; quote the value",
        fix: quoting(value))
    default: return nil
    }
  }

  /// A colon and a space inside an unquoted value.
  private func colon(in chunk: YAMLChunk) -> Diagnostic? {
    let value = firstValue(of: chunk)
    guard let first = value.first, !"'\"[{|>".utf8.contains(file.bytes[first]) else { return nil }
    for index in value where file.bytes[index] == UInt8(ascii: ":") {
      let isLast = index + 1 == value.upperBound
      guard isLast || file.bytes[index + 1] == 0x20 || file.bytes[index + 1] == 0x09 else { continue }
      return report(
        index..<index + 1, "a colon and a space inside an unquoted value begin a new key; quote the value",
        fix: quoting(value))
    }
    return nil
  }

  // MARK: Helpers

  private func isComment(_ index: Int) -> Bool {
    file.bytes[index] == UInt8(ascii: "#") && index > 0 && " [,".utf8.contains(file.bytes[index - 1])
  }

  private func firstValue(of chunk: YAMLChunk) -> Range<Int> {
    YAMLLine.trimmed(chunk.key.afterColon..<chunk.firstLine.upperBound, of: file)
  }

  /// The fix that puts single quotes around a value as it stands.
  func quoting(_ value: Range<Int>) -> FixIt {
    let quoted = file.bytes[value].flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] }
    return FixIt(range: SourceRange(value), replacement: "'\(String(decoding: quoted, as: UTF8.self))'")
  }

  private func report(_ range: Range<Int>, _ message: String, fix: FixIt? = nil) -> Diagnostic {
    Diagnostic(syntax, at: SourceLocation(range, in: file), message, fix: fix)
  }
}
