/// Letters beyond ASCII.
enum LetterSymbols {
  static let letters: StaticString = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ thetasym ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς
    tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ stigma ϛ coppa ϙ varcoppa ϙ koppa ϟ sampi ϡ
    imath ı jmath ȷ partial ∂ part ∂
    """
  static let capitalGreek: StaticString = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ Digamma Ϝ
    Stigma Ϛ Coppa Ϙ Koppa Ϟ Sampi Ϡ
    """
  /// Capitals that lean as variables do.
  static let italicCapitals: StaticString = """
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varUpsilon Υ varPhi Φ varPsi Ψ
    varOmega Ω
    """
  /// Greek that stands upright whatever its case.
  static let uprightGreek: StaticString = """
    upalpha α upbeta β upgamma γ updelta δ upepsilon ϵ upvarepsilon ε upzeta ζ upeta η uptheta θ upvartheta ϑ
    upiota ι upkappa κ uplambda λ upmu μ upnu ν upxi ξ upomicron ο uppi π upvarpi ϖ uprho ρ upvarrho ϱ
    upsigma σ upvarsigma ς uptau τ upupsilon υ upphi ϕ upvarphi φ upchi χ uppsi ψ upomega ω Upgamma Γ
    Updelta Δ Uptheta Θ Uplambda Λ Upxi Ξ Uppi Π Upsigma Σ Upupsilon Υ Upphi Φ Uppsi Ψ Upomega Ω
    """
  static let identifiers: StaticString = """
    aleph ℵ alef ℵ alefsym ℵ beth ℶ gimel ℷ daleth ℸ ell ℓ hbar ℏ hslash ℏ wp ℘ weierp ℘ Re ℜ real ℜ
    Im ℑ image ℑ eth ð mho ℧ Finv Ⅎ Game ⅁ Bbbk 𝕜 AA Å aa å AE Æ ae æ OE Œ oe œ O Ø o ø ss ß L Ł l ł i ı j ȷ
    DH Ð dh ð DJ Đ dj đ NG Ŋ ng ŋ TH Þ Angstrom Å N ℕ Z ℤ Q ℚ R ℝ C ℂ natnums ℕ reals ℝ Reals ℝ cnums ℂ
    Complex ℂ
    """
}
