extension DiagnosticID {
  /// What the rule is about, why it exists and how to satisfy it: its line of the catalogue.
  ///
  /// - Complexity: O(1).
  public var explanation: RuleExplanation {
    switch self {
    case .configInvalid: .configInvalid
    case .configUnknownKey: .configUnknownKey
    case .fileUnreadable: .fileUnreadable
    case .fileNotRegular: .fileNotRegular
    case .fileOutsideSite: .fileOutsideSite
    case .fileTooLarge: .fileTooLarge
    case .fileInvalidUTF8: .fileInvalidUTF8
    case .frontMatterInvalid: .frontMatterInvalid
    case .frontMatterUnclosed: .frontMatterUnclosed
    case .frontMatterMisplaced: .frontMatterMisplaced
    case .frontMatterUnknownKey: .frontMatterUnknownKey
    case .frontMatterValue: .frontMatterValue
    case .frontMatterLimit: .frontMatterLimit
    case .textByteOrderMark: .textByteOrderMark
    case .textLineEndings: .textLineEndings
    case .textNUL: .textNUL
    case .textControl: .textControl
    case .textBidi: .textBidi
    case .textSoftHyphen: .textSoftHyphen
    case .textZeroWidth: .textZeroWidth
    case .textPrivateUse: .textPrivateUse
    case .slugDuplicate: .slugDuplicate
    case .slugReserved: .slugReserved
    case .referenceDuplicate: .referenceDuplicate
    case .headingDuplicateID: .headingDuplicateID
    case .aliasAddress: .aliasAddress
    case .duplicateInvalid: .duplicateInvalid
    case .translationInvalid: .translationInvalid
    case .blockIDDuplicate: .blockIDDuplicate
    case .linkUnresolved: .linkUnresolved
    case .linkAmbiguous: .linkAmbiguous
    case .linkFragment: .linkFragment
    case .linkUnsafe: .linkUnsafe
    case .linkWanted: .linkWanted
    case .citationUnresolved: .citationUnresolved
    case .assetMissing: .assetMissing
    case .embedCircle: .embedCircle
    case .markupLimit: .markupLimit
    case .htmlNotAllowed: .htmlNotAllowed
    case .codeUnclosedFence: .codeUnclosedFence
    case .commentUnclosed: .commentUnclosed
    case .tableUneven: .tableUneven
    case .footnoteUndefined: .footnoteUndefined
    case .footnoteDuplicate: .footnoteDuplicate
    case .footnoteUnused: .footnoteUnused
    case .calloutUnknownType: .calloutUnknownType
    case .mathUnclosed: .mathUnclosed
    case .mathBlankLine: .mathBlankLine
    case .mathSpaces: .mathSpaces
    case .mathMoney: .mathMoney
    case .mathBracket: .mathBracket
    case .mathLabelDuplicate: .mathLabelDuplicate
    case .mathLabelUnresolved: .mathLabelUnresolved
    case .mathLabelAmbiguous: .mathLabelAmbiguous
    case .texUnknownCommand: .texUnknownCommand
    case .texUnknownEnvironment: .texUnknownEnvironment
    case .texSyntax: .texSyntax
    case .texForbidden: .texForbidden
    case .texLimit: .texLimit
    case .texBareRows: .texBareRows
    case .texNumbering: .texNumbering
    case .calcInvalid: .calcInvalid
    case .calcMismatch: .calcMismatch
    case .lintModelCitation: .lintModelCitation
    case .lintModelLink: .lintModelLink
    case .lintModelPhrase: .lintModelPhrase
    case .lintScraperMarker: .lintScraperMarker
    case .lintCutAddress: .lintCutAddress
    case .lintRepeatedParagraph: .lintRepeatedParagraph
    case .lintFlattenedList: .lintFlattenedList
    case .lintGluedHeading: .lintGluedHeading
    case .lintRedirectorLink: .lintRedirectorLink
    case .lintTrackingParameter: .lintTrackingParameter
    case .lintInsecureLink: .lintInsecureLink
    case .lintRemoteImage: .lintRemoteImage
    case .lintMissingAlt: .lintMissingAlt
    case .lintLostSuperscript: .lintLostSuperscript
    case .lintTruncatedNumber: .lintTruncatedNumber
    case .lintWrongNumber: .lintWrongNumber
    case .lintASCIIPunctuation: .lintASCIIPunctuation
    case .lintWideForm: .lintWideForm
    case .lintSpaceBeforeMark: .lintSpaceBeforeMark
    case .lintDisplayInText: .lintDisplayInText
    case .lintMissingProvenance: .lintMissingProvenance
    case .templateSyntax: .templateSyntax
    case .templateUnknownName: .templateUnknownName
    case .templateMissingPartial: .templateMissingPartial
    case .templateType: .templateType
    case .importRemoved: .importRemoved
    case .importRepaired: .importRepaired
    case .importDamaged: .importDamaged
    case .importIncomplete: .importIncomplete
    case .outputNoBaseURL: .outputNoBaseURL
    case .outputNotExchanged: .outputNotExchanged
    }
  }

  /// The severity a rule has when `rules:` says nothing of it.
  public var defaultSeverity: Diagnostic.Severity { explanation.severity }
}
