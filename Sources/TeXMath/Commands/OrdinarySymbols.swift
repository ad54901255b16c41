/// Signs without space around them, and punctuation.
enum OrdinarySymbols {
  static let operators: StaticString = """
    forall ∀ exists ∃ exist ∃ nexists ∄ neg ¬ lnot ¬ nabla ∇ angle ∠ ang ∠ measuredangle ∡ sphericalangle ∢
    prime ′ backprime ‵ dprime ″ trprime ‴ surd √ backslash \\ textbackslash \\ vert | | ‖ Vert ‖
    """
  static let identifiers: StaticString = """
    infty ∞ infin ∞ emptyset ∅ empty ∅ varnothing ∅ complement ∁ top ⊤ bot ⊥ hearts ♡ heartsuit ♡
    diamonds ♢ diamondsuit ♢ clubs ♣ clubsuit ♣ spades ♠ spadesuit ♠ flat ♭ natural ♮ sharp ♯
    square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊ blacklozenge ⧫ bigstar ★ triangle △ vartriangle △
    triangledown ▽ blacktriangle ▲ blacktriangledown ▼ circledS Ⓢ circledR ® checkmark ✓ maltese ✠
    diagup ╱ diagdown ╲ S § sect § P ¶ copyright © pounds £ yen ¥ degree ° dag † ddag ‡ # # $ $ % % & &
    _ _ textunderscore _ textdollar $ textasciitilde ~ infinity ∞
    """
  static let dots: StaticString = """
    ldots … dotsc … dotso … textellipsis … hdots … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱ iddots ⋰ adots ⋰
    vdots ⋮
    """
  static let punctuation: StaticString = """
    colon : ldotp . comma ,
    """
}
