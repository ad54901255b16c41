"""What a page costs its reader before the reader does anything, as a host sends it: `gzip -9`."""
import gzip
import re
import shutil
import statistics
import subprocess
import sys

import pytest

from command import ROOT
from conftest import Reader, address
from server import compress, serve

CSS = 12 * 1024
OWN_SCRIPTS = 8 * 1024
MEDIAN_PAGE = 20 * 1024

# One page of every kind, and those of the stress site that hold the most.
KINDS = {
    "example": [
        "", "questions/", "questions/困惑度/", "questions/comparing-language-models/", "questions/markdown-extras/",
        "references/", "references/shannon-1951/", "tags/", "search/", "search/?q=熵", "calculator/", "wanted/", "about/",
        "faq/common-questions/",
    ],
    "stress": ["", "questions/formulas/", "questions/many-answers/", "questions/structure/", "faq/fifty/"],
    "empty": [""],
    "one": ["questions/only/"],
}


@pytest.fixture(scope="module")
def sent(sites, tmp_path_factory):
    """Sites as a host sends them."""
    folders = {}
    for name in KINDS:
        folders[name] = shutil.copytree(sites[name].folder, tmp_path_factory.mktemp("sent") / name)
        compress(folders[name])
    return folders


@pytest.mark.parametrize("name,path", [(name, path) for name, paths in KINDS.items() for path in paths])
def test_styles_and_scripts_before_the_reader_does_anything(chromium, sent, name, path):
    files = []
    with serve(sent[name], "/some/path/", files) as host:
        reader = Reader(chromium, host)
        reader.page().goto(host + address(path), wait_until="networkidle")
        reader.close()
    assert reader.faults == []
    assert any(file.endswith(".css") for file, _ in files)
    assert sum(size for file, size in files if file.endswith(".css")) <= CSS
    # The engine that the calculator's page consists of is WebAssembly, and no script.
    assert sum(size for file, size in files if file.endswith(".js")) <= OWN_SCRIPTS


# What a browser reads of a style sheet, without what files are called.
RULES = """text => {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
  return [...style.sheet.cssRules].map(rule => rule.cssText.replace(/url\\(.*?\\)/g, "").replace(/\\s+/g, " "));
}"""


@pytest.mark.parametrize("name", ["style", "math", "calculator"])
def test_a_published_style_sheet_says_what_the_theme_does(chromium, example, name):
    """Without its comments and indentation, in as many bytes as it has."""
    def written(path):
        return re.sub(r'@import "(.*?)";', lambda part: written(path.parent / part[1]), path.read_text("utf-8"))

    theme = written(ROOT / f"templates/assets/{name}.css")
    (path,) = example.glob(f"assets/{name}.*.css")
    published = path.read_text("utf-8")
    assert "/*" in theme and "/*" not in published and "\n " not in published
    page = chromium.new_page()
    rules = page.evaluate(RULES, theme)
    assert len(rules) > 20 and page.evaluate(RULES, published) == rules
    page.close()


def test_style_sheets_of_every_page(site):
    """The links of a page are all the style sheets that it has: none imports another."""
    sizes = {}
    for sheet in site.folder.glob("assets/*.css"):
        assert "@import" not in sheet.read_text("utf-8")
        sizes[sheet.name] = len(gzip.compress(sheet.read_bytes(), 9))
    for path in site.folder.rglob("*.html"):
        linked = re.findall(r'<link rel="stylesheet" href="[^"]*/([^"/]+\.css)"', path.read_text("utf-8"))
        assert sum(sizes[name] for name in linked) <= CSS, path


def median_page(folder):
    """Former addresses, which nobody stays at, do not count."""
    pages = [path for path in folder.rglob("*.html") if "http-equiv" not in path.read_text("utf-8")]
    assert len(pages) > 20
    return statistics.median(path.stat().st_size for path in pages)


def test_half_of_the_pages_of_the_example_wiki_are_small(example):
    assert median_page(example) <= MEDIAN_PAGE
    questions = [path.stat().st_size for path in example.glob("questions/*/index.html")]
    assert statistics.median(questions) <= MEDIAN_PAGE


def test_half_of_the_pages_of_a_generated_wiki_are_small(quaestio, tmp_path):
    generate = [sys.executable, ROOT / "Benchmarks/generate.py", tmp_path / "site", "--questions", "300"]
    subprocess.run(generate, check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(ROOT / "templates", tmp_path / "site/templates")
    quaestio("build", "--site", tmp_path / "site")
    assert median_page(tmp_path / "site/public") <= MEDIAN_PAGE
