/// A few lines of every language, with as many of its constructs as go in, for tests that mutate them.
let sampleCode: [(language: String, code: String)] = [
  (
    "c",
    "#include <a.h>\n#define X 1 \\\n  2\nint f(char c) { /* é */ return c == '\\'' ? 0x1p-3 : 1.f; } // x\n"
  ),
  ("cpp", "auto s = R\"ab(x)\" )ab\"; std::vector<int> v{1'000}; u8\"中\"; class A : public B {};\n"),
  ("csharp", "#region r\nvar s = $\"a {x:0} b\" + @\"c\"\"d\" + $@\"{y}\"; record P(int X);\n"),
  ("console", "$ ls \"$x\" | cat <<E\nbody $y\nE\nout'put\n# id\n"),
  (
    "css",
    "@media (min-width: 1em) { a:hover > .b[c=\"d\"] { --x: #fff; color: var(--x, -1.5px) !important } } /* é */\n"
  ),
  ("diff", "diff --git a b\n--- a/é\n+++ b/é\n@@ -1 +1 @@\n-alt\n+neu\n"),
  ("go", "type T struct { n int }\nfunc (t *T) F(r rune) string { return `raw` + \"\\u00e9\" + '世' } // x\n"),
  ("html", "<!DOCTYPE html><p class='a &amp; b' hidden=x>é &lt;</p><!-- c --><script>1 < 2</script><br/>\n"),
  ("ini", "; c\n[s]\nk = v ; d\nn=1\ns=\"a\"\n"),
  ("java", "@A.B class C<T> { String s = \"\"\"\n x\\t \"\"\"; char c = '\\u00e9'; long n = 1_0L; }\n"),
  ("javascript", "const r = /[/]\\//g; f(`a ${b(`c ${d}`)} e`) / 2; class A { static x = 'é'; } // c\n"),
  ("json", "{\"k\\n\": [1e-5, -2, true, null, \"中\"], 'j': /* c */ x: 1}\n"),
  ("kotlin", "fun f(x: Int) = \"a $x ${x + 1} é\" + \"\"\"raw $x\"\"\" /* a /* b */ */\n"),
  (
    "latex",
    "\\begin{align*} a_1 &= $x^2$ \\\\ \\end{align*} % é\n\\verb|x| \\[ y \\] \\begin{verbatim}\n\\z\n\\end{verbatim}\n"
  ),
  ("markdown", "# T\n- **b** *i* `c` [l](u) $x$ <t> &amp; \\*\n```py\nx\n```\n> 1. é\n"),
  (
    "python",
    "@d\nclass A(B):\n  def f(self): return f\"{x!r:>{w}} {{é}}\" + rb'\\'' + \"\"\"a\nb\"\"\" # c\n"
  ),
  (
    "rust",
    "#[a(b)]\nfn f<'a>(s: &'a str) -> char { let c = 'é'; r#\"x\"#; b\"\\x41\"; p!(1..2u8) } /* /* */ */\n"
  ),
  (
    "shell",
    "if [[ -f \"$x\" ]]; then A=1 cmd --o=${b:-c} $(d `e` $((1 + (2)))) <<-'E' # é\n\tt $x\n\tE\nfi $'\\n'\n"
  ),
  ("sql", "SELECT \"a\", count(*) FROM t WHERE b = 'é''c' AND d::int > :e -- f\n/* g */ E'\\n' $1\n"),
  (
    "swift",
    "@A func f() { #if X\n\"a \\(g(\"\\(h)\")) é\" + #\"\\#(x) \\n\"# + \"\"\"\n b\n \"\"\" /* /* */ */ $0 }\n"
  ),
  ("toml", "[a.b]\n\"c d\" = 'e'\nf = [\n[1, -2.5e3], # g\n]\nh = 1979-05-27\ni = \"\"\"é\"\"\"\n"),
  (
    "typescript",
    "@C() abstract class A<T extends keyof U> { private x?: Array<string> = `é ${y as any}`; }\n"
  ),
  ("yaml", "%YAML 1.2\n---\na: &b [1, {c: 'd''e'}] # f\ng: |-\n  text é\n  more\n\"h\\n\": !!t *b\n? - x\n"),
]
