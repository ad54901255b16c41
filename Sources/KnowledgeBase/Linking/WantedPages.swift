import Markdown

/// A page that is linked to but not written.
package struct PageDemand: Sendable {
  /// What most links call it; of equals the first in the order of Unicode.
  package var name: String
  /// What its names have in common.
  package var slug: [UInt8]
  /// Number of pages that link to it.
  package var demand: Int
  /// The first link of every page, by the order of the pages.
  package var mentions: [(from: EntryID, mention: WantedMention)]
}

/// A link to a page that is not written.
package struct WantedMention: Sendable, Hashable {
  /// The name as written.
  package var name: [UInt8]
  package var slug: [UInt8]
  /// The link, and the paragraph, heading or cell that holds it.
  package var node: Int
  package var block: Int
}

extension KnowledgeBase {
  /// The pages that are linked to but not written, those that most pages link to first. Names with one slug are one
  /// page.
  ///
  /// - Complexity: O(n log n) in the number of such links.
  package func wantedPages() -> [PageDemand] {
    var pages: [[UInt8]: PageDemand] = [:]
    var names: [[UInt8]: [String: Int]] = [:]
    for (index, links) in links.enumerated() {
      for mention in links.wanted {
        names[mention.slug, default: [:]][String(decoding: mention.name, as: UTF8.self), default: 0] += 1
        let slug = mention.slug
        if pages[slug]?.mentions.last?.from.index == index { continue }
        pages[slug, default: PageDemand(name: "", slug: slug, demand: 0, mentions: [])].demand += 1
        pages[slug]?.mentions.append((EntryID(index), mention))
      }
    }
    return pages.values.map { page in
      var page = page
      let spellings = names[page.slug] ?? [:]
      page.name = spellings.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key ?? ""
      return page
    }
    .sorted { left, right in
      left.demand != right.demand
        ? left.demand > right.demand : left.slug.lexicographicallyPrecedes(right.slug)
    }
  }
}
