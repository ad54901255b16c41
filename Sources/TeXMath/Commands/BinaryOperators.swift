/// Signs between two operands.
enum BinaryOperators {
  static let all: StaticString = """
    times × div ÷ pm ± plusmn ± mp ∓ cdot ⋅ sdot ⋅ centerdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ bull ∙
    cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ or ∨ wedge ∧ land ∧ and ∧ And & setminus ∖ smallsetminus ∖
    wr ≀ amalg ⨿ dagger † ddagger ‡ Dagger ‡ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◃
    triangleright ▹ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯
    dotplus ∔ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ Cap ⋒ doublecap ⋒ Cup ⋓ doublecup ⋓
    barwedge ⌅ veebar ⊻ doublebarwedge ⌆ curlyvee ⋎ curlywedge ⋏ circleddash ⊝ circledast ⊛ circledcirc ⊚
    boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ intercal ⊺ plus + minus −
    """
}
