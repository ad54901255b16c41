package import Templates

/// Where a page belongs in the site's navigation.
package enum SiteSection: Sendable {
  case home, questions, tags, references, search, calculator, elsewhere
}

/// What surrounds every page's own content: the field `page` of every page model.
package struct PageFrame: PageModel {
  /// The site's data and the labels, each built once (``SiteInfo``, ``Strings``).
  package var site: ModelRecord
  package var labels: ModelRecord

  package var language: [UInt8]
  package var siteLanguage: [UInt8]
  package var root: [UInt8]
  package var section: SiteSection
  package var title: [UInt8]
  package var description: [UInt8]
  package var breadcrumb: [Breadcrumb]
  package var canonicalURL: [UInt8]
  package var markdownURL: [UInt8]
  package var sourceURL: [UInt8]
  package var reportURL: [UInt8]
  package var alternates: [AlternateLink]
  package var translations: [TranslationLink]
  package var isUnindexed: Bool
  package var jsonLD: [UInt8]

  package init(
    site: ModelRecord, labels: ModelRecord, language: [UInt8], siteLanguage: [UInt8] = [],
    root: [UInt8],
    section: SiteSection, title: [UInt8], description: [UInt8] = [], breadcrumb: [Breadcrumb] = [],
    canonicalURL: [UInt8] = [], markdownURL: [UInt8] = [], sourceURL: [UInt8] = [],
    reportURL: [UInt8] = [], alternates: [AlternateLink] = [], translations: [TranslationLink] = [],
    isUnindexed: Bool = false, jsonLD: [UInt8] = []
  ) {
    self.site = site
    self.labels = labels
    self.language = language
    self.siteLanguage = siteLanguage
    self.root = root
    self.section = section
    self.title = title
    self.description = description
    self.breadcrumb = breadcrumb
    self.canonicalURL = canonicalURL
    self.markdownURL = markdownURL
    self.sourceURL = sourceURL
    self.reportURL = reportURL
    self.alternates = alternates
    self.translations = translations
    self.isUnindexed = isUnindexed
    self.jsonLD = jsonLD
  }

  package static let modelName = "PageFrame"
  package static let fields: [FieldBinding<PageFrame>] = [
    .text("language", "The page's language (BCP 47): labels and, unless said otherwise, content.") {
      $0.language
    },
    .text(
      "site_language", "The language of the site's title where the page has another, else empty."
    ) { $0.siteLanguage },
    .url("root", "From this page to the site's root, never empty: `./`, `../`, `../../`.") { $0.root },
    .text("title", "The plain title, formulas as linear text; empty on the home page.") { $0.title },
    .text("description", "One plain sentence for search engines and previews.") { $0.description },
    .flag("has_breadcrumb", "There is a way to show; not on the home page.") { !$0.breadcrumb.isEmpty },
    .list("breadcrumb", "The way from the home page to this page, this page last.") { $0.breadcrumb },
    .url("canonical_url", "This page's absolute address; empty without `base_url`.") { $0.canonicalURL },
    .url("markdown_url", "This page as Markdown; empty where there is none.") { $0.markdownURL },
    .url("source_url", "The source file in the repository; empty without `source_url`.") { $0.sourceURL },
    .url("report_url", "Where to report a mistake; empty without `issue_url`.") { $0.reportURL },
    .list("alternates", "The page in each of its languages, for machines; empty without `base_url`.") {
      $0.alternates
    },
    .flag("has_translations", "The page is written in several languages.") { !$0.translations.isEmpty },
    .list("translations", "The page in each of its languages, for readers.") { $0.translations },
    .flag("unindexed", "Search engines are asked not to list this page.") { $0.isUnindexed },
    .html("json_ld", "A JSON-LD object in which every `<` is written `\\u003C`; empty for none.") {
      $0.jsonLD
    },
    .flag("in_home", "The home page.") { $0.section == .home },
    .flag("in_questions", "A question, or the list of questions.") { $0.section == .questions },
    .flag("in_tags", "A tag, or the list of tags.") { $0.section == .tags },
    .flag("in_references", "A source, or the list of sources.") { $0.section == .references },
    .flag("in_search", "The search page.") { $0.section == .search },
    .flag("in_calculator", "The calculator.") { $0.section == .calculator },
  ]
}

/// A page model with the frame that every page of the site has.
package protocol FramedPage: PageModel {
  var frame: PageFrame { get }
}

extension FramedPage {
  /// A page's own fields among those of every page: `page`, `site`, `labels`, and `has_formulas`, which looks
  /// at all of them.
  static func framed(_ own: [FieldBinding<Self>]) -> [FieldBinding<Self>] {
    [
      .record("page", "What every page has: language, title, addresses, place in the site.") { $0.frame },
      .shared("site", "The site: title, license, asset files.", as: SiteInfo.self) { $0.frame.site },
      .shared("labels", "The theme's labels in the page's language.", as: Strings.self) { $0.frame.labels },
    ] + own + [
      .flag("has_formulas", "Formulas stand on the page: it needs `math.css`.", whereMarkupHolds: "<math"),
      .flag(
        "has_calculator", "A calculation stands on the page: it needs `calculator-head.html`.",
        whereMarkupHolds: "<quaestio-calculator"),
    ]
  }
}
