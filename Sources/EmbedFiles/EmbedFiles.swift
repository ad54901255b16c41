import Foundation

/// The tool behind the plugin `EmbedTheme`. Both commands write a Swift file that depends on the contents of the
/// inputs and on the compiler alone, not on paths or times.
///
/// - `EmbedFiles engine OUTPUT SOURCES SCRATCH SWIFTC CLANG MODULE…` compiles the modules to WebAssembly and
///   embeds the result as `assets/engine.wasm`.
/// - `EmbedFiles templates OUTPUT FOLDER` embeds every file of the folder.
///
/// Foundation is welcome here: the tool runs while building and is no part of the product.
@main
enum EmbedFiles {
  static func main() {
    let arguments = CommandLine.arguments
    do {
      switch arguments.dropFirst().first {
      case "engine" where arguments.count > 7:
        let compiler = WebAssemblyCompiler(
          swiftc: arguments[5], clang: arguments[6], sources: URL(filePath: arguments[3]),
          scratch: URL(filePath: arguments[4]))
        let engine = try compiler.compile(modules: Array(arguments[7...]))
        let files = [(name: "assets/engine.wasm", content: engine)]
        try write(swiftSource(defining: "embeddedEngine", as: files), to: arguments[2])
      case "templates" where arguments.count == 4:
        let files = try FileTree.regularFiles(in: URL(filePath: arguments[3]))
        try write(swiftSource(defining: "embeddedTemplates", as: files), to: arguments[2])
      default:
        fail("usage: EmbedFiles engine OUTPUT SOURCES SCRATCH SWIFTC CLANG MODULE... | templates OUTPUT DIR")
      }
    } catch {
      fail("\(error)")
    }
  }

  private static func write(_ source: String, to path: String) throws {
    try Data(source.utf8).write(to: URL(filePath: path))
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("error: \(message)\n".utf8))
    exit(1)
  }
}
