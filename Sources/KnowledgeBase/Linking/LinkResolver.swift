package import SourceText
import Markdown

/// Finds out what the links and citations of one page point to. Resolving a page reads the others but changes none,
/// so that all pages are resolved at once. It is shared, not copied, by the resolutions of all pages.
package final class LinkResolver: Sendable {
  let knowledge: KnowledgeBase
  /// The files of the site that are no Markdown.
  let assets: AssetNames
  /// Addresses of Quaestio's own pages below the root, such as `search/`.
  let builtIn: Set<String>
  /// The pages that are not published yet, which links may name.
  let drafts: LinkIndex
  /// The content folder, relative to the site, with `/` at its end.
  let contentFolder: String

  /// The addresses in a piece of raw HTML, with the offsets of their tags in the slice.
  let rawAddresses: RawAddresses

  /// Finds addresses in raw HTML.
  package typealias RawAddresses = @Sendable (ArraySlice<UInt8>) -> [(address: [UInt8], tag: Range<Int>)]

  /// Prepares to resolve the links of a site.
  ///
  /// - Parameter assets: paths of all files of the site that are no Markdown, relative to the site.
  package init(
    _ knowledge: KnowledgeBase, assets: Set<String>, builtIn: Set<String>, drafts: [Entry] = [],
    contentFolder: String, rawAddresses: @escaping RawAddresses = { _ in [] }
  ) {
    self.knowledge = knowledge
    self.assets = AssetNames(assets, contentFolder: contentFolder)
    self.builtIn = builtIn
    self.drafts = LinkIndex(drafts, redirects: [])
    self.contentFolder = contentFolder
    self.rawAddresses = rawAddresses
  }

  /// What the links of a page point to, and what is wrong with them. Shared, because it is passed on as a whole.
  package final class Resolution: Sendable {
    package let links: PageLinks
    package let diagnostics: [Diagnostic]
    let unknownNames: [UnknownName]

    init(links: PageLinks, diagnostics: [Diagnostic], unknownNames: [UnknownName]) {
      self.links = links
      self.diagnostics = diagnostics
      self.unknownNames = unknownNames
    }
  }

  /// Resolves everything on a page.
  ///
  /// - Complexity: O(nodes of the page).
  package func resolve(_ id: EntryID) -> Resolution {
    var page = PageResolution(resolver: self, id: id)
    page.run()
    return Resolution(links: page.links, diagnostics: page.diagnostics, unknownNames: page.unknownNames)
  }

  /// The diagnostics of all pages, with suggestions for names that nothing has, and of what only all pages together
  /// tell.
  package func diagnostics(of resolutions: [Resolution]) -> [Diagnostic] {
    var suggestions = NameSuggestions(knowledge, assets: assets)
    var all: [Diagnostic] = []
    for index in resolutions.indices where !resolutions[index].diagnostics.isEmpty {
      var diagnostics = resolutions[index].diagnostics
      for unknown in resolutions[index].unknownNames {
        let note = suggestions.advice(for: unknown)
        diagnostics[unknown.diagnostic].notes.append(Note(note))
      }
      all += diagnostics
    }
    return all + EmbedGraph(knowledge, resolutions).diagnostics
  }
}
