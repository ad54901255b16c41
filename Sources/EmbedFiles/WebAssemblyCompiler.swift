import Foundation

/// Compiles Embedded Swift to WebAssembly with the toolchain that builds the package; no other SDK is needed.
struct WebAssemblyCompiler {
  let swiftc: String
  let clang: String
  /// The folder that holds a folder of sources for each module.
  let sources: URL
  /// Where objects and module interfaces may be written.
  let scratch: URL

  private static let target = "wasm32-unknown-none-wasm"
  /// The instructions of WebAssembly's first release: the oldest supported browsers know no more.
  private static let processor = "mvp"

  /// Compiles `modules`, each after those it imports, and every C file beside their sources; links them into
  /// one module that exports what the sources expose and imports nothing.
  func compile(modules: [String]) throws -> Data {
    var objects: [String] = []
    for module in modules {
      let folder = sources.appending(path: module)
      objects.append(try compileSwift(module, in: folder))
      for file in try FileTree.paths(in: folder, withExtension: "c") {
        objects.append(try compileC(folder.appending(path: file), as: "\(module)-\(objects.count).o"))
      }
    }
    let engine = path("engine.wasm")
    try run(
      clang,
      [
        "--target=\(Self.target)", "-nostdlib",
        "-Wl,-O2,--no-entry,--gc-sections,--strip-all,--compress-relocations,--stack-first",
        // Optimising all modules together makes the engine smaller; the processor must be named once more.
        "-Wl,--lto-O2,-mllvm,-mcpu=\(Self.processor)", "-Wl,-mllvm,-disable-lsr",
        // Smaller by a hundredth: no code is moved out of loops or computed ahead on one of two ways, more branches are
        // followed to where they lead, and short alternatives become selections.
        "-Wl,-mllvm,-disable-machine-licm", "-Wl,-mllvm,-enable-pre=false",
        "-Wl,-mllvm,-jump-threading-threshold=20", "-Wl,-mllvm,-bonus-inst-threshold=5",
        "-Wl,-mllvm,-two-entry-phi-node-folding-threshold=8", "-o", engine,
      ] + objects)
    if let optimizer = Self.optimizer {
      try run(optimizer, ["-O3", "--mvp-features", engine, "-o", engine])
    }
    return try Data(contentsOf: URL(filePath: engine))
  }

  /// Binaryen's `wasm-opt`, where it is installed: with it engines are smaller by a twentieth, and do the same.
  private static var optimizer: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/wasm-opt" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func compileSwift(_ module: String, in folder: URL) throws -> String {
    let files = try FileTree.paths(in: folder, withExtension: "swift")
    let object = path("\(module).o")
    try run(
      swiftc,
      [
        "-target", Self.target, "-Xcc", "-mcpu=\(Self.processor)",
        "-enable-experimental-feature", "Embedded", "-enable-experimental-feature", "Extern",
        "-swift-version", "6", "-wmo", "-Osize", "-lto=llvm-full", "-parse-as-library",
        "-Xfrontend", "-disable-stack-protector",
        // Smaller by a tenth: one trap for all checks, code that compresses well, and no copy of what appends
        // an element to an array wherever one is appended.
        "-Xfrontend", "-mergeable-traps", "-Xfrontend", "-disable-llvm-merge-functions-pass",
        "-Xllvm", "-sil-disable-pass=simplify-cfg,loop-invariant-code-motion,retain-sinking",
        "-Xllvm", "-sil-inline-never-functions=6append",
        // Checks of bounds and overflow stay with the same sources on the processor, where tests send hostile queries and
        // files through them; decoders have their own. Here the memory is the engine's alone, and they are a sixteenth.
        "-Xfrontend", "-remove-runtime-asserts",
        // Otherwise a digest that covers the paths of the sources ends up in the data.
        "-Xfrontend", "-disable-incremental-llvm-codegen",
        "-module-cache-path", path("ModuleCache"), "-I", path(""), "-module-name", module,
        "-package-name", "quaestio",
        "-emit-module", "-emit-module-path", path("\(module).swiftmodule"), "-c", "-o", object,
      ] + files.map { folder.appending(path: $0).path(percentEncoded: false) })
    return object
  }

  private func compileC(_ file: URL, as name: String) throws -> String {
    let object = path(name)
    try run(
      clang,
      [
        "--target=\(Self.target)", "-mcpu=\(Self.processor)", "-std=c11", "-Os", "-Wall", "-Wextra",
        "-nostdlib", "-ffreestanding", "-fno-builtin", "-c", "-o", object, file.path(percentEncoded: false),
      ])
    return object
  }

  private func path(_ name: String) -> String {
    scratch.appending(path: name).path(percentEncoded: false)
  }

  private func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CompilationFailure(tool: tool, status: process.terminationStatus)
    }
  }
}

/// A step of the compilation failed; the tool itself has said why.
struct CompilationFailure: Error, CustomStringConvertible {
  let tool: String
  let status: Int32

  var description: String {
    """
    \(tool) ended with status \(status) while compiling the browser's engine to WebAssembly. \
    The Swift toolchain must be one of swift.org's, which hold Embedded Swift for \
    wasm32 and wasm-ld.
    """
  }
}
