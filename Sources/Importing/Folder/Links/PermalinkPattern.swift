import Markdown

/// A pattern of addresses, such as `/:year/:month/:slug/`.
///
/// The names that may stand in it are those of Hugo ("Permalinks", tokens) and of Jekyll ("Permalinks", placeholders).
struct PermalinkPattern {
  private let text: String

  /// A pattern as it is written.
  init(_ text: String) { self.text = text }

  /// One of Jekyll's own patterns by its name, else a pattern as it is written.
  init(style: String) {
    text =
      switch style {
      case "date": "/:categories/:year/:month/:day/:title:output_ext"
      case "pretty": "/:categories/:year/:month/:day/:title/"
      case "none": "/:categories/:title:output_ext"
      default: style
      }
  }

  /// The address of a note.
  ///
  /// - Returns: `nil` where the pattern asks for what the note does not say, or for what is not known here.
  /// - Complexity: O(length).
  func address(of note: FolderNote, kind: FolderKind) -> String? {
    var rest = text[...]
    var address = ""
    while let character = rest.popFirst() {
      guard character == ":" else {
        address.append(character)
        continue
      }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
      rest = rest.dropFirst(name.count)
      // Hugo takes parts of a path, as in `:sections[1:]`.
      guard !rest.hasPrefix("["), let value = PermalinkPattern.value(of: name, note, kind) else { return nil }
      address += value
    }
    return address
  }

  private static func value(of name: Substring, _ note: FolderNote, _ kind: FolderKind) -> String? {
    let slug = note.metadata.text("slug")
    let folders = note.place.place.dropLast()
    let first = folders.first.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 } ?? ""
    switch name {
    case "year": return part(0, of: note)
    case "month": return part(1, of: note)
    case "day": return part(2, of: note)
    case "short_year": return part(0, of: note).map { String($0.suffix(2)) }
    case "i_month": return part(1, of: note).flatMap { Int($0) }.map(String.init)
    case "i_day": return part(2, of: note).flatMap { Int($0) }.map(String.init)
    case "title": return kind == .hugo ? words(note.title) : slug ?? note.pathName
    case "slug": return slug ?? (kind == .hugo ? words(note.title) : note.pathName)
    case "slugorfilename", "slugorcontentbasename": return slug ?? note.pathName
    case "filename", "contentbasename", "basename", "name": return note.pathName
    case "section", "collection": return first
    case "sections": return folders.joined(separator: "/")
    case "path": return (folders.dropFirst() + [note.pathName]).joined(separator: "/")
    case "categories", "slugified_categories":
      return categories(of: note, kind).map(words).joined(separator: "/")
    case "output_ext": return ""
    default: return nil
    }
  }

  /// The categories of a note; the folders of a post of Jekyll's are such, too.
  static func categories(of note: FolderNote, _ kind: FolderKind) -> [String] {
    let written = note.metadata.texts("categories") + note.metadata.texts("category")
    guard kind == .jekyll else { return written }
    let folders = note.place.place.first == "posts" ? note.place.place.dropFirst().dropLast() : []
    guard case .scalar(let text, _) = note.metadata["categories"] else { return folders + written }
    return folders + text.split(separator: " ").map(String.init)
  }

  /// The year, the month or the day of a note.
  private static func part(_ index: Int, of note: FolderNote) -> String? {
    let written = note.metadata.text("date").flatMap { CalendarDate(String($0.prefix(10))) }
    guard let date = written ?? note.place.date else { return nil }
    let parts = String(decoding: date.isoBytes, as: UTF8.self).split(separator: "-")
    return index < parts.count ? String(parts[index]) : nil
  }

  /// Words as they stand in an address.
  private static func words(_ text: String) -> String {
    String(decoding: Slug.make(Array(text.utf8)), as: UTF8.self)
  }
}

extension FolderNote {
  /// The last name of the path that is the note's own: that of its folder where it stands for one.
  var pathName: String { isIndex ? place.place.dropLast().last ?? "" : stem }
}
