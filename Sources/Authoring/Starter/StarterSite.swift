import Importing
package import Rendering

/// A site to begin with: it builds, checks clean, and shows in a few files what a site is made of.
package struct StarterSite: Sendable {
  /// By their paths below the site's folder.
  package let files: [AuthoredFile]

  /// Writes the files.
  ///
  /// - Parameters:
  ///   - title: the site's title; one of the language's, when nothing is said.
  ///   - baseURL: where the site will be published, if that is known.
  ///   - date: the day of its first question, `2024-09-07`.
  package init(language: UILanguage, title: String?, baseURL: String?, date: String) {
    let text = StarterText(language)
    let name = String(
      decoding: YAMLText.scalar(Array((title ?? text.title).utf8)), as: UTF8.self)
    let configuration = text.configuration
      .replacing("%LANGUAGE%", with: language.rawValue)
      .replacing("%BASE_URL%", with: baseURL.map { "base_url: \($0)" } ?? text.noBaseURL)
      .replacing("%RULES%", with: baseURL == nil ? text.noBaseURLRule : text.noRule)
      // Last, because a title may hold anything.
      .replacing("%TITLE%", with: name)
    let contents = [
      ("quaestio.yml", configuration),
      ("content/questions/\(text.questionName).md", text.question.replacing("%DATE%", with: date)),
      ("content/references/shannon-1948.md", text.reference),
      ("content/pages/about.md", text.about),
      ("content/static/_headers", StarterHosting.headers),
      (".gitignore", StarterHosting.ignored),
      (".github/workflows/pages.yml", StarterHosting.workflow),
      ("hosting/nginx.conf", StarterHosting.nginx),
    ]
    files = contents.map { AuthoredFile(path: $0.0, bytes: Array(($0.1 + "\n").utf8)) }
  }
}

/// The words of a starter site in one language; what stands between percent signs is filled in.
struct StarterText: Sendable {
  let title: String
  /// `quaestio.yml`, with `%TITLE%`, `%LANGUAGE%`, `%BASE_URL%` and `%RULES%`.
  let configuration: String
  /// What stands for `%BASE_URL%` and `%RULES%` while nobody knows the address, and for `%RULES%` when it is known.
  let noBaseURL: String
  let noBaseURLRule: String
  let noRule: String
  /// The name of the question's file.
  let questionName: String
  /// A question, with `%DATE%`.
  let question: String
  let reference: String
  let about: String

  init(
    title: String, configuration: String, noBaseURL: String, noBaseURLRule: String, noRule: String,
    questionName: String, question: String, reference: String, about: String
  ) {
    self.title = title
    self.configuration = configuration
    self.noBaseURL = noBaseURL
    self.noBaseURLRule = noBaseURLRule
    self.noRule = noRule
    self.questionName = questionName
    self.question = question
    self.reference = reference
    self.about = about
  }

  init(_ language: UILanguage) {
    switch language {
    case .zhHans: self = .simplifiedChinese
    case .zhHant: self = .traditionalChinese
    case .en: self = .english
    }
  }
}
