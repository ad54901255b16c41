@testable import SourceText

/// The place of the first occurrence of `marked` in a file of this text.
func place(of marked: String, in text: String, path: String = "a.md") -> SourceLocation {
  let file = SourceFile(path: path, bytes: Array(text.utf8))
  let wanted = Array(marked.utf8)
  let start =
    file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) } ?? file.bytes.count
  return SourceLocation(start..<start + wanted.count, in: file)
}

/// What a reporter prints, as text.
func printed(_ diagnostics: [Diagnostic], as format: DiagnosticFormat = .text) -> String {
  String(decoding: DiagnosticReporter(format: format).report(diagnostics), as: UTF8.self)
}

/// The carets and the line above them, of a frame around a line that is the whole file.
func frame(_ marked: String, in line: String) -> [String] {
  let lines = printed([Diagnostic(.texSyntax, at: place(of: marked, in: line), "m")]).split(separator: "\n")
  return lines.suffix(2).map { String($0.dropFirst(4)) }
}
