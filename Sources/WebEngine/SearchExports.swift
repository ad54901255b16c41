import SearchIndex
import WebRuntime

/// A search engine and the last text it gave to JavaScript, which holds it as a number. It lives as long as its page.
private struct Session: ~Copyable {
  var engine: SearchEngine
  /// Kept in one place until the next call that answers with text.
  private(set) var output = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  init(root: [UInt8]) throws(SearchError) {
    engine = try SearchEngine(root: root)
  }

  /// Makes `text` the output; gives its length.
  mutating func answer(_ text: [UInt8]) -> Int32 {
    output.deallocate()
    output = .allocate(capacity: text.count)
    _ = output.initialize(from: text)
    return Int32(truncatingIfNeeded: text.count)
  }
}

private func session(_ handle: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Session> {
  handle.assumingMemoryBound(to: Session.self)
}

/// Opens the index with this root; 0 if the bytes are none.
@_expose(wasm, "quaestio_open") @_cdecl("quaestio_open")
func open(_ root: UnsafePointer<UInt8>?, _ count: Int32) -> UnsafeMutableRawPointer? {
  do throws(SearchError) {
    let session = try Session(root: bytes(root, count))
    let place = UnsafeMutablePointer<Session>.allocate(capacity: 1)
    place.initialize(to: session)
    return UnsafeMutableRawPointer(place)
  } catch {
    return nil
  }
}

/// Begins a query, which replaces the one before. `options`: 1 for summaries, 2 for facets, or their sum.
@_expose(wasm, "quaestio_begin") @_cdecl("quaestio_begin")
func begin(
  _ handle: UnsafeMutableRawPointer, _ query: UnsafePointer<UInt8>?, _ count: Int32, _ limit: Int32,
  _ options: Int32
) {
  session(handle).pointee.engine.begin(
    bytes(query, count),
    QueryOptions(limit: Int(limit), summaries: options & 1 != 0, facets: options & 2 != 0))
}

/// The names of the files the query waits for, one a line, as output; gives its length, 0 when there are none.
@_expose(wasm, "quaestio_needs") @_cdecl("quaestio_needs")
func needs(_ handle: UnsafeMutableRawPointer) -> Int32 {
  let session = session(handle)
  var text: [UInt8] = []
  for name in session.pointee.engine.needs() {
    if !text.isEmpty { text.append(0x0A) }
    text.append(contentsOf: name)
  }
  return session.pointee.answer(text)
}

/// Hands over a file; a negative `count` says that it could not be loaded.
@_expose(wasm, "quaestio_supply") @_cdecl("quaestio_supply")
func supply(
  _ handle: UnsafeMutableRawPointer, _ name: UnsafePointer<UInt8>?, _ nameCount: Int32,
  _ content: UnsafePointer<UInt8>?, _ count: Int32
) {
  session(handle).pointee.engine.supply(bytes(name, nameCount), count < 0 ? nil : bytes(content, count))
}

/// What is known so far as JSON, as output; gives its length.
@_expose(wasm, "quaestio_answer") @_cdecl("quaestio_answer")
func answer(_ handle: UnsafeMutableRawPointer) -> Int32 {
  let session = session(handle)
  return session.pointee.answer(session.pointee.engine.answerJSON())
}

/// Where the query's words occur in a text, as JSON, as output; gives its length.
@_expose(wasm, "quaestio_marks") @_cdecl("quaestio_marks")
func marks(_ handle: UnsafeMutableRawPointer, _ text: UnsafePointer<UInt8>?, _ count: Int32) -> Int32 {
  let session = session(handle)
  return session.pointee.answer(session.pointee.engine.marksJSON(bytes(text, count)))
}

/// Whether there are results to show, as of the last `quaestio_needs`; order and summaries may follow.
@_expose(wasm, "quaestio_ready") @_cdecl("quaestio_ready")
func ready(_ handle: UnsafeMutableRawPointer) -> Int32 {
  session(handle).pointee.engine.hasResults ? 1 : 0
}

/// Where the output of the last call that has one begins.
@_expose(wasm, "quaestio_output") @_cdecl("quaestio_output")
func output(_ handle: UnsafeMutableRawPointer) -> UnsafePointer<UInt8>? {
  UnsafePointer(session(handle).pointee.output.baseAddress)
}
