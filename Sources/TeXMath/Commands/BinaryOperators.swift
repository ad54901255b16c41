/// Signs between two operands.
enum BinaryOperators {
  static let all: StaticString = """
    times × div ÷ pm ± plusmn ± mp ∓ cdot ⋅ sdot ⋅ centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ bull ∙
    cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ or ∨ wedge ∧ land ∧ and ∧ And & setminus ∖ smallsetminus ∖
    wr ≀ amalg ⨿ dagger † ddagger ‡ Dagger ‡ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◃
    triangleright ▹ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯
    dotplus ∔ dotminus ∸ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ Cap ⋒ doublecap ⋒ Cup ⋓
    doublecup ⋓ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ curlyvee ⋎ curlywedge ⋏ circleddash ⊝ circledast ⊛
    circledcirc ⊚ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ divideontimes ⋇ intercal ⊺ lessdot ⋖ gtrdot ⋗
    minuso ⦵ parr ⅋ plus + minus −
    """
  /// Signs that few fonts have besides those for mathematics.
  static let rare: StaticString = """
    capdot ⩀ capbarcup ⩉ capovercup ⩇ cupovercap ⩆ twocaps ⩋ twocups ⩊ closedvarcap ⩍ closedvarcup ⩌ Vee ⩔
    Wedge ⩓ Nand ⊼ Nor ⊽ veedot ⟇ wedgedot ⟑ veeonvee ⩖ veedoublebar ⩣ doublebarvee ⩢ minusdot ⨪
    minusfdots ⨫ minusrdots ⨬ triangleplus ⨹ triangleminus ⨺ triangletimes ⨻ circledequal ⊜ circledvert ⦶
    circledparallel ⦷ circlehbar ⦵ obar ⌽ obslash ⦸ odiv ⨸ ogreaterthan ⧁ olessthan ⧀ operp ⦹ otimeshat ⨶
    Otimes ⨷ boxbar ◫ boxslash ⧄ boxbslash ⧅ boxcircle ⧇ boxbox ⧈ fatsemi ⨟ threedotcolon ⫶ concavediamond ⟡
    concavediamondtickleft ⟢ concavediamondtickright ⟣
    """
}
