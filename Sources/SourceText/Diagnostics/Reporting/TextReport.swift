/// Prints diagnostics for people: a frame each, and one frame for a message that stands in many places.
struct TextReport {
  let style: TextStyle
  let placesPerMessage: Int

  /// Diagnostics that say the same, in order.
  private struct Group {
    var diagnostics: [Diagnostic]
  }

  /// What makes two diagnostics say the same.
  private struct Meaning: Hashable {
    var id: DiagnosticID
    var severity: Diagnostic.Severity
    var message: String
    var notes: [Note]
    var replacement: String?

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      severity = diagnostic.severity
      message = diagnostic.message
      notes = diagnostic.notes
      replacement = diagnostic.fix?.replacement
    }
  }

  func report(_ sorted: [Diagnostic]) -> [UInt8] {
    var output: [UInt8] = []
    for group in groups(of: sorted) {
      if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
      for line in lines(of: group) {
        output.append(contentsOf: line.utf8)
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output
  }

  /// Groups in the order of their first members.
  private func groups(of sorted: [Diagnostic]) -> [Group] {
    var groups: [Group] = []
    var places: [Meaning: Int] = [:]
    for diagnostic in sorted {
      let meaning = Meaning(diagnostic)
      if let place = places[meaning] {
        groups[place].diagnostics.append(diagnostic)
      } else {
        places[meaning] = groups.count
        groups.append(Group(diagnostics: [diagnostic]))
      }
    }
    return groups
  }

  private func lines(of group: Group) -> [String] {
    guard let first = group.diagnostics.first else { return [] }
    let places = [first.location] + first.notes.map(\.location)
    let gutter = places.reduce(1) { max($0, String($1?.position?.line ?? 0).count) }
    let frame = SourceFrame(style: style, gutter: gutter)
    var lines = [heading(of: first)]
    if let location = first.location { lines += frame.lines(of: location, mark: .severity(first.severity)) }
    for note in first.notes {
      let text = DisplayText.sentence(note.message)
      guard let location = note.location else {
        lines.append(frame.aside(text))
        continue
      }
      lines.append(style.apply(.message, to: "note") + ": " + text)
      lines += frame.lines(of: location, mark: .gutter)
    }
    if let fix = first.fix { lines.append(frame.aside(sentence(for: fix, at: first.location))) }
    return lines + further(group.diagnostics.dropFirst(), frame)
  }

  private func heading(of diagnostic: Diagnostic) -> String {
    let name = "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]"
    let message = DisplayText.sentence(diagnostic.message)
    return style.apply(.severity(diagnostic.severity), to: name) + style.apply(.message, to: ": " + message)
  }

  /// A fix in words; where it does not change what the carets mark, it names what it changes.
  private func sentence(for fix: FixIt, at location: SourceLocation?) -> String {
    let text = "`\(DisplayText.sentence(fix.replacement))`"
    let further = fix.furtherRanges.count
    let several = further == 0 ? "" : ", and in \(further) more place\(further == 1 ? "" : "s")"
    let doubt = fix.applicability == .proposed ? "perhaps " : ""
    if fix.range.isEmpty { return "\(doubt)insert \(text)\(several)" }
    let object = object(of: fix.range, at: location)
    return fix.replacement.isEmpty
      ? "\(doubt)remove \(object)\(several)" : "\(doubt)replace \(object) by \(text)\(several)"
  }

  /// What a fix changes, as seen from what the carets mark.
  private func object(of range: SourceRange, at location: SourceLocation?) -> String {
    guard let location, let marked = location.range, marked != range else { return "it" }
    if let text = old(range, in: location) { return "`\(text)`" }
    if range.end <= marked.start { return "what stands before it" }
    return range.start >= marked.end ? "what stands behind it" : "it"
  }

  /// The text of a range that lies within the excerpt of a place.
  private func old(_ range: SourceRange, in location: SourceLocation) -> String? {
    guard let marked = location.range, let excerpt = location.excerpt else { return nil }
    let shift = excerpt.markStart - Int(marked.start)
    let bytes = Array(excerpt.text.utf8)
    let wanted = (Int(range.start) + shift)..<(Int(range.end) + shift)
    let isCut = excerpt.text.unicodeScalars.first == "…" || excerpt.text.unicodeScalars.last == "…"
    guard !isCut, wanted.lowerBound >= 0, wanted.upperBound <= bytes.count else { return nil }
    return String(validating: bytes[wanted], as: UTF8.self).map(DisplayText.printable)
  }

  /// The other places of a message.
  private func further(_ diagnostics: ArraySlice<Diagnostic>, _ frame: SourceFrame) -> [String] {
    let places = diagnostics.compactMap { $0.location.map(SourceFrame.name) }
    let shown = places.prefix(max(0, placesPerMessage - 1))
    var lines: [String] = []
    for (index, place) in shown.enumerated() {
      lines.append(index == 0 ? frame.aside("also at " + place) : frame.continuation(8, place))
    }
    let hidden = places.count - shown.count
    if hidden > 0 {
      lines.append(
        shown.isEmpty ? frame.aside("and \(hidden) more") : frame.continuation(8, "and \(hidden) more"))
    }
    return lines
  }
}
