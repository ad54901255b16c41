package import ExternalLinks
import KnowledgeBase
import SourceText

/// How a check asks other sites after the pages that are linked to.
package struct ExternalCheck: Sendable {
  package var transport: any LinkTransport
  package var limits = LinkLimits()
  /// The time in seconds since 1970, by which remembered answers are judged.
  package var now: Int
  /// Told from any thread how many addresses have a verdict.
  package var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  package init(_ transport: any LinkTransport, now: Int) {
    self.transport = transport
    self.now = now
  }
}

extension SitePipeline {
  private static let linkCache = "external-links.jsonl"

  /// Asks after every address of another site that nothing is remembered of, and remembers the answers.
  func report(_ check: ExternalCheck, on knowledge: KnowledgeBase) -> LinkReport {
    let links = LinkedAddresses(knowledge)
    let folder = PathName.join(options.site, BuildLock.stateFolder)
    let path = PathName.join(folder, SitePipeline.linkCache)
    // What cannot be read is as good as nothing remembered, and what cannot be remembered is asked again.
    var cache = LinkCache(reading: (try? files.read(path)) ?? [])
    var verdicts = links.addresses.map { cache.verdict(of: $0.url, at: check.now) }
    let unknown = verdicts.indices.filter { verdicts[$0] == nil }
    let found = LinkChecker(
      unknown.map { links.addresses[$0].url }, by: check.transport, limits: check.limits,
      progress: check.progress
    ).verdicts()
    for (index, verdict) in zip(unknown, found) {
      verdicts[index] = verdict
      cache.remember(verdict, of: links.addresses[index].url, at: check.now)
    }
    if !unknown.isEmpty, (try? files.makeDirectory(folder)) != nil, (try? hideStateFolder()) != nil {
      try? files.writeAtomically(path, cache.bytes(at: check.now))
    }
    return LinkReport(links, verdicts.map { $0 ?? .unjudged })
  }
}
