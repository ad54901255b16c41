"""The extensions of GitHub Flavored Markdown, after turning our table and checkbox markup back."""
from cases import read_cases
from html_form import form
from mapping import plain_footnotes, plain_markup
from program import convert

CASES = read_cases("gfm-spec-extensions.json")
FOOTNOTES = read_cases("footnotes.json")

DIFFERENT = {
    628: "ftp: is not among the schemes that may be linked to, so the address stays text",
    653: "raw HTML passes an allow list, not GitHub's list of nine forbidden tags",
}


def test_only_the_listed_examples_differ():
    answers = convert(CASES)
    different = [
        case["example"]
        for case, answer in zip(CASES, answers)
        if form(answer["html"], plain_markup) != form(case["expected_html"])
    ]
    assert different == sorted(DIFFERENT)


def test_footnotes_are_those_of_cmark_gfm():
    for case, answer in zip(FOOTNOTES, convert(FOOTNOTES)):
        assert form(answer["html"], plain_footnotes) == form(case["expected_html"])
        assert answer["html"].count('class="footnote-ref"') == case["expected"]["calls"]
        assert answer["html"].count('<li id="fn-') == case["expected"]["notes"]
