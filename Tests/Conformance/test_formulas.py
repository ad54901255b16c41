"""The formulas of Wikipedia's help page on TeX: all are read, none with a fault."""
import json
import subprocess
from xml.etree import ElementTree

from cases import FOLDER
from program import program

LINES = (FOLDER / "wikipedia-help-formulas.jsonl").read_text(encoding="utf-8").splitlines()


def test_every_formula_of_the_help_page_is_read():
    command = [program(), "math", "--jsonl"]
    result = subprocess.run(command, input="\n".join(LINES).encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == [json.loads(line)["id"] for line in LINES]
    told = {(answer["id"], fault["id"]) for answer in answers for fault in answer["diagnostics"]}
    assert {(id, rule) for id, rule in told if rule != "tex.bare-rows"} == set()
    for answer in answers:
        assert ElementTree.fromstring(answer["mathml"]).tag.endswith("math")
