import Foundation

/// The tool behind the plugin `EmbedTheme`. Both commands write a Swift file that depends on the contents of the
/// inputs and on the compiler alone, not on paths or times.
///
/// - `EmbedFiles engines OUTPUT SOURCES SCRATCH SWIFTC CLANG NAME=MODULE,…` compiles the modules of each engine to
///   WebAssembly and embeds the result as `assets/NAME.wasm`.
/// - `EmbedFiles templates OUTPUT FOLDER` embeds every file of the folder.
///
/// Foundation is welcome here: the tool runs while building and is no part of the product.
@main
enum EmbedFiles {
  static func main() {
    let arguments = CommandLine.arguments
    do {
      switch arguments.dropFirst().first {
      case "engines" where arguments.count > 7:
        let compiler = WebAssemblyCompiler(
          swiftc: arguments[5], clang: arguments[6], sources: URL(filePath: arguments[3]),
          scratch: URL(filePath: arguments[4]))
        let files = try arguments[7...].map { engine in
          let parts = engine.split(separator: "=")
          let modules = parts.last.map { $0.split(separator: ",").map(String.init) } ?? []
          return (name: "assets/\(parts[0]).wasm", content: try compiler.compile(modules: modules))
        }
        try write(swiftSource(defining: "embeddedEngines", as: files), to: arguments[2])
      case "templates" where arguments.count == 4:
        let files = try FileTree.regularFiles(in: URL(filePath: arguments[3]))
        try write(swiftSource(defining: "embeddedTemplates", as: files), to: arguments[2])
      default:
        fail(
          """
          usage: EmbedFiles engines OUTPUT SOURCES SCRATCH SWIFTC CLANG NAME=MODULE,...
                 EmbedFiles templates OUTPUT DIRECTORY
          """)
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
