#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A formula to convert.
struct SampleFormula {
  var tex: [UInt8]
  var display: Bool
}

/// Formulas, one a line: `d` for display or `i` for inline, a tab, the TeX.
enum FormulaFile {
  static func read(_ path: String) throws(Failure) -> [SampleFormula] {
    let bytes = try contents(of: path)
    var formulas: [SampleFormula] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let isDisplay = line.first == UInt8(ascii: "d")
      guard isDisplay || line.first == UInt8(ascii: "i"), line.dropFirst().first == UInt8(ascii: "\t") else {
        throw Failure(message: "\(path): line \(formulas.count + 1) begins with neither d nor i and a tab")
      }
      formulas.append(SampleFormula(tex: Array(line.dropFirst(2)), display: isDisplay))
    }
    guard !formulas.isEmpty else { throw Failure(message: "\(path) has no formulas") }
    return formulas
  }

  private static func contents(of path: String) throws(Failure) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Failure(message: "\(path) cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
