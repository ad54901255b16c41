import SourceText

/// Collects what a person should know about an import.
struct ImportReport {
  private let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func add(_ id: DiagnosticID, _ range: Range<Int>, _ message: String, notes: [Note] = []) {
    let location = SourceLocation(range, in: file, after: diagnostics.last?.location)
    diagnostics.append(Diagnostic(id, at: location, message, notes: notes))
  }

  /// Says that a part of the text is in no file; the message holds the part.
  mutating func addRemoval(_ range: Range<Int>, _ reason: String) {
    add(.importRemoved, range, "\(reason): \(file.quoted(range))")
  }

  /// Says that a part of the text stands otherwise in a file; the message holds the part.
  mutating func addRepair(_ range: Range<Int>, _ reason: String) {
    add(.importRepaired, range, "\(reason): \(file.quoted(range))")
  }

  /// Whether a part of the text is made of given bytes.
  func isText(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool { file.bytes[range].elementsEqual(bytes) }

  /// Reports bytes that cannot be kept: ill-formed UTF-8 and control characters, once each.
  ///
  /// - Complexity: O(bytes).
  mutating func examineEncoding() {
    if let place = file.bytes.firstIndex(where: TextBytes.isControl) {
      add(
        .importDamaged, place..<place + 1,
        "control characters such as this were left out; look whether a letter is missing")
    }
    var decoder = UTF8()
    var bytes = file.bytes.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue: continue
      case .emptyInput: return
      case .error:
        add(
          .importDamaged, 0..<0,
          "the text is not UTF-8 throughout, and letters are lost where � stands; save it as UTF-8 and import again"
        )
        return
      }
    }
  }

  /// Says that a text is the source of a page rather than what a browser shows of it.
  ///
  /// - Complexity: O(length of the first tag).
  mutating func examineMarkup() {
    let text = String(decoding: file.bytes.drop { $0 <= 0x20 || $0 >= 0xBB }.prefix(24), as: UTF8.self)
      .lowercased()
    let tags = [
      "<!doctype", "<html", "<head", "<body", "<div", "<article", "<main", "<section", "<h1", "<p>", "<p ",
    ]
    guard tags.contains(where: text.hasPrefix) else { return }
    add(
      .importDamaged, 0..<0,
      "this is HTML, whose tags are kept as text; open the page in a browser, copy what it shows and import that"
    )
  }

  /// The diagnostics in the order of the text.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.location?.range?.start ?? 0, $0.offset) < (
        $1.element.location?.range?.start ?? 0, $1.offset
      )
    }.map(\.element)
  }
}

extension SourceFile {
  /// A part of the file for people, in backquotes.
  func quoted(_ range: Range<Int>) -> String { "`\(String(decoding: bytes[range], as: UTF8.self))`" }
}
