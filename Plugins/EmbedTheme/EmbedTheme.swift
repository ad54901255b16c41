import Foundation
import PackagePlugin

/// Compiles the browser's engines to WebAssembly and embeds them, with every file of `templates/`, into the target
/// the plugin is applied to.
@main
struct EmbedTheme: BuildToolPlugin {
  /// The engines with their modules, each after those it imports. A page loads only the one it uses.
  private static let engines = [
    (name: "engine", modules: ["SearchIndex", "WebRuntime", "WebEngine"]),
    (name: "formula", modules: ["TeXMath", "FormulaTerms", "WebRuntime", "WebFormula"]),
    (name: "calculator", modules: ["PerplexityMath", "Calculator", "WebRuntime", "WebCalculator"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let templates = context.package.directoryURL.appending(path: "templates")
    let scratch = context.pluginWorkDirectoryURL
    let tool = try context.tool(named: "EmbedFiles").url
    let engines = scratch.appending(path: "EmbeddedEngines.swift")
    let modules = Set(EmbedTheme.engines.flatMap { $0.modules }).sorted()
    let theme = scratch.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Compiling the browser's engines to WebAssembly",
        executable: tool,
        arguments: [
          "engines", engines.path(percentEncoded: false), sources.path(percentEncoded: false),
          scratch.path(percentEncoded: false),
          try context.tool(named: "swiftc").url.path(percentEncoded: false),
          try context.tool(named: "clang").url.path(percentEncoded: false),
        ] + EmbedTheme.engines.map { "\($0.name)=\($0.modules.joined(separator: ","))" },
        inputFiles: try modules.flatMap { try files(in: sources.appending(path: $0)) },
        outputFiles: [engines]),
      .buildCommand(
        displayName: "Embedding the theme",
        executable: tool,
        arguments: [
          "templates", theme.path(percentEncoded: false), templates.path(percentEncoded: false),
        ],
        inputFiles: try files(in: templates),
        outputFiles: [theme]),
    ]
  }

  /// `folder` and everything below it, sorted. With the folders themselves, whose times change with their
  /// entries, a new or a removed file runs the command again too.
  private func files(in folder: URL) throws -> [URL] {
    let folder = folder.resolvingSymlinksInPath()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    return [folder]
      + paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted()
      .map { folder.appending(path: $0) }
  }
}
