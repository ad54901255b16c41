import SourceText

/// The protocol of `--jsonl`: every line of the input is an object, and so is its answer.
enum JSONLines {
  /// Says that a line is no object of the kind expected.
  struct IllFormedLine: Error {
    var message: String
  }

  /// Answers all lines in their order, each as soon as it is there; blank lines have no answer.
  ///
  /// An ill-formed line is answered by `{"id":null,"error":…}`.
  /// - Parameters:
  ///   - input: The lines; standard input by default.
  ///   - respond: Writes the members of an answer; throws before it writes the first.
  /// - Returns: Whether all lines were well-formed.
  static func answer(
    _ input: [UInt8]? = nil,
    _ respond: (JSONValue, inout JSONWriter) throws(IllFormedLine) -> Void
  ) throws(CommandFailure) -> Bool {
    var isWellFormed = true
    var rest: [UInt8] = []
    var given = input
    while true {
      let chunk = if let given { given } else { try StandardInput.read() }
      if given != nil { given = [] }
      var searched = rest.count
      rest += chunk.isEmpty && !rest.isEmpty ? [UInt8(ascii: "\n")] : chunk
      var output = JSONWriter()
      var start = 0
      while let end = rest[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        if !answer(rest[start..<end], to: &output, respond) { isWellFormed = false }
        start = end + 1
        searched = start
      }
      rest.removeFirst(start)
      try StandardStream.output.write(output.bytes)
      if chunk.isEmpty { return isWellFormed }
    }
  }

  private static func answer(
    _ line: ArraySlice<UInt8>, to output: inout JSONWriter,
    _ respond: (JSONValue, inout JSONWriter) throws(IllFormedLine) -> Void
  ) -> Bool {
    guard line.contains(where: { $0 > 0x20 }) else { return true }
    var problem: String?
    output.object { json in
      do throws(IllFormedLine) {
        try respond(try tree(of: line), &json)
      } catch {
        problem = error.message
        json.key("id")
        json.null()
        json.member("error", error.message)
      }
    }
    output.endLine()
    return problem == nil
  }

  private static func tree(of line: ArraySlice<UInt8>) throws(IllFormedLine) -> JSONValue {
    let tree: JSONValue
    do {
      tree = try JSONReader.read(line)
    } catch {
      throw IllFormedLine(message: error.message)
    }
    guard case .object = tree else { throw IllFormedLine(message: "this line is no JSON object") }
    return tree
  }
}
