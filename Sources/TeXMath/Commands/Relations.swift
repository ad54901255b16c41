/// Signs that compare two sides.
enum Relations {
  static let comparisons: StaticString = """
    leq ≤ le ≤ geq ≥ ge ≥ lt < gt > neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ ll ≪ gg ≫ lll ⋘ llless ⋘
    ggg ⋙ gggtr ⋙ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆
    eqslantless ⪕ eqslantgtr ⪖ lessdot ⋖ gtrdot ⋗ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋
    gtreqqless ⪌ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸ doteq ≐ doteqdot ≑ Doteq ≑ risingdotseq ≓ fallingdotseq ≒
    eqcirc ≖ circeq ≗ triangleq ≜ bumpeq ≏ Bumpeq ≎ approxeq ≊ thickapprox ≈ thicksim ∼ backsim ∽ backsimeq ⋍
    eqsim ≂ propto ∝ varpropto ∝ asymp ≍ coloneqq ≔ coloneq ≔ eqqcolon ≕ Coloneqq ⩴ defeq ≔ eqdef ≝
    """
  static let negated: StaticString = """
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
    lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡
    precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ nsim ≁ ncong ≇ nmid ∤ nshortmid ∤
    nparallel ∦ nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫
    ntrianglelefteq ⋬ ntrianglerighteq ⋭ notin ∉ notni ∌ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉
    nsubseteqq ⊈ nsupseteqq ⊉ nequiv ≢ napprox ≉ neqsim ≄
    """
  static let sets: StaticString = """
    in ∈ isin ∈ ni ∋ owns ∋ subset ⊂ sub ⊂ supset ⊃ subseteq ⊆ sube ⊆ supseteq ⊇ supe ⊇ subseteqq ⫅
    supseteqq ⫆ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌
    varsubsetneqq ⫋ varsupsetneqq ⫌ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    """
  static let logic: StaticString = """
    mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ perp ⟂ vdash ⊢ dashv ⊣ vDash ⊨ models ⊨ Vdash ⊩ Vvdash ⊪
    therefore ∴ because ∵ smile ⌣ frown ⌢ smallsmile ⌣ smallfrown ⌢ bowtie ⋈ Join ⋈ between ≬ pitchfork ⋔
    backepsilon ∍ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵ blacktriangleleft ◀
    blacktriangleright ▶ multimap ⊸ ratio ∶ indep ⫫
    """
}
