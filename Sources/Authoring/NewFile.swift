import Importing
package import Markdown
package import Rendering

/// A file that an author begins with: its front matter filled in, its sections named.
package struct NewFile: Sendable {
  /// What a file can be of.
  package enum Kind: String, Sendable, CaseIterable {
    case question, reference

    /// The folder below the content folder.
    package var folder: String { rawValue + "s" }
  }

  /// The file, by its path below the content folder.
  package let file: AuthoredFile

  /// What the author says of it.
  package struct Facts: Sendable {
    /// Inline Markdown.
    package var title: String
    /// The name of the file, which becomes the address; of the title, when nothing is said.
    package var slug: String?
    package var tags: [String] = []
    /// Where a source is found.
    package var url: String?
    /// The day on which the author writes this, the only day a program may fill in.
    package var today: CalendarDate

    package init(title: String, today: CalendarDate) {
      self.title = title
      self.today = today
    }
  }

  /// Writes the file in the language of the site.
  ///
  /// - Complexity: O(length).
  package init(_ kind: Kind, _ facts: Facts, language: UILanguage) {
    var names = FileNames(occupied: [])
    let name = names.take(title: (facts.slug ?? facts.title).utf8, folder: kind.folder)
    var text = FrontMatterText()
    text.add("title", Array(facts.title.utf8))
    let tags = facts.tags.map { Array($0.utf8) }
    let body: String
    switch kind {
    case .question:
      text.add("date", facts.today)
      body = "## \(language.strings.answer)\n\n"
    case .reference:
      if let url = facts.url {
        text.add("url", Array(url.utf8))
        text.add("accessed", facts.today)
      }
      body = ""
    }
    text.add("tags", list: tags)
    file = AuthoredFile(path: "\(kind.folder)/\(name).md", bytes: text.finished + Array("\n\(body)".utf8))
  }

  /// The files of a content folder that have the same address: folders below ``Kind/folder`` do not count, and neither
  /// does case.
  ///
  /// - Parameter files: paths below the content folder.
  package func clashes(with files: [String]) -> [String] {
    func address(_ path: String) -> [String] {
      let parts = path.lowercased().split(separator: "/")
      return parts.count > 1 ? [String(parts[0]), String(parts[parts.count - 1])] : []
    }
    let own = address(file.path)
    return files.filter { address($0) == own }
  }
}
