"""The calculator page, both ways, and that it computes as `quaestio calc` does."""
import re

import pytest
from playwright.sync_api import expect

FIELDS = ["perplexity", "bits", "nats"]


@pytest.fixture
def calculator(reader):
    return reader.open("calculator/")


def field(page, name):
    return page.locator(f"quaestio-calculator input[name={name}]")


def enter(page, name, value):
    """What the calculator's fields show after `value` was typed into one of them."""
    field(page, name).fill(value)
    for other in FIELDS:
        expect(field(page, other)).not_to_have_value("")
    return {other: field(page, other).input_value() for other in FIELDS}


def test_bits_to_perplexity(calculator):
    assert round(float(enter(calculator, "bits", "4.7")["perplexity"]), 2) == 25.99


def test_perplexity_to_bits(calculator):
    assert round(float(enter(calculator, "perplexity", "31.1")["bits"]), 3) == 4.959


def test_perplexity_back_to_bits(calculator):
    assert round(float(enter(calculator, "perplexity", "25.99")["bits"]), 1) == 4.7


def test_bits_back_to_perplexity(calculator):
    assert round(float(enter(calculator, "bits", "4.9588")["perplexity"]), 1) == 31.1


def test_nats_are_bits_times_the_logarithm_of_two(calculator):
    shown = enter(calculator, "nats", "1")
    assert round(float(shown["perplexity"]), 4) == 2.7183
    assert round(float(shown["bits"]), 4) == 1.4427


def test_an_address_holds_a_calculation(reader):
    page = reader.open("calculator/?ppl=31.1")
    expect(field(page, "bits")).to_have_value(re.compile(r"4\.958\d+"))


@pytest.mark.parametrize("text", ["abc", "-1", "0", "0.5", "1e999"])
def test_what_is_no_perplexity_is_marked(calculator, text):
    enter(calculator, "perplexity", "8")
    field(calculator, "perplexity").fill(text)
    expect(field(calculator, "perplexity")).to_have_attribute("aria-invalid", "true")
    expect(field(calculator, "bits")).to_have_value("")
    expect(calculator.locator("quaestio-calculator [role=status]")).not_to_be_empty()


def test_command_line_and_browser_compute_the_same_numbers(reader, quaestio):
    page = reader.open("calculator/")
    cases = [
        (unit, value)
        for unit, values in {
            "perplexity": [1, 1.0000001, 2, 25.99, 31.1, 50257, 1e300],
            "bits": [0, 1e-9, 0.5, 4.7, 4.9588, 15.617, 1000],
            "nats": [0, 1e-9, 1, 3.4372, 11, 700],
        }.items()
        for value in values
    ]
    browser = page.evaluate(
        """async (cases) => {
          const element = document.querySelector("quaestio-calculator");
          await element.loading;
          const { engine } = element;
          const convert = {
            perplexity: (value) => engine.bits(value),
            bits: (value) => engine.perplexityFromBits(value),
            nats: (value) => engine.perplexityFromNats(value),
          };
          return cases.map(([unit, value]) => convert[unit](value));
        }""",
        cases)
    # Python reads and JavaScript hands over every double exactly, so equal means equal to the last bit.
    for (unit, value), number in zip(cases, browser):
        target = "bits" if unit == "perplexity" else "perplexity"
        native = quaestio.json("calc", repr(value), "--from", unit, "--to", target, "--json")
        assert native["output"]["value"] == number, (unit, value)
