"""`quaestio init`, `new` and `theme eject`: what they write, what they refuse, how they end."""
import os
import re
import shutil
import subprocess
import textwrap

import pytest

from command import tree
from server import POLICY

TODAY = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600"}  # 2026-11-22


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_new_site_builds_and_checks_clean(quaestio, tmp_path, language):
    site = tmp_path / "wiki"
    written = quaestio("init", site, "--language", language, env=TODAY).splitlines()
    assert [str(site / path) for path, data in tree(site).items() if data is not None] == sorted(written[:-1])
    checked = quaestio.run("check", "--strict", "--site", site)
    assert (checked.returncode, checked.stderr) == (0, "")
    built = quaestio.run("build", "--strict", "--site", site)
    assert (built.returncode, built.stderr) == (0, "")
    question = next((site / "content/questions").iterdir()).read_text(encoding="utf-8")
    assert "date: 2026-11-22\n" in question and "$$" in question and "[@shannon-1948" in question


def test_the_same_day_gives_the_same_site(quaestio, tmp_path):
    for name in ("a", "b"):
        quaestio("init", tmp_path / name, "--base-url", "https://wiki.example/w", env=TODAY)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert b"\nbase_url: https://wiki.example/w/\n" in tree(tmp_path / "a")["quaestio.yml"]


def test_hosts_get_the_policy_that_pages_are_tested_with(quaestio, tmp_path):
    quaestio("init", tmp_path / "a")
    for path in ("content/static/_headers", "hosting/nginx.conf"):
        assert POLICY in (tmp_path / "a" / path).read_text()


def test_the_workflow_keeps_a_program_by_its_commit(quaestio, tmp_path):
    quaestio("init", tmp_path / "wiki")
    workflow = (tmp_path / "wiki/.github/workflows/pages.yml").read_text()
    script = re.search(r"- id: version\n +run: (?:\|\n)?((?:.*\n)+?) +- id:", workflow)[1]
    program = tmp_path / "wiki/.quaestio/program"
    here = {**os.environ, "HOME": str(tmp_path), "GITHUB_WORKSPACE": str(tmp_path / "wiki"),
            "GITHUB_OUTPUT": str(tmp_path / "output")}
    mine = ["git", "-C", program, "-c", f"safe.directory={program}", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", program], check=True)
    commits = []
    for text in ("one", "two"):
        subprocess.run([*mine, "commit", "--quiet", "--allow-empty", "--message", text], check=True)
        commits += subprocess.check_output([*mine, "rev-parse", "HEAD"], text=True).split()
        if os.geteuid() == 0:
            # As in a container, whose user is not the one whom the files belong to.
            subprocess.run(["chown", "--recursive", "12345", program], check=True)
        subprocess.run(["bash", "-e", "-c", textwrap.dedent(script)], cwd=tmp_path / "wiki", env=here, check=True)
    assert (tmp_path / "output").read_text() == "".join(f"commit={commit}\n" for commit in commits)
    assert "key: quaestio-${{ steps.version.outputs.commit }}" in workflow


def test_a_folder_with_something_in_it_is_refused(quaestio, tmp_path):
    (tmp_path / "notes.md").write_text("mine")
    result = quaestio.run("init", tmp_path)
    assert result.returncode == 2 and "notes.md" in result.stderr and "quaestio new" in result.stderr
    assert tree(tmp_path) == {"notes.md": b"mine"}
    assert quaestio.run("init", tmp_path / "notes.md").returncode == 2


def test_a_fresh_repository_is_no_such_folder(quaestio, tmp_path):
    (tmp_path / ".git").mkdir()
    quaestio("init", tmp_path)
    assert (tmp_path / "quaestio.yml").exists()


@pytest.mark.parametrize("option", [("--language", "tlh"), ("--base-url", "wiki.example")])
def test_wrong_use_of_init_writes_nothing(quaestio, tmp_path, option):
    assert quaestio.run("init", tmp_path / "a", *option).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_new_question_is_a_page_at_once(quaestio, tmp_path):
    quaestio("init", tmp_path, "--language", "zh-Hans", env=TODAY)
    title = "什么是: [熵] # \"x\"？"
    path = quaestio("new", "question", title, "--tag", "a, b", "--site", tmp_path, env=TODAY).strip()
    assert path == str(tmp_path / "content/questions/什么是-熵-x.md")
    built = quaestio.run("build", "--strict", "--site", tmp_path)
    assert (built.returncode, built.stderr) == (0, "")
    page = (tmp_path / "public/questions/什么是-熵-x/index.html").read_text(encoding="utf-8")
    assert "什么是: [熵] # &quot;x&quot;？</h1>" in page and "2026-11-22" in page


def test_no_file_is_written_over(quaestio, tmp_path):
    folder = tmp_path / "content/questions/deep"
    folder.mkdir(parents=True)
    (folder / "entropy.md").write_text("# Mine\n")
    result = quaestio.run("new", "question", "Entropy", "--site", tmp_path)
    assert result.returncode == 2 and "content/questions/deep/entropy.md" in result.stderr
    quaestio("new", "question", "Entropy", "--slug", "entropy-2", "--site", tmp_path)
    quaestio("new", "reference", "Entropy", "--url", "https://example.org/", "--site", tmp_path)
    names = [path for path, data in tree(tmp_path / "content").items() if data is not None]
    assert names == ["questions/deep/entropy.md", "questions/entropy-2.md", "references/entropy.md"]


@pytest.mark.parametrize(
    "arguments",
    [("question", " "), ("answer", "T"), ("question", "T", "--url", "https://e.org/"), ("question", "T", "--slug", "")],
)
def test_wrong_use_of_new_ends_with_2(quaestio, tmp_path, arguments):
    assert quaestio.run("new", *arguments, "--site", tmp_path).returncode == 2
    assert quaestio.run("new", "question", "T", "--site", tmp_path / "nowhere").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_an_ejected_theme_gives_the_same_site_and_is_not_written_over(quaestio, example, tmp_path):
    from command import copy_example

    site = copy_example(tmp_path)
    quaestio("theme", "eject", site / "templates")
    quaestio("build", "--site", site)
    assert tree(site / "public") == tree(example)
    (site / "templates/footer.html").write_text("<p>Mine</p>\n")
    result = quaestio.run("theme", "eject", site / "templates")
    assert result.returncode == 2 and str(site / "templates/footer.html") in result.stderr
    assert (site / "templates/footer.html").read_text() == "<p>Mine</p>\n"


def test_a_misspelt_file_of_the_theme_is_told(quaestio, tmp_path):
    result = quaestio.run("theme", "eject", tmp_path, "--only", "foter")
    assert result.returncode == 2 and "did you mean `footer`?" in result.stderr


def test_the_version_is_printed(quaestio):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", quaestio("--version"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete_every_command(quaestio, tmp_path, shell):
    script = quaestio("--generate-completion-script", shell)
    for command in ("init", "new", "build", "check", "search", "import", "theme", "eject", "precompress"):
        assert command in script
    if shutil.which(shell):
        (tmp_path / "script").write_text(script)
        assert subprocess.run([shell, "-n", str(tmp_path / "script")]).returncode == 0
