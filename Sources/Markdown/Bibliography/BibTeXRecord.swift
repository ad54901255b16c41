import SourceText

/// Reads the fields of an entry as what pages show of a source.
struct BibTeXRecord {
  let fields: BibTeXFields
  let entry: BibTeXEntry
  let file: SourceFile
  /// Commands nobody knows.
  private(set) var unknownCommands: [(name: String, range: SourceRange)] = []
  /// Values that say nothing to us.
  private(set) var faults: [(range: SourceRange, message: String)] = []

  init(_ fields: BibTeXFields, of entry: BibTeXEntry, in file: SourceFile) {
    self.fields = fields
    self.entry = entry
    self.file = file
  }

  // MARK: Title and excerpt

  /// Title and subtitle; the key where there is none.
  mutating func title() -> [TeXRun] {
    var title = runs("title") ?? runs("booktitle") ?? []
    guard !title.isEmpty else {
      return [TeXRun(kind: .text, text: Array(entry.key.value.utf8), range: entry.key.range)]
    }
    if let subtitle = runs("subtitle"), let first = subtitle.first {
      let end = String(decoding: title.last?.text ?? [], as: UTF8.self).unicodeScalars.last
      let colon = end?.isUnspaced ?? false ? "：" : ": "
      title.append(TeXRun(kind: .text, text: Array(colon.utf8), range: first.range))
      title += subtitle
    }
    return title
  }

  /// The abstract, else a note.
  mutating func excerpt() -> [TeXRun] {
    for name in ["abstract", "annotation", "annote"] {
      if let runs = runs(name, showsAddresses: true) { return runs }
    }
    return note() ?? []
  }

  /// A note, unless it only repeats the address.
  private mutating func note() -> [TeXRun]? {
    guard let note = runs("note", showsAddresses: true), !TeXAddress.isAddress(note.plainText) else {
      return nil
    }
    return note
  }

  // MARK: Front matter

  /// What is known of the source.
  mutating func frontMatter(title: [TeXRun]) -> FrontMatter {
    var frontMatter = FrontMatter()
    frontMatter.range = entry.range
    frontMatter.id = entry.key
    frontMatter.entries = [
      MetadataEntry(
        key: FrontMatterKey.id.rawValue, keyRange: entry.key.range,
        value: MetadataValue(.scalar(entry.key.value, .plain), range: entry.key.range))
    ]
    frontMatter.kind = .reference
    frontMatter.title = Sourced(
      title.plainText, range: (fields["title"] ?? fields["booktitle"])?.range ?? entry.key.range)
    readAuthors(into: &frontMatter)
    frontMatter.site = site()
    frontMatter.container = container()
    frontMatter.workFacts = facts()
    frontMatter.date = date()
    frontMatter.accessed = fields["urldate"].flatMap { accessed($0) }
    frontMatter.url = url()
    frontMatter.tags = tags()
    frontMatter.lang = language()
    return frontMatter
  }

  private func readAuthors(into frontMatter: inout FrontMatter) {
    guard let field = fields["author"] ?? fields["editor"] else { return }
    let names = BibTeXNames(BibTeXText(field, in: file))
    frontMatter.authors = names.names
    frontMatter.hasMoreAuthors = names.hasOthers && !names.names.isEmpty
    frontMatter.organizations = names.organizations
  }

  /// Who published it, with volume, number and pages: `Bell System Technical Journal 27(3), 379–423`.
  private mutating func site() -> Sourced<String>? {
    for name in BibTeXRecord.venues {
      guard let field = fields[name], let text = text(name), !TeXAddress.isAddress(text) else { continue }
      guard BibTeXRecord.placedVenues.contains(name) else { return Sourced(text, range: field.range) }
      var place = ""
      let number = self.text("number") ?? self.text("issue")
      if let volume = self.text("volume") {
        // The volume of proceedings in a series is one of the series.
        let series = name == "booktitle" ? self.text("series").map { ", \($0)" } : nil
        place = (series ?? "") + " " + volume + (number.map { "(\($0))" } ?? "")
      } else if let number {
        place = " (\(number))"
      }
      if let pages = self.text("pages") { place += ", " + BibTeXRecord.pages(pages) }
      return Sourced(text + place, range: field.range)
    }
    guard let eprint = fields["eprint"], arXivNumber() != nil else { return nil }
    return Sourced("arXiv", range: eprint.range)
  }

  /// The journal or book the work is a part of, by its name alone.
  private mutating func container() -> WorkContainer? {
    guard let name = ["journal", "journaltitle", "booktitle"].first(where: { fields[$0] != nil }),
      let text = text(name), !TeXAddress.isAddress(text)
    else { return nil }
    return WorkContainer(name: text, isPeriodical: name != "booktitle")
  }

  /// A span of pages with an en dash, however it was written.
  private static func pages(_ written: String) -> String {
    let sides = written.split { $0 == "-" || $0 == "–" || $0 == "—" }.map { String($0).trimmingSpaces }
    let isSpan = sides.count == 2 && sides.allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) && !$0.isEmpty }
    return isSpan ? sides.joined(separator: "–") : written
  }

  private mutating func date() -> CalendarDate? {
    if let field = fields["date"], let written = text("date") {
      if let date = BibTeXDate.read(written) { return date }
      report(field, "`\(written)` is not a date; write it as 2017, 2017-06 or 2017-06-12.")
    }
    guard let field = fields["year"], let year = text("year") else { return nil }
    if let date = BibTeXDate.read(year: year, month: text("month"), day: text("day")) { return date }
    report(field, "`\(year)` is not a year; write it with four digits, as 2017.")
    return nil
  }

  private mutating func accessed(_ field: BibTeXField) -> CalendarDate? {
    guard let written = text(field.name) else { return nil }
    if let date = BibTeXDate.read(written) { return date }
    report(field, "`\(written)` is not a date; write it as 2017-06-12.")
    return nil
  }

  /// The address, else that of the digital object identifier, else that of the preprint.
  private func url() -> Sourced<String>? {
    for name in ["url", "howpublished", "note"] {
      guard let field = fields[name], let address = webAddress(field) else { continue }
      if name == "url" || fields["doi"] == nil { return Sourced(address, range: place(of: field)) }
    }
    if let field = fields["doi"] {
      var identifier = address(field)
      if TeXAddress.isAddress(identifier) { return Sourced(identifier, range: place(of: field)) }
      if identifier.lowercased().hasPrefix("doi:") { identifier.removeFirst(4) }
      if !identifier.isEmpty {
        return Sourced("https://doi.org/" + TeXAddress.encoded(identifier), range: place(of: field))
      }
    }
    guard let field = fields["eprint"], let number = arXivNumber() else { return nil }
    return Sourced("https://arxiv.org/abs/" + TeXAddress.encoded(number), range: place(of: field))
  }

  /// The number of a preprint of arXiv.
  private func arXivNumber() -> String? {
    guard let field = fields["eprint"] else { return nil }
    var number = address(field)
    if number.lowercased().hasPrefix("arxiv:") { number.removeFirst(6) }
    let archive = (fields["archiveprefix"] ?? fields["eprinttype"]).map { address($0).lowercased() }
    let parts = number.split(separator: ".", maxSplits: 1)
    let looksSo =
      parts.count == 2 && parts[0].utf8.count == 4 && parts.allSatisfy { Int($0.prefix(4)) != nil }
    return archive == "arxiv" || (archive == nil && looksSo) ? number : nil
  }

  private func webAddress(_ field: BibTeXField) -> String? {
    let address = address(field)
    return field.name == "url"
      ? (address.isEmpty ? nil : address) : TeXAddress.isAddress(address) ? address : nil
  }

  /// A field as an address: `\url{…}` around it is gone.
  private func address(_ field: BibTeXField) -> String {
    var bytes = BibTeXText(field, in: file).bytes[...]
    while let first = bytes.first, ASCII.isSpace(first) { bytes = bytes.dropFirst() }
    if bytes.starts(with: "\\url".utf8) { bytes = bytes.dropFirst(4) }
    return TeXAddress.read(bytes)
  }

  /// The bytes between the delimiters of a value of one piece.
  private func place(of field: BibTeXField) -> SourceRange {
    field.pieces.count == 1 ? field.pieces[0] : field.range
  }

  private mutating func tags() -> [Sourced<String>] {
    guard let field = fields["keywords"], let written = text("keywords") else { return [] }
    var tags: [Sourced<String>] = []
    for word in written.split(whereSeparator: { ",;，；、".contains($0) }) {
      let tag = String(word).trimmingSpaces
      if !tag.isEmpty, !tags.contains(where: { $0.value == tag }), tags.count < BibTeXRecord.mostTags {
        tags.append(Sourced(tag, range: field.range))
      }
    }
    return tags
  }

  private mutating func language() -> Sourced<String>? {
    for name in ["langid", "language"] {
      guard let field = fields[name], let written = text(name)?.lowercased() else { continue }
      let head = written.prefix { $0.isASCII && $0.isLetter }
      let isTag =
        2...3 ~= head.count
        && written.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D }
      guard let tag = BibTeXRecord.languages[written] ?? (isTag ? text(name) : nil) else { continue }
      return Sourced(tag, range: field.range)
    }
    return nil
  }

  // MARK: Fields

  /// The words of a field; `nil` when there are none.
  mutating func text(_ name: String) -> String? {
    guard let text = runs(name)?.plainText, !text.isEmpty else { return nil }
    return text
  }

  private mutating func runs(_ name: String, showsAddresses: Bool = false) -> [TeXRun]? {
    guard let field = fields[name] else { return nil }
    let source = BibTeXText(field, in: file)
    let (runs, unknown) = TeXTextReader.read(
      0..<source.bytes.count, of: source, showsAddresses: showsAddresses)
    for command in unknown where !unknownCommands.contains(where: { $0.range == command.range }) {
      unknownCommands.append(command)
    }
    return runs.isEmpty ? nil : runs
  }

  private mutating func report(_ field: BibTeXField, _ message: String) {
    faults.append((field.range, message))
  }

  // MARK: Tables

  /// Where the name of the publishing place is looked for, in this order.
  private static let venues = [
    "journal", "journaltitle", "booktitle", "publisher", "howpublished", "school", "institution",
    "organization",
  ]
  /// Places that have volumes and pages.
  static let placedVenues: Set<String> = ["journal", "journaltitle", "booktitle"]
  private static let mostTags = 100

  /// Languages by the names of babel and polyglossia, and as data bases write them.
  private static let languages: [String: String] = [
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "chinese": "zh", "schinese": "zh-Hans", "chinese-hans": "zh-Hans", "tchinese": "zh-Hant",
    "chinese-hant": "zh-Hant", "中文": "zh", "中文;": "zh", "chi": "zh", "cn": "zh", "eng": "en", "英文": "en",
    "german": "de", "ngerman": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "japanese": "ja", "korean": "ko", "russian": "ru", "dutch": "nl", "latin": "la", "polish": "pl",
  ]
}

extension TeXAddress {
  /// Whether a text is a web address and nothing else.
  static func isAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    return (lower.hasPrefix("http://") || lower.hasPrefix("https://")) && !text.contains(" ")
  }

  /// An identifier as a part of an address: what ends a path there is percent-encoded.
  static func encoded(_ identifier: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in identifier.utf8 {
      switch byte {
      case 0x00...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"),
        UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
