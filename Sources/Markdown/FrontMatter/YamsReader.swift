import SourceText
import Yams

/// Reads all of YAML that we take through Yams (libyaml). The only file that knows Yams.
///
/// Scalars stay text: no resolver runs over values, so `no`, `010` and `1.10` are what the author wrote.
enum YamsReader {
  /// The value a stretch of a file writes, or `nil` when it holds nothing but comments.
  ///
  /// The stretch begins at the start of a line. Aliases, anchors, tags, nesting beyond `YAMLLimits.depth` and
  /// control characters are refused before any work that could grow with them.
  static func read(_ range: Range<Int>, of file: SourceFile) throws(YAMLFailure) -> MetadataValue? {
    try YAMLGuard.check(range, of: file)
    let marks = YAMLMarks(range: range, file: file)
    let root: Yams.Node?
    do {
      let text = String(decoding: file.bytes[range], as: UTF8.self)
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      throw failure(error, marks: marks)
    }
    guard let root else { return nil }
    return try NodeConverter(file: file, end: range.upperBound, marks: marks).value(root, depth: 1)
  }

  private static func failure(_ error: any Error, marks: YAMLMarks) -> YAMLFailure {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLFailure(reason: .syntax(problem), offset: marks.offset(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let names, let context):
      YAMLFailure(
        reason: .duplicateKey(names.first ?? ""),
        offset: marks.offset(line: context.mark.line, column: context.mark.column))
    default:
      YAMLFailure(reason: .syntax("it cannot be read"), offset: marks.offset(line: 1, column: 1))
    }
  }
}

/// Turns Yams's nodes into our values and finds where each ends.
private struct NodeConverter {
  let file: SourceFile
  let end: Int
  let marks: YAMLMarks

  func value(_ node: Yams.Node, depth: Int) throws(YAMLFailure) -> MetadataValue {
    let start = node.mark.map { marks.offset(line: $0.line, column: $0.column) } ?? end
    guard depth <= YAMLLimits.depth || node.isScalar else { throw YAMLFailure(reason: .depth, offset: start) }
    // A node's mark is that of its anchor or tag, and no plain scalar begins with one of these.
    if start < end {
      switch file.bytes[start] {
      case UInt8(ascii: "&"): throw YAMLFailure(reason: .anchor, offset: start)
      case UInt8(ascii: "!"): throw YAMLFailure(reason: .tag, offset: start)
      default: break
      }
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, start: start)
    case .alias: throw YAMLFailure(reason: .alias, offset: start)
    case .sequence(let sequence):
      var items: [MetadataValue] = []
      for item in sequence { items.append(try value(item, depth: depth + 1)) }
      let last = items.last.map { Int($0.range.end) } ?? start
      return MetadataValue(.list(items), range: collection(start, last, "[", "]"))
    case .mapping(let mapping):
      var entries: [MetadataEntry] = []
      for (keyNode, valueNode) in mapping {
        let key = try value(keyNode, depth: depth + 1)
        guard case .scalar(let scalar) = keyNode else {
          throw YAMLFailure(reason: .complexKey, offset: Int(key.range.start))
        }
        let entryValue = try value(valueNode, depth: depth + 1)
        entries.append(MetadataEntry(key: scalar.string, keyRange: key.range, value: entryValue))
      }
      let last = entries.last.map { Int($0.value.range.end) } ?? start
      return MetadataValue(.map(entries), range: collection(start, last, "{", "}"))
    }
  }

  private func scalar(_ scalar: Yams.Node.Scalar, start: Int) -> MetadataValue {
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      let style: MetadataValue.Style = scalar.style == .singleQuoted ? .singleQuoted : .doubleQuoted
      return MetadataValue(.scalar(scalar.string, style), range: SourceRange(start..<quotedEnd(from: start)))
    case .literal, .folded:
      return MetadataValue(.scalar(scalar.string, .block), range: SourceRange(start..<lineEnd(from: start)))
    case .plain, .any:
      let written = start + scalar.string.utf8.count
      let isVerbatim = written <= end && file.bytes[start..<written].elementsEqual(scalar.string.utf8)
      let range = start..<(isVerbatim ? written : lineEnd(from: start))
      return MetadataValue(MetadataValue.plainContent(scalar.string), range: SourceRange(range))
    }
  }

  private func quotedEnd(from start: Int) -> Int {
    guard start < end else { return start }
    let quote = file.bytes[start]
    var index = start + 1
    while index < end {
      let byte = file.bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), index < end, file.bytes[index] == quote else { return index }
        index += 1
      }
    }
    return end
  }

  private func lineEnd(from start: Int) -> Int {
    var index = start
    while index < end, file.bytes[index] != 0x0A, file.bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// The range of a list or map; a flow collection's closing bracket stands behind white space and commas.
  private func collection(
    _ start: Int, _ last: Int, _ opener: Unicode.Scalar, _ closer: Unicode.Scalar
  ) -> SourceRange {
    guard start < end, file.bytes[start] == UInt8(ascii: opener) else {
      return SourceRange(start..<max(start, last))
    }
    var index = last == start ? start + 1 : last
    while index < end, [0x20, 0x0A, 0x0D, 0x09, 0x2C].contains(file.bytes[index]) { index += 1 }
    if index < end, file.bytes[index] == UInt8(ascii: closer) { return SourceRange(start..<index + 1) }
    return SourceRange(start..<max(start, last))
  }
}

extension Yams.Node {
  fileprivate var isScalar: Bool { if case .scalar = self { true } else { false } }
}
