import SourceText

extension BibTeXRecord {
  /// What only some works have, in the order in which pages name it.
  mutating func facts() -> [WorkFact] {
    var facts: [WorkFact] = []
    if let degree = degree() { facts.append(.thesis(degree)) }
    if let field = fields["editor"] {
      if fields["author"] == nil {
        facts.append(.isEdited)
      } else {
        let editors = BibTeXNames(BibTeXText(field, in: file))
        if !editors.names.isEmpty {
          facts.append(.editors(editors.names.map(\.value), hasMore: editors.hasOthers))
        }
      }
    }
    // Volume and number of a journal, and of proceedings outside a series, stand with its name.
    let isPlaced = BibTeXRecord.placedVenues.contains { fields[$0] != nil }
    if let series = text("series") {
      let number = isPlaced ? nil : text("number")
      let isNamed = isPlaced && fields["booktitle"] != nil && fields["volume"] != nil
      if !isNamed { facts.append(.series(series + (number.map { " \($0)" } ?? ""))) }
    }
    if !isPlaced, let volume = text("volume") { facts.append(.volume(volume)) }
    if let edition = text("edition") { facts.append(.edition(edition)) }
    return facts
  }

  /// The degree a thesis was written for, by the entry's type or by `type`, as BibTeX and biblatex name them.
  private mutating func degree() -> WorkFact.Degree? {
    switch entry.type {
    case "phdthesis": return .doctor
    case "mastersthesis": return .master
    case "thesis": break
    default: return nil
    }
    let type = (text("type") ?? "").lowercased()
    if type.hasPrefix("phd") || type.hasPrefix("ph.") || type.hasPrefix("doctor") || type.contains("博士") {
      return .doctor
    }
    if type.hasPrefix("ma") || type.hasPrefix("msc") || type.contains("硕士") || type.contains("碩士") {
      return .master
    }
    return type.hasPrefix("ba") || type.hasPrefix("bsc") || type.contains("学士") || type.contains("學士")
      ? .bachelor : nil
  }
}
