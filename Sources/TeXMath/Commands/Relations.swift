/// Signs that compare two sides.
///
/// A sign that Unicode has only with a stroke through it, or only as two signs side by side, is two characters.
enum Relations {
  static let comparisons: StaticString = """
    leq ≤ le ≤ geq ≥ ge ≥ lt < gt > neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ ll ≪ gg ≫ lll ⋘ llless ⋘
    ggg ⋙ gggtr ⋙ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆
    eqslantless ⪕ eqslantgtr ⪖ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋
    gtreqqless ⪌ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    precsim ≾ succsim ≿ precapprox ⪷ succapprox ⪸ doteq ≐ doteqdot ≑ Doteq ≑ risingdotseq ≓ fallingdotseq ≒
    eqcirc ≖ circeq ≗ triangleq ≜ bumpeq ≏ Bumpeq ≎ approxeq ≊ thickapprox ≈ thicksim ∼ backsim ∽ backsimeq ⋍
    eqsim ≂ propto ∝ varpropto ∝ asymp ≍ eqdef ≝ arceq ≘ wedgeq ≙ veeeq ≚ stareq ≛ measeq ≞ questeq ≟ eqeq ⩵
    eqeqeq ⩶
    """
  static let colons: StaticString = """
    coloneqq ≔ coloneq ≔ colonequals ≔ defeq ≔ eqqcolon ≕ eqcolon ≕ equalscolon ≕ Coloneqq ⩴ Coloneq ⩴
    coloncolonequals ⩴ Eqqcolon =∷ Eqcolon =∷ equalscoloncolon =∷ dblcolon ∷ coloncolon ∷ vcentcolon ∶
    ratio ∶ ordinarycolon : colondash ∶− colonminus ∶− Colondash ∷− coloncolonminus ∷− dashcolon ∹
    minuscolon ∹ Dashcolon −∷ minuscoloncolon −∷ colonapprox ∶≈ Colonapprox ∷≈ coloncolonapprox ∷≈
    approxcolon ≈∶ Approxcolon ≈∷ approxcoloncolon ≈∷ colonsim ∶∼ Colonsim ∷∼ coloncolonsim ∷∼ simcolon ∼∶
    Simcolon ∼∷ simcoloncolon ∼∷ typecolon ⦂
    """
  static let negated: StaticString = """
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ⩽̸ ngeqslant ⩾̸ nleqq ≦̸ ngeqq ≧̸ lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩
    lvertneqq ≨ gvertneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nlesssim ≴ ngtrsim ≵ nlessgtr ≸ ngtrless ≹
    nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ npreccurlyeq ⋠ nsucccurlyeq ⋡ precneqq ⪵ succneqq ⪶ precnsim ⋨
    succnsim ⋩ precnapprox ⪹ succnapprox ⪺ nsim ≁ nsimeq ≄ ncong ≇ nasymp ≭ nmid ∤ nshortmid ∤ nparallel ∦
    nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ notin ∉ notni ∌ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉ nsubseteqq ⊈
    nsupseteqq ⊉ nsqsubseteq ⋢ nsqsupseteq ⋣ sqsubsetneq ⋤ sqsupsetneq ⋥ nequiv ≢ napprox ≉ neqsim ≂̸
    """
  static let sets: StaticString = """
    in ∈ isin ∈ ni ∋ owns ∋ subset ⊂ sub ⊂ supset ⊃ subseteq ⊆ sube ⊆ supseteq ⊇ supe ⊇ subseteqq ⫅
    supseteqq ⫆ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌
    varsubsetneqq ⫋ varsupsetneqq ⫌ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    """
  static let logic: StaticString = """
    mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ perp ⟂ Perp ⫫ indep ⫫ vdash ⊢ dashv ⊣ vDash ⊨ models ⊨ Vdash ⊩
    VDash ⊫ Vvdash ⊪ therefore ∴ because ∵ smile ⌣ frown ⌢ smallsmile ⌣ smallfrown ⌢ bowtie ⋈ Join ⋈ between ≬
    pitchfork ⋔ backepsilon ϶ vartriangle ▵ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ trianglerighteq ⊵
    blacktriangleleft ◀ blacktriangleright ▶ multimap ⊸ multimapinv ⟜ multimapboth ⧟ origof ⊶ imageof ⊷
    """
}
