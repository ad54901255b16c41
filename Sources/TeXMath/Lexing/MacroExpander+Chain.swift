/// Which macros a token comes from, for messages.
extension MacroExpander {
  /// The names that are shown of a long chain, at its two ends.
  private static let shownNames = 3

  /// Whether a place is that of a call, so that what is wrong there is wrong in a macro's body.
  func isCall(_ source: SourceSpan) -> Bool { calls.contains { $0.source == source } }

  /// The macros whose bodies a place in the formula stands for, from the one called in the formula to the one
  /// with the token in hand; `nil` if the place is in no body.
  func macros(at source: SourceSpan, _ inHand: Token) -> [UInt8]? {
    guard let outermost = calls.first(where: { $0.source == source }) else { return nil }
    let chain = inHand.source == source ? calls(around: inHand) : []
    return names(of: chain.isEmpty ? [outermost] : chain[...])
  }

  /// A limit that a call went over, with the macros that have no end, if that is the reason.
  func exceeded(_ limit: LimitExceeded.Limit, at token: Token) -> LimitExceeded {
    LimitExceeded(limit, at: token.source, cycle: cycle(from: token))
  }

  /// The outermost macros around a token of which the last is the first again; `nil` if all are different.
  ///
  /// - Complexity: O(macros around the token).
  private func cycle(from token: Token) -> [UInt8]? {
    var chain = calls(around: token)
    // A call that went over a limit is no member of `calls` yet.
    if token.kind == .command, case .macro? = meaning(of: token) { chain.append(token) }
    var places = NameTable<Int>()
    for (index, call) in chain.enumerated() {
      var name: [UInt8] = []
      appendText(of: call, to: &name)
      if let place = places.value(of: name) { return names(of: chain[place...index]) }
      places.insert(name, index)
    }
    return nil
  }

  /// The calls in whose bodies a token stands, from the one in the formula inwards.
  private func calls(around token: Token) -> [Token] {
    var chain: [Token] = []
    var call = Int(token.call)
    while call > 0 {
      chain.append(calls[call - 1])
      call = Int(calls[call - 1].call)
    }
    chain.reverse()
    return chain
  }

  private func names(of chain: ArraySlice<Token>) -> [UInt8] {
    var names: [UInt8] = []
    var isCut = false
    for (index, token) in zip(0..., chain) {
      if index >= Self.shownNames, index < chain.count - Self.shownNames {
        if !isCut { names.append(contentsOf: " → …".utf8) }
        isCut = true
        continue
      }
      if index > 0 { names.append(contentsOf: " → ".utf8) }
      appendText(of: token, to: &names)
    }
    return names
  }
}
