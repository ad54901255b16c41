/// What a build is asked to do; a flag is stronger than `quaestio.yml`, and that is stronger than the default.
package struct BuildOptions: Sendable {
  /// The site's folder.
  package var site = "."
  /// The folder to publish to; relative to the working folder.
  package var output: String?
  package var baseURL: String?
  package var includesDrafts = false
  /// How many pages are worked on at once; the number of cores when nothing is said.
  package var jobs: Int?
  /// Whether warnings keep the site from being published.
  package var isStrict = false
  /// Whether the site is published although its content has errors; they are marked in the pages. Faults that no
  /// page can show, of `quaestio.yml` or of a template that leaves pages empty, still keep it from being published.
  package var keepsGoing = false
  /// Whether files are published a second time as gzip and Brotli; `quaestio.yml` decides when nothing is said.
  package var precompresses: Bool?
  /// Whether nothing of the last build is used again.
  package var isClean = false
  package var publishMode = Publisher.Mode.auto
  /// Told how far the build is, from any thread and not always in order.
  package var progress: (@Sendable (BuildProgress) -> Void)?

  package init() {}
}

/// How far a build is.
package struct BuildProgress: Sendable {
  /// The stage's name, as in the report.
  package var stage: String
  /// Items of the stage's work that are done, at most `total`.
  package var done: Int
  package var total: Int
}

/// Why a build could not be made at all. What is wrong in content is in the report instead.
package enum BuildFailure: Error, Sendable {
  /// The configuration or the folders named make no site.
  case configuration(String)
  /// The output folder must not be written to.
  case refused(String)
  /// The content makes a site that cannot be published.
  case content(String)
  /// The disk, a permission, or another build.
  case machine(String)

  init(_ error: PublishError) {
    switch error.kind {
    case .content: self = .content(error.description)
    case .refusal: self = .refused(error.description)
    case .machine: self = .machine(error.description)
    }
  }

  /// The sentence to print.
  package var message: String {
    switch self {
    case .configuration(let text), .refused(let text), .content(let text), .machine(let text): text
    }
  }

  /// The exit code of COMMANDS.
  package var exitCode: Int32 {
    switch self {
    case .content: 1
    case .configuration, .refused: 2
    case .machine: 3
    }
  }
}
