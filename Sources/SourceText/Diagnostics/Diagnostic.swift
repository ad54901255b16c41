/// Something an author should know about a file: what is wrong, where, and what to do.
///
/// A diagnostic is self-contained: it holds the position and the source line it speaks of, so that it can be
/// sorted, shown, stored and replayed without the file.
public struct Diagnostic: Hashable, Sendable {
  /// Which rule speaks; stable for ever, also the key under `rules:` in `quaestio.yml`.
  public var id: DiagnosticID
  /// How bad it is, after the configuration had its say.
  public var severity: Severity
  /// Where it is; `nil` when the site as a whole is meant.
  public var location: SourceLocation?
  /// One plain sentence from the author's side.
  public var message: String
  /// More sentences: candidates, the other file of a pair, what to do.
  public var notes: [Note]
  /// The change that mends it, where there is one.
  public var fix: FixIt?

  /// Makes a diagnostic with its rule's own severity.
  public init(
    _ id: DiagnosticID, at location: SourceLocation?, _ message: String, notes: [Note] = [], fix: FixIt? = nil
  ) {
    self.id = id
    self.severity = id.defaultSeverity
    self.location = location
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  /// How bad a diagnostic is, from a hint to what keeps a site from being published.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is wrong.
    case info
    /// Probably not what the author wants; the site is published.
    case warning
    /// Wrong: the site is not published without `--keep-going`.
    case error

    /// Orders severities, the worse behind.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }
}

/// A further sentence of a diagnostic, with a place of its own if it speaks of one.
public struct Note: Hashable, Sendable {
  /// The sentence.
  public var message: String
  /// The place it speaks of.
  public var location: SourceLocation?

  /// Makes a note.
  public init(_ message: String, at location: SourceLocation? = nil) {
    self.message = message
    self.location = location
  }
}

/// A replacement of bytes that mends what a diagnostic reports.
public struct FixIt: Hashable, Sendable {
  /// The bytes to replace.
  public var range: SourceRange
  /// What stands there afterwards.
  public var replacement: String
  /// Further places that the same replacement mends, in order, disjoint and behind `range`.
  public var furtherRanges: [SourceRange]
  /// Whether it may be made without asking the author.
  public var applicability: Applicability

  /// Makes a fix.
  public init(
    range: SourceRange, replacement: String, furtherRanges: [SourceRange] = [],
    applicability: Applicability = .safe
  ) {
    self.range = range
    self.replacement = replacement
    self.furtherRanges = furtherRanges
    self.applicability = applicability
  }

  /// Who decides that a fix is made.
  public enum Applicability: String, Sendable {
    /// `check --fix` makes it: the text says the same afterwards, only rightly.
    case safe
    /// It is only shown: the author may have meant something else, or the words are another's.
    case proposed
  }
}

/// A place in a named file, complete enough to be shown without the file.
public struct SourceLocation: Hashable, Sendable {
  /// Path relative to the site.
  public var path: String
  /// The bytes meant, in the original file; `nil` when the whole file is meant.
  public var range: SourceRange?
  /// Line and column of the first byte.
  public var position: SourcePosition?
  /// Line and column of the place behind the last byte.
  public var endPosition: SourcePosition?
  /// The source line of the first byte, or the part of a long line around it.
  public var excerpt: Excerpt?

  /// A file as a whole.
  public init(path: String) {
    self.path = path
  }

  /// A range of bytes in a file.
  ///
  /// - Parameter earlier: a place in the same file from which columns may be counted.
  /// - Complexity: O(log lines + length of the first and the last line).
  public init(_ range: Range<Int>, in file: SourceFile, after earlier: SourceLocation? = nil) {
    let range = range.clamped(to: 0..<file.bytes.count)
    var known: (offset: Int, position: SourcePosition)?
    if let start = earlier?.range?.start, let position = earlier?.position { known = (Int(start), position) }
    let start = file.position(at: range.lowerBound, after: known)
    self.path = file.path
    self.range = SourceRange(range)
    self.position = start
    self.endPosition = file.position(at: range.upperBound, after: (range.lowerBound, start))
    self.excerpt = Excerpt(around: range, in: file)
  }

  /// A range of bytes in a file.
  public init(_ range: SourceRange, in file: SourceFile) {
    self.init(range.bytes, in: file)
  }
}
