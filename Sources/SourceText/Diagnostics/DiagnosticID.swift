/// Every rule Quaestio knows, by its stable name.
///
/// The raw value is what people see and what `rules:` in `quaestio.yml` names. What a rule is about stands in its
/// ``explanation``.
public enum DiagnosticID: String, Sendable, CaseIterable {
  // Files and configuration
  case configInvalid = "config.invalid"
  case configUnknownKey = "config.unknown-key"
  case fileUnreadable = "file.unreadable"
  case fileNotRegular = "file.not-regular"
  case fileOutsideSite = "file.outside-site"
  case fileTooLarge = "file.too-large"
  case fileInvalidUTF8 = "file.invalid-utf8"
  // Front matter
  case frontMatterInvalid = "front-matter.invalid"
  case frontMatterUnclosed = "front-matter.unclosed"
  case frontMatterMisplaced = "front-matter.misplaced"
  case frontMatterUnknownKey = "front-matter.unknown-key"
  case frontMatterValue = "front-matter.value"
  case frontMatterLimit = "front-matter.limit"
  // Characters
  case textByteOrderMark = "text.byte-order-mark"
  case textLineEndings = "text.line-endings"
  case textNUL = "text.nul"
  case textControl = "text.control"
  case textBidi = "text.bidi"
  case textSoftHyphen = "text.soft-hyphen"
  case textZeroWidth = "text.zero-width"
  case textPrivateUse = "text.private-use"
  // Identity
  case slugDuplicate = "slug.duplicate"
  case slugReserved = "slug.reserved"
  case referenceDuplicate = "reference.duplicate"
  case headingDuplicateID = "heading.duplicate-id"
  // Links
  case linkUnresolved = "link.unresolved"
  case linkAmbiguous = "link.ambiguous"
  case linkFragment = "link.fragment"
  case linkUnsafe = "link.unsafe"
  case linkWanted = "link.wanted"
  case citationUnresolved = "citation.unresolved"
  case assetMissing = "asset.missing"
  // Markup
  case markupLimit = "markup.limit"
  case htmlNotAllowed = "html.not-allowed"
  case mathUnclosed = "math.unclosed"
  case mathBlankLine = "math.blank-line"
  case mathSpaces = "math.spaces"
  case mathLabelDuplicate = "math.label-duplicate"
  case mathLabelUnresolved = "math.label-unresolved"
  case mathLabelAmbiguous = "math.label-ambiguous"
  case mathMoney = "math.money"
  case mathBracket = "math.bracket"
  case codeUnclosedFence = "code.unclosed-fence"
  case commentUnclosed = "comment.unclosed"
  case tableUneven = "table.uneven"
  case footnoteUndefined = "footnote.undefined"
  case footnoteDuplicate = "footnote.duplicate"
  case footnoteUnused = "footnote.unused"
  case blockIDDuplicate = "block-id.duplicate"
  case calloutUnknownType = "callout.unknown-type"
  // Formulas
  case texUnknownCommand = "tex.unknown-command"
  case texUnknownEnvironment = "tex.unknown-environment"
  case texSyntax = "tex.syntax"
  case texForbidden = "tex.forbidden"
  case texLimit = "tex.limit"
  case texBareRows = "tex.bare-rows"
  case texNumbering = "tex.numbering"
  // Numbers
  case calcInvalid = "calc.invalid"
  case calcMismatch = "calc.mismatch"
  // Templates
  case templateSyntax = "template.syntax"
  case templateUnknownName = "template.unknown-name"
  case templateMissingPartial = "template.missing-partial"
  case templateType = "template.type"
  // Publishing
  case outputNoBaseURL = "output.no-base-url"
  case outputNotExchanged = "output.not-exchanged"
}
