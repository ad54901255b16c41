/// Prints diagnostics as one document of SARIF 2.1.0 (OASIS Standard, 27 March 2020).
struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

  let folder: String

  func report(_ diagnostics: [Diagnostic]) -> [UInt8] {
    let rules = Set(diagnostics.map(\.id)).sorted { $0.rawValue < $1.rawValue }
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", SARIFReport.schema)
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { $0.object("driver") { write(rules, to: &$0) } }
          json.member("columnKind", "unicodeCodePoints")
          json.array("results") { json in
            for diagnostic in diagnostics {
              write(diagnostic, rule: rules.firstIndex(of: diagnostic.id) ?? -1, to: &json)
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ rules: [DiagnosticID], to json: inout JSONWriter) {
    json.member("name", "Quaestio")
    json.array("rules") { json in
      for rule in rules {
        json.object { json in
          let explanation = rule.explanation
          json.member("id", rule.rawValue)
          write(text: explanation.summary + ".", as: "shortDescription", to: &json)
          write(text: explanation.reason, as: "fullDescription", to: &json)
          json.object("help") { json in
            json.member(
              "text", "\(explanation.remedy)\n\nWrong: \(explanation.wrong)\nRight: \(explanation.right)")
            json.member("markdown", RuleManual.help(for: rule))
          }
          json.object("defaultConfiguration") { $0.member("level", level(of: rule.defaultSeverity)) }
        }
      }
    }
  }

  private func write(_ diagnostic: Diagnostic, rule: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", diagnostic.id.rawValue)
      json.member("ruleIndex", rule)
      json.member("level", level(of: diagnostic.severity))
      let sentences = diagnostic.notes.filter { $0.location == nil }.map { DisplayText.sentence($0.message) }
      let text = ([DisplayText.sentence(diagnostic.message)] + sentences).joined(separator: "\n")
      write(text: text, as: "message", to: &json)
      if let location = diagnostic.location {
        json.array("locations") { $0.object { write(location, to: &$0) } }
      }
      if diagnostic.notes.contains(where: { $0.location != nil }) {
        json.array("relatedLocations") { json in
          for note in diagnostic.notes {
            guard let location = note.location else { continue }
            json.object { json in
              write(location, to: &json)
              write(text: DisplayText.sentence(note.message), as: "message", to: &json)
            }
          }
        }
      }
      if let fix = diagnostic.fix, let path = diagnostic.location?.path {
        json.array("fixes") { $0.object { write(fix, path: path, to: &$0) } }
      }
    }
  }

  private func write(text: String, as name: String, to json: inout JSONWriter) {
    json.object(name) { $0.member("text", text) }
  }

  private func write(_ location: SourceLocation, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      write(artifact: location.path, to: &json)
      guard let position = location.position else { return }
      json.object("region") { json in
        json.member("startLine", position.line)
        json.member("startColumn", position.column)
        if let end = location.endPosition {
          json.member("endLine", end.line)
          json.member("endColumn", end.column)
        }
        if let range = location.range {
          json.member("byteOffset", Int(range.start))
          json.member("byteLength", range.count)
        }
      }
    }
  }

  private func write(_ fix: FixIt, path: String, to json: inout JSONWriter) {
    json.array("artifactChanges") { json in
      json.object { json in
        write(artifact: path, to: &json)
        json.array("replacements") { json in
          for range in [fix.range] + fix.furtherRanges {
            json.object { json in
              json.object("deletedRegion") { json in
                json.member("byteOffset", Int(range.start))
                json.member("byteLength", range.count)
              }
              json.object("insertedContent") { $0.member("text", fix.replacement) }
            }
          }
        }
      }
    }
  }

  private func write(artifact path: String, to json: inout JSONWriter) {
    let path = DiagnosticReporter.path(path, in: folder)
    let isAbsolute = path.utf8.first == PathName.slash
    json.object("artifactLocation") { $0.member("uri", (isAbsolute ? "file://" : "") + uri(path)) }
  }

  /// The path as a URI reference (RFC 3986), which programs read.
  private func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), PathName.slash:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }

  private func level(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
