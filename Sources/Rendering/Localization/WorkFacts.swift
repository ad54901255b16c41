package import Markdown

extension UILanguage {
  /// Where a source appeared: site, journal or publisher, with what BibTeX knows besides:
  /// `Prentice Hall Series in AI, vol. 2, 3rd ed., Prentice Hall`, `博士学位论文，北京大学`.
  @inline(__always)  // Else all front matter is copied.
  package func venue(of frontMatter: FrontMatter) -> [UInt8] {
    let site = frontMatter.site?.value
    var parts = frontMatter.workFacts.compactMap(phrase)
    if let site {
      // A part of a journal or book is found by its name, a book by its own.
      let isPart = frontMatter.container != nil
      parts.insert(site, at: isPart ? 0 : parts.endIndex)
    }
    return Array(parts.joined(separator: isChinese ? "，" : ", ").utf8)
  }

  private var isChinese: Bool { self != .en }

  private func phrase(_ fact: WorkFact) -> String? {
    switch fact {
    case .isEdited: nil
    case .thesis(let degree): thesis(degree)
    case .editors(let names, let hasMore): editors(names, hasMore: hasMore)
    case .series(let series): series
    case .volume(let volume): self.volume(volume)
    case .edition(let written): edition(written)
    }
  }

  private func thesis(_ degree: WorkFact.Degree) -> String {
    switch (self, degree) {
    case (.zhHans, .bachelor): "学士学位论文"
    case (.zhHans, .master): "硕士学位论文"
    case (.zhHans, .doctor): "博士学位论文"
    case (.zhHant, .bachelor): "學士學位論文"
    case (.zhHant, .master): "碩士學位論文"
    case (.zhHant, .doctor): "博士學位論文"
    case (.en, .bachelor): "bachelor’s thesis"
    case (.en, .master): "master’s thesis"
    case (.en, .doctor): "PhD thesis"
    }
  }

  private func editors(_ names: [String], hasMore: Bool) -> String {
    let list = String(decoding: self.names(names.map { Array($0.utf8) }, hasMore: hasMore), as: UTF8.self)
    let space = UILanguage.space(behind: list)
    switch self {
    case .zhHans: return "\(list)\(space)编"
    case .zhHant: return "\(list)\(space)編"
    case .en: return "ed. by \(list)"
    }
  }

  private func volume(_ written: String) -> String {
    let saysSo = written.lowercased().hasPrefix("vol") || "卷册冊辑輯部".contains { written.contains($0) }
    if saysSo { return written }
    return isChinese ? "第 \(written) 卷" : "vol. \(written)"
  }

  private func edition(_ written: String) -> String {
    guard let number = WorkFact.editionNumber(of: written) else {
      let lower = written.lowercased()
      let saysSo =
        written.contains("版") || lower.hasSuffix("ed.") || lower.hasSuffix(" ed")
        || lower.hasSuffix("edition")
      return saysSo || isChinese ? written : "\(written) ed."
    }
    return isChinese ? "第 \(number) 版" : "\(UILanguage.ordinal(number)) ed."
  }

  /// `1st`, `2nd`, `11th`.
  private static func ordinal(_ number: Int) -> String {
    let isTeen = 11...13 ~= number % 100
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(ending)"
  }

  /// Behind a name in Latin letters stands a space.
  static func space(behind name: String?) -> String {
    name?.unicodeScalars.last?.isUnspaced ?? true ? "" : " "
  }
}
