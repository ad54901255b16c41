import SourceText

/// Why a value cannot be written where its tag stands.
struct TypeObjection {
  var message: String
  var notes: [Note] = []

  init(_ message: String, _ advice: String) {
    self.message = message
    self.notes = [Note(advice)]
  }
}

extension TemplateCompiler {
  /// What speaks against writing a field with this tag at this place of the HTML; `nil` when it is safe.
  func objection(to variable: VariableTag, of type: FieldType, in scope: TemplateScope) -> TypeObjection? {
    let name = variable.name.text
    switch type {
    case .flag, .list, .record:
      return TypeObjection(
        "`\(name)` is \(type.noun) and has no text of its own.",
        "Use it as a section: `{{#\(name)}}…{{/\(name)}}`.")
    case .html:
      if let objection = htmlObjection(name) { return objection }
      return variable.isEscaped
        ? TypeObjection("`\(name)` is HTML.", "Write `{{{\(name)}}}`: finished HTML is put in as it is.")
        : nil
    case .text, .url:
      guard variable.isEscaped else {
        return TypeObjection(
          "`\(name)` is \(type.noun), and `{{{…}}}` is for HTML fields only.",
          "Write `{{\(name)}}`: it is escaped.")
      }
      return textObjection(name, isURL: type == .url, in: scope)
    }
  }

  private func htmlObjection(_ name: String) -> TypeObjection? {
    switch markup.region {
    case .text, .code:
      nil
    case .plainText(let element):
      TypeObjection("`\(name)` is HTML, but <\(element)> holds plain text only.", "Use a text field.")
    case .comment:
      TypeObjection("`\(name)` is HTML, which cannot stand in a comment.", "Move it out of the comment.")
    case .tag:
      TypeObjection("`\(name)` is HTML, which cannot stand in a tag.", "Move it out of the tag.")
    case .attribute(let attribute, _):
      TypeObjection(
        "`\(name)` is HTML, which cannot stand in the attribute `\(attribute)`.", "Use a text field.")
    }
  }

  private func textObjection(_ name: String, isURL: Bool, in scope: TemplateScope) -> TypeObjection? {
    let noun = isURL ? "a URL" : "text"
    switch markup.region {
    case .text, .plainText, .comment:
      return nil
    case .code(let element):
      return TypeObjection(
        "`\(name)` is \(noun), which cannot be made safe inside <\(element)>.",
        "Only an HTML field that was made for it may stand there: `{{{x}}}`.")
    case .tag:
      return TypeObjection(
        "`\(name)` stands in a tag but in no attribute's value.", "Write it as `name=\"{{\(name)}}\"`.")
    case .attribute(let attribute, isQuoted: false):
      return TypeObjection(
        "The value of `\(attribute)` is not quoted.", "Write `\(attribute)=\"{{\(name)}}\"`.")
    case .attribute(let attribute, isQuoted: true):
      if TemplateCompiler.isCode(attribute) {
        return TypeObjection(
          "`\(name)` is \(noun), which cannot be made safe in the attribute `\(attribute)`.",
          "Put it into a `data-…` attribute, or choose a class with a section.")
      }
      guard !isURL, TemplateCompiler.urlAttributes.contains(attribute) else { return nil }
      let urls = urlFields(in: scope)
      return TypeObjection(
        "`\(name)` is text, but `\(attribute)` takes only URL fields.",
        urls.isEmpty ? "No field here is a URL." : "URL fields here: \(urls.joined(separator: ", ")).")
    }
  }

  /// Attributes whose value a browser runs.
  private static func isCode(_ attribute: String) -> Bool {
    attribute == "style" || attribute == "srcdoc" || attribute.hasPrefix("on")
  }

  /// Attributes whose value a browser takes for one address or several (HTML standard, "Attributes", and those
  /// of older standards that browsers still follow).
  private static let urlAttributes: Set<String> = [
    "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href",
    "icon", "imagesrcset", "itemid", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src",
    "srcset", "xlink:href", "xml:base",
  ]

  private func urlFields(in scope: TemplateScope) -> [String] {
    var names: [String] = []
    for number in scope.records.reversed() {
      for field in schemas[number].fields where field.type == .url && !names.contains("`\(field.name)`") {
        names.append("`\(field.name)`")
      }
    }
    return names
  }
}
