"""`quaestio import`: the text of a page becomes files that build."""

PAGE = """首页 > 机器学习 > 语言模型

什么是困惑度

2024-09-07

答案

困惑度是交叉熵的指数[1]。它越低，模型越不意外。

以上内容由AI大模型生成，请仔细甄别。

参考资料

1. 困惑度简介
https://link.zhihu.com/?target=https%3A%2F%2Fexample.org%2Fperplexity
困惑度衡量语言模型对文本的意外程度。

其他人在问

交叉熵和困惑度有什么关系
交叉熵取指数就是困惑度。
2024-08-01
"""


def test_a_page_becomes_files_that_build(quaestio, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    dry = quaestio.run("import", page, "--site", site, "--dry-run")
    assert dry.returncode == 0 and "+++ b/content/questions/" in dry.stdout
    assert not (site / "content").exists()
    written = quaestio("import", page, "--site", site).split()
    assert len(written) == 3 and all((site / path).is_file() for path in written)
    text = (site / written[0]).read_text(encoding="utf-8")
    assert "provenance: ai" in text and "[@" in text and "首页" not in text
    source = (site / written[1]).read_text(encoding="utf-8")
    assert "https://example.org/perplexity" in source and "zhihu" not in source
    report = quaestio.run("build", "--site", site)
    assert report.returncode == 0, report.stderr


def test_existing_files_are_never_changed(quaestio, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    first = quaestio("import", page, "--site", tmp_path).split()
    kept = {path: (tmp_path / path).read_bytes() for path in first}
    second = quaestio("import", page, "--site", tmp_path).split()
    assert not set(first) & set(second)
    assert all((tmp_path / path).read_bytes() == content for path, content in kept.items())


def test_the_site_says_where_its_content_is(quaestio, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    (tmp_path / "quaestio.yml").write_text("content: wiki\n", encoding="utf-8")
    written = quaestio("import", page, "--site", tmp_path).split()
    assert all(path.startswith("wiki/") and (tmp_path / path).is_file() for path in written)
    assert not (tmp_path / "content").exists()


def test_what_is_no_page_is_refused(quaestio, tmp_path):
    assert quaestio.run("import", tmp_path / "missing.txt").returncode == 2
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    assert quaestio.run("import", empty, "--site", tmp_path).returncode == 1


def test_an_empty_folder_is_refused_with_and_without_writing(quaestio, tmp_path):
    folder = tmp_path / "folder"
    (folder / "layouts").mkdir(parents=True)
    (folder / "hugo.toml").write_text("")
    (folder / "layouts" / "single.html").write_text("<p></p>")
    site = tmp_path / "site"
    site.mkdir()
    assert quaestio.run("import", folder, "--site", site).returncode == 1
    assert quaestio.run("import", folder, "--site", site, "--dry-run").returncode == 1
