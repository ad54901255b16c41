import Markdown

/// A name by which links find a page. Names are collected when a page is read, since so much of it is looked at for them.
struct PageName: Sendable {
  /// What a name is to its page, in the order in which links look for it.
  enum Kind: UInt8, Sendable {
    /// The path of its file below the content folder, without `.md`.
    case path
    /// The name of its file, and the last part of its address.
    case stem
    case alias, title
    /// A heading on a page of short questions.
    case section
    /// The title with its formulas and marks.
    case writtenTitle
    /// An end of the path: `optimizers/adam` for `questions/optimizers/adam`.
    case pathEnd
    /// The key of a source, found only as it is written.
    case key
  }

  var kind: Kind
  var digest: NameDigest
}

extension [PageName] {
  /// The names of a page. O(length of the names).
  init(
    kind: Entry.Kind, path: String, slug: [UInt8], title: Title, frontMatter: FrontMatter, headings: [Heading]
  ) {
    self = []
    let path = Array<UInt8>(path.utf8)
    add(path.span, .path)
    let slashes = path.indices.filter { path[$0] == 0x2F }
    let stem = (slashes.last ?? -1) + 1
    for slash in slashes.dropLast() { add(path.span.extracting((slash + 1)...), .pathEnd) }
    add(path.span.extracting(stem...), .stem)
    if !slug.elementsEqual(path[stem...]) { add(slug.span, .stem) }
    for alias in frontMatter.aliases {
      let alias = alias.value.utf8
      add(alias.span, .alias)
    }
    add(title.plain.span, .title)
    if let written = title.written { add(written.span, .writtenTitle) }
    if kind == .faq {
      for heading in headings where heading.level == 2 { add(heading.plainText.span, .section) }
    }
    if kind == .reference { add(slug.span, .key) }
  }

  private mutating func add(_ name: Span<UInt8>, _ kind: PageName.Kind) {
    if !name.isEmpty { append(PageName(kind: kind, digest: NameDigest(name))) }
  }
}
