"""Formulas beside other converters: KaTeX, math-core and pandoc, where they are installed."""
import json
import shutil
import sys

import pytest
from cases import FOLDER
from program import ROOT, program

sys.path.insert(0, str(ROOT / "Benchmarks" / "Math"))

import agreement
import converters

WIKIPEDIA = FOLDER / "wikipedia-help-formulas.jsonl"


def wikipedia_cases():
    lines = WIKIPEDIA.read_text(encoding="utf-8").splitlines()
    return [{key: json.loads(line)[key] for key in ("tex", "display")} for line in lines]


@pytest.fixture
def peers():
    pytest.importorskip("math_core")
    pytest.importorskip("pypandoc")
    if not (shutil.which("node") and converters.KATEX.exists()):
        pytest.skip("KaTeX is not installed")


def test_every_formula_of_wikipedias_help_page_converts():
    cases = wikipedia_cases()
    refused = [case["tex"] for case, mathml in zip(cases, converters.ours(program(), cases)) if mathml is None]
    assert refused == []


def test_every_generated_formula_converts():
    cases = agreement.generated_cases()
    assert len(cases) >= 6000
    assert len({case["tex"] for case in cases}) == len(cases)
    refused = [case["tex"] for case, mathml in zip(cases, converters.ours(program(), cases)) if mathml is None]
    assert refused == []


def test_what_the_others_agree_on_is_ours_too(peers):
    comparison = agreement.Comparison(program(), agreement.generated_cases(), tell=lambda text: None)
    assert comparison.different == []
    assert comparison.compared >= 3000
    assert comparison.share >= 99.8


def test_what_the_others_agree_on_in_wikipedias_help_page_is_ours_too(peers):
    comparison = agreement.Comparison(program(), wikipedia_cases(), tell=lambda text: None)
    assert comparison.different == []
    assert comparison.compared >= 140


def test_commands_mean_what_the_others_agree_on(peers):
    names = FOLDER.parent / "math-commands.tsv"
    cases = agreement.cases_of_commands(names.read_text(encoding="utf-8"))
    comparison = agreement.Comparison(program(), cases, tell=lambda text: None)
    assert comparison.different == []
    assert comparison.compared >= 2500
