import Markdown
import SourceText

/// Links by addresses: of other sites, of files of this one, of its published pages.
extension PageResolution {
  mutating func destination(_ destination: [UInt8], _ range: SourceRange) -> LinkTarget {
    switch URLPolicy.judge(destination) {
    case .external:
      return .address(Redirector.target(of: destination) ?? URLPolicy.normalized(destination))
    case .forbidden(let scheme):
      diagnostics.append(
        report(
          .linkUnsafe, range, "Links to \"\(scheme):\" are not published.",
          [Note("Allowed are http, https, mailto, tel and relative links.")]))
      return .broken
    case .relative(let path, let fragment):
      return relative(path, fragment, range)
    }
  }

  private mutating func relative(_ path: String, _ fragment: [UInt8]?, _ range: SourceRange) -> LinkTarget {
    if path.isEmpty { return place(fragment, on: id, range) }
    if path.hasPrefix("/") {
      let address = String(path.dropFirst())
      if let target = knowledge.names.find(address: address) { return place(fragment, on: target, range) }
      if resolver.builtIn.contains(address) || resolver.builtIn.contains(address + "/") {
        return .builtIn(PercentEncoding.encode(address.utf8))
      }
      let file = resolver.contentFolder + "static" + path
      if resolver.assets.paths.contains(file) { return .builtIn(PercentEncoding.encode(address.utf8)) }
    } else if let file = RelativePath.resolve(path, against: folder) {
      if file.hasSuffix(".md"), file.hasPrefix(resolver.contentFolder),
        let target = knowledge.names.find(
          path: String(file.dropFirst(resolver.contentFolder.count).dropLast(3)))
      {
        return place(fragment, on: target, range)
      }
      // A folder is read by its own page.
      if path.hasSuffix("/"), file.hasPrefix(resolver.contentFolder),
        let target = knowledge.names.find(
          path: String(file.dropFirst(resolver.contentFolder.count)) + "/index")
      {
        return place(fragment, on: target, range)
      }
      if resolver.assets.paths.contains(file) { return .asset(file, fragment: fragment) }
    }
    if let file = RelativePath.resolve(path, against: folder), file.hasPrefix(resolver.contentFolder),
      resolver.drafts.find(path: String(file.dropFirst(resolver.contentFolder.count)).replacingSuffix(".md"))
        != nil
    {
      return draft(path, range)
    }
    // A file has no use for a query, which a copied link may carry: `entropy.md?raw=1`.
    if let mark = path.firstIndex(of: "?"), mark != path.startIndex {
      return relative(String(path[..<mark]), fragment, range)
    }
    reportMissing(file: path, range)
    return .broken
  }

  /// The page at a path that begins in this page's folder, `../info/entropy`, as some editors write wiki links.
  func page(atRelativePath path: String) -> EntryID? {
    guard path.hasPrefix("./") || path.hasPrefix("../"),
      let file = RelativePath.resolve(path.replacingSuffix(".md"), against: folder),
      file.hasPrefix(resolver.contentFolder)
    else { return nil }
    return knowledge.names.find(path: String(file.dropFirst(resolver.contentFolder.count)))
  }

  /// A page of the same name in another folder is what authors mean most often.
  private mutating func reportMissing(file path: String, _ range: SourceRange) {
    let name = String(path.split(separator: "/").last ?? "")
    let isPage = name.hasSuffix(".md") || !name.contains(".")
    let stem = name.replacingSuffix(".md")
    let fault = isPage ? DiagnosticID.linkUnresolved : .assetMissing
    let message = "There is no file \"\(path)\" here."
    let namesakes = (isPage ? knowledge.names.find(stem: stem) : [])
      .map { knowledge[$0].document.source.path }.filter { $0.hasSuffix(".md") }
    guard !namesakes.isEmpty else {
      return reportUnknown(stem, among: isPage ? .pages : .assets, fault, range, message, writtenFrom: folder)
    }
    let paths = namesakes.prefix(3).map { "`\(RelativePath.make(to: $0, from: folder))`" }
    diagnostics.append(
      report(fault, range, message, [Note("did you mean \(paths.joined(separator: " or "))?")]))
  }
}

extension String {
  /// The text without a suffix it may have.
  fileprivate func replacingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
