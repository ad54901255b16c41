package import SourceText

/// Why a site is not published. Unless a case says otherwise, the output folder is as it was.
package enum PublishError: Error, Hashable, Sendable {
  /// The output folder is, contains or lies in something that is a source.
  case overlapsSources(output: String, source: String, Overlap)
  /// The output path names something that is not a folder, or cannot become one.
  case outputNotFolder(String)
  /// The output folder holds files that no build made: the first few, and how many.
  case foreignFiles(output: String, paths: [String], count: Int)
  /// The output folder's manifest cannot be believed, so nothing in it can be told to be ours.
  case damagedManifest(path: String, OutputManifest.Damage)
  /// The exchange was demanded, and the system cannot do it here.
  case exchangeImpossible(output: String, FileSystemError)
  /// A file was to be published under an impossible path.
  case invalidPath(String, OutputPath.Problem)
  /// Two files were to be published under one path.
  case duplicatePath(String)
  /// A path was needed as a file and as a folder.
  case fileAndFolder(String)
  /// Another build of the site is running; `holder` is what it says of itself.
  case locked(path: String, holder: String)
  /// The stage was already committed or abandoned.
  case finished
  /// The machine failed. While files are replaced in place, some may already be new; the next build goes on.
  case fileSystem(FileSystemError)

  /// How an output folder and a source meet.
  package enum Overlap: String, Hashable, Sendable {
    case same = "is"
    case contains
    case inside = "lies in"
  }

  /// Who has to act.
  package enum Kind: Sendable {
    /// The author: two pages or assets claim one path.
    case content
    /// Whoever chose the output folder or the way of publishing.
    case refusal
    /// Whoever runs the machine.
    case machine
  }

  package var kind: Kind {
    switch self {
    case .invalidPath, .duplicatePath, .fileAndFolder: .content
    case .overlapsSources, .outputNotFolder, .foreignFiles, .damagedManifest, .exchangeImpossible: .refusal
    case .locked, .finished, .fileSystem: .machine
    }
  }
}

extension PublishError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .overlapsSources(let output, let source, let overlap):
      "the output folder \(output) \(overlap.rawValue) \(source), which holds sources; "
        + "choose a folder of its own with --output"
    case .outputNotFolder(let path):
      "the output \(path) is not a folder; choose another one with --output, or move it away"
    case .foreignFiles(let output, let paths, let count):
      "the output folder \(output) holds \(count == 1 ? "a file" : "\(count) files") that Quaestio did not make: "
        + paths.joined(separator: ", ") + (count > paths.count ? ", …" : "")
        + "; move them away, or choose another folder with --output"
    case .damagedManifest(let path, let damage):
      "\(path) is damaged (line \(damage.line): \(damage.problem.rawValue)), so nobody can tell which files "
        + "Quaestio made; empty the folder, or choose another one with --output"
    case .exchangeImpossible(let output, let error):
      "the output folder \(output) cannot be exchanged as a whole (\(error.reason)); "
        + "publish with --publish in-place or auto"
    case .invalidPath(let path, let problem):
      "“\(path)” cannot be published: the path \(problem.rawValue)"
    case .duplicatePath(let path):
      "two files would be published as \(path); rename one of them"
    case .fileAndFolder(let path):
      "\(path) would be a file and a folder at once; rename one of the two"
    case .locked(let path, let holder):
      "another build is at work on this site (\(holder.isEmpty ? "unknown" : holder), lock \(path)); "
        + "wait for it, or end it"
    case .finished: "the stage was already published or thrown away"
    case .fileSystem(let error): error.description
    }
  }
}

/// Runs steps on the file system under the name of publishing.
func publishing<Result>(
  _ steps: () throws(FileSystemError) -> Result
) throws(PublishError) -> Result {
  do {
    return try steps()
  } catch {
    throw .fileSystem(error)
  }
}
