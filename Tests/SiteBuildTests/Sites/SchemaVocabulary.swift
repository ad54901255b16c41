/// The part of schema.org's vocabulary that pages use: which properties a type has.
///
/// Written down from https://schema.org/version/latest/schemaorg-current-https.jsonld; a type has the properties of
/// the types above it, too.
enum SchemaVocabulary {
  private static let creativeWork: Set<String> = [
    "name", "description", "url", "inLanguage", "datePublished", "dateModified", "dateCreated", "author",
    "keywords", "license", "isPartOf", "mainEntity", "citation", "digitalSourceType", "text", "publisher",
    "archivedAt", "editor",
  ]

  static let properties: [String: Set<String>] = [
    "WebSite": creativeWork.union(["potentialAction"]),
    "WebPage": creativeWork.union(["breadcrumb", "reviewedBy", "lastReviewed"]),
    "QAPage": creativeWork.union(["breadcrumb", "reviewedBy", "lastReviewed"]),
    "FAQPage": creativeWork.union(["breadcrumb", "reviewedBy", "lastReviewed"]),
    "Question": creativeWork.union(["answerCount", "acceptedAnswer", "suggestedAnswer"]),
    "Answer": creativeWork,
    "CreativeWork": creativeWork,
    "Periodical": creativeWork,
    "BreadcrumbList": ["itemListElement"],
    "ListItem": ["position", "name", "item"],
    "Person": ["name"],
    "Organization": ["name"],
    "SoftwareApplication": ["name", "softwareVersion"],
    // What stands behind `-input` says how a reader fills a property (schema.org/docs/actions.html).
    "SearchAction": ["target", "query-input"],
    "EntryPoint": ["urlTemplate"],
  ]

  /// Members of schema.org's IPTCDigitalSourceEnumeration.
  static let digitalSources: Set<String> = [
    "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
  ]
}
