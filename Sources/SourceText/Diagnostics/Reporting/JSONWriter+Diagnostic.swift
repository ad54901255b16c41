extension JSONWriter {
  /// Writes a diagnostic as `--format json` prints it:
  /// `{"id","severity","path","range":[start,end],"line","column","message","notes","fix"?}`.
  ///
  /// `range` is in bytes of the file, end exclusive; lines and columns count from 1, columns in Unicode scalars.
  /// What is not known of a place is `null`. A note is `{"message"}`, with the keys of a place if it has one; a
  /// fix is `{"range","replacement"}`, with `"further"`, a list of ranges, when one replacement mends several places,
  /// and `"proposed": true` when it is not made without the author.
  package mutating func value(_ diagnostic: Diagnostic) {
    object { json in
      json.member("id", diagnostic.id.rawValue)
      json.member("severity", diagnostic.severity.rawValue)
      json.members(of: diagnostic.location)
      json.member("message", diagnostic.message)
      json.array("notes") { json in
        for note in diagnostic.notes {
          json.object { json in
            json.member("message", note.message)
            if let location = note.location { json.members(of: location) }
          }
        }
      }
      if let fix = diagnostic.fix {
        json.object("fix") { json in
          json.member("range", fix.range)
          json.member("replacement", fix.replacement)
          if !fix.furtherRanges.isEmpty {
            json.array("further") { json in for range in fix.furtherRanges { json.value(range) } }
          }
          if fix.applicability == .proposed {
            json.key("proposed")
            json.value(true)
          }
        }
      }
    }
  }

  private mutating func members(of location: SourceLocation?) {
    key("path")
    if let path = location?.path { value(path) } else { null() }
    if let range = location?.range {
      member("range", range)
    } else {
      key("range")
      null()
    }
    key("line")
    if let line = location?.position?.line { value(line) } else { null() }
    key("column")
    if let column = location?.position?.column { value(column) } else { null() }
  }

  private mutating func member(_ name: String, _ range: SourceRange) {
    key(name)
    value(range)
  }

  private mutating func value(_ range: SourceRange) {
    array { json in
      json.value(Int(range.start))
      json.value(Int(range.end))
    }
  }
}
