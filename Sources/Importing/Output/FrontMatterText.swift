package import Markdown

/// Front matter being written.
package struct FrontMatterText {
  private var bytes = Array("---\n".utf8)

  package init() {}

  /// Adds a text.
  package mutating func add(_ key: String, _ text: [UInt8]) {
    bytes += Array("\(key): ".utf8) + YAMLText.scalar(text) + [0x0A]
  }

  /// Adds a day, if there is one.
  package mutating func add(_ key: String, _ date: CalendarDate?) {
    guard let date else { return }
    bytes += Array("\(key): ".utf8) + date.isoBytes + [0x0A]
  }

  /// Adds a list, if it is not empty.
  package mutating func add(_ key: String, list: [[UInt8]]) {
    guard !list.isEmpty else { return }
    bytes += Array("\(key): ".utf8) + YAMLText.list(list) + [0x0A]
  }

  /// Adds the names of authors: one as a text, several as a list.
  package mutating func add(authors: [[UInt8]]) {
    if authors.count == 1 { add("author", authors[0]) } else { add("authors", list: authors) }
  }

  /// Adds a word of ours.
  package mutating func addWord(_ key: String, _ word: String) {
    bytes += Array("\(key): \(word)\n".utf8)
  }

  /// The whole block.
  package var finished: [UInt8] { bytes + Array("---\n".utf8) }
}
