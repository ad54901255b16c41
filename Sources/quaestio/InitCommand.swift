import ArgumentParser
import Authoring
import Markdown
import Rendering
import SiteBuild
import SourceText

/// `quaestio init`: a site that builds, to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new site that is ready to build.",
    discussion: """
      Writes settings with comments, a question with a formula and a citation, its source, a page about the site, and \
      what hosts need: a workflow for GitHub Pages, headers for Cloudflare Pages and Netlify, a file for nginx. Exit \
      codes: 0 fine, 2 wrong use or a folder that is not empty, 3 the machine failed.
      """)

  @Argument(help: "The folder of the site; it is made, or empty.")
  var folder: String

  @Option(help: "The language of the site: zh-Hans, zh-Hant or en.")
  var language = UILanguage.en

  @Option(help: "The site's title.")
  var title: String?

  @Option(name: .customLong("base-url"), help: "Where the site will be published.")
  var baseURL: String?

  func run() throws {
    let disk = DiskFileSystem()
    let address = try baseURL.map(address)
    try requireEmpty(disk)
    let site = StarterSite(
      language: language, title: title, baseURL: address,
      date: String(decoding: try Today.date().isoBytes, as: UTF8.self))
    try disk.writeNew(site.files, in: folder)
    let place = folder == "." ? "" : " --site \(DisplayText.printable(folder))"
    try StandardStream.output.write("The site is ready: quaestio build\(place)\n")
  }

  private func address(_ written: String) throws(CommandFailure) -> String {
    do {
      return try BaseURL(written).text
    } catch {
      throw CommandFailure("--base-url \(written): \(error.message)")
    }
  }

  /// A new repository may hold its `.git` already.
  private func requireEmpty(_ disk: DiskFileSystem) throws(CommandFailure) {
    let names: [String]
    do {
      guard let status = try disk.statusIfPresent(folder) else { return }
      names = status.kind == .directory ? try disk.list(folder).map(\.name) : [PathName.lastComponent(folder)]
    } catch {
      throw CommandFailure(error)
    }
    guard let first = names.first(where: { ![".git", ".DS_Store"].contains($0) }) else { return }
    throw CommandFailure(
      "\(folder) is no empty folder: there is \(first); name a new folder, or begin in this one with "
        + "`quaestio new question TITLE`")
  }
}

extension UILanguage: ExpressibleByArgument {
  /// Reads a language by any of its names: `zh-TW` is `zh-Hant`.
  public init?(argument: String) { self.init(closestTo: argument) }
}
