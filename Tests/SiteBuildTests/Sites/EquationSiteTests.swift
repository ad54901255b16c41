import SourceText
import Testing

@testable import SiteBuild

@Suite("Equations over the pages of a site")
struct EquationSiteTests {
  private static let entropy = """
    # Entropy

    $$H = \\log n$$ {#eq:h}

    By \\eqref{eq:h} it is $2^{\\ref{eq:h}}$.
    """

  @Test("A reference prints the number, on another page behind its title, in a formula alone")
  func references() throws {
    let fixture = try SiteFixture([
      "content/questions/entropy.md": Self.entropy,
      "content/questions/perplexity.md":
        "# Perplexity\n\nBy \\eqref{eq:h} and $x = \\eqref{eq:h}$.\n\n$$P$$ {#eq:p}\n",
    ])
    let report = try fixture.build()
    #expect(SiteFixture.summary(report) == [])
    let own = try #require(fixture.page("questions/entropy/index.html"))
    #expect(
      own.contains(
        ##"By <a href="#eq:h">(1)</a> it is <span class="unbroken"><math data-tex="2^{\ref{eq:h}}"><msup><mn>2</mn><mtext>1</mtext></msup></math>.</span>"##
      ))
    let other = try #require(fixture.page("questions/perplexity/index.html"))
    #expect(
      other.contains(
        ##"By <span id="to:questions/entropy:eq:h"></span><a href="../../questions/entropy/#eq:h">Entropy, (1)</a> and"##
      ))
    #expect(other.contains("<mi>x</mi><mo>=</mo><mtext>(1)</mtext></math>"))
    #expect(
      other.contains(
        #"<meta name="description" property="og:description" content="By Entropy, (1) and x = (1).">"#))
    #expect(own.contains("By <mark>Entropy, (1)</mark> and x = (1)."), "the backlink's sentence")
    #expect(![own, other].contains { $0.contains(">eq:h") || $0.contains("(eq:h") })
  }

  /// Display formulas in all ways to have a number or none.
  private static let numbered = #"""
    # Numbers

    $$
    \begin{align}
    a &= b \label{eq:a} \\
    c &= d \notag \\
    e &= f \tag{E} \\
    g &= h
    \end{align}
    $$ {#eq:g}

    $$\begin{equation} i \end{equation}$$

    $$j$$

    $$k \notag$$

    $$l$$ {#eq:l}

    See [@eq:a], [@eq:g], [@eq:l] and $\ref{eq:g}$.
    """#

  /// The numbers a page shows, in order, with the ids of their rows.
  private static func numbers(of page: String) -> [String] {
    page.matches(of: /<mtr(?: id="([^"]*)")?>(?:(?!<\/mtr>).)*?<mtd class="tml-tag"><mtext>\(([^<]*)\)/).map {
      "\($0.output.2) \($0.output.1 ?? "")"
    }
  }

  @Test("Rows are numbered through the page, tags aside; a label behind a formula names its first free row")
  func rows() throws {
    let fixture = try SiteFixture(["content/questions/n.md": Self.numbered])
    #expect(SiteFixture.summary(try fixture.build()) == [])
    let page = try #require(fixture.page("questions/n/index.html"))
    #expect(Self.numbers(of: page) == ["1 eq:a", "E eq:g", "2 ", "3 ", "4 eq:l"])
    #expect(
      page.contains(##"See <a href="#eq:a">(1)</a>, <a href="#eq:g">(E)</a>, <a href="#eq:l">(4)</a> and"##))
    #expect(page.contains("<mtext>E</mtext></math>"))
  }

  @Test("number_equations: all numbers plain display formulas as well, but none that says otherwise")
  func allNumbered() throws {
    let fixture = try SiteFixture([
      "content/questions/n.md": Self.numbered, "quaestio.yml": "math: {number_equations: all}\n",
    ])
    #expect(SiteFixture.summary(try fixture.build()) == [])
    let page = try #require(fixture.page("questions/n/index.html"))
    #expect(Self.numbers(of: page) == ["1 eq:a", "E eq:g", "2 ", "3 ", "4 ", "5 eq:l"])
  }

  @Test("An excerpt has no numbers beside those of the page that shows it, but those that its author gave")
  func numbersOfExcerpts() throws {
    let fixture = try SiteFixture([
      "content/questions/n.md": "# N\n\n$$a$$\n\nSee [@source].\n\n$$b$$\n",
      "content/references/source.md": "# Source\n\n$$c$$\n\n$$d \\tag{S}$$\n",
      "quaestio.yml": "math: {number_equations: all}\n",
    ])
    #expect(SiteFixture.summary(try fixture.build()) == [])
    let page = try #require(fixture.page("questions/n/index.html"))
    #expect(Self.numbers(of: page) == ["1 ", "2 ", "S "])
  }

  @Test("In a feed a formula is text, with its number and without its id")
  func excerpts() throws {
    let fixture = try SiteFixture([
      "quaestio.yml": "base_url: https://example.org/\n",
      "content/questions/n.md": "---\ndate: 2026-01-02\n---\n# N\n\n$$x$$ {#eq:x}\n",
    ])
    #expect(SiteFixture.summary(try fixture.build()) == [])
    let feed = try #require(fixture.page("feed.xml"))
    #expect(feed.contains("&lt;p&gt;x (1)&lt;/p&gt;"))
    #expect(!feed.contains("eq:x"))
  }

  @Test("With --keep-going the source of a formula with faults is marked, and others are as ever")
  func keepGoing() throws {
    var fixture = try SiteFixture([
      "content/questions/a.md":
        "---\ntitle: About $\\nix$\n---\n> - Good $a^2$, bad $\\frac{1}{\\foo}$.\n\n| t |\n|---|\n| $\\baz|$ |\n"
    ])
    fixture.options.keepsGoing = true
    let report = try fixture.build()
    #expect(
      SiteFixture.summary(report) == [
        "tex.unknown-command content/questions/a.md:2:15", "tex.unknown-command content/questions/a.md:4:31",
        "tex.unknown-command content/questions/a.md:8:4",
      ])
    let page = try #require(fixture.page("questions/a/index.html"))
    #expect(page.contains("</math>,</span> bad"))
    #expect(page.contains(#"<code class="formula-error">\frac{1}{\foo}</code>"#))
    #expect(page.contains(#"About <code class="formula-error">\nix</code>"#))
  }

  @Test("A macro that cannot be defined is told where it stands, once")
  func macros() throws {
    let fixture = try SiteFixture([
      "quaestio.yml":
        """
      math:
        macros: {ok: '\\def\\own##1{#1##1}\\own', bad: '#a'}
      defaults:
        - paths: ['questions/*']
          values: {macros: {worse: '{#1'}}
      """,
      "content/questions/a.md": "$\\ok xy$\n",
      "content/questions/b.md": "---\nmacros: {own: '#a'}\n---\n$\\ok xy$\n",
    ])
    #expect(
      SiteFixture.summary(try fixture.build()) == [
        "front-matter.value content/questions/b.md:2:15", "config.invalid quaestio.yml:2:47",
        "config.invalid quaestio.yml:5:30",
      ])
  }

  @Test(
    "The limits of quaestio.yml are those of formulas",
    arguments: [
      ("brace_depth: 3", "{{{{{{x}}}}}}"), ("macro_expansions: 2", "\\m\\m\\m"),
      ("formula_bytes: 4", "a+b+c"),
    ])
  func limits(limit: String, tex: String) throws {
    let page = "---\nmacros: {m: 'x'}\n---\n# A\n\n$\(tex)$\n"
    let free = try SiteFixture(["content/questions/a.md": page])
    #expect(SiteFixture.summary(try free.build()) == [])
    let bounded = try SiteFixture(["content/questions/a.md": page, "quaestio.yml": "limits: {\(limit)}\n"])
    #expect(SiteFixture.summary(try bounded.build()).count == 1)
  }
}
