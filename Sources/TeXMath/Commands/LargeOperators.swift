/// Operators that are larger in display style.
enum LargeOperators {
  static let withLimits: StaticString = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
    bigsqcup ⨆ bigsqcap ⨅
    """
  static let integrals: StaticString = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫ intclockwise ∱
    varointclockwise ∲ ointctrclockwise ∳ nint ∫
    """
}
