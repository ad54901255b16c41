/// Raised and lowered characters of Unicode, and what they stand for as a script.
enum ScriptCharacters {
  enum Kind {
    case superscript, `subscript`
  }

  /// The kind of a script character and the plain one it stands for; `nil` for any other.
  ///
  /// - Complexity: O(1) for what is no script character, else O(characters of the table).
  static func plain(_ scalar: UInt32) -> (kind: Kind, scalar: UInt32)? {
    switch scalar {
    case 0xB2, 0xB3, 0xB9, 0x2B0...0x2E3, 0x1D2C...0x1DBF, 0x2070...0x209C, 0x2C7C...0x2C7D: break
    default: return nil
    }
    if let plain = value(of: scalar, in: raised) { return (.superscript, plain) }
    return value(of: scalar, in: lowered).map { (.subscript, $0) }
  }

  private static let raised = characters(
    of: """
      ⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁱiⁿnᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhʲjᵏkˡlᵐmᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz\
      ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUⱽVᵂWᵅαᵝβᵞγᵟδᵋεᶿθᶥιᶲϕᵠφᵡχ
      """)
  private static let lowered = characters(
    of: """
      ₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩφᵪχ
      """)

  /// The scalars of a table of pairs.
  private static func characters(of table: StaticString) -> [UInt32] {
    table.withUTF8Buffer { buffer in
      let bytes = Array(buffer)
      var scalars: [UInt32] = []
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Decoder.scalar(in: bytes, at: index)
        scalars.append(scalar)
        index += length
      }
      return scalars
    }
  }

  private static func value(of scalar: UInt32, in pairs: [UInt32]) -> UInt32? {
    var index = 0
    while index + 1 < pairs.count {
      if pairs[index] == scalar { return pairs[index + 1] }
      index += 2
    }
    return nil
  }
}
