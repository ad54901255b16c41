package import SourceText

/// Reads a stretch of a file as keys with values, whatever state it is in.
///
/// Three readers stand behind one another: the byte reader for the plain forms, Yams for all of YAML, and, when
/// Yams refuses, one entry at a time, so that a fault costs its own entry and no other.
package enum MetadataReader {
  /// The entries of a stretch that begins at the start of a line, in order, no key twice, and what is wrong.
  ///
  /// - Parameters:
  ///   - syntax: The rule that speaks of text that is no YAML, or YAML that is not taken.
  ///   - limit: The rule that speaks of too much text or nesting.
  /// - Complexity: O(bytes) for the plain forms.
  package static func entries(
    in range: Range<Int>, of file: SourceFile, syntax: DiagnosticID, limit: DiagnosticID
  ) -> (entries: [MetadataEntry], diagnostics: [Diagnostic]) {
    guard range.count <= YAMLLimits.bytes else {
      let message = "these keys and values take \(range.count) bytes; at most \(YAMLLimits.bytes) are read"
      let first = range.lowerBound..<range.lowerBound + 1
      return ([], [Diagnostic(limit, at: SourceLocation(first, in: file), message)])
    }
    if let entries = FastYAMLReader.read(range, of: file) { return (entries, []) }
    var whole: YAMLFailure?
    do throws(YAMLFailure) {
      switch try YamsReader.read(range, of: file)?.content {
      case nil, .null: return ([], [])
      case .map(let entries): return (entries, [])
      case .scalar, .list: break
      }
    } catch {
      whole = error
    }
    var salvage = YAMLSalvage(file: file, syntax: syntax, limit: limit)
    salvage.read(range)
    if salvage.diagnostics.isEmpty, let whole, case .syntax = whole.reason {
      salvage.diagnostics.append(YAMLTraps(file: file, syntax: syntax, limit: limit).plain(whole))
    }
    return (salvage.entries, salvage.diagnostics)
  }
}
