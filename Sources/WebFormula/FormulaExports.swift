import FormulaTerms
import WebRuntime

/// The index terms of the formulas in a query, one after another with a line feed between, written to `output`; gives
/// their length in bytes, 0 for none. Terms that do not fit are left out; 2,048 bytes are always enough.
@_expose(wasm, "formula_terms") @_cdecl("formula_terms")
func terms(
  _ query: UnsafePointer<UInt8>?, _ count: Int32, _ output: UnsafeMutablePointer<UInt8>?, _ capacity: Int32
) -> Int32 {
  guard let output, capacity > 0 else { return 0 }
  let room = UnsafeMutableBufferPointer(start: output, count: Int(capacity))
  var end = 0
  for term in formulaTerms(query: bytes(query, count)) {
    let start = end > 0 ? end + 1 : 0
    guard start + term.bytes.count <= room.count else { break }
    if start > 0 { room[end] = 0x0A }
    for (offset, byte) in term.bytes.enumerated() { room[start + offset] = byte }
    end = start + term.bytes.count
  }
  return Int32(truncatingIfNeeded: end)
}
