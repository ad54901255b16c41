/// Operators that are larger in display style.
enum LargeOperators {
  static let withLimits: StaticString = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
    bigsqcup ⨆ bigsqcap ⨅ bigtimes ⨉ bigcupdot ⨃ biginterleave ⫼ bigparallel ⫿
    """
  static let integrals: StaticString = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intclockwise ∱ varointclockwise ∲
    ointclockwise ∲ ointctrclockwise ∳ nint ∫ fint ⨏ intbar ⨍ sqint ⨖ sumint ⨋ pointint ⨕ upint ⨛ lowint ⨜
    """
  /// Integrals whose bounds stand below and above.
  static let integralsWithLimits: StaticString = """
    intop ∫ ointop ∮
    """
}
