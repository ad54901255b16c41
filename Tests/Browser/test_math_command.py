"""`quaestio math`: one formula or a stream of them, and what the author is told."""
import json
import subprocess

import pytest

SQUARE = "<math><msup><mi>x</mi><mn>2</mn></msup></math>\n"


def answers(quaestio, *lines, arguments=()):
    """What a run with --jsonl says to some lines, and how it ends."""
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    result = quaestio.run("math", "--jsonl", *arguments, input=text)
    return [json.loads(line) for line in result.stdout.splitlines()], result.returncode


def test_an_argument_and_standard_input_give_the_same(quaestio):
    assert quaestio("math", "x^2") == SQUARE
    assert quaestio("math", input="x^2\n") == SQUARE
    assert quaestio("math", "--", "-x") == "<math><mo>−</mo><mi>x</mi></math>\n"


def test_display_is_a_line_of_its_own(quaestio):
    assert quaestio("math", "--display", "x").startswith('<math display="block">')
    plain, shown = answers(quaestio, {"id": 1, "tex": "x"}, {"id": 2, "tex": "x", "display": True})[0]
    assert (plain["mathml"][:6], shown["mathml"][:22]) == ("<math>", '<math display="block">')
    (other,), _ = answers(quaestio, {"id": 1, "tex": "x", "display": False}, arguments=["--display"])
    assert other["mathml"].startswith("<math>")


def test_a_formula_with_faults_ends_with_1_and_is_shown_as_far_as_it_goes(quaestio):
    result = quaestio.run("math", "a+\\alhpa")
    assert result.returncode == 1
    assert "<merror>" in result.stdout
    assert "<formula>:1:3" in result.stderr
    assert "did you mean `\\alpha`?" in result.stderr


def test_warnings_end_with_0(quaestio):
    result = quaestio.run("math", "--display", "a &= b")
    assert result.returncode == 0
    assert "warning[tex.bare-rows]" in result.stderr


def test_a_stream_keeps_ids_and_order(quaestio):
    ids = [1, "two", None, {"n": [3]}, True, -0.5]
    told, code = answers(quaestio, *({"id": id, "tex": f"x_{{{n}}}"} for n, id in enumerate(ids)))
    assert code == 0
    assert [answer["id"] for answer in told] == ids
    assert [answer["mathml"] for answer in told] == [
        f"<math><msub><mi>x</mi><mn>{n}</mn></msub></math>" for n in range(len(ids))
    ]


def test_a_fault_has_its_message_offset_and_diagnostics_and_no_mathml(quaestio):
    (told,), code = answers(quaestio, {"id": 7, "tex": "é + \\foo{1} + \\bar", "display": True})
    assert code == 0
    assert sorted(told) == ["diagnostics", "error", "id", "offset"]
    assert told["offset"] == len("é + ".encode())
    assert [fault["id"] for fault in told["diagnostics"]] == ["tex.unknown-command", "tex.syntax"]
    assert told["diagnostics"][0]["range"] == [5, 9]
    assert told["error"] == told["diagnostics"][0]["message"]


def test_a_warning_does_not_keep_the_formula_back(quaestio):
    (told,), _ = answers(quaestio, {"id": 7, "tex": "a &= b", "display": True})
    assert "mathml" in told and "error" not in told
    assert [(fault["id"], fault["severity"]) for fault in told["diagnostics"]] == [("tex.bare-rows", "warning")]


@pytest.mark.parametrize(
    "line", ["no json", "[1]", '{"id": 1}', '{"id": 1, "tex": 2}', '{"id": 1, "tex": "x", "display": "yes"}', '{"id"']
)
def test_an_ill_formed_line_is_answered_and_ends_with_1(quaestio, line):
    (before, told, after), code = answers(quaestio, {"id": 1, "tex": "x"}, line, {"id": 2, "tex": "y"})
    assert code == 1
    assert told["id"] is None and told["error"]
    assert (before["id"], after["id"]) == (1, 2)


def test_a_tag_is_printed_and_a_reference_shows_its_name(quaestio):
    printed = quaestio("math", "--display", "x \\tag{3}")
    assert '<mtd class="tml-tag"><mtext>(3)</mtext></mtd>' in printed
    assert "<mtext>(eq:a)</mtext>" in quaestio("math", "\\eqref{eq:a}")


def test_formulas_are_answered_before_the_stream_ends(quaestio):
    with subprocess.Popen(
        [str(quaestio.path), "math", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "tex": "x"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait() == 0


def test_any_number_of_lines(quaestio):
    count = 20_000
    told, code = answers(quaestio, *({"id": n, "tex": f"{n}"} for n in range(count)))
    assert code == 0
    assert [answer["id"] for answer in told] == list(range(count))


def test_deep_nesting_is_answered_at_once(quaestio):
    deep = ["{" * 1000 + "x" + "}" * 1000, "\\sqrt{" * 1000 + "x" + "}" * 1000, "\\frac{1}{" * 100_000, "x^{" * 5000]
    told, code = answers(quaestio, *({"id": n, "tex": tex} for n, tex in enumerate(deep)))
    assert code == 0
    assert {answer["diagnostics"][0]["id"] for answer in told} == {"tex.limit"}


def test_wrong_use_ends_with_2(quaestio):
    for arguments in (["--jsonl", "x"], ["x", "y"], ["--no-such-option"]):
        assert quaestio.run("math", *arguments, input="").returncode == 2
