"""What the search costs a fresh reader in bytes, as a host sends them, and what it leaves alone."""
import re
import shutil
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from conftest import Reader
from server import compress, serve
from test_search import LIMIT, results

# What the search consists of. The pages that passages are taken from are not counted.
PARTS = re.compile(r"search/(index\.json|.*\.qix)|assets/(search|passages|filters|engine|formula)\..*")

# Notes which files have arrived when the first results appear; what else is under way then is for their order.
WATCH = """
  const arrived = [];
  const load = window.fetch;
  window.fetch = async (...request) => {
    const response = await load(...request);
    const body = await response.arrayBuffer();
    arrived.push(response.url);
    return new Response(body, { status: response.status });
  };
  new MutationObserver(() => {
    if (!window.first && document.querySelector("main .results li")) window.first = [...arrived];
  }).observe(document, { childList: true, subtree: true });
"""


class Visit(Reader):
    """A reader who was never here before, on a host that counts."""

    def __init__(self, browser, host, sent):
        super().__init__(browser, host)
        self.sent, self.asked = sent, []
        self.view = self.page()
        self.view.add_init_script(WATCH)
        self.view.on("request", lambda request: self.asked.append(self.path(request.url)))

    def path(self, url):
        return unquote(url.removeprefix(self.host))

    def go(self, path):
        self.view.goto(self.host + path, wait_until="networkidle")

    def search(self, query):
        """Follows a link to the search for `query`, and waits until all is there."""
        self.go(f"search/?q={quote(query, safe='')}")
        return self.shown()

    def ask(self, query):
        """Asks the page that is open for something else."""
        expect(self.view.locator("main [role=status]")).not_to_be_empty()
        self.view.fill("main input[name=q]", query)
        self.view.locator("main input[name=q]").press("Enter")
        return self.shown()

    def shown(self):
        found = results(self.view)
        self.view.wait_for_load_state("networkidle")
        return found

    def loaded(self, kind=""):
        """The size of each part of the search that was sent, of all or of those whose path begins like `kind`."""
        sizes = {path: size for path, size in self.sent if PARTS.fullmatch(path) and re.match(kind, path)}
        assert not kind or sizes, kind
        return sizes

    def bytes(self, kind=""):
        return sum(self.loaded(kind).values())

    def has(self, kind):
        return any(re.match(kind, path) for path in self.loaded())

    def bytes_to_first_results(self):
        arrived = {self.path(url) for url in self.view.evaluate("first")}
        modules = self.loaded(r"assets/(search|engine)\..*\.js")
        return sum(modules.values()) + sum(size for path, size in self.loaded().items() if path in arrived)


@pytest.fixture(scope="module")
def compressed(example, tmp_path_factory):
    """The published example wiki as a host sends it."""
    folder = shutil.copytree(example, tmp_path_factory.mktemp("compressed") / "public")
    compress(folder)
    return folder


@pytest.fixture
def visit(chromium, compressed):
    sent = []
    with serve(compressed, "/some/path/", sent) as host:
        visit = Visit(chromium, host, sent)
        yield visit
        visit.close()
    assert visit.faults == []
    # Whatever a reader does, nothing is sent twice.
    parts = [path for path, _ in sent if PARTS.fullmatch(path)]
    assert len(set(parts)) == len(parts)


@pytest.mark.parametrize(
    "path", ["", "questions/", "questions/困惑度/", "references/shannon-1951/", "tags/", "calculator/"])
def test_pages_load_nothing_of_the_search(visit, path):
    visit.go(path)
    assert visit.sent != []
    assert visit.loaded() == {}


def test_a_search_page_without_a_query_loads_no_index(visit):
    visit.go("search/")
    assert {path.split(".")[0] for path in visit.loaded()} == {"assets/search"}


@pytest.mark.parametrize("query", ["稀疏", "Q-Sparse", "entropy perplexity"])
def test_a_first_keyword_query(visit, query):
    assert len(visit.search(query)) == LIMIT
    assert visit.bytes(r"assets/engine\..*\.wasm") <= 24_000
    assert visit.bytes(r"assets/engine\.|search/index\.json") <= 28_000
    assert visit.bytes(r"assets/(search|engine)\..*\.js") <= 5_000
    assert visit.bytes() <= 45_000


@pytest.mark.parametrize(
    "query", ["什么是模型的稀疏性？它和稀疏向量有什么关系？", "How do I compare two language models whose tokenizers differ?"])
def test_a_first_question(visit, query):
    assert len(visit.search(query)) == LIMIT
    assert 0 < visit.bytes_to_first_results() <= 50_000
    assert visit.bytes_to_first_results() < visit.bytes() <= 90_000


def test_a_further_query_loads_what_it_needs_and_no_more(visit):
    visit.search("稀疏")
    for query in ["困惑度", "Adam", "entropy", "交叉熵 比特"]:
        before = visit.bytes()
        assert visit.ask(query)
        assert 0 < visit.bytes() - before <= 12_000, query
    before, asked = visit.bytes(), len(visit.asked)
    for query in ["稀疏", "entropy"]:
        assert visit.ask(query)
    assert visit.bytes() == before
    # What the page holds it does not ask for either.
    assert [path for path in visit.asked[asked:] if PARTS.fullmatch(path)] == []


def test_a_visit_takes_the_search_along_from_page_to_page(visit):
    visit.go("questions/")
    visit.view.focus("header input[name=q]")
    visit.view.keyboard.type("稀疏")
    expect(visit.view.locator("header [role=option]")).to_have_count(LIMIT)
    visit.view.wait_for_load_state("networkidle")
    before = visit.loaded()
    visit.search("稀疏")
    assert {path.split(".")[0] for path in visit.loaded().keys() - before.keys()} == {"assets/passages"}


def test_the_module_of_formulas_comes_with_formulas(visit):
    visit.search("2^4.7 熵")
    visit.ask("什么是困惑度的定义？")
    assert not visit.has(r"assets/formula\.")
    assert visit.ask(r"\log_2 p")
    assert visit.has(r"assets/formula\.")


def test_the_table_of_characters_comes_with_characters_that_it_changes(visit):
    assert visit.search("什么是模型的稀疏性？（ＧＰＴ、ニューロン——《困惑度》……）！")
    visit.ask("What’s the naive cross-entropy — in bits per character?")
    assert not visit.has("search/c-")
    assert visit.ask("什麼是模型的稀疏性？")
    assert visit.has("search/c-")
