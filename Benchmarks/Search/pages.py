#!/usr/bin/env python3
"""Writes pages to search in, one JSON object a line: `id`, `title`, `body`, `lang`, `tags`, `markdown`.

    Benchmarks/Search/pages.py generated --count 2896 [--first 0] > generated.jsonl
    Benchmarks/Search/pages.py foldoc > english.jsonl

`generated` takes questions of `Benchmarks/generate.py`, Chinese and English, to enlarge another set. `foldoc` takes
the longer entries of the Free On-line Dictionary of Computing, 5,000 pages of real English; it needs Debian's package
dict-foldoc.
"""
import argparse
import gzip
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import generate

DICTIONARY = Path("/usr/share/dictd/foldoc.dict.dz")
INDEX = DICTIONARY.with_name("foldoc.index")
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LEAST_WORDS = 45


def plain(markdown):
    """The text of a generated page without most of its markup; formulas stay as TeX."""
    text = re.sub(r"^(#+|>|[-*]|\d+\.) +", "", markdown, flags=re.M)
    text = re.sub(r"^```.*$|^\|[-| ]+\|$", "", text, flags=re.M)
    text = re.sub(r"\[\[([^]|]*\|)?([^]]*)\]\]", r"\2", text)
    text = re.sub(r" ?\[@[^]]*\]", "", text)
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\n{2,}", "\n", re.sub(r"\$\$?|\*\*?|`|\|", "", text)).strip()


def generated(count, first):
    # As many as the largest site has, so that a page is the same whatever `count` says.
    site = generate.Site(100_000, 0, "1")
    for number in range(first, first + count):
        source = site.question(number)
        front, body = source.removeprefix("---\n").split("\n---\n", 1)
        title = re.search('^title: "(.*)"$', front, re.M)[1]
        tags = re.search(r"^tags: \[(.*)\]$", front, re.M)[1].split(", ")
        chinese = site.writer("question", number).language is generate.CHINESE
        yield {
            "id": f"g{number:06}", "title": title, "body": plain(body), "lang": "zh-Hans" if chinese else "en",
            "tags": tags, "markdown": source,
        }


def number(digits):
    value = 0
    for digit in digits:
        value = value * 64 + DIGITS.index(digit)
    return value


def foldoc():
    if not DICTIONARY.exists():
        sys.exit(f"{DICTIONARY} is not there: install Debian's dict-foldoc.")
    with gzip.open(DICTIONARY) as file:
        everything = file.read()
    places = set()
    for line in INDEX.read_text(encoding="utf-8").splitlines():
        name, start, length = line.split("\t")[:3]
        if not name.startswith("00-database"):
            places.add((number(start), number(length)))
    for order, (start, length) in enumerate(sorted(places)):
        title, _, body = everything[start : start + length].decode().partition("\n")
        body = re.sub(r"\n\s*\(\d{4}-\d\d-\d\d\)\s*$", "", body)
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", body)]
        paragraphs = [part for part in paragraphs if part]
        if not paragraphs or len(" ".join(paragraphs).split()) < LEAST_WORDS:
            continue
        tags = re.match(r"<([^<>]*)>", paragraphs[0])
        text = "\n\n".join(re.sub(r"[{}]|^<[^<>]*> ", "", part) for part in paragraphs)
        yield {
            "id": f"f{order:05}", "title": title.strip(), "body": text, "lang": "en",
            "tags": re.split(", *", tags[1]) if tags else [], "markdown": f"# {title.strip()}\n\n{text}\n",
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    options = kinds.add_parser("generated")
    options.add_argument("--count", type=int, required=True)
    options.add_argument("--first", type=int, default=0)
    kinds.add_parser("foldoc")
    arguments = parser.parse_args()
    pages = foldoc() if arguments.kind == "foldoc" else generated(arguments.count, arguments.first)
    for page in pages:
        sys.stdout.write(json.dumps(page, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
