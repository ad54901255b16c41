/// Prints diagnostics as workflow commands of GitHub Actions:
/// `::error file=…,line=…,col=…,endColumn=…,title=…::message`. GitHub takes columns only of places on one line.
///
/// The escapes are those of the runner's toolkit (`@actions/core`, command.ts).
struct GitHubReport {
  let folder: String

  func report(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var output: [UInt8] = []
    for diagnostic in diagnostics {
      output.append(contentsOf: command(for: diagnostic).utf8)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private func command(for diagnostic: Diagnostic) -> String {
    var properties: [(name: String, value: String)] = []
    if let location = diagnostic.location {
      properties.append(("file", DiagnosticReporter.path(location.path, in: folder)))
      if let position = location.position {
        properties.append(("line", String(position.line)))
        let end = location.endPosition ?? position
        if end.line == position.line {
          properties.append(("col", String(position.column)))
          if end.column > position.column { properties.append(("endColumn", String(end.column))) }
        } else {
          properties.append(("endLine", String(end.column == 1 ? end.line - 1 : end.line)))
        }
      }
    }
    properties.append(("title", diagnostic.id.rawValue))
    let list = properties.map { "\($0.name)=\(escaped($0.value, isProperty: true))" }.joined(separator: ",")
    let message = ([DisplayText.sentence(diagnostic.message)] + diagnostic.notes.map(sentence))
      .joined(separator: "\n")
    return "::\(level(of: diagnostic.severity)) \(list)::\(escaped(message, isProperty: false))"
  }

  private func sentence(for note: Note) -> String {
    let text = DisplayText.sentence(note.message)
    return note.location.map { "\(text) (\(SourceFrame.name($0)))" } ?? text
  }

  private func level(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
