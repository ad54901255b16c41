import Authoring
import SourceText

extension DiskFileSystem {
  /// Writes files that do not exist, with the folders they need, and tells their paths; one that has come into being
  /// meanwhile stays as it is.
  func writeNew(_ files: [AuthoredFile], in folder: String) throws(CommandFailure) {
    for file in files {
      let path = PathName.join(folder, file.path)
      do {
        try makeDirectory(PathName.parent(path))
        try write(path, file.bytes)
      } catch {
        throw CommandFailure(error)
      }
      try StandardStream.output.write(DisplayText.printable(path) + "\n")
    }
  }
}
