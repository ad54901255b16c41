import Calculator
import WebRuntime

/// The words of one page and the last text that was given to JavaScript. JavaScript holds it as a number for as long
/// as the page is there.
private final class Session {
  let words: CalculatorWords
  /// Kept in one place until the next call that answers with text.
  private(set) var output = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  init(words: CalculatorWords) {
    self.words = words
  }

  deinit {
    output.deallocate()
  }

  /// Makes `text` the output; gives its length.
  func answer(_ text: [UInt8]) -> Int32 {
    output.deallocate()
    output = .allocate(capacity: text.count)
    _ = output.initialize(from: text)
    return Int32(truncatingIfNeeded: text.count)
  }
}

private func session(_ handle: UnsafeMutableRawPointer) -> Session {
  Unmanaged<Session>.fromOpaque(handle).takeUnretainedValue()
}

/// Begins to answer in the words given, a line each (`CalculatorWords`).
@_expose(wasm, "quaestio_open") @_cdecl("quaestio_open")
func open(_ words: UnsafePointer<UInt8>?, _ count: Int32) -> UnsafeMutableRawPointer {
  Unmanaged.passRetained(Session(words: CalculatorWords(lines: bytes(words, count)))).toOpaque()
}

/// Calculates what the query of an address asks (`CalculatorRequest`). The output is JSON (`CalculatorSheet.json`);
/// gives its length. `preset` is 1 where usual ratios are those of Chinese.
@_expose(wasm, "quaestio_calculate") @_cdecl("quaestio_calculate")
func calculate(
  _ handle: UnsafeMutableRawPointer, _ query: UnsafePointer<UInt8>?, _ count: Int32, _ preset: Int32
) -> Int32 {
  let session = session(handle)
  let request = CalculatorRequest(query: bytes(query, count), preset: preset == 1 ? .chinese : .english)
  return session.answer(CalculatorSheet(request, words: session.words).json)
}

/// Measures numbers that were pasted (`MeasurementRequest`): options, the first text and the second, one behind the
/// other in memory. The output is JSON (`Measurement.json`); gives its length.
@_expose(wasm, "quaestio_measure") @_cdecl("quaestio_measure")
func measure(
  _ handle: UnsafeMutableRawPointer, _ text: UnsafePointer<UInt8>?, _ options: Int32, _ first: Int32,
  _ second: Int32
) -> Int32 {
  let session = session(handle)
  let request = MeasurementRequest(
    options: bytes(text, options), first: bytes(text.map { $0 + Int(options) }, first),
    second: bytes(text.map { $0 + Int(options) + Int(first) }, second))
  return session.answer(Measurement(request, words: session.words).json)
}

/// Where the output lies.
@_expose(wasm, "quaestio_output") @_cdecl("quaestio_output")
func output(_ handle: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt8>? {
  session(handle).output.baseAddress
}
