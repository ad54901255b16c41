#!/usr/bin/env python3
"""Writes a site of any size to measure builds with: invented technical questions with their references.

    Benchmarks/generate.py OUTPUT --questions 1000 [--references 200] [--seed 1]

The text means nothing, but it is shaped like the real thing: six pages in ten are Chinese, the others English; words
are drawn by Zipf's law (Mandelbrot's form, weight 1 / (rank + 2.7)), names of models and identifiers are an open tail,
so that the vocabulary grows with the site; pages carry front matter, wiki links, citations, formulas from single
letters to matrices, code, tables, lists and quotations. Half of the pages are shorter than 3.6 KB, one in ten is
longer than 9.1 KB.

The bytes depend on the arguments alone: not on the version of Python, its hash seed or the C library. For that, all
chance comes from `random.Random(text).random()`. Question i is the same in sites of all sizes, but for the pages it
links to and cites.
"""
import argparse
import bisect
import itertools
import random
import re
import sys
from pathlib import Path

CHINESE_SHARE = 0.6
TOPICS = 40
# A page grows until it has so many bytes: the deciles of that.
SIZES = [450, 1200, 1700, 2200, 2700, 3200, 3900, 4800, 6200, 8500, 16000]

ZH_MODIFIERS = (
    "稀疏 稠密 条件 联合 边缘 随机 自适应 分层 局部 全局 双向 因果 低秩 高阶 离散 连续 有界 凸 平滑 加权 归一化 量化 "
    "分块 流式 增量 并行 异步 共享 缓存 压缩 倒排 前缀 字节级 词级 句级 跨语言 多任务 预训练 微调 对齐 蒸馏 剪枝 残差 "
    "循环 卷积 注意力 门控 记忆 检索 生成 判别 概率 信息 梯度 动量 方差 偏差 采样 贪心 近似 精确 动态 静态 显式 隐式"
).split()
ZH_HEADS = (
    "模型 向量 矩阵 张量 网络 编码 解码 索引 查询 排序 分布 估计 损失 熵 距离 范数 优化 学习率 步长 批次 参数 权重 "
    "激活 特征 词表 词元 语料 样本 标签 序列 窗口 上下文 路径 图 树 队列 缓冲区 页面 链接 引用 摘要 证据 答案 提示 "
    "策略 奖励 状态 约束 边界 误差 校准 基线 指标 实验 结论 假设 定理"
).split()
ZH_VERBS = "估计 降低 提高 压缩 更新 约束 分解 近似 比较 衡量 验证 缓存 合并 切分 筛选 重排 对齐 解释 推导 复用".split()
ZH_QUALITIES = "稳定 稀疏 紧凑 可靠 昂贵 简单 敏感 平滑 有效 冗余 均匀 可比 可微 清楚 充分 独立".split()

EN_MODIFIERS = (
    "sparse dense conditional joint marginal stochastic adaptive layered local global causal shared cached streamed "
    "quantised weighted normalised convex smooth bounded discrete continuous residual recurrent gated latent greedy "
    "approximate exact dynamic static inverted compact bilingual pretrained distilled pruned aligned calibrated noisy "
    "clean redundant incremental parallel lazy eager ranked sampled"
).split()
EN_HEADS = (
    "model vector matrix tensor network encoder decoder index query ranking distribution estimator loss entropy "
    "perplexity distance norm optimiser gradient schedule batch parameter weight activation feature vocabulary token "
    "corpus sample label sequence window context path graph tree queue buffer page link citation excerpt answer prompt "
    "policy reward state constraint bound error baseline metric experiment hypothesis theorem posting shard"
).split()
# Verbs and nouns here take a plain `s`.
EN_VERBS = (
    "estimate reduce improve encode update constrain approximate compare measure validate merge split filter align "
    "explain derive reuse sample store weight"
).split()
EN_QUALITIES = (
    "stable sparse compact reliable costly simple sensitive smooth effective redundant uniform comparable clear "
    "sufficient independent robust"
).split()

SYLLABLES = "ar bel cor dun eri fal gor hin ilo jas kel lum mor nev oru pal quin ros sel tav umi ver wex yor zan".split()
FAMILY = "Net Former LM Rank Vec Mix Norm Sparse".split()
AUTHORS = ["Ada Lin", "陈一鸣", "Jonas Weber", "Mei Tanaka", "王若溪", "Priya Nair", "Tomás Silva", "赵文博", "Sara Holm"]

ZH_SENTENCES = [
    "{noun}会{verb}{noun}，所以{noun}更{quality}。",
    "如果{noun}足够{quality}，那么{noun}只需要{number}次{verb}。",
    "与{noun}相比，{name}把{noun}的开销减少了{percent}。",
    "设{formula}为{noun}，则{noun}由{formula}给出。",
    "在{noun}上，{name}的{noun}通常{quality}，而{noun}并不{quality}。",
    "先{verb}{noun}，再用{code}{verb}{noun}，最后检查{noun}是否{quality}。",
    "这里的*{noun}*指{noun}，不是{noun}。",
    "**{noun}**与{noun}的差别在于：前者{verb}{noun}，后者{verb}{noun}。",
    "实验取了{number}个{noun}，其中{percent}满足{formula}。",
    "{noun}越{quality}，{noun}就越难{verb}。",
    "更多细节见[{noun}的说明](https://example.org/{word}/{number})。",
    "只要{formula}成立，{noun}的{noun}就不会超过{number}。",
]
EN_SENTENCES = [
    "The {noun} {verb}s the {noun}, which keeps the {noun} {quality}.",
    "If the {noun} is {quality}, {number} steps are enough to {verb} the {noun}.",
    "Compared with the {noun}, {name} needs {percent} less of the {noun}.",
    "Let {formula} be the {noun}; the {noun} then follows from {formula}.",
    "On every {noun}, {name} {verb}s the {noun}, while the {noun} stays {quality}.",
    "First {verb} the {noun}, then call {code} to {verb} the {noun}.",
    "Here *{noun}* means the {noun} and not the {noun}.",
    "The **{noun}** differs from the {noun}: one {verb}s the {noun}, the other {verb}s the {noun}.",
    "Of {number} trials, {percent} satisfied {formula}.",
    "The more {quality} the {noun}, the harder it is to {verb} the {noun}.",
    "The details are in [notes on the {noun}](https://example.org/{word}/{number}).",
    "As long as {formula} holds, the {noun} of the {noun} stays below {number}.",
]
ZH_TITLES = ["什么是{noun}？", "{noun}和{noun}有什么区别？", "怎样{verb}{noun}？", "为什么{noun}不够{quality}？", "{name}的{noun}有多{quality}"]
EN_TITLES = [
    "What is a {noun}?",
    "How does a {noun} differ from a {noun}?",
    "How to {verb} the {noun}",
    "Why is the {noun} not {quality}?",
    "How {quality} is the {noun} of {name}?",
]

# Formulas from simple to involved; `#v` and the like are filled in, the last levels are set on lines of their own.
FORMULAS = [
    ["#v", "#v_#i", "#g", "#v = #n", "#g \\in (0, 1)", "O(#v)", "#v \\ll #w", "#f\\%"],
    ["2^{#f}", "#v^{#n} + #w^{#n}", "#v_{#i+1} - #v_#i", "\\frac{#v}{#w}", "e^{-#g #v}", "#v_#i^{(#n)}", "\\mathbf{#v} \\in \\mathbb{R}^{#n}"],
    ["\\log_2 #f", "\\sqrt{#v^2 + #w^2}", "\\|\\mathbf{#v}\\|_2 \\le #g", "\\max_{#i} |#v_#i|", "\\frac{1}{1 + e^{-#v}}", "\\hat{#v} = \\arg\\min_{#v} f(#v)"],
    [
        "H(P) = -\\sum_{#i=1}^{#n} p_#i \\log_2 p_#i",
        "\\prod_{#i=1}^{#n} \\left( 1 + \\frac{#v_#i}{#n} \\right)",
        "\\int_0^1 #v^{#n} \\, d#v = \\frac{1}{#n + 1}",
        "\\text{PPL} = 2^{H(P, Q)}",
        "\\operatorname{softmax}(#v)_#i = \\frac{e^{#v_#i}}{\\sum_{j=1}^{#n} e^{#v_j}}",
    ],
    [
        "\\begin{pmatrix} #v & 0 \\\\ 0 & #w \\end{pmatrix} \\begin{pmatrix} #n \\\\ #f \\end{pmatrix}",
        "f(#v) = \\begin{cases} #v^2 & \\text{if } #v > 0 \\\\ #g & \\text{otherwise} \\end{cases}",
        "\\begin{bmatrix} #v_{11} & \\cdots & #v_{1n} \\\\ \\vdots & \\ddots & \\vdots \\\\ #v_{m1} & \\cdots & #v_{mn} \\end{bmatrix}",
    ],
    [
        "\\begin{aligned} m_t &= \\beta_1 m_{t-1} + (1 - \\beta_1) #v_t \\\\ s_t &= \\beta_2 s_{t-1} + (1 - \\beta_2) #v_t^2 \\\\ \\theta_{t+1} &= \\theta_t - \\frac{\\eta}{\\sqrt{s_t} + \\epsilon} m_t \\end{aligned}",
        "D_{\\mathrm{KL}}(P \\,\\|\\, Q) = \\sum_{#v \\in \\mathcal{X}} P(#v) \\log \\frac{P(#v)}{Q(#v)} \\ge 0",
        "\\operatorname{Attention}(Q, K, V) = \\operatorname{softmax}\\left( \\frac{Q K^{\\top}}{\\sqrt{d_k}} \\right) V",
        "\\left( \\prod_{#i=1}^{N} \\frac{1}{P(x_#i \\mid x_1, \\ldots, x_{#i-1})} \\right)^{1/N} = 2^{-\\frac{1}{N} \\sum_{#i=1}^{N} \\log_2 P(x_#i \\mid x_{<#i})}",
    ],
]
INLINE_LEVELS, DISPLAY_LEVELS = (0, 3), (3, 6)
GREEK = "\\alpha \\beta \\gamma \\delta \\epsilon \\lambda \\mu \\sigma \\theta \\phi".split()

CODE = [
    ("python", "def {a}(values, limit={n}):\n    \"\"\"The {b} of `values`, cut at `limit`.\"\"\"\n    kept = [v for v in values if abs(v) < limit]\n    return sum(kept) / max(1, len(kept))"),
    ("swift", "func {a}(_ values: [Double], limit: Double = {n}) -> Double {{\n  let kept = values.filter {{ abs($0) < limit }}\n  return kept.reduce(0, +) / Double(max(1, kept.count))\n}}"),
    ("sh", "for file in {a}-*.txt; do\n  sort -u \"$file\" | head -n {n} > \"{b}/$file\"\ndone"),
    ("json", "{{\n  \"{a}\": {n},\n  \"{b}\": [0.5, 0.25, 0.25]\n}}"),
]


class Zipf:
    """Draws items by Zipf's law over their order."""

    def __init__(self, items):
        self.items = list(items)
        self.cumulative = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.items))))

    def draw(self, chance):
        return self.items[bisect.bisect_left(self.cumulative, chance * self.cumulative[-1])]


def compounds(modifiers, heads, joint):
    """Every modifier with every head, the plain heads among the commonest; in a fixed order without a pattern."""
    pairs = [modifier + joint + head for modifier in modifiers for head in heads]
    step = 1597  # Prime and no divisor of the number of pairs: every pair is visited once.
    mixed = [pairs[index * step % len(pairs)] for index in range(len(pairs))]
    return [word for group in itertools.zip_longest(heads, mixed[::8]) for word in group if word] + [
        word for index, word in enumerate(mixed) if index % 8
    ]


class Language:
    def __init__(self, code, nouns, verbs, qualities, sentences, titles, answer):
        self.code = code
        self.nouns, self.verbs, self.qualities = nouns, Zipf(verbs), Zipf(qualities)
        self.common = Zipf(nouns)
        self.sentences, self.titles, self.answer = sentences, titles, answer

    def topic_nouns(self, topic):
        """The words that pages on one topic prefer."""
        start = topic * 53 % len(self.nouns)
        return Zipf((self.nouns + self.nouns)[start : start + 24])

    def topic_name(self, topic):
        return self.nouns[topic * 2 % len(self.nouns)]


CHINESE = Language(
    "zh", compounds(ZH_MODIFIERS, ZH_HEADS, ""), ZH_VERBS, ZH_QUALITIES, ZH_SENTENCES, ZH_TITLES, "答案")
ENGLISH = Language(
    "en", compounds(EN_MODIFIERS, EN_HEADS, " "), EN_VERBS, EN_QUALITIES, EN_SENTENCES, EN_TITLES, "Answer")


class Writer:
    """Writes the text of one page from its own stream of chance."""

    def __init__(self, seed, language, topic):
        self.chance = random.Random(seed).random
        self.language, self.topic = language, topic
        self.preferred = language.topic_nouns(topic)

    def below(self, count):
        return int(self.chance() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def noun(self):
        return (self.preferred if self.chance() < 0.35 else self.language.common).draw(self.chance())

    def name(self):
        stem = "".join(self.pick(SYLLABLES) for _ in range(2 + self.below(2))).capitalize()
        return stem + self.pick(FAMILY) + (f"-{1 + self.below(70)}B" if self.chance() < 0.4 else "")

    def formula(self, levels):
        level = FORMULAS[levels[0] + self.below(levels[1] - levels[0])]
        fillings = {
            "v": lambda: self.pick("abcdhpqstuxyz"),
            "w": lambda: self.pick("klmruvwxy"),
            "i": lambda: self.pick("ijkt"),
            "n": lambda: str(2 + self.below(30)),
            "f": lambda: f"{self.below(40)}.{self.below(100):02}",
            "g": lambda: self.pick(GREEK),
        }
        # One variable, index and so on a formula, so that it hangs together.
        chosen = {key: fill() for key, fill in fillings.items()}
        return re.sub("#([vwinfg])", lambda slot: chosen[slot[1]], self.pick(level))

    def fill(self, frame):
        fillings = {
            "noun": self.noun,
            "verb": lambda: self.language.verbs.draw(self.chance()),
            "quality": lambda: self.language.qualities.draw(self.chance()),
            "name": self.name,
            "number": lambda: str(2 + self.below(1 + self.below(4000))),
            "percent": lambda: f"{self.below(60)}.{self.below(10)}%",
            "formula": lambda: f"${self.formula(INLINE_LEVELS)}$",
            "code": lambda: f"`{self.pick(EN_VERBS)}_{self.pick(EN_HEADS)}({self.pick('nkwx')})`",
            "word": lambda: self.pick(EN_HEADS),
        }
        return re.sub(r"\{(\w+)\}", lambda slot: fillings[slot[1]](), frame)

    def sentence(self, asides=()):
        """One sentence; takes an aside (a citation or a link) off the end of `asides` now and then."""
        text = self.fill(self.pick(self.language.sentences))
        if asides and self.chance() < 0.5:
            text = text[:-1] + asides.pop() + text[-1]
        return text

    def paragraph(self, asides=()):
        joint = "" if self.language is CHINESE else " "
        return joint.join(self.sentence(asides) for _ in range(2 + self.below(4)))

    def display(self):
        formula = self.formula(DISPLAY_LEVELS)
        return f"$$\n{formula}\n$$" if self.chance() < 0.6 else f"$${formula}$$"

    def bullets(self, asides):
        return "\n".join(f"- {self.sentence(asides)}" for _ in range(2 + self.below(4)))

    def steps(self, asides):
        return "\n".join(f"{n}. **{self.noun()}** — {self.sentence(asides)}" for n in range(1, 3 + self.below(4)))

    def code(self):
        language, frame = self.pick(CODE)
        a, b = (re.sub(r"\W", "_", self.pick(EN_HEADS)) for _ in range(2))
        return f"```{language}\n{frame.format(a=a, b=b, n=1 + self.below(90))}\n```"

    def table(self):
        columns = 2 + self.below(3)
        rows = [[self.noun() for _ in range(columns)], ["---"] * columns]
        for _ in range(2 + self.below(5)):
            cells = [f"{self.below(100)}.{self.below(100):02}" for _ in range(columns - 1)]
            if self.chance() < 0.3:
                cells[-1] = f"${self.formula(INLINE_LEVELS)}$"
            rows.append([self.noun()] + cells)
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def block(self, asides):
        chance = self.chance()
        if chance < 0.08:
            return f"### {self.noun()}"
        if chance < 0.18:
            return self.bullets(asides)
        if chance < 0.24:
            return self.steps(asides)
        if chance < 0.29:
            return self.code()
        if chance < 0.33:
            return self.table()
        if chance < 0.36:
            return f"> {self.sentence(asides)}"
        if chance < 0.48:
            return self.display()
        return self.paragraph(asides)

    def body(self, size, asides):
        """Blocks of about `size` bytes in all; every aside finds its place."""
        blocks = [self.paragraph(asides)]
        written = len(blocks[0].encode())
        while written < size or asides:
            blocks.append(self.block(asides))
            written += len(blocks[-1].encode())
        return "\n\n".join(blocks)


class Site:
    def __init__(self, questions, references, seed):
        self.questions, self.references, self.seed = questions, references, seed
        self.cited = Zipf(range(references)) if references else None

    def reference_key(self, index):
        return f"source-{index:05}"

    def question_stem(self, index):
        return f"question-{index:06}"

    def writer(self, kind, index):
        chance = random.Random(f"{self.seed} {kind} {index} language").random
        language = CHINESE if chance() < CHINESE_SHARE else ENGLISH
        # A few topics hold most of the pages.
        x = chance()
        return Writer(f"{self.seed} {kind} {index}", language, int(TOPICS * x * x))

    def date(self, writer, first_year):
        return f"{first_year + writer.below(5)}-{1 + writer.below(12):02}-{1 + writer.below(28):02}"

    def question(self, index):
        writer = self.writer("question", index)
        chinese = writer.language is CHINESE
        title = writer.fill(writer.pick(writer.language.titles))
        tags = {writer.language.topic_name(writer.topic): True}
        for _ in range(writer.below(3)):
            topic = int(TOPICS * writer.chance() * writer.chance())
            tags[writer.pick([CHINESE, ENGLISH]).topic_name(topic)] = True
        front = [f'title: "{title}"', f"date: {self.date(writer, 2021)}", f"tags: [{', '.join(tags)}]"]
        if writer.chance() < 0.7:
            front += ["provenance: ai", f"generator: {writer.name()}"]
        if writer.chance() < 0.3:
            front.append(f"updated: {self.date(writer, 2026)}")

        asides = []
        for _ in range(writer.below(5)):
            if self.cited:
                key = self.reference_key(self.cited.draw(writer.chance()))
                asides.append(f" [@{key}, §{1 + writer.below(9)}]" if writer.chance() < 0.2 else f" [@{key}]")
        for _ in range(writer.below(4)):
            target = self.question_stem(writer.below(self.questions))
            label = f"|{writer.noun()}" if writer.chance() < 0.6 else ""
            asides.append(("，参见" if chinese else ", see ") + f"[[{target}{label}]]")

        # Between two deciles, every size is as likely as any other.
        position = writer.chance() * (len(SIZES) - 1)
        decile = int(position)
        size = SIZES[decile] + (SIZES[decile + 1] - SIZES[decile]) * (position - decile)
        text = writer.body(size, asides)
        if writer.chance() < 0.6:
            text = f"{writer.sentence()}\n\n## {writer.language.answer}\n\n{text}"
        return page(front, text)

    def reference(self, index):
        writer = self.writer("reference", index)
        joint = "：" if writer.language is CHINESE else ": "
        front = [
            f'title: "{writer.name()}{joint}{writer.noun()}"',
            f"url: https://example.org/{writer.pick(EN_HEADS)}/{index}",
            f"author: {writer.pick(AUTHORS)}",
            f"date: {self.date(writer, 2014)}",
        ]
        blocks = [writer.paragraph() for _ in range(1 + writer.below(5))]
        if writer.chance() < 0.4:
            blocks.insert(1, writer.display())
        return page(front, "\n\n".join(blocks))

    def write(self, root):
        (root / "content/questions").mkdir(parents=True)
        (root / "content/references").mkdir()
        (root / "quaestio.yml").write_bytes(b"title: Generated site\nbase_url: https://example.org/\n")
        for index in range(self.questions):
            path = root / f"content/questions/{self.question_stem(index)}.md"
            path.write_bytes(self.question(index).encode())
        for index in range(self.references):
            path = root / f"content/references/{self.reference_key(index)}.md"
            path.write_bytes(self.reference(index).encode())


def page(front, text):
    return "---\n" + "\n".join(front) + f"\n---\n\n{text}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="the folder of the new site")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--references", type=int, help="default: a fifth of the questions")
    parser.add_argument("--seed", default="1")
    arguments = parser.parse_args()
    if arguments.questions < 1:
        parser.error("a site has at least one question")
    if arguments.output.exists() and any(arguments.output.iterdir()):
        sys.exit(f"{arguments.output} is not empty.")
    references = arguments.questions // 5 if arguments.references is None else arguments.references
    Site(arguments.questions, references, arguments.seed).write(arguments.output)


if __name__ == "__main__":
    main()
