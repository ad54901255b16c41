/// The bytes that JavaScript wrote at `pointer`. Linear memory is shared with it: it reserves room, writes what
/// it hands over, and frees it when the call has returned; no function keeps a pointer of its caller.
@inline(never)
public func bytes(_ pointer: UnsafePointer<UInt8>?, _ count: Int32) -> [UInt8] {
  guard let pointer, count > 0 else { return [] }
  return Array(UnsafeBufferPointer(start: pointer, count: Int(count)))
}
