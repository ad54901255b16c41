"""The converters that are compared; each takes formulas {"tex", "display"} and returns MathML, `None` for a refusal."""
import html
import json
import re
import subprocess
from pathlib import Path

KATEX = Path("/usr/share/javascript/katex/katex.js")
KATEX_DRIVER = Path(__file__).with_name("katex.js")
MATH = re.compile(r"<math.*?</math>", re.DOTALL)


def json_lines(formulas):
    return "".join(json.dumps(formula) + "\n" for formula in formulas).encode()


def run(command, text):
    return subprocess.run([str(part) for part in command], input=text, capture_output=True, check=True).stdout.decode()


def ours(binary, formulas):
    """`quaestio math --jsonl`; a formula with any diagnostic counts as refused."""
    numbered = [{**formula, "id": number} for number, formula in enumerate(formulas)]
    answers = [json.loads(line) for line in run([binary, "math", "--jsonl"], json_lines(numbered)).splitlines()]
    assert [answer["id"] for answer in answers] == list(range(len(formulas)))
    return [None if "error" in answer else answer["mathml"] for answer in answers]


def katex(formulas):
    """KaTeX in node; Debian's package libjs-katex."""
    answers = [json.loads(line) for line in run(["node", KATEX_DRIVER, KATEX], json_lines(formulas)).splitlines()]
    return [answer and MATH.search(answer)[0] for answer in answers]


def math_core(formulas):
    """math-core, written in Rust; PyPI's package math-core."""
    import math_core as package

    converter = package.LatexToMathML()

    def convert(formula):
        try:
            return converter.convert_with_local_state(formula["tex"], displaystyle=formula["display"])
        except package.LatexError:
            return None

    return [convert(formula) for formula in formulas]


def pandoc(formulas):
    """pandoc's texmath; PyPI's package pypandoc-binary. All formulas go through one process, as its own JSON."""
    import pypandoc

    def paragraph(formula):
        kind = "DisplayMath" if formula["display"] else "InlineMath"
        return {"t": "Para", "c": [{"t": "Math", "c": [{"t": kind}, formula["tex"]]}]}

    program = pypandoc.get_pandoc_path()
    version = json.loads(run([program, "--from", "markdown", "--to", "json"], b""))["pandoc-api-version"]
    document = {"pandoc-api-version": version, "meta": {}, "blocks": [paragraph(formula) for formula in formulas]}
    command = [program, "--from", "json", "--to", "html", "--mathml", "--wrap", "none"]
    answers = re.findall(r"<p>(.*?)</p>", run(command, json.dumps(document).encode()), re.DOTALL)
    assert len(answers) == len(formulas)
    # What it cannot read, it leaves as TeX in a span.
    return [MATH.search(answer)[0] if "<math" in answer else None for answer in answers]


def without_annotation(mathml):
    return re.sub(r"<annotation.*?</annotation>|</?semantics>", "", mathml, flags=re.DOTALL)


def decoded(mathml):
    """XML of what may name HTML's entities."""
    return re.sub(
        r"&(?!amp;|lt;|gt;|quot;|apos;|#)([A-Za-z]+;)", lambda entity: html.unescape(f"&{entity[1]}"), mathml)
