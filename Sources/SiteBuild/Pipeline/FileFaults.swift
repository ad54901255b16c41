import SourceText

extension Diagnostic {
  /// A file of the site that cannot be read.
  init(_ error: FileSystemError, at path: String) {
    let location = SourceLocation(path: path)
    switch error.cause {
    case .tooLarge(_, let limit):
      self.init(
        .fileTooLarge, at: location, "This file is larger than \(limit) bytes.",
        notes: [Note("Divide it, or raise `limits: {file_bytes: …}` in quaestio.yml.")])
    case .notRegular: self.init(notRegularAt: location)
    case .system: self.init(.fileUnreadable, at: location, "This file cannot be read: \(error.reason).")
    }
  }

  /// A file that should be text and is not; `nil` when it is.
  init?(_ id: DiagnosticID = .fileInvalidUTF8, illFormed bytes: [UInt8], at path: String) {
    let place: Range<Int>
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      place = error.byteOffsets
    }
    self.init(
      id, at: SourceLocation(place, in: SourceFile(path: path, bytes: bytes)),
      "This is not UTF-8 text.", notes: [Note("Save the file as UTF-8.")])
  }

  /// A name below a folder of the site that a walk passed over.
  init(_ skipped: FileWalk.Skipped, in folder: String) {
    let location = SourceLocation(path: PathName.join(folder, skipped.path))
    switch skipped.reason {
    case .linkOutside(let target):
      self.init(
        .fileOutsideSite, at: location, "This link leads out of the site, to \(target), and is not followed.",
        notes: [Note("Copy the file into the site.")])
    case .brokenLink:
      self.init(.fileUnreadable, at: location, "This link leads nowhere.", notes: [Note("Remove it.")])
    case .linkToDirectory:
      self.init(
        .fileOutsideSite, at: location, "This link leads to a folder and is not followed.",
        notes: [Note("Move the folder here.")])
    case .special: self.init(notRegularAt: location)
    case .nameNotUTF8:
      self.init(
        .fileUnreadable, at: location, "This file's name is not UTF-8.", notes: [Note("Rename the file.")])
    case .unreadable(let error):
      self.init(.fileUnreadable, at: location, "This folder cannot be read: \(error.reason).")
    }
  }

  /// A file that could not be published because the path it asks for is taken, or can be nobody's.
  ///
  /// - Returns: `nil` when not the file but the machine is at fault.
  init?(_ error: PublishError, staticFile path: String) {
    let location = SourceLocation(path: path)
    let advice = [Note("Rename the file, or move it out of static/.")]
    switch error {
    case .duplicatePath(let output):
      self.init(.slugDuplicate, at: location, "/\(output) is already a file of the site.", notes: advice)
    case .fileAndFolder(let output):
      self.init(
        .slugDuplicate, at: location, "/\(output) would be a file and a folder at once.", notes: advice)
    case .invalidPath(let output, let problem):
      self.init(
        .slugReserved, at: location, "/\(output) cannot be published: the path \(problem.rawValue).",
        notes: advice)
    default: return nil
    }
  }

  private init(notRegularAt location: SourceLocation) {
    self.init(
      .fileNotRegular, at: location, "This is no file but a pipe, socket or device; it is left out.")
  }
}
