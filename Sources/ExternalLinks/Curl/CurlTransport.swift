import CPlatform

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks by the program `curl`, one process a request: it brings TLS with the system's certificates, HTTP/2 and
/// proxies, and the build needs nothing for it.
package struct CurlTransport: LinkTransport {
  private let agent: String
  private let policy: HostPolicy
  /// Whether a proxy makes the connections, and finds the hosts.
  private let usesProxy: Bool
  private let timeout: Duration

  /// Says that there is no `curl` that could be run.
  package struct Missing: Error {}

  /// What is read of an answer at most: no honest head is longer.
  private static let mostBytes = 64 << 10

  /// - Parameters:
  ///   - agent: what servers are told of who asks.
  ///   - timeout: for a request as a whole.
  /// - Throws: when `curl` cannot be run.
  package init(agent: String, policy: HostPolicy, timeout: Duration = .seconds(15)) throws(Missing) {
    self.agent = agent
    self.policy = policy
    self.timeout = timeout
    let variables = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    usesProxy = variables.contains { (name: String) in getenv(name).map { $0.pointee != 0 } ?? false }
    guard CurlTransport.run(["curl", "--disable", "--version"])?.status == 0 else { throw Missing() }
  }

  package func answer(to request: LinkRequest) -> LinkAnswer {
    var arguments = [
      "curl", "--disable", "--silent", "--include", "--suppress-connect-headers", "--globoff", "--path-as-is",
      "--proto", "=http,https", "--max-time", String(timeout.components.seconds),
      "--user-agent", agent, "--header", "Accept: text/html,*/*;q=0.8",
    ]
    switch request.method {
    case .head: arguments.append("--head")
    case .get: arguments += ["--range", "0-\(CurlTransport.mostBytes - 1)"]
    }
    switch route(to: request.url) {
    case .success(let route): arguments += route
    case .failure(let refusal): return refusal.answer
    }
    arguments += ["--url", request.url.text]
    guard let (status, output) = CurlTransport.run(arguments) else { return .failure(.brokenOff) }
    if let head = ResponseHead(output) {
      return .response(status: head.status, location: head.location, retryAfter: head.retryAfter)
    }
    return .failure(CurlTransport.fault(ofExit: status))
  }

  // MARK: The way to the host

  private struct Refusal: Error {
    let answer: LinkAnswer
  }

  /// Arguments that lead a request to an address that was looked at: a second look-up could find another one.
  private func route(to url: WebURL) -> Result<[String], Refusal> {
    let literal = HostAddress(url.host.hasPrefix("[") ? String(url.host.dropFirst().dropLast()) : url.host)
    if usesProxy {
      // The names a proxy does not know are those of the neighbours.
      let isAllowed = policy == .any || (literal?.isPublic ?? (url.host != "localhost"))
      return isAllowed
        ? .success(policy == .any ? [] : ["--noproxy", ""]) : .failure(Refusal(answer: .forbidden))
    }
    let addresses = HostResolver.addresses(of: url.host)
    guard let first = addresses.first else { return .failure(Refusal(answer: .failure(.noSuchHost))) }
    if policy == .publicOnly, !addresses.allSatisfy({ HostAddress($0)?.isPublic ?? false }) {
      return .failure(Refusal(answer: .forbidden))
    }
    if literal != nil { return .success([]) }
    let pinned = first.contains(":") ? "[\(first)]" : first
    return .success(["--resolve", "\(url.host):\(url.port):\(pinned)"])
  }

  // MARK: The process

  /// Runs a program until its output holds a whole head, or ends; `nil` when it cannot be started.
  private static func run(_ arguments: [String]) -> (status: Int32, output: [UInt8])? {
    var process: pid_t = 0
    var pipe: Int32 = -1
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    let failure = (words.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer {
      quaestio_spawn($0.baseAddress, &process, &pipe)
    }
    guard failure == 0 else { return nil }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while output.count < mostBytes, ResponseHead(output) == nil {
      let count = chunk.withUnsafeMutableBytes { read(pipe, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      output += chunk[..<count]
    }
    close(pipe)
    return (quaestio_end(process), output)
  }

  /// What the exit status means (curl's manual, "Exit codes").
  private static func fault(ofExit status: Int32) -> LinkFault {
    switch status {
    case 5, 6: .noSuchHost
    case 7: .refused
    case 28: .timeout
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: .insecure
    default: .brokenOff
    }
  }
}
