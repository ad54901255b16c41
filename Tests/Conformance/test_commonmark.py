"""CommonMark 0.30: plain it is libcmark's; with the dialect only what uses its syntax or its safety rules differs."""
import pytest

from cases import read_cases
from html_form import form
from mapping import plain_markup
from program import convert

CASES = read_cases("commonmark-0.30.json")

# The examples our dialect reads or shows otherwise, by their numbers.
WIKI_LINK = "[[…]] is a wiki link"
AUTOLINK = "a bare address is a link (GFM, autolinks)"
SCHEME = "links are http, https, mailto, tel or relative"
DIFFERENT = {
    98: "--- in the first line begins front matter",
    547: WIKI_LINK,
    558: WIKI_LINK,
    589: WIKI_LINK,
    595: SCHEME,
    597: SCHEME,
    598: SCHEME,
    600: SCHEME,
    601: AUTOLINK,
    607: AUTOLINK,
    610: AUTOLINK,
    611: AUTOLINK,
}


def different(cases, expected, *options, rewrite=None):
    """The numbers of the examples that become something else."""
    answers = convert(cases, *options)
    return [
        case["example"]
        for case, answer in zip(cases, answers)
        if form(answer["html"], rewrite) != form(case[expected])
    ]


@pytest.mark.parametrize(
    "options, expected", [(["--raw-html"], "expected_html"), ([], "expected_html_safe")], ids=["raw", "safe"]
)
def test_without_extensions_every_example_is_libcmarks(options, expected):
    assert different(CASES, expected, "--extensions", "off", *options) == []


def test_with_extensions_only_the_listed_examples_differ():
    found = different(CASES, "expected_html", "--raw-html", rewrite=plain_markup)
    assert found == sorted(DIFFERENT)


def test_without_raw_html_examples_that_hold_none_stay_as_they_are():
    cases = [case for case in CASES if case["expected_html"] == case["expected_html_safe"]]
    found = different(cases, "expected_html", rewrite=plain_markup)
    assert set(found) <= set(DIFFERENT)
