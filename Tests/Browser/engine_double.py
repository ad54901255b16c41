"""A search engine that answers what a test tells it, in the place of the one that searches."""
import json

# Pages of the example wiki.
PAGES = [
    ("questions/困惑度/", "什么是困惑度？"),
    ("questions/模型的稀疏性/", "什么是模型的稀疏性？"),
    ("questions/稀疏向量与稠密向量/", "稀疏向量和稠密向量有什么区别？"),
    ("questions/entropy-of-english/", "How many bits does an English letter carry?"),
    ("references/shannon-1951/", "Prediction and Entropy of Printed English"),
    ("questions/kl-divergence/", "What is the KL divergence?"),
    ("questions/信息熵/", "什么是信息熵？"),
    ("faq/common-questions/", "关于 Quaestio 的常见问题"),
]

# The documented interface of engine.js. Queries that hold `nothing` find nothing; a word matches as it stands.
ENGINE = """
const { told } = globalThis;
const index = {
  async query(text, { limit, onResults }) {
    told.asked.push(text);
    if (told.wait) await new Promise((resolve) => setTimeout(resolve, told.wait));
    const results = /nothing/.test(text) ? [] : told.results.slice(0, limit);
    onResults({ results, problems: 0, correction: null });
    if (told.settle) await new Promise((resolve) => setTimeout(resolve, told.settle));
    return { results, problems: told.problems, correction: told.correction };
  },
  marks(text) {
    const words = told.asked[told.asked.length - 1].toLowerCase().split(/\\s+/).filter((word) => !/:/.test(word));
    const marks = [];
    for (let place = 0; place < text.length; place++) {
      const word = words.find((word) => word && text.toLowerCase().startsWith(word, place));
      if (word) marks.push([place, place + word.length]);
      if (word) place += word.length - 1;
    }
    return marks;
  },
  async facets() {
    told.counted += 1;
    return Object.entries(told.facets).flatMap(([key, values]) => values.map((value) => [key, ...value]));
  },
};
export async function startEngine() {
  return { openIndex: () => index };
}
"""


def result(url, title, **fields):
    return {
        "url": url, "title": title, "score": 1, "date": "2026-11-21", "kind": "question", "language": "zh-Hans",
        "provenance": "", "summary": "", "tags": [], **fields,
    }


def tell(page, results=None, **answer):
    """Puts the double in the place of the engine of a page that is still to be opened."""
    told = {
        "asked": [], "counted": 0, "wait": 0, "settle": 0, "problems": 0, "correction": None, "facets": {},
        "results": [result(url, title) for url, title in PAGES] if results is None else results, **answer,
    }
    page.add_init_script(f"globalThis.told = {json.dumps(told)};")
    page.route("**/assets/engine.*.js", lambda route: route.fulfill(body=ENGINE, content_type="text/javascript"))


def asked(page):
    """The queries that reached the engine since the page was opened."""
    return page.evaluate("told.asked")
