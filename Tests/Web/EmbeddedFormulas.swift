import TeXMath
import WebRuntime

/// All of TeXMath behind one function, so that the linker finds what Embedded Swift would lack.
@_expose(wasm, "quaestio_formula") @_cdecl("quaestio_formula")
func convert(_ tex: UnsafePointer<UInt8>?, _ count: Int32, _ isDisplay: Bool) -> Int32 {
  let conversion = MathConverter().convert(bytes(tex, count), display: isDisplay)
  var size = conversion.mathML.count + conversion.text.count
  for issue in conversion.issues { size += issue.message.utf8.count }
  return Int32(truncatingIfNeeded: size)
}
