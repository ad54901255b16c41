/// Where a build puts its files: the stage of the next state, which gets compressed files beside them where they are
/// wanted.
struct StagedOutput: Sendable {
  let staging: Staging
  /// Makes the compressed files; `nil` where none are wanted.
  let precompression: Precompression?

  /// Stages a file; gives back what stood in the way.
  func write(_ file: OutputFile) -> PublishError? {
    do throws(PublishError) {
      try staging.write(file)
      for companion in precompression?.companions(of: file, publishedIn: staging) ?? [] {
        try staging.write(companion)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Stages files on several threads; gives back what stood in the way of the first that could not be.
  func write(_ files: [OutputFile], by parallel: Parallel) -> PublishError? {
    parallel.map(files.count) { write(files[$0]) }.lazy.compactMap { $0 }.first
  }
}
