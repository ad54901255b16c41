import SourceText

/// What earlier checks found out: an object of JSON a line, so that a line that is damaged costs one address.
package struct LinkCache: Sendable {
  private struct Record {
    var checked: Int
    var verdict: LinkVerdict
  }

  private var records: [String: Record] = [:]

  /// A cache of nothing.
  package init() {}

  /// Reads a cache; lines that say nothing understandable are left out.
  ///
  /// - Complexity: O(bytes).
  package init(reading bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard let record = try? JSONReader.read(line), let address = record["address"]?.text,
        case .number(let digits) = record["checked"], let checked = Int(digits),
        let verdict = LinkVerdict(record)
      else { continue }
      records[address] = Record(checked: checked, verdict: verdict)
    }
  }

  /// What is known of an address at a time in seconds since 1970: good answers hold seven days, others one; what was
  /// found out in the future is not believed.
  package func verdict(of url: WebURL, at now: Int) -> LinkVerdict? {
    guard let record = records[url.text], LinkCache.holds(record, at: now) else { return nil }
    return record.verdict
  }

  /// Remembers what was found out.
  package mutating func remember(_ verdict: LinkVerdict, of url: WebURL, at now: Int) {
    records[url.text] = Record(checked: now, verdict: verdict)
  }

  /// The cache as a file, sorted by address, without what no longer holds.
  package func bytes(at now: Int) -> [UInt8] {
    var json = JSONWriter()
    for (address, record) in records.sorted(by: { $0.key < $1.key }) where LinkCache.holds(record, at: now) {
      json.object { json in
        json.member("address", address)
        json.member("checked", record.checked)
        record.verdict.write(to: &json)
      }
      json.endLine()
    }
    return json.bytes
  }

  private static func holds(_ record: Record, at now: Int) -> Bool {
    let day = 24 * 60 * 60
    return record.checked <= now && now - record.checked < (record.verdict == .good ? 7 * day : day)
  }
}

extension LinkVerdict {
  fileprivate init?(_ record: JSONValue) {
    switch record["verdict"]?.text {
    case "good": self = .good
    case "gone":
      guard case .number(let digits) = record["status"], let status = Int(digits) else { return nil }
      self = .gone(status: status)
    case "moved":
      guard let target = record["to"]?.text, WebURL(Array(target.utf8)) != nil else { return nil }
      self = .moved(to: target)
    case "unreachable":
      guard let host = record["host"]?.text, let fault = LinkFault(record) else { return nil }
      self = .unreachable(host: host, fault)
    case "unjudged": self = .unjudged
    default: return nil
    }
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .good: json.member("verdict", "good")
    case .gone(let status):
      json.member("verdict", "gone")
      json.member("status", status)
    case .moved(let target):
      json.member("verdict", "moved")
      json.member("to", target)
    case .unreachable(let host, let fault):
      json.member("verdict", "unreachable")
      json.member("host", host)
      json.member("fault", fault.name)
      if case .serverError(let status) = fault { json.member("status", status) }
    case .unjudged: json.member("verdict", "unjudged")
    }
  }
}

extension LinkFault {
  fileprivate var name: String {
    switch self {
    case .noSuchHost: "no-such-host"
    case .refused: "refused"
    case .timeout: "timeout"
    case .insecure: "insecure"
    case .brokenOff: "broken-off"
    case .serverError: "server-error"
    }
  }

  fileprivate init?(_ record: JSONValue) {
    let simple = [LinkFault.noSuchHost, .refused, .timeout, .insecure, .brokenOff]
    if let fault = simple.first(where: { $0.name == record["fault"]?.text }) {
      self = fault
    } else if record["fault"]?.text == "server-error", case .number(let digits) = record["status"],
      let status = Int(digits)
    {
      self = .serverError(status)
    } else {
      return nil
    }
  }
}
