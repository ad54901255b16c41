import SourceText

/// A site's own values for its theme: they are known before any page is, so they become literal text.
extension TemplateCompiler {
  /// What names of settings begin with.
  private static let prefix = "theme."

  /// Whether a name is that of a setting. Sites choose the names, so every one is known: without a value it is empty.
  func isSetting(_ name: TagName) -> Bool {
    name.text.hasPrefix(TemplateCompiler.prefix) && name.text != TemplateCompiler.prefix
  }

  /// What to write instead of an unknown name that is, or is close to, `theme`.
  func settingNote(for name: TagName) -> Note? {
    let word = String(TemplateCompiler.prefix.dropLast())
    guard name.text == word || Suggestion.nearest(to: name.text, among: [word]) == [word] else { return nil }
    return Note("The value `x` under `theme:` in quaestio.yml is `{{theme.x}}`.")
  }

  private func value(_ name: TagName) -> String {
    settings[String(name.text.dropFirst(TemplateCompiler.prefix.count))] ?? ""
  }

  /// Writes the value of a setting, where text may stand.
  mutating func compileSetting(
    _ variable: VariableTag, in scope: TemplateScope, into code: inout TemplateCode
  ) {
    if let objection = objection(to: variable, of: .text, in: scope) {
      fail(.templateType, variable.range, objection.message, notes: objection.notes, in: scope)
      return
    }
    var text: [UInt8] = []
    text.append(escaping: Array(value(variable.name).utf8))
    writeValue(text, into: &code)
  }

  /// Writes the body of a section over a setting, if it has a value other than `false`. A body that is not written is
  /// checked all the same: whether a template is right does not depend on the site's choice.
  mutating func compileSetting(
    _ section: SectionTag, in scope: TemplateScope, into code: inout TemplateCode
  ) {
    let value = value(section.name)
    var unused = TemplateCode()
    var inner = scope
    inner.current = nil
    if (value.isEmpty || value == "false") == section.isInverted {
      compile(section.body[...], in: inner, into: &code)
    } else {
      compile(section.body[...], in: inner, into: &unused)
    }
  }
}
