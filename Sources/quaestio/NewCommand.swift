import ArgumentParser
import Authoring
import Rendering
import SiteBuild
import SourceText

/// `quaestio new`: a file to write in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a question or a reference in a file of its own.",
    discussion: """
      The file is named by the title, gets its front matter and is never written over another one; its path is printed. \
      A question is dated today, because you write it today (SOURCE_DATE_EPOCH stands for that day). Exit codes: 0 \
      fine, 2 wrong use or a file that is there already, 3 the machine failed.
      """)

  @Argument(help: "What to begin: question or reference.")
  var kind: NewFile.Kind

  @Argument(help: "Its title, inline Markdown.")
  var title: String

  @Option(help: "The site's folder.")
  var site = "."

  @Option(help: "The name of the file, if not by the title.")
  var slug: String?

  @Option(name: .customLong("tag"), help: "A tag; may be given several times.")
  var tags: [String] = []

  @Option(help: "The address of a reference.")
  var url: String?

  func validate() throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title says nothing.") }
    if slug?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--slug says nothing.") }
    if url != nil, kind == .question { throw ValidationError("--url goes with `new reference`.") }
  }

  func run() throws {
    let disk = DiskFileSystem()
    guard (try? disk.status(site))?.kind == .directory else {
      throw CommandFailure("there is no folder \(site); `quaestio init \(site)` makes a site")
    }
    let configuration = try SiteConfiguration.ofSite(site, disk)
    var facts = NewFile.Facts(title: title, today: try Today.date())
    facts.slug = slug
    facts.tags = tags
    facts.url = url
    let file = NewFile(kind, facts, language: configuration.language)
    let content = PathName.join(site, configuration.content)
    if let other = file.clashes(with: try files(below: content, disk)).first {
      throw CommandFailure(
        "\(PathName.join(configuration.content, other)) is there already and has this address; write in it, or "
          + "give the new file another name with --slug")
    }
    try disk.writeNew([file.file], in: content)
  }

  private func files(below content: String, _ disk: DiskFileSystem) throws(CommandFailure) -> [String] {
    guard disk.exists(content) else { return [] }
    do {
      return try disk.walk(content).files
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension NewFile.Kind: ExpressibleByArgument {}

extension SiteConfiguration {
  /// What a site's `quaestio.yml` says, if it has one; what is wrong in it is for builds and checks to say.
  static func ofSite(_ site: String, _ disk: DiskFileSystem) throws(CommandFailure) -> SiteConfiguration {
    let path = PathName.join(site, "quaestio.yml")
    guard disk.exists(path) else { return SiteConfiguration() }
    do {
      return SiteConfiguration.read(SourceFile(path: path, bytes: try disk.read(path))).configuration
    } catch {
      throw CommandFailure(error)
    }
  }
}
