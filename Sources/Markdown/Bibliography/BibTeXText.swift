import SourceText

/// What a field says, as it is written, with the way back to the file.
struct BibTeXText {
  /// The bytes of all pieces.
  let bytes: [UInt8]
  /// The bytes of the field in the file.
  let range: SourceRange
  private let pieces: [SourceRange]
  /// Offset in `bytes` of the first byte of each piece.
  private let starts: [Int]

  /// Puts the pieces of a field together.
  ///
  /// - Complexity: O(bytes of the field).
  init(_ field: BibTeXField, in file: SourceFile) {
    range = field.range
    pieces = field.pieces
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for piece in field.pieces {
      starts.append(bytes.count)
      bytes += file.bytes[piece.bytes]
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Where bytes of the text stand in the file, or `nil` when they do not stand there in one stretch.
  ///
  /// - Complexity: O(log pieces).
  func place(of part: Range<Int>) -> SourceRange? {
    // Behind an empty piece stands the next one with the same start; this is the last of them.
    let place = max(0, starts.partitioningIndex { $0 > part.lowerBound } - 1)
    guard place < pieces.count else { return nil }
    let piece = pieces[place].bytes
    let start = piece.lowerBound + part.lowerBound - starts[place]
    guard start >= piece.lowerBound, start + part.count <= piece.upperBound else { return nil }
    return SourceRange(start..<start + part.count)
  }

  /// Where bytes of the text stand in the file, the whole field when they do not stand there in one stretch.
  func nearestPlace(of part: Range<Int>) -> SourceRange { place(of: part) ?? range }
}

/// A piece of a field's text as readers see it.
struct TeXRun: Equatable {
  enum Kind: Equatable {
    /// Words; `TeXRun.text` has no markup.
    case text
    /// TeX of a formula, which stands in the file in one stretch.
    case formula(content: SourceRange)
    /// What follows, up to the matching `end`, is set in another face.
    case emphasis, strong
    case end
    /// A new paragraph begins.
    case paragraph
  }

  var kind: Kind
  /// Well-formed UTF-8 without control characters; of a formula its TeX between dollars.
  var text: [UInt8] = []
  /// Bytes in the file.
  var range: SourceRange
}

extension [TeXRun] {
  /// The words in one line, formulas as TeX between dollars.
  var plainText: String {
    var text: [UInt8] = []
    for run in self {
      if run.kind == .paragraph { text.append(0x20) }
      text += run.text
    }
    return String(decoding: text, as: UTF8.self)
  }
}
