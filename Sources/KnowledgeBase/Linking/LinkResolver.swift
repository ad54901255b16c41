package import SourceText
import Markdown

/// Finds out what the links and citations of one page point to. Resolving a page reads the others but changes none,
/// so that all pages are resolved at once.
package struct LinkResolver: Sendable {
  let knowledge: KnowledgeBase
  /// Paths of all files of the site that are no Markdown, relative to the site.
  let assets: Set<String>
  /// Addresses of Quaestio's own pages below the root, such as `search/`.
  let builtIn: Set<String>
  /// The content folder, relative to the site, with `/` at its end.
  let contentFolder: String

  /// Prepares to resolve the links of a site.
  package init(_ knowledge: KnowledgeBase, assets: Set<String>, builtIn: Set<String>, contentFolder: String) {
    self.knowledge = knowledge
    self.assets = assets
    self.builtIn = builtIn
    self.contentFolder = contentFolder
  }

  /// Resolves everything on a page.
  ///
  /// - Complexity: O(nodes of the page).
  package func resolve(_ id: EntryID) -> (links: PageLinks, diagnostics: [Diagnostic]) {
    var page = PageResolution(resolver: self, id: id)
    page.run()
    return (page.links, page.diagnostics)
  }
}
