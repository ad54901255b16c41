package import Templates

/// A page that links here, with the sentence in which it does.
package struct Backlink: PageModel {
  package var url: [UInt8]
  package var title: [UInt8]
  package var sentence: [UInt8]
  package var place: [UInt8]
  package var language: [UInt8]

  package init(
    url: [UInt8], title: [UInt8], sentence: [UInt8] = [], place: [UInt8] = [], language: [UInt8] = []
  ) {
    self.url = url
    self.title = title
    self.sentence = sentence
    self.place = place
    self.language = language
  }

  package static let modelName = "Backlink"
  package static let fields: [FieldBinding<Backlink>] = [
    .url("url", "The linking page, at the anchor of the link where there is one.") { $0.url },
    .html(
      "title", "The linking page's title, of a FAQ page with the question; may hold formulas, never links."
    ) { $0.title },
    .html("sentence", "The sentence around the link, which is marked; formulas as linear text; may be empty.")
    {
      $0.sentence
    },
    .text("place", "The number of the equation it speaks of: `(3)`; empty for the page.") { $0.place },
    .text("card_language", "The linking page's language where it is not this page's, else empty.") {
      $0.language
    },
    .flag("card_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
  ]
}
