internal import CFuzzer

/// Runs libFuzzer with the arguments of the process.
public enum Fuzzer {
  /// Tests inputs until one fails or the time is over, then ends the process.
  public static func run(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    LLVMFuzzerRunDriver(&count, &arguments, test)
  }

  /// The bytes of an input.
  public static func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: data, count: size))
  }
}
