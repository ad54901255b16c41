/// Signs without space around them, and punctuation.
enum OrdinarySymbols {
  static let operators: StaticString = """
    forall ∀ exists ∃ exist ∃ nexists ∄ neg ¬ lnot ¬ nabla ∇ angle ∠ ang ∠ measuredangle ∡ sphericalangle ∢
    prime ′ backprime ‵ dprime ″ trprime ‴ qprime ⁗ surd √ backslash \\ textbackslash \\ vert | | ‖ Vert ‖
    arrowvert | Arrowvert ‖ bracevert ⎪
    """
  static let identifiers: StaticString = """
    infty ∞ infin ∞ infinity ∞ emptyset ∅ empty ∅ varnothing ∅ complement ∁ top ⊤ bot ⊥ hearts ♡ heartsuit ♡
    diamonds ♢ diamondsuit ♢ clubs ♣ clubsuit ♣ spades ♠ spadesuit ♠ varheartsuit ♥ vardiamondsuit ♦
    varclubsuit ♧ varspadesuit ♤ flat ♭ natural ♮ sharp ♯ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊
    blacklozenge ⧫ bigstar ★ triangle △ triangledown ▿ blacktriangle ▲ blacktriangledown ▼
    circledS Ⓢ circledR ® checkmark ✓ maltese ✠ diagup ╱ diagdown ╲ S § sect § P ¶ copyright © pounds £
    mathsterling £ yen ¥ cent ¢ euro € degree ° celsius ℃ micro µ ohm Ω permil ‰ perthousand ‰ diameter ⌀
    male ♂ female ♀ Earth ♁ astrosun ☉ dag † ddag ‡ # # $ $ % % & & _ _ lq ‘ rq ’ smallblacksquare ▪ QED ∎
    """
  static let dots: StaticString = """
    ldots … dotsc … dotso … dotsx … hdots … mathellipsis … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱ iddots ⋰
    adots ⋰ vdots ⋮ varvdots ⋮
    """
  static let punctuation: StaticString = """
    colon : ldotp . cdotp · comma ,
    """
}
