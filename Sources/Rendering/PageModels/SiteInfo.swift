package import Templates

/// A free page that every page links to.
package struct SitePageLink: PageModel {
  package var title: [UInt8]
  package var url: [UInt8]
  package var language: [UInt8]

  package init(title: [UInt8], url: [UInt8], language: [UInt8]) {
    self.title = title
    self.url = url
    self.language = language
  }

  package static let modelName = "SitePageLink"
  package static let fields: [FieldBinding<SitePageLink>] = [
    .text("title", "The page's short plain title.") { $0.title },
    .url("url", "The page, relative to the site's root.") { $0.url },
    .text("title_language", "The title's language, such as `zh-Hans`.") { $0.language },
    .flag("title_rtl", "That language is written from right to left.") {
      WritingDirection.isRightToLeft($0.language)
    },
  ]
}

/// What the whole site shares: the field `site` of every page model, built once.
///
/// Its addresses are relative to the site's root, so templates write `{{page.root}}{{site.stylesheet_url}}`.
package struct SiteInfo: PageModel {
  package var title: [UInt8]
  package var description: [UInt8]
  package var license: [UInt8]
  package var licenseURL: [UInt8]
  package var pages: [SitePageLink]
  package var hasTags: Bool
  package var hasReferences: Bool
  package var feedURL: [UInt8]
  package var jsonFeedURL: [UInt8]
  package var openSearchURL: [UInt8]
  package var iconURL: [UInt8]
  package var stylesheetURL: [UInt8]
  package var formulaStylesheetURL: [UInt8]
  package var formulaFontURL: [UInt8]
  package var themeScriptURL: [UInt8]
  package var siteScriptURL: [UInt8]
  package var searchScriptURL: [UInt8]
  package var passagesScriptURL: [UInt8]
  package var filtersScriptURL: [UInt8]
  package var previewScriptURL: [UInt8]
  package var formulaCopyScriptURL: [UInt8]
  package var redirectScriptURL: [UInt8]
  package var calculatorStylesheetURL: [UInt8]
  package var calculatorScriptURL: [UInt8]
  package var calculatorEngineURL: [UInt8]

  package init(
    title: [UInt8], description: [UInt8] = [], license: [UInt8] = [], licenseURL: [UInt8] = [],
    pages: [SitePageLink] = [], hasTags: Bool, hasReferences: Bool, feedURL: [UInt8] = [],
    jsonFeedURL: [UInt8] = [], openSearchURL: [UInt8] = [], iconURL: [UInt8] = [], stylesheetURL: [UInt8],
    formulaStylesheetURL: [UInt8], formulaFontURL: [UInt8], themeScriptURL: [UInt8], siteScriptURL: [UInt8],
    searchScriptURL: [UInt8], passagesScriptURL: [UInt8], filtersScriptURL: [UInt8],
    previewScriptURL: [UInt8],
    formulaCopyScriptURL: [UInt8], redirectScriptURL: [UInt8], calculatorStylesheetURL: [UInt8],
    calculatorScriptURL: [UInt8], calculatorEngineURL: [UInt8]
  ) {
    self.title = title
    self.description = description
    self.license = license
    self.licenseURL = licenseURL
    self.pages = pages
    self.hasTags = hasTags
    self.hasReferences = hasReferences
    self.feedURL = feedURL
    self.jsonFeedURL = jsonFeedURL
    self.openSearchURL = openSearchURL
    self.iconURL = iconURL
    self.stylesheetURL = stylesheetURL
    self.formulaStylesheetURL = formulaStylesheetURL
    self.formulaFontURL = formulaFontURL
    self.themeScriptURL = themeScriptURL
    self.siteScriptURL = siteScriptURL
    self.searchScriptURL = searchScriptURL
    self.passagesScriptURL = passagesScriptURL
    self.filtersScriptURL = filtersScriptURL
    self.previewScriptURL = previewScriptURL
    self.formulaCopyScriptURL = formulaCopyScriptURL
    self.redirectScriptURL = redirectScriptURL
    self.calculatorStylesheetURL = calculatorStylesheetURL
    self.calculatorScriptURL = calculatorScriptURL
    self.calculatorEngineURL = calculatorEngineURL
  }

  package static let modelName = "SiteInfo"
  package static let fields: [FieldBinding<SiteInfo>] = [
    .text("title", "The site's title.") { $0.title },
    .text("description", "The site's description; may be empty.") { $0.description },
    .text("license", "The content's license as its authors name it; may be empty.") { $0.license },
    .url("license_url", "The license's text; may be empty.") { $0.licenseURL },
    .list("pages", "The free pages every page links to, such as “About”.") { $0.pages },
    .flag("has_tags", "At least one question has a tag.") { $0.hasTags },
    .flag("has_references", "There is at least one source.") { $0.hasReferences },
    .url("feed_url", "The Atom feed; empty without `base_url`.") { $0.feedURL },
    .url("json_feed_url", "The JSON feed; empty without `base_url`.") { $0.jsonFeedURL },
    .url("opensearch_url", "The OpenSearch description; empty without `base_url`.") { $0.openSearchURL },
    .url("icon_url", "`icon.svg`, the site's icon.") { $0.iconURL },
    .url("stylesheet_url", "`style.css`.") { $0.stylesheetURL },
    .url("formula_stylesheet_url", "`math.css`, for pages with formulas.") { $0.formulaStylesheetURL },
    .url("formula_font_url", "The font that `math.css` names first.") { $0.formulaFontURL },
    .url("theme_script_url", "`theme.js`, the classic script that sets the stored colours.") {
      $0.themeScriptURL
    },
    .url("site_script_url", "`site.js`, the module of every page.") { $0.siteScriptURL },
    .url("redirect_script_url", "`redirect.js`, the script of former addresses.") { $0.redirectScriptURL },
    .url("search_script_url", "`search.js`, the module of the search fields.") { $0.searchScriptURL },
    .url("passages_script_url", "`passages.js`, the module that finds what to show of a page found.") {
      $0.passagesScriptURL
    },
    .url("filters_script_url", "`filters.js`, the module of the search page's filters.") {
      $0.filtersScriptURL
    },
    .url("preview_script_url", "`preview.js`, the module that shows what a link leads to.") {
      $0.previewScriptURL
    },
    .url("formula_copy_script_url", "`formula-copy.js`, the module that copies formulas as TeX.") {
      $0.formulaCopyScriptURL
    },
    .url("calculator_stylesheet_url", "`calculator.css`, for pages with calculations.") {
      $0.calculatorStylesheetURL
    },
    .url("calculator_script_url", "`calculator.js`, the module of the calculator.") {
      $0.calculatorScriptURL
    },
    .url("calculator_engine_url", "The calculator's WebAssembly engine.") { $0.calculatorEngineURL },
  ]
}
