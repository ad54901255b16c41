"""What other dialects agree on: formulas, wiki links, citations, as they stand in the tree."""
import re

from cases import read_cases
from mapping import nodes
from program import convert

# Citations FORMAT decides otherwise, by their Markdown.
NOT_OURS = {
    "@Foo_bar.baz.\n": "only what stands in brackets is a citation",
    "@{Foo_bar.baz.}\n": "only what stands in brackets is a citation",
    "@Foo_bar--baz\n": "only what stands in brackets is a citation",
    "@smith04 says blah.\n": "only what stands in brackets is a citation",
    "@smith04 [p. 33] says blah.\n": "only what stands in brackets is a citation",
    "Blah blah [see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1].\n": "what stands behind a key is plain text",
}


def found(cases, kind):
    """For every case, its expectation and the nodes of a kind."""
    answers = convert(cases, "--ast")
    for case, answer in zip(cases, answers):
        yield case, [node for node in nodes(answer["ast"]) if node["kind"] == kind]


def test_formulas():
    for case, formulas in found(read_cases("math-in-markdown.json"), "math"):
        written = [
            ["display" if node["display"] else "inline", " ".join(node["tex"].split())] for node in formulas
        ]
        assert written == case["expected"], case["markdown"]


def test_wiki_links():
    keys = ("target", "fragment", "text", "embed")
    for case, links in found(read_cases("wikilinks.json"), "wiki_link"):
        assert [{key: link[key] for key in keys} for link in links] == case["expected"]["wikilinks"]


def test_citations():
    """Pandoc puts a space that does not break behind abbreviations; ours stays as the author wrote it."""
    keys = ("key", "prefix", "suffix")

    def form(citation):
        return [{key: re.sub(r"\s+", " ", item[key]) for key in keys} for item in citation]

    for case, citations in found(read_cases("citations.json"), "citation"):
        is_same = [form(node["items"]) for node in citations] == [form(one) for one in case["expected"]]
        assert is_same == (case["markdown"] not in NOT_OURS), case["markdown"]
