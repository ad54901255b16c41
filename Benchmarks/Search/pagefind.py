#!/usr/bin/env python3
"""Builds the same pages with Pagefind, asks it the same queries, and prints what it costs and finds.

    Benchmarks/Search/pagefind.py PAGES QUERIES JUDGEMENTS [QUERIES JUDGEMENTS …] [--language zh-hans]

Needs PyPI's pagefind-bin-extended (`requirements.txt`) in the Python that runs this, and node. Pages become plain HTML,
a title and paragraphs. Files count as in `wire.py`; Pagefind's own are compressed already.
"""
import argparse
import html
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import text
import wire

DRIVER = Path(__file__).with_name("pagefind.mjs")
# What a page loads besides what the script fetches.
SCRIPTS = ["pagefind.js", "pagefind-worker.js"]
VISIT = 2
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1>
{paragraphs}
</main></body></html>
"""


def write_pages(pages, site):
    for page in pages:
        folder = site / page["id"]
        folder.mkdir(parents=True)
        paragraphs = "\n".join(f"<p>{html.escape(part)}</p>" for part in page["body"].split("\n") if part)
        (folder / "index.html").write_text(
            PAGE.format(
                lang=page.get("lang", "zh-Hans"), title=html.escape(page["title"]), paragraphs=paragraphs),
            encoding="utf-8")


def build(site):
    """CPU seconds and peak memory of the indexer."""
    package = Path(importlib.util.find_spec("pagefind_bin_extended").origin).parent
    arguments = [str(package / "pagefind_extended"), "--site", str(site), "--silent"]
    _, status, usage = os.wait4(os.posix_spawn(arguments[0], arguments, os.environ), 0)
    if status:
        sys.exit("Pagefind failed.")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def ask(bundle, queries, language):
    output = subprocess.run(
        ["node", str(DRIVER), str(bundle), language, str(VISIT)], input=queries.read_bytes(),
        stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in output.stdout.decode().splitlines()]


def reciprocal_rank(visit, relevant):
    for rank, url in enumerate(visit["urls"], 1):
        if url.strip("/") in relevant:
            return 1 / rank
    return 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("sets", type=Path, nargs="+", metavar="QUERIES JUDGEMENTS")
    parser.add_argument("--language", default="zh-hans", help="of the queries (default: %(default)s)")
    arguments = parser.parse_args()
    if importlib.util.find_spec("pagefind_bin_extended") is None or not shutil.which("node"):
        sys.exit("Pagefind (PyPI: pagefind-bin-extended) or node is missing.")
    pages = text.read_lines(arguments.pages)
    work = Path(tempfile.mkdtemp(prefix="quaestio-pagefind-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        write_pages(pages, work / "site")
        cpu, memory = build(work / "site")
        bundle = work / "site/pagefind"
        files = [path for path in bundle.rglob("*") if path.is_file() and "-ui" not in path.name]
        print(
            f"Pagefind: {len(pages)} pages, {cpu:.2f} s CPU ({cpu / len(pages) * 1e3:.2f} ms a page), "
            f"{memory / 2**20:.0f} MiB, {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.2f} MB")
        sizes = wire.Sizes(bundle)
        scripts = sum(sizes[name] for name in SCRIPTS)
        print(f"Its scripts, {wire.kilobytes(scripts)} kB, come with the first query.\n")
        print("| queries | MRR@10 | empty | first query: median kB | mean | 95 % | largest | further: median kB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for queries, judgements in zip(arguments.sets[::2], arguments.sets[1::2]):
            relevant = text.read_judgements(judgements)
            visits = ask(bundle, queries, arguments.language)
            loads = [
                [sum(sizes[name] for name in visit["first"]) for visit in visits if (visit["turn"] > 0) == later]
                for later in (False, True)
            ]
            loads[0] = [scripts + load for load in loads[0]]
            firsts = [visit for visit in visits if visit["turn"] == 0]
            quality = statistics.fmean(reciprocal_rank(visit, relevant[visit["query"]]) for visit in firsts)
            empty = sum(not visit["urls"] for visit in firsts)
            cells = [wire.kilobytes(cell) for cell in wire.spread(loads[0])]
            print(f"| {queries.stem} | {quality:.3f} | {empty} of {len(firsts)} | {' | '.join(cells)} | "
                  f"{wire.kilobytes(statistics.median(loads[1]))} |", flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
