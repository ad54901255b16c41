/// Spaces, in thousandths of an em (TeX's mu is 1/18 em).
enum SpacingCommands {
  static let thin: Int32 = 167
  static let medium: Int32 = 222
  static let thick: Int32 = 278

  static var all: [(StaticString, CommandMeaning)] {
    [
      (",", .space(thin)), ("thinspace", .space(thin)), (":", .space(medium)), (">", .space(medium)),
      ("medspace", .space(medium)), (";", .space(thick)), ("thickspace", .space(thick)),
      ("!", .space(-thin)), ("negthinspace", .space(-thin)), ("negmedspace", .space(-medium)),
      ("negthickspace", .space(-thick)), (" ", .space(333)), ("\n", .space(333)), ("\t", .space(333)),
      ("\r", .space(333)), ("space", .space(333)), ("nobreakspace", .space(333)), ("enspace", .space(500)),
      ("enskip", .space(500)), ("quad", .space(1000)), ("qquad", .space(2000)),
      ("hspace", .measuredSpace), ("hskip", .measuredSpace), ("kern", .measuredSpace),
      ("mkern", .measuredSpace), ("mskip", .measuredSpace), ("mspace", .measuredSpace),
      ("/", .ignored),
    ]
  }
}
