"""`quaestio markdown`: one document or many, HTML or trees, and what the author is told."""
import json

import pytest

DOCUMENT = """---
lang: zh-Hans
---
# 熵

见 [[信息量|这里]] 与 [@shannon]。<b>粗</b>

$$H$$ {#eq:h}
"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "熵.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def test_a_file_and_standard_input_give_the_same(quaestio, page):
    html = quaestio("markdown", page)
    assert html.startswith('<h1 id="熵">熵</h1>\n<p>见 <a class="wikilink" data-target="信息量">这里</a> 与<sup')
    assert quaestio("markdown", input=DOCUMENT) == html
    assert quaestio("markdown", "-", input=DOCUMENT) == html


def test_raw_html_passes_only_when_asked(quaestio, page):
    assert "<b>" not in quaestio("markdown", page)
    assert "<b>粗</b>" in quaestio("markdown", "--raw-html", page)


def test_without_extensions_it_is_plain_commonmark(quaestio):
    text = "[[a]] $x$ <b>\n"
    assert quaestio("markdown", "--extensions", "off", input=text) == (
        "<p>[[a]] $x$ <!-- raw HTML omitted --></p>\n"
    )
    assert quaestio("markdown", "--extensions", "off", "--raw-html", input=text) == "<p>[[a]] $x$ <b></p>\n"


def test_the_tree_is_one_line_of_json_with_ranges_of_the_file(quaestio, page):
    printed = quaestio("markdown", "--ast", page)
    assert printed.count("\n") == 1
    tree = json.loads(printed)
    heading = tree["children"][0]
    assert (tree["kind"], heading["kind"], heading["level"], heading["id"]) == ("document", "heading", 1, "熵")
    start, end = heading["range"]
    assert DOCUMENT.encode()[start:end].decode() == "# 熵"


def test_without_extensions_the_tree_has_none(quaestio):
    tree = json.loads(quaestio("markdown", "--ast", "--extensions", "off", input="$x$ [[a]]\n"))
    (paragraph,) = tree["children"]
    assert "".join(node["literal"] for node in paragraph["children"]) == "$x$ [[a]]"


def test_errors_are_told_and_end_with_1(quaestio, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("甲 $\\nonsense$\n", encoding="utf-8")
    result = quaestio.run("markdown", path, "--format", "json")
    assert result.returncode == 1
    assert result.stdout == '<p>甲 <code class="formula-error">\\nonsense</code></p>\n'
    (told,) = [json.loads(line) for line in result.stderr.splitlines()]
    assert (told["id"], told["path"], told["line"], told["column"]) == ("tex.unknown-command", str(path), 1, 4)
    assert told["range"] == [5, 14]


def test_warnings_end_with_0(quaestio):
    result = quaestio.run("markdown", input="$ x $\n")
    assert result.returncode == 0
    assert "math.spaces" in result.stderr


@pytest.mark.parametrize("arguments", [["--extensions", "some"], ["no/such/file.md"], ["--format", "xml"]])
def test_wrong_use_ends_with_2(quaestio, arguments):
    result = quaestio.run("markdown", *arguments, input="")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr


def test_many_documents_are_answered_line_by_line_in_order(quaestio):
    lines = [
        '{"id": "a", "markdown": "*a*"}',
        "",
        '{"markdown": "$\\\\nonsense$", "id": [1]}',
        '{"id": 3, "markdown": "[[x]]"}',
    ]
    result = quaestio.run("markdown", "--jsonl", input="\n".join(lines))
    assert (result.returncode, result.stderr) == (0, "")
    first, second, third = [json.loads(line) for line in result.stdout.splitlines()]
    assert first == {"id": "a", "html": "<p><em>a</em></p>\n", "diagnostics": []}
    assert second["id"] == [1]
    assert [told["id"] for told in second["diagnostics"]] == ["tex.unknown-command"]
    assert third["html"] == '<p><a class="wikilink" data-target="x">x</a></p>\n'


def test_a_file_of_lines_is_read_as_standard_input_is(quaestio, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text('{"id": 1, "markdown": "a"}\n{"id": 2, "markdown": "b"}', encoding="utf-8")
    printed = quaestio("markdown", "--jsonl", "--ast", path)
    assert [json.loads(line)["id"] for line in printed.splitlines()] == [1, 2]
    assert all(json.loads(line)["ast"]["kind"] == "document" for line in printed.splitlines())


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "markdown": 2}', '{"markdown": "\\ud800"}'])
def test_an_ill_formed_line_is_answered_and_ends_with_1(quaestio, line):
    result = quaestio.run("markdown", "--jsonl", input=f'{line}\n{{"id": 2, "markdown": "a"}}\n')
    assert result.returncode == 1
    first, second = [json.loads(answer) for answer in result.stdout.splitlines()]
    assert first.keys() == {"id", "error"} and first["id"] is None
    assert second["id"] == 2
