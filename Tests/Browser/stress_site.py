#!/usr/bin/env python3
"""Writes a small site of what pages seldom hold all at once: the longest, widest, deepest, and every direction.

    Tests/Browser/stress_site.py OUTPUT

The bytes are always the same. What the pages say is made up, but right where it is checked.
"""
import struct
import sys
import textwrap
import zlib
from pathlib import Path

LONGEST_TITLE = (
    "在一台只有八吉字节内存而又必须同时跑着浏览器和编辑器的旧笔记本上，把一个七十亿参数的语言模型压到四比特以后，"
    "它的困惑度究竟会比十六比特时高出多少，而这点差别读者在日常的问答、翻译、改写与摘要里到底看不看得出来，"
    "如果看得出来，是该换一种量化方法、只量化一部分层、把激活也一并处理，还是干脆换一个参数更少但训练得更久的模型，"
    "并且怎样用同一份语料把这几种选择公平地比较一遍才算数呢？"
)
UNBROKEN_WORD = ("Unbrokenperplexitycrossentropytokenizer" * 4)[:120]
LONG_URL = "https://example.org/archive/" + "a-segment-that-does-not-end-" * 12 + "?query=" + "%E5%9B%B0%E6%83%91%E5%BA%A6" * 20
SENTENCE = "Perplexity says between how many equally likely words a model hesitates at each step. "
ZH_SENTENCE = "困惑度说的是模型在每一步平均犹豫于多少个等可能的词之间，它越低，预测就越准。"
TAGS = [f"{subject}{kind}" for subject in
        ("稀疏注意力", "信息论与编码", "语言模型评测", "分词与词表", "优化器与学习率调度")
        for kind in ("", "入门", "进阶", "常见误解", "与硬件的关系", "在中文里的特殊情况", "的历史", "的实验", "的公式推导")]
TAGS += [f"a rather long tag about topic number {number} of fifteen" for number in range(1, 16)]


class Site:
    """The files of a site by their path below `content/`."""

    def __init__(self, configuration):
        self.configuration = configuration
        self.files = {}

    def add(self, path, body, **front_matter):
        lines = [f"{key}: {value}" for key, value in front_matter.items()]
        self.files[path] = ("\n".join(["---", *lines, "---", ""]) + textwrap.dedent(body).strip() + "\n").encode()

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "quaestio.yml").write_text(self.configuration, encoding="utf-8")
        (folder / "content/questions").mkdir(parents=True)
        for path, data in self.files.items():
            file = folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return folder


def quoted(title):
    return "'" + title.replace("'", "''") + "'"


def png(width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80\xa0\xc0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def titles(site):
    site.add("questions/longest.md", f"""
        它排在列表里、面包屑里、搜索结果里，都不该把别的挤走。
        ## 答案
        {ZH_SENTENCE * 6}

        参见[[unbroken]]与[[formula-title]]。
        """, title=quoted(LONGEST_TITLE), date="2025-01-01", tags="[语言模型评测]")
    site.add("questions/unbroken.md", f"""
        ## Answer
        {UNBROKEN_WORD} and again `{UNBROKEN_WORD}`, **{UNBROKEN_WORD}**, [{UNBROKEN_WORD}]({LONG_URL}).

        {LONG_URL}

        <{LONG_URL}>
        """, title=UNBROKEN_WORD, lang="en", date="2025-01-02", tags=f"[{UNBROKEN_WORD}]")
    site.add("questions/formula-title.md", r"""
        ## 答案
        是，因为 $2^{\log_2 x} = x$。见[[longest]]。
        """, title=quoted(
            r"为什么 $2^{H(P)} = \prod_x P(x)^{-P(x)}$，而 $\frac{a}{b} \neq \sqrt[3]{\sum_{i=1}^{n} x_i^2}$？"),
        date="2025-01-03", tags="[信息论与编码]")
    site.add("questions/punctuation.md", "## Answer\nIt asks nothing, and is answered all the same.",
             title=quoted("?!… —— “”《》（）"), date="2025-01-04")
    site.add("questions/emoji.md", "## Answer\nYes: 🎲 × 26 👩🏽‍🔬 🇨🇳 ❤️‍🔥, each one character.",
             title=quoted("🎲🎲🎲 Is a 🎲 with 26 faces 👩🏽‍🔬🤔?"), lang="en", date="2025-01-05")
    site.add("questions/markup-title.md", "## 答案\n代码、*强调*与角括号都该照原样显示。",
             title=quoted("`Array<Optional<Int>>` 里的 *Optional* 与 **非空** 是什么意思 & 为何写作 <T>？"), date="2025-01-06")


def structure(site):
    nested = "\n".join(f"{'   ' * level}1. Level {level + 1}: {SENTENCE}" for level in range(10))
    bullets = "\n".join(f"{'  ' * level}- 第{level + 1}层：{ZH_SENTENCE}" for level in range(10))
    headings = "\n\n".join(f"{'#' * level} {name}\n\n{SENTENCE}"
                           for name in ("Again", "再来一次") for _ in range(2) for level in range(3, 7))
    quotes = "\n".join(f"{'> ' * level}Quoted {level} times.\n{'> ' * level}" for level in range(1, 8))
    site.add("questions/structure.md", f"""
## Answer

{nested}

{bullets}

{headings}

{quotes}

> [!warning] Outer
> {SENTENCE}
>
> > [!tip]- Folded at first
> > {SENTENCE}
> >
> > > [!note]
> > > {SENTENCE}
> > >
> > > > [!example]+ `code` and $x^2$ in the title
> > > > | a | b |
> > > > |---|---|
> > > > | 1 | 2 |

- [x] done
- [ ] to do {UNBROKEN_WORD}

A word[^one], again[^one], and [^long].

[^one]: Short.
[^long]: {SENTENCE * 4}

    $$\\sum_{{i=1}}^{{n}} x_i$$

    | a | b |
    |---|---|
    | 1 | 2 |
""", title="What does a page with every structure look like?", lang="en", date="2025-01-07", tags="[进阶, structure]")


def tables(site):
    header = "| " + " | ".join(f"column {index}" for index in range(1, 21)) + " |"
    rule = "|" + "---|" * 20
    row = "| " + " | ".join(["0.123456789"] * 20) + " |"
    fit = "| " + " | ".join(["单元格里的字"] * 20) + " |"
    site.add("questions/tables.md", rf"""
## 答案

{header}
{rule}
{row}
{fit}
{row}

| 公式 | 竖线 | 解释 |
|:--|:-:|--:|
| $P(x \mid y) = \frac{{P(x, y)}}{{P(y)}}$ | `a \| b` | {ZH_SENTENCE} |
| $\|x\|_2$ | $D(P \| Q)$ | $\begin{{pmatrix}} a & b \\ c & d \end{{pmatrix}}$ |
| {UNBROKEN_WORD} | {UNBROKEN_WORD} | [{LONG_URL}]({LONG_URL}) |
""", title="表格比屏幕宽怎么办？", date="2025-01-08", tags="[常见误解]")


def formulas(site):
    wide = " + ".join(f"x_{{{index}}}^{{2}}" for index in range(60))
    matrix = r" \\ ".join(" & ".join(f"a_{{{row},{column}}}" for column in range(12)) for row in range(12))
    aligned = r" \\ ".join(f"f_{{{row}}}(x) &= {wide[:200]} + x_{{{row}}}" for row in range(6)).replace("x_{1 ", "x ")
    parts = [rf"$$\frac{{{index}}}{{1 + \sqrt{{x_{{{index}}}}}}} = \sum_{{i=1}}^{{{index}}} p_i \label{{eq:{index}}}$$"
             for index in range(1, 61)]
    lines = [rf"行内的 $2^{{{index}}}$、$\log_{{{index}}} x$ 与 $\frac{{{index}}}{{n}}$，见[@eq:{min(60, index)}]。"
             for index in range(1, 51)]
    site.add("questions/formulas.md", rf"""
## 答案

$${wide}$$

行内很长的一条 ${wide}$，之后还有字。

$$\begin{{pmatrix}} {matrix} \end{{pmatrix}}$$

$$\begin{{aligned}} {aligned} \end{{aligned}}$$

$$\begin{{align}} a &= b \label{{eq:row-a}} \\ c &= d + e \label{{eq:row-b}} \end{{align}}$$

$$E = m c^2 \tag{{energy, a long tag}}$$

$$y = \begin{{cases}} 1 & x > 0 \\ 0 & \text{{否则，这里有很长很长很长的一段中文说明文字}} \end{{cases}} \tag{{一个标签}}$$

$$x = \begin{{cases}} 1 & \text{{如果 }} x > 0 \\ 0 & \text{{otherwise, and here the text goes on and on and on}} \end{{cases}}$$

> {ZH_SENTENCE}
>
> $${wide}$$

1. 列表里：

   $${wide}$$

{chr(10).join(chr(10) + part for part in parts)}

{chr(10).join(chr(10) + line for line in lines)}
""", title="两百条公式放在一页上会怎样？", date="2025-01-09", tags="[的公式推导]")


def code(site):
    long_line = "result = " + " + ".join(f"value_{index}" for index in range(80))
    site.add("questions/code.md", f"""
## Answer

```python title="a_file_name_that_is_much_longer_than_the_window_of_a_phone_can_show_in_one_line.py" {{2}}
{long_line}
def perplexity(bits): return 2 ** bits  # {SENTENCE * 3}
```

```
{UNBROKEN_WORD * 3}
```

- In a list:

  ```swift
  let perplexity = exp2(entropy) // {SENTENCE}
  ```

`{long_line}`
""", title="Do long lines of code stay in their box?", lang="en", date="2025-01-10", tags="[code]")


def directions(site):
    site.add("questions/arabic.md", f"""
        سؤال يجمع العربية و English و $x^2$ في سطر واحد.
        ## Answer
        الحيرة هي اثنان مرفوعة إلى الإنتروبيا: $2^{{H}}$، وتقول بين كم كلمة متساوية الاحتمال يتردد النموذج[@long-1].

        $$H(P) = -\\sum_x P(x) \\log_2 P(x)$$

        1. عنصر أول مع `code` ورقم 26.
        2. عنصر ثان [برابط](https://example.org/).

        | الاسم | القيمة |
        |---|---|
        | الحيرة | 25.99 |

        > [!note] ملاحظة
        > نص قصير.
        """, title=quoted("ما هي الحيرة (perplexity) في نماذج اللغة؟"), lang="ar", date="2025-01-11",
        tags="[לשון, لغة]", provenance="ai", generator="aily")
    site.add("questions/hebrew.md", """
        ## Answer
        מילה אחת בעברית, one in English, ועוד 困惑度. ראו [[arabic]].
        """, title=quoted("מהי אנטרופיה?"), lang="he", date="2025-01-12", tags="[לשון]")
    site.add("questions/mixed.md", """
        ## 答案
        一句话里有 العربية 、עברית、English、ไทย 与 日本語。<span dir="rtl">مرحبا (hello)!</span>

        - العربية
        - 中文
        """, title=quoted("一句话里混着 العربية 和 עברית 会乱吗？"), date="2025-01-13", tags="[لغة]")


def sources(site):
    citations = []
    for number in range(1, 41):
        site.add(f"references/long-{number}.md", rf"""
            {SENTENCE * (1 + number % 12)}

            $$H_{{{number}}} = \log_2 {number + 1}$$

            {ZH_SENTENCE * (number % 7 + 1)}
            """, title=quoted(f"Source number {number}: " + SENTENCE * (1 + (number % 4))), author="Ada Fontaine and many others", lang="en",
            date=f"20{10 + number % 15}-02-0{1 + number % 9}", url=LONG_URL if number % 10 == 0 else f"https://example.org/{number}")
        citations.append(f"[@long-{number}]")
    site.add("questions/long-excerpt.md", "## Answer\nIt is folded [@long-11].",
             title="What is a long excerpt like on an English page?", lang="en", date="2025-01-16")
    answers = "\n\n".join(
        f"## 答案 {{#answer-of-{number} author=\"{author}\" date=2025-0{number}-01 provenance={kind} generator=aily "
        f"{'accepted' if number == 1 else ''}}}\n\n{ZH_SENTENCE * number}{''.join(citations[(number - 1) * 5 : number * 5])}"
        for number, (author, kind) in enumerate(
            [("林溪", "human"), ("何舟", "ai"), ("Ada Fontaine", "mixed"), ("ال كاتب", "ai"),
             ("一个名字特别特别长的作者，长到一行放不下还要继续写下去", "human"), ("Bo", "mixed"), ("陈一鸣", "ai"), ("王若溪", "human")], 1))
    site.add("questions/many-answers.md", f"""
问题本身也有几句话：{ZH_SENTENCE * 3}

{answers}
""", title="一个问题有八个答案、四十条来源时怎么读？", date="2025-01-14", updated="2025-03-01",
             tags="[" + ", ".join(quoted(tag) for tag in TAGS) + "]", authors="[林溪, 何舟]")


def images(site):
    site.files["questions/wide.png"] = png(2400, 60)
    site.files["questions/tall.png"] = png(60, 2400)
    site.add("questions/images.md", """
        ## Answer
        ![A wide picture](wide.png)

        ![A tall picture](tall.png)

        ![](wide.png)

        ![[wide.png|300]] in a line ![A small one](wide.png) of text.
        """, title="Are pictures kept inside the page?", lang="en", date="2025-01-15", tags="[code]")


def relations(site):
    for number in range(1, 13):
        site.add(f"questions/neighbour-{number}.md", f"""
            ## 答案
            {ZH_SENTENCE}第{number}种说法：量化、剪枝与蒸馏都会让它变高一点，见[[hub|那一页]]、[[hub]]与[[还没有人写的第{number % 4}页]]。
            """, title=quoted(f"量化到 {number} 比特以后困惑度会高多少？"), date=f"2025-02-{number:02}", tags="[常见误解, 语言模型评测]")
    site.add("questions/hub.md", f"""
        ## 答案
        {ZH_SENTENCE}量化、剪枝与蒸馏都会让它变高一点，另见[[many-answers]]。
        """, title="量化以后困惑度会高多少？", date="2025-02-13", tags="[常见误解]",
        aliases="[quantised, /旧站/量化.html, /old/quantised/]")
    site.add("questions/hub.en.md", f"## Answer\n{SENTENCE}Quantisation raises it a little.",
             title="By how much does quantisation raise perplexity?", lang="en", translation_of="hub", date="2025-02-14")
    site.add("questions/hub.zh-Hant.md", "## 答案\n量化、剪枝與蒸餾都會讓它變高一點。",
             title="量化以後困惑度會高多少？", lang="zh-Hant", translation_of="hub", date="2025-02-14")
    site.add("questions/hub-again.md", "有人问过同样的问题。", title="量化后困惑度变高了多少？", duplicate_of="hub", date="2025-02-15")
    site.add("questions/unanswered.md", "谁知道？", title="还没有答案的问题是什么样子？", date="2025-02-16")
    site.add("questions/empty.md", "", title="A file with nothing but a title", lang="en")
    entries = "\n\n".join(f"## 常见问题第 {number} 条：{'为什么' if number % 2 else '怎样'}{'比较' * (number % 5)}困惑度？\n\n"
                          f"{ZH_SENTENCE * (1 + number % 3)}" for number in range(1, 51))
    site.add("faq/fifty.md", entries, title="五十个常见问题", provenance="ai", generator="aily")
    site.add("pages/about.md", f"关于这个站。{ZH_SENTENCE}", title="关于")
    site.add("pages/deep/er/page.md", f"# Deep\n\n{SENTENCE}", lang="en")


def stress_site():
    """Everything at once; the interface is Chinese, pages are in six languages."""
    site = Site("title: 压力测试\nlanguage: zh-Hans\nbase_url: https://stress.example/wiki/\n"
                "description: 最长的、最宽的、最深的，都在这里。\nlicense: CC BY 4.0\n"
                "issue_url: https://example.org/issues/new?title={title}\nsource_url: https://example.org/blob/{path}\n")
    for part in (titles, structure, tables, formulas, code, directions, sources, images, relations):
        part(site)
    return site


def empty_site():
    """A wiki without a question."""
    return Site("title: Nothing yet\nlanguage: en\n")


def one_question_site():
    """A wiki on its first day, in Traditional Chinese."""
    site = Site("title: 第一天\nlanguage: zh-Hant\nbase_url: https://one.example/\n")
    site.add("questions/only.md", "## 答案\n只有這一題，所以沒有相關的問題。", title="這裡只有一個問題嗎？")
    return site


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    stress_site().write(Path(sys.argv[1]))
