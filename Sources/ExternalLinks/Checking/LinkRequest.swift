/// One request of a link check.
package struct LinkRequest: Sendable, Hashable {
  package enum Method: Sendable {
    /// The head of the answer alone.
    case head
    /// The page, of which no more than the head is read, for servers that answer `HEAD` badly.
    case get
  }

  /// Which of the addresses to be checked it is made for.
  package let address: Int
  package var url: WebURL
  package var method = Method.head
  /// How many redirects led here.
  var hops = 0
  /// Where the address has moved for good: the end of the permanent redirects it begins with.
  var movedTo: WebURL?
  /// Whether all redirects so far were permanent.
  var isPermanent = true
  /// Whether the same was asked before and failed, or was put off.
  var isRepeated = false
}

/// What came back.
package enum LinkAnswer: Sendable, Hashable {
  /// A status (RFC 9110, section 15), with the header fields that matter.
  case response(status: Int, location: [UInt8]? = nil, retryAfter: Duration? = nil)
  /// No answer.
  case failure(LinkFault)
  /// The host may not be asked.
  case forbidden
}

/// Why there is no answer.
package enum LinkFault: Sendable, Hashable {
  case noSuchHost, refused, timeout, insecure, brokenOff
  /// The server answers that it cannot.
  case serverError(Int)

  /// Behind a colon.
  var phrase: String {
    switch self {
    case .noSuchHost: "there is no such host"
    case .refused: "the host takes no connection"
    case .timeout: "the host does not answer in time"
    case .insecure: "the host's certificate or encryption is not accepted"
    case .brokenOff: "the host breaks the connection off"
    case .serverError(let status): "the host answers with an error of its own (\(status))"
    }
  }
}

/// Makes requests. Called from several threads at once, each waiting for its answer.
package protocol LinkTransport: Sendable {
  /// Asks, following no redirect; comes back within a bounded time.
  func answer(to request: LinkRequest) -> LinkAnswer
}
