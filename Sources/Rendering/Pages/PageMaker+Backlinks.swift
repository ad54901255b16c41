import KnowledgeBase
import Markdown

extension PageMaker {
  /// One sentence of every page that links to a page, and one for each equation it refers to.
  func backlinks(to id: EntryID, root: [UInt8], _ language: UILanguage) -> [Backlink] {
    var places: [Place: Int] = [:]
    var shown: [LinkGraph.Incoming] = []
    for incoming in knowledge.graph.incoming(of: id) {
      let mention = mention(incoming)
      let place = Place(from: incoming.from, equation: mention.equation)
      if let known = places[place] {
        // The first place may be one that cannot be led to.
        if mention.isFirst, !self.mention(shown[known]).isFirst { shown[known] = incoming }
      } else {
        places[place] = shown.count
        shown.append(incoming)
      }
    }
    return shown.map { backlink($0, root: root, language) }
  }

  /// A page that links to another, or to one of its equations.
  private struct Place: Hashable {
    var from: EntryID
    var equation: Int?
  }

  private func mention(_ incoming: LinkGraph.Incoming) -> Mention {
    knowledge.mention(incoming)
  }

  /// The sentence of a mention.
  func backlink(_ incoming: LinkGraph.Incoming, root: [UInt8], _ language: UILanguage) -> Backlink {
    let mention = mention(incoming)
    var anchor = knowledge.anchor(of: mention)
    if case .citation(let number, let occurrence) = mention.kind, occurrence > 0,
      knowledge[incoming.from].kind.numbersCitations
    {
      anchor = Array("cite-\(number)-\(occurrence)".utf8)
    }
    var backlink = backlink(
      from: incoming.from, anchor: anchor, node: mention.node, block: mention.block, root: root, language)
    if let equation = mention.equation {
      backlink.place = knowledge[mention.target].equations[equation].shownNumber
    }
    return backlink
  }

  /// The sentence around a node of a page, which is marked.
  func backlink(
    from id: EntryID, anchor: [UInt8] = [], node: Int, block: Int, root: [UInt8], _ language: UILanguage
  ) -> Backlink {
    let from = knowledge[id]
    let sentence = SentenceReader(knowledge, id).sentence(around: node, in: block)
    var html: [UInt8] = []
    HTMLWriter.append(text: sentence.before, to: &html)
    if !sentence.marked.isEmpty {
      HTMLWriter.append("<mark>", to: &html)
      HTMLWriter.append(text: sentence.marked, to: &html)
      HTMLWriter.append("</mark>", to: &html)
    }
    HTMLWriter.append(text: sentence.after, to: &html)
    var title = titles[id.index]
    if let question = from.frequentQuestion(around: node) {
      title += Array(" › ".utf8) + TitleRenderer.html(of: question)
    }
    return Backlink(
      url: root + from.path.url + (anchor.isEmpty ? [] : [0x23] + PercentEncoding.encode(anchor)),
      title: title, sentence: html, language: contentLanguage(of: from, on: language))
  }
}

extension Mention {
  /// The equation it speaks of, by its place on the target.
  fileprivate var equation: Int? {
    if case .equation(let index) = kind { index } else { nil }
  }
}

extension Entry.Kind {
  /// Whether citations are numbers of a list on the page; on other pages they name their source.
  var numbersCitations: Bool {
    switch self {
    case .question, .faq, .page, .home: true
    case .reference: false
    }
  }
}
