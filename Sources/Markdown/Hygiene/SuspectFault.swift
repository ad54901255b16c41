import SourceText

/// What an author is told of the suspect characters of one sort in a file.
struct SuspectFault {
  let kind: SuspectCharacter
  let first: Unicode.Scalar
  let count: Int

  init(_ kind: SuspectCharacter, first: Unicode.Scalar, count: Int) {
    self.kind = kind
    self.first = first
    self.count = count
  }

  var id: DiagnosticID {
    switch kind {
    case .byteOrderMark: .textByteOrderMark
    case .nul: .textNUL
    case .control: .textControl
    case .bidi: .textBidi
    case .softHyphen: .textSoftHyphen
    case .zeroWidth: .textZeroWidth
    case .privateUse: .textPrivateUse
    }
  }

  /// Whether the text without them is surely what the author wants.
  var isRemovable: Bool {
    switch kind {
    case .byteOrderMark, .softHyphen, .zeroWidth: true
    case .nul, .control, .bidi, .privateUse: false
    }
  }

  var message: String {
    switch kind {
    case .byteOrderMark: "This file begins with a byte order mark."
    case .nul: count == 1 ? "A NUL byte stands here." : "\(count) NUL bytes stand in this file."
    case .softHyphen: count == 1 ? "A soft hyphen stands here." : "\(count) soft hyphens stand in this file."
    case .control: sentence("control character")
    case .bidi:
      count == 1
        ? "The invisible character \(name) changes the direction of text here."
        : "\(count) invisible characters change the direction of text in this file, the first is \(name)."
    case .zeroWidth: sentence("zero-width character")
    case .privateUse: sentence("character without a meaning", plural: "characters without a meaning")
    }
  }

  var advice: String {
    switch kind {
    case .byteOrderMark: "Save the file as UTF-8 without a byte order mark."
    case .nul: "Save the file as UTF-8 text, or delete \(them)."
    case .control: "Delete \(them), or write what was meant."
    case .bidi: "Delete \(them), unless the text is of a script that needs \(them)."
    case .softHyphen: "Browsers hyphenate by themselves, and a search for the word does not find it."
    case .zeroWidth:
      "Text copied from web pages brings \(them); the search and links do not see through \(them)."
    case .privateUse:
      switch first.value {
      case 0xFFFC: "An image or file stood here; put it in, or delete the character."
      case 0xFFFD: "A letter was lost here; write it again."
      default: "Readers see an empty box; write the character that was meant."
      }
    }
  }

  private var them: String { count == 1 ? "it" : "them" }

  private func sentence(_ noun: String, plural: String? = nil) -> String {
    count == 1
      ? "A \(noun) stands here: \(name)."
      : "\(count) \(plural ?? noun + "s") stand in this file, the first is \(name)."
  }

  /// `U+200B (zero width space)`.
  private var name: String {
    let digits = String(first.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let name = first.properties.name ?? first.properties.nameAlias else { return code }
    return "\(code) (\(name.lowercased()))"
  }
}
