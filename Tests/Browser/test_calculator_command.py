"""`quaestio calc`: the numbers, signs and faults of the calculator's page, at the terminal."""
import math
from decimal import Decimal
from fractions import Fraction

import pytest


def lines(quaestio, *arguments, **options):
    return quaestio("calc", *arguments, **options).splitlines()


@pytest.mark.parametrize(
    "arguments, first, formula",
    [
        (["31.1"], "31.1 perplexity ≈ 4.959 bits", "log2(31.1) ≈ 4.959"),
        (["8"], "8 perplexity = 3 bits", "log2(8) = 3"),
        (["2"], "2 perplexity = 1 bit", "log2(2) = 1"),
        (["4.7", "--from", "bits"], "4.7 bits ≈ 25.99 perplexity", "2^4.7 ≈ 25.99"),
        (["３１．１"], "31.1 perplexity ≈ 4.959 bits", "log2(31.1) ≈ 4.959"),
        (["50,257"], "50257 perplexity ≈ 15.6170 bits", "log2(50257) ≈ 15.6170"),
        (["2000", "--from", "bits"], "2000 bits ≈ 1.1481e+602 perplexity", "2^2000 ≈ 1.1481e+602"),
        (["1.00000001"], "1.00000001 perplexity ≈ 1.442695034e-8 bits", "log2(1.00000001) ≈ 1.442695034e-8"),
        (["9", "--base", "3"], "9 perplexity = 2 base-3 units", "ln(9) / ln(3) = 2"),
        (["31.1", "--tokens", "1000"], "31.1 perplexity ≈ 1.736e-1493 probability", "31.1^-1000 ≈ 1.736e-1493"),
    ])
def test_a_value_is_converted_as_on_the_page(quaestio, arguments, first, formula):
    assert lines(quaestio, *arguments) == [first, formula]


def test_json_holds_what_no_double_does(quaestio):
    found = quaestio.json("calc", "31.1", "--tokens", "1000", "--json")
    assert found["output"]["value"] == 0 and found["output"]["unit"] == "probability"
    assert abs(found["output"]["log10"] + 1000 * math.log10(31.1)) < 1e-9
    text = quaestio("calc", "31.1", "--tokens", "1000", "--json")
    digits = text.split('"output":{"value":')[1].split(",")[0]
    exact = Fraction(1) / Fraction("31.1") ** 1000
    assert abs(Fraction(Decimal(digits)) / exact - 1) < Fraction(1, 10**14)
    assert set(found) >= {"input", "output", "formula"}


def test_a_unit_of_text_and_a_sequence_go_together(quaestio):
    arguments = ["31.1", "--per", "word", "--ratio", "1.3", "--tokens", "100"]
    assert lines(quaestio, *arguments)[:2] == ["31.1 perplexity ≈ 6.446 bits per word", "log2(31.1) × 1.3 ≈ 6.446"]
    assert "31.1^-100 ≈ 5.296e-150" in lines(quaestio, *arguments)[2]
    found = quaestio.json("calc", *arguments, "--json")
    assert found["output"]["unit"] == "bits per word"
    assert math.isclose(found["sequence"]["value"], 31.1**-100, rel_tol=1e-13)


def test_a_distribution_has_its_terms(quaestio):
    found = lines(quaestio, "--distribution", "0.5,0.25,0.25")
    assert found[:3] == ["entropy H(P) = 1.5 bits", "perplexity ≈ 2.82843", "H(P) = −Σ p log2 p = 1.5"]
    assert found[4].split("  ")[-1].strip() == "−p log2 p" and len(found) == 8
    # What the page takes for right is right here.
    assert lines(quaestio, "--distribution", "0.3333333,0.3333333,0.3333333")[0] == "entropy H(P) ≈ 1.58496 bits"
    sum_fault = quaestio.run("calc", "--distribution", "1.0000015")
    assert sum_fault.returncode == 2 and "sum to 1.0000015, not to 1; --normalize" in sum_fault.stderr


def test_two_distributions_have_all_results_in_json(quaestio):
    found = quaestio.json("calc", "--distribution", "0.5 0.5", "--against", "0.50000001 0.49999999", "--json")
    assert math.isclose(found["divergence"]["value"], 2.8853900817779268e-16, rel_tol=1e-9)
    assert found["entropy"] == {"value": 1, "unit": "bits"} and found["output"]["unit"] == "bits"
    assert math.isclose(found["perplexity"]["value"], 2) and len(found["terms"]["divergence"]) == 2


@pytest.mark.parametrize("text", ["-2000 -3000", "−2000，−3000", '{"token_logprobs":[null,-2000,-3000]}', "a -2000\nb\t-3000"])
def test_log_probabilities_are_read_as_on_the_page(quaestio, tmp_path, text):
    (tmp_path / "logs").write_text(text, "utf-8")
    found = lines(quaestio, "--logprobs", tmp_path / "logs")
    assert found[:4] == [
        "2 tokens", "cross-entropy H = 2500 nats", "perplexity ≈ 5.44759e+1085", "exp(2500) ≈ 5.44759e+1085"]
    assert lines(quaestio, "--logprobs", "-", input=text) == found


@pytest.mark.parametrize(
    "text, fault", [("-1\nNaN", "NaN means that a calculation before this one failed"), ("-1 x", "'x': this is not a number")])
def test_what_is_wrong_with_log_probabilities_is_explained(quaestio, text, fault):
    found = quaestio.run("calc", "--logprobs", "-", input=text)
    assert found.returncode == 2 and fault in found.stderr


def test_an_expression_says_whether_it_was_rounded(quaestio):
    assert lines(quaestio, "--expression", "2^4.7") == ["2^4.7 ≈ 25.9921"]
    assert lines(quaestio, "--expression", "2^10") == ["2^10 = 1024"]
