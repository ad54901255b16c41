package import Templates

/// One step of the way from the home page to this page.
package struct Breadcrumb: PageModel {
  package var title: [UInt8]
  package var url: [UInt8]
  package var language: [UInt8]

  package init(title: [UInt8], url: [UInt8] = [], language: [UInt8] = []) {
    self.title = title
    self.url = url
    self.language = language
  }

  package static let modelName = "Breadcrumb"
  package static let fields: [FieldBinding<Breadcrumb>] = [
    .html("title", "The step's title; may hold formulas, never links.") { $0.title },
    .url("url", "The step's page; empty for this page itself.") { $0.url },
    .text("title_language", "The title's language where it is not the page's, else empty.") { $0.language },
    .flag("title_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
  ]
}

/// A tag and the page that lists its questions.
package struct TagLink: PageModel {
  package var name: [UInt8]
  package var url: [UInt8]
  package var count: [UInt8]
  package var language: [UInt8]

  package init(name: [UInt8], url: [UInt8], count: [UInt8] = [], language: [UInt8] = []) {
    self.name = name
    self.url = url
    self.count = count
    self.language = language
  }

  package static let modelName = "TagLink"
  package static let fields: [FieldBinding<TagLink>] = [
    .text("name", "The tag as its authors write it.") { $0.name },
    .url("url", "The tag's page.") { $0.url },
    .text("count", "How many questions carry it, as a number; empty where that is not shown.") { $0.count },
    .text(
      "tag_language", "The site's language where the page has another and the tag may be in it, else empty."
    ) {
      $0.language
    },
  ]
}

/// A page by its title.
package struct TitledLink: PageModel {
  package var url: [UInt8]
  package var title: [UInt8]
  package var language: [UInt8]

  package init(url: [UInt8], title: [UInt8], language: [UInt8]) {
    self.url = url
    self.title = title
    self.language = language
  }

  package static let modelName = "TitledLink"
  package static let fields: [FieldBinding<TitledLink>] = [
    .url("url", "The page.") { $0.url },
    .html("title", "The page's title; may hold formulas, never links.") { $0.title },
    .text("title_language", "The title's language where it is not the page's, else empty.") { $0.language },
    .flag("title_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
  ]
}

/// A question's neighbours in the list of a tag.
package struct TagNeighbours: PageModel {
  package var tag: TagLink
  package var previous: TitledLink?
  package var next: TitledLink?

  package init(tag: TagLink, previous: TitledLink?, next: TitledLink?) {
    self.tag = tag
    self.previous = previous
    self.next = next
  }

  package static let modelName = "TagNeighbours"
  package static let fields: [FieldBinding<TagNeighbours>] = [
    .record("neighbours_tag", "The tag.") { $0.tag },
    .record("previous", "The question before it in the tag's list, a newer one; nothing for the first.") {
      $0.previous
    },
    .record("next", "The question after it, an older one; nothing for the last.") { $0.next },
  ]
}

/// A page in one of the languages it is written in, for readers.
package struct TranslationLink: PageModel {
  package var language: [UInt8]
  package var name: [UInt8]
  package var url: [UInt8]

  package init(language: [UInt8], name: [UInt8], url: [UInt8]) {
    self.language = language
    self.name = name
    self.url = url
  }

  package static let modelName = "TranslationLink"
  package static let fields: [FieldBinding<TranslationLink>] = [
    .text("language", "The language (BCP 47).") { $0.language },
    .text("name", "What its readers call it.") { $0.name },
    .url("url", "The page in it; empty for this page itself.") { $0.url },
  ]
}

/// The same page in another language.
package struct AlternateLink: PageModel {
  package var language: [UInt8]
  package var url: [UInt8]
  package var title: [UInt8]

  package init(language: [UInt8], url: [UInt8], title: [UInt8]) {
    self.language = language
    self.url = url
    self.title = title
  }

  package static let modelName = "AlternateLink"
  package static let fields: [FieldBinding<AlternateLink>] = [
    .text("language", "The other page's language (BCP 47).") { $0.language },
    .url("url", "The other page, absolute.") { $0.url },
    .text("title", "The other page's plain title.") { $0.title },
  ]
}
