package import SourceText

/// What a check of external links found.
package struct LinkReport: Sendable {
  /// What authors should know, in the order of the addresses.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Addresses that were looked at, now or not long ago, and the hosts they name.
  package let addresses: Int
  package let hosts: Int
  package private(set) var gone = 0
  package private(set) var moved = 0
  package private(set) var unreachable = 0
  /// Addresses of which nothing could be said.
  package private(set) var unjudged: Int

  /// Places of one address that are reported each for itself.
  private static let mostPlaces = 3

  /// Reports what was found out about a site's addresses.
  ///
  /// - Parameter verdicts: of each address.
  /// - Complexity: O(n log n) in the addresses and their places.
  package init(_ links: LinkedAddresses, _ verdicts: [LinkVerdict]) {
    addresses = links.addresses.count + links.unreadable
    hosts = Set(links.addresses.map(\.url.host)).count
    unjudged = links.unreadable
    var failed: [String: [(address: LinkedAddress, fault: LinkFault)]] = [:]
    for (address, verdict) in zip(links.addresses, verdicts) {
      switch verdict {
      case .good: break
      case .unjudged: unjudged += 1
      case .gone(let status):
        gone += 1
        report(
          .externalGone, address, "The page \(address.url.text) is gone (\(status)).",
          note: "Link to where its text is now, or to an archived copy.")
      case .moved(let target):
        moved += 1
        report(
          .externalMoved, address, "The page \(address.url.text) has moved for good.",
          note: "Its new address is \(target)")
      case .unreachable(let host, let fault):
        unreachable += 1
        failed[host, default: []].append((address, fault))
      }
    }
    for (host, pages) in failed.sorted(by: { $0.key < $1.key }) { report(host, pages) }
  }

  /// The sentence that ends a check.
  package var summary: String {
    let found = [(gone, "gone"), (moved, "moved"), (unreachable, "unreachable"), (unjudged, "not judged")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let what = addresses == 1 ? "1 address" : "\(addresses) addresses"
    let place = hosts == 1 ? "1 host" : "\(hosts) hosts"
    return "checked \(what) on \(place): \(found.isEmpty ? "all good" : found.joined(separator: ", "))"
  }

  /// Reports an address where it stands, once for many places.
  private mutating func report(
    _ rule: DiagnosticID, _ address: LinkedAddress, _ message: String, note: String
  ) {
    let isGrouped = address.places.count > LinkReport.mostPlaces
    for place in isGrouped ? address.places.prefix(1) : address.places[...] {
      var notes = [Note(note)]
      if isGrouped { notes.append(LinkReport.others(address.places.dropFirst())) }
      diagnostics.append(Diagnostic(rule, at: place, message, notes: notes))
    }
  }

  /// Reports a host once, where it is named first.
  private mutating func report(_ host: String, _ pages: [(address: LinkedAddress, fault: LinkFault)]) {
    let places = pages.flatMap(\.address.places)
    guard let first = pages.first, let place = places.first else { return }
    let subject = pages.count == 1 ? first.address.url.text : "\(pages.count) pages of \(host)"
    let notes = places.count > 1 ? [LinkReport.others(places.dropFirst())] : []
    diagnostics.append(
      Diagnostic(
        .externalUnreachable, at: place, "\(subject) cannot be read: \(first.fault.phrase).", notes: notes))
  }

  /// Names further places, up to a few.
  private static func others(_ places: ArraySlice<SourceLocation>) -> Note {
    let named = places.prefix(mostPlaces).map { place in
      place.path + (place.position.map { ":\($0.line):\($0.column)" } ?? "")
    }
    let more = places.count - named.count
    return Note(
      "It is also named at \(named.joined(separator: ", "))" + (more > 0 ? " and \(more) more places." : "."))
  }
}
