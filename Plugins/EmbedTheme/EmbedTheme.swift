import Foundation
import PackagePlugin

/// Compiles the browser's engine to WebAssembly and embeds it, with every file of `templates/`, into the target
/// the plugin is applied to.
@main
struct EmbedTheme: BuildToolPlugin {
  /// The modules of the engine, each after those it imports.
  private static let engineModules = ["SearchIndex", "PerplexityMath", "WebEngine"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let sources = context.package.directoryURL.appending(path: "Sources")
    let templates = context.package.directoryURL.appending(path: "templates")
    let scratch = context.pluginWorkDirectoryURL
    let tool = try context.tool(named: "EmbedFiles").url
    let engine = scratch.appending(path: "EmbeddedEngine.swift")
    let theme = scratch.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Compiling the browser's engine to WebAssembly",
        executable: tool,
        arguments: [
          "engine", engine.path(percentEncoded: false), sources.path(percentEncoded: false),
          scratch.path(percentEncoded: false),
          try context.tool(named: "swiftc").url.path(percentEncoded: false),
          try context.tool(named: "clang").url.path(percentEncoded: false),
        ] + EmbedTheme.engineModules,
        inputFiles: try EmbedTheme.engineModules.flatMap { try files(in: sources.appending(path: $0)) },
        outputFiles: [engine]),
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
