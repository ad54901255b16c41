"""`quaestio check`: what it prints, what it changes, how it ends."""
import json

import pytest

QUESTION = "---\ntitle: 什么是熵\nprovenance: human\n---\n熵是什么,怎么算？\n\n## Answer\n\n熵是平均信息量【3†source】。\n"


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "content" / "questions"
    folder.mkdir(parents=True)
    (folder / "entropy.md").write_text(QUESTION, encoding="utf-8")
    return tmp_path


def test_findings_go_to_standard_error_and_a_summary_to_standard_output(quaestio, site):
    result = quaestio.run("check", "--site", site)
    assert result.returncode == 0
    assert "lint.model-citation" in result.stderr and "content/questions/entropy.md:9:8" in result.stderr
    assert result.stdout == "1 page checked: 1 warning, 3 notes.\n"


def test_strict_ends_with_1(quaestio, site):
    assert quaestio.run("check", "--site", site, "--strict").returncode == 1


def test_json_says_which_fixes_are_certain(quaestio, site):
    result = quaestio.run("check", "--site", site, "--format", "json")
    found = {line["id"]: line for line in map(json.loads, result.stderr.splitlines())}
    assert found["lint.ascii-punctuation"]["fix"]["replacement"] == "，"
    assert result.stdout == ""


def test_a_dry_run_prints_a_diff_and_a_fix_makes_it(quaestio, site):
    path = site / "content" / "questions" / "entropy.md"
    dry = quaestio.run("check", "--site", site, "--fix", "--dry-run")
    assert "+熵是什么，怎么算？" in dry.stdout
    assert path.read_text(encoding="utf-8") == QUESTION
    quaestio.run("check", "--site", site, "--fix")
    assert path.read_text(encoding="utf-8") == QUESTION.replace("么,", "么，").replace("【3†source】", "")


def test_wrong_use_ends_with_2(quaestio, site, tmp_path):
    assert quaestio.run("check", "--site", site, "--dry-run").returncode == 2
    assert quaestio.run("check", "--site", tmp_path / "nowhere").returncode == 2
