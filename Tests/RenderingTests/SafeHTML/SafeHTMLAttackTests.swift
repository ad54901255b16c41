import KnowledgeBase
import SourceText
import Testing

@testable import Rendering

/// Ways to smuggle scripts, styles or requests past filters.
@Suite struct SafeHTMLAttackTests {
  @Test(
    arguments: [
      // Elements
      "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<ScRiPt>alert(1)</sCrIpT>",
      "<script/x>alert(1)",
      "<script\u{C}>alert(1)</script>", "<script\u{0}>alert(1)</script>", "<scr\u{0}ipt>alert(1)</script>",
      "<<script>alert(1)//<</script>",
      "<iframe src=javascript:alert(1)>", "<object data=x>", "<embed src=x>", "<base href=//evil.example/>",
      "<meta http-equiv=refresh content=0>",
      "<link rel=stylesheet href=//evil.example>", "<form action=x><button formaction=javascript:alert(1)>",
      "<input autofocus onfocus=alert(1)>",
      "<math><mi xlink:href=javascript:alert(1)>", "<template><script>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "<plaintext><u>x", "<xmp><u>x</xmp>", "<title><u></title>", "<textarea></textarea><script>x</script>",
      "<marquee onstart=x>", "<video><source onerror=x>",
      "<isindex>", "<body onload=x>", "<html manifest=x>", "<frameset onload=x>", "<a:script xmlns:a=x>",
      "<ı>", "<ſub>", "<K>",
      // Attributes
      "<img src=x onerror=alert(1)>", "<img src=x oNeRrOr=alert(1)>", "<img src=x/onerror=alert(1)>",
      "<img/src=x/onerror=alert(1)>", "<img src=\"x\"onerror=alert(1)>",
      "<img src=x onerror\u{0}=alert(1)>", "<img src=x onerror\n=\nalert(1)>",
      "<img src=x o\u{0}nerror=alert(1)>", "<img \"\"\"><script>alert(1)</script>\">",
      "<img src=`x`onerror=alert(1)>", "<img src='x\"onerror=alert(1)//'>",
      "<img alt='\" onerror=alert(1) x=\"' src=x>", "<img alt=\"&quot; onerror=alert(1) x=\" src=x>",
      "<img alt=&quot;onerror=alert(1)&quot; src=x>", "<img src=x =onerror=alert(1)>",
      "<img src=x ' onerror=alert(1)>", "<img src=\"x\" src=\"y\" onerror=1 onerror=2>",
      "<img srcset='//evil.example 1x' src=x>", "<img lowsrc=x dynsrc=y src=z>",
      "<img style=background:url(//evil.example) src=x>", "<img src=x\u{B}onerror=alert(1)>",
      "<img src=x\u{A0}onerror=alert(1)>", "<img src=x><!-- --!><img src=y onerror=z>",
      "<details ontoggle=alert(1) open>x</details>", "<details open ontoggle>x</details>",
      "<div style=position:fixed>x</div>", "<p class=skip-link id=main-content>x</p>",
      "<a name=x id=location href=y>z</a>",
      "<span xml:lang=x xmlns=y data-x=z aria-label=a role=b tabindex=0>x</span>",
      "<a target=_blank ping=//evil.example download href=x>y</a>", "<sub is=x slot=y part=z>x</sub>",
      "<a title='</a><script>alert(1)</script>' href=x>y</a>",
      "<abbr title=\"'><script>alert(1)</script>\">x</abbr>", "<div dir='rtl\" onclick=x'>x</div>",
      "<div lang='\"><script>'>x</div>", "<div align='center\" onclick=\"x'>y</div>",
      "<img width='1\" onerror=\"x' src=y>", "<img width=99999999999999999999 height=-1 src=y>",
      // Addresses
      "<a href=javascript:alert(1)>x</a>", "<a href=\"JAVASCRIPT:alert(1)\">x</a>",
      "<a href=' javascript:alert(1)'>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
      "<a href='java\tscript:alert(1)'>x</a>", "<a href='java\u{0}script:alert(1)'>x</a>",
      "<a href='\u{1}javascript:alert(1)'>x</a>", "<a href=java&Tab;script&colon;alert(1)>x</a>",
      "<a href=java&NewLine;script:alert&lpar;1&rpar;>x</a>", "<a href=javascript&colon;alert(1)>x</a>",
      "<a href=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>x</a>",
      "<a href=&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)>x</a>",
      "<a href=&#0000106avascript:alert(1)>x</a>", "<a href=&#X6a;avascript:alert(1)>x</a>",
      "<a href=java&#10;script:alert(1)>x</a>", "<a href=&#1;javascript:alert(1)>x</a>",
      "<a href=&#14;&#32;javascript:alert(1)>x</a>", "<a href=javascript%3Aalert(1)>x</a>",
      "<a href=java%0Ascript:alert(1)>x</a>", "<a href=vbscript:msgbox(1)>x</a>",
      "<a href=data:text/html,<script>alert(1)</script>>x</a>",
      "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
      "<a href=view-source:x>y</a>", "<a href=blob:https://x/y>z</a>",
      "<a href=feed:javascript:alert(1)>x</a>", "<a href=jar:x>y</a>", "<a href='file:///etc/passwd'>x</a>",
      "<a href=\"&#x200B;javascript:alert(1)\">x</a>", "<a href=\"javascript&#x3A0000000000;alert(1)\">x</a>",
      "<a href='\\\\evil.example'>x</a>", "<a href=//evil.example>x</a>",
      "<a href='/\\evil.example'>x</a>", "<img src=//evil.example/x.png>",
      "<img src='\\/evil.example/x.png'>", "<img src='/&Tab;/evil.example/x.png'>",
      "<img src='https:evil.example/x.png'>",
      "<img src=data:image/svg+xml,<svg/onload=alert(1)>>", "<img src='data:text/html,<script>'>",
      "<img src='javascript:alert(1)'>", "<img src=\"x` `<script>alert(1)</script>\"` `>",
      "<a href=\"x\" title=\"a\nb\" title='\"><script>'>y</a>", "<a href='https://e.org\" onclick=\"x'>y</a>",
      "<a href=https://e.org\"onclick=x>y</a>",
      // What a second parser may read otherwise
      "<div><p><svg><style><img title=\"</style><img src=x onerror=alert(1)>\">",
      "<u><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
      "<!--><img src=x onerror=alert(1)>-->", "<!---><script>x</script>", "<!-- --!><script>x</script>",
      "<!-- a -- ><script>b</script> -->", "<!<script>alert(1)</script>>", "<?<script>alert(1)</script>>",
      "<![CDATA[<script>alert(1)</script>]]>", "</sub onclick=x>", "</script><u>x</u>", "</p/onclick>",
      "<a href=\"x<u>\">y</a>", "<a <b>>x</a>", "<sub <script>alert(1)</script>",
      "<u title=\"<!--\">x</u> -->", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
      "<p>&#60;script&#62;</p>", "<ruby><rt><p><div></ruby></rt></p>",
      "<details><summary><details></summary>x",
      "<a href=x><p><a href=y></p>z</a>", "<sub><sup><u><s></sub></sup></u></s>", "\u{FEFF}<\u{FEFF}script>",
      "+ADw-script+AD4-", "<\u{200B}script>", "＜script＞",
    ])
  func nothingGetsThrough(html: String) {
    for place in [SafeHTMLPlace.block(depth: 0), .inline(depth: 1), .inline(depth: 1, allowsBlocks: true)] {
      let result = SafeHTMLHarness(html, place: place)
      let reader = SternHTMLReader(result.html)
      #expect(reader.faults == [], "\(result.html)")
      #expect(result.isBalanced)
      for address in reader.addresses {
        if case .forbidden = URLPolicy.judge(Array(address.utf8)) { Issue.record("\(address) is linked to") }
      }
      // Only the harness's own files are shown in place.
      #expect(!reader.elements.contains("img"), "\(result.html)")
    }
  }

  @Test(
    arguments: [
      "javascript&colon;alert(1)", "java&Tab;script:x", "&#x6A;avascript:x", "data:text/html,x", "VBSCRIPT:x",
      "j%61vascript:x",
    ])
  func aForbiddenSchemeIsNamedAndNeverResolved(address: String) {
    var writer = SafeHTMLWriter()
    var output: [UInt8] = []
    writer.write(
      Array("<a href=\(address)>x</a><img src=\(address) alt=y>".utf8)[...], at: .block(depth: 0),
      into: &output
    ) { address, _ in
      Issue.record("\(String(decoding: address, as: UTF8.self)) was handed on")
      return .link(address)
    }
    #expect(
      String(decoding: output, as: UTF8.self)
        == "<span class=\"broken\">x</span><span class=\"broken\">y</span>")
    #expect(writer.findings.map(\.id) == [.linkUnsafe, .linkUnsafe])
  }

  @Test func dataImagesAreHandedOn() {
    var writer = SafeHTMLWriter()
    var output: [UInt8] = []
    var seen: [String] = []
    writer.write(Array("<img src=data:image/png;base64,AA==>".utf8)[...], at: .block(depth: 0), into: &output)
    { address, isImage in
      seen.append("\(String(decoding: address, as: UTF8.self)) \(isImage)")
      return .broken
    }
    #expect(seen == ["data:image/png;base64,AA== true"])
    #expect(writer.findings == [])
  }
}
