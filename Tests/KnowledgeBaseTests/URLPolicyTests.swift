import Testing

@testable import KnowledgeBase

@Suite struct URLPolicyTests {
  private func judge(_ address: String) -> URLPolicy.Judgement { URLPolicy.judge(Array(address.utf8)) }

  @Test(
    arguments: [
      "https://example.org/", "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org",
      "tel:+861012345",
      "  https://example.org/\n", "ht\ttps://example.org", "https:\\\\example.org", "https:example.org",
      "//example.org/a", "\\\\example.org", "/\\example.org", "\\/example.org", " \t//example.org",
      "/\n/example.org", "https://example.org/?q=javascript:x",
    ])
  func otherSitesMailAndTelephoneAreExternal(address: String) {
    #expect(judge(address) == .external)
  }

  @Test(
    arguments: [
      ("javascript:alert(1)", "javascript"), ("JaVaScRiPt:alert(1)", "javascript"),
      (" javascript:alert(1)", "javascript"), ("\u{1}javascript:alert(1)", "javascript"),
      ("java\nscript:alert(1)", "javascript"), ("java\tscript\r:alert(1)", "javascript"),
      ("java\u{B}script:alert(1)", "javascript"), ("java script:alert(1)", "javascript"),
      ("java\u{0}script:alert(1)", "javascript"), ("javascript\u{7F}:alert(1)", "javascript"),
      ("javascript%3Aalert(1)", "javascript"), ("j%61vascript:alert(1)", "javascript"),
      ("%6a%0Aavascript:alert(1)", "javascript"), ("%20javascript:alert(1)", "javascript"),
      ("vbscript:msgbox", "vbscript"), ("data:text/html,x", "data"), ("blob:https://example.org/1", "blob"),
      ("view-source:https://example.org", "view-source"), ("feed:javascript:alert(1)", "feed"),
      ("file:///etc/passwd", "file"), ("ftp://example.org", "ftp"), ("intent://x#Intent;end", "intent"),
      ("ms-word:ofe|u|x", "ms-word"), ("about:blank", "about"), ("x.y+z-1:a", "x.y+z-1"),
    ])
  func everyOtherSchemeIsForbidden(address: String, scheme: String) {
    #expect(judge(address) == .forbidden(scheme: scheme))
  }

  @Test(
    arguments: [
      ("a/b.md", "a/b.md", nil), ("../图/%E7%86%B5.md#%E5%8D%95%E4%BD%8D", "../图/熵.md", "单位"),
      ("#a#b", "", "a#b"),
      ("", "", nil), ("  a.md\n", "a.md", nil), ("/search/", "/search/", nil), ("./x:y.md", "./x:y.md", nil),
      ("a?b=c:d", "a?b=c:d", nil), ("#javascript:x", "", "javascript:x"), ("..\\图\\a.png", "../图/a.png", nil),
      ("a?b\\c#d\\e", "a?b\\c", "d\\e"), ("12:30.md", "12:30.md", nil), ("熵:定义.md", "熵:定义.md", nil),
      (":a", ":a", nil), ("java\u{200B}script:x", "java\u{200B}script:x", nil), ("_x:y", "_x:y", nil),
      ("%2F%2Fexample.org", "//example.org", nil), ("http%3A//example.org", "http://example.org", nil),
    ] as [(String, String, String?)])
  func theRestIsAPathWithinTheSite(address: String, path: String, fragment: String?) {
    #expect(judge(address) == .relative(path: path, fragment: fragment.map { Array($0.utf8) }))
  }

  @Test(
    arguments: [
      ("data:image/png;base64,AA==", .png), ("DATA:Image/GIF;base64,AA==", .gif),
      ("data:image/jpeg,x", .jpeg),
      (" data:image/webp;base64,\nAA==", .webp), ("data:image/svg+xml,<svg>", nil),
      ("data:text/html,image/png", nil),
      ("data:,image/png", nil), ("data:image/pngx,", nil), ("data%3Aimage/png,", nil),
      ("da\u{B}ta:image/png,", nil),
    ] as [(String, URLPolicy.EmbeddedImage?)])
  func dataIsAllowedForImagesWithoutScripts(address: String, kind: URLPolicy.EmbeddedImage?) {
    let expected = kind.map { URLPolicy.ImageJudgement.embedded($0) } ?? .address(.forbidden(scheme: "data"))
    #expect(URLPolicy.judge(image: Array(address.utf8)) == expected)
    #expect(judge(address) == .forbidden(scheme: "data"), "no link leads to data")
  }

  @Test func anImageOfAnotherHostIsExternal() {
    #expect(URLPolicy.judge(image: Array("//example.org/a.png".utf8)) == .address(.external))
    #expect(
      URLPolicy.judge(image: Array("a.png".utf8)) == .address(.relative(path: "a.png", fragment: nil)))
  }

  // MARK: Against the standard's own steps

  /// What the URL Standard's parser reads of an address on a page of `https://site.example/a/`.
  private enum Reading: Equatable {
    case scheme(String)
    case otherHost
    case ownHost
  }

  /// "Basic URL parser", up to the point where scheme and host are known, state by state.
  private func reading(_ input: [UInt8]) -> Reading {
    var scalars = Array(String(decoding: input, as: UTF8.self).unicodeScalars)
    while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
    while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
    scalars.removeAll { $0 == "\t" || $0 == "\n" || $0 == "\r" }
    enum State { case schemeStart, scheme, relative }
    var state = State.schemeStart
    var buffer = ""
    var pointer = 0
    while state != .relative {
      let scalar = pointer < scalars.count ? scalars[pointer] : nil
      switch (state, scalar) {
      case (.schemeStart, let scalar?) where scalar.isASCII && scalar.properties.isAlphabetic:
        buffer = scalar.properties.lowercaseMapping
        state = .scheme
      case (.scheme, let scalar?)
      where scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains(scalar)):
        buffer += scalar.properties.lowercaseMapping
      case (.scheme, ":"?):
        return .scheme(buffer)
      default:
        state = .relative
      }
      pointer += 1
    }
    let slashes = scalars.prefix(2)
    return slashes.count == 2 && slashes.allSatisfy { $0 == "/" || $0 == "\\" } ? .otherHost : .ownHost
  }

  @Test func noAddressIsAcceptedThatABrowserReadsOtherwise() {
    let pieces = [
      "java", "script", "data", "http", "https", "mailto", "tel", "x", "1", ":", ":", "/", "\\", "//", "%3A",
      "%6A", "%0a",
      "%", "\t", "\n", "\r", " ", "\u{0}", "\u{1}", "\u{B}", "\u{7F}", "\u{80}", "\u{200B}", "\u{FF1A}", "+",
      "-", ".",
      "?", "#", "@", "&colon;", "熵", "image/png", ",", "S", "K\u{212A}",
    ].map { Array($0.utf8) }
    var random = SplitMix(state: 0x51)
    for round in 0..<20_000 {
      var address: [UInt8] = []
      for _ in 0..<(1 + round % 7) {
        address += pieces[Int(truncatingIfNeeded: random.next() % UInt64(pieces.count))]
      }
      if round % 5 == 0 { address.append(UInt8(truncatingIfNeeded: random.next())) }
      let seen = reading(address)
      switch URLPolicy.judge(address) {
      case .external:
        let isListed = ["http", "https", "mailto", "tel"].contains { seen == .scheme($0) }
        #expect(isListed || seen == .otherHost, "\(address)")
      case .relative:
        #expect(seen == .ownHost, "\(address)")
      case .forbidden(let scheme):
        #expect(seen == .ownHost || seen == .otherHost || seen == .scheme(scheme), "\(address)")
      }
    }
  }

  @Test func aLongAddressIsReadOnceAndItsSchemeCutInMessages() {
    let address = [UInt8](repeating: 0x61, count: 1_000_000) + Array(":x".utf8)
    #expect(URLPolicy.judge(address) == .forbidden(scheme: String(repeating: "a", count: 32)))
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
