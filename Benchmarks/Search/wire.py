#!/usr/bin/env python3
"""What a reader loads for a query, from the files a search engine asked for.

    SearchBenchmark wire PAGES QUERIES --files FOLDER | Benchmarks/Search/wire.py FOLDER [--assets engine.js …]

Standard input is what `SearchBenchmark wire` prints. A file counts as `gzip -9` makes it if hosts compress its kind
(JSON, JavaScript, WebAssembly, HTML), an index file of texts as a zlib stream, as a build publishes it, and as it is
otherwise: hosts send files of unknown kinds as they are. With `--gzip-all` every file counts as `gzip -9` makes it.
Headers do not count.
"""
import argparse
import gzip
import json
import statistics
import sys
import zlib
from collections import defaultdict
from pathlib import Path

# Kinds that GitHub Pages, Netlify, Cloudflare and nginx's usual configurations compress.
COMPRESSED = {".json", ".js", ".wasm", ".html", ".css", ".svg", ".txt", ".xml"}
KINDS = {
    "t": "terms", "d": "directories of terms", "o": "overflow", "w": "reversed words", "b": "cards",
    "s": "summaries", "e": "directories of documents", "c": "characters",
}


class Sizes:
    def __init__(self, folder, compresses_all=False):
        self.folder, self.compresses_all, self.known = folder, compresses_all, {}

    def __getitem__(self, name):
        if name not in self.known:
            self.known[name] = self.size(self.folder / name)
        return self.known[name]

    def size(self, path):
        # The Markdown of pages, in which quoted phrases are looked for, is the site's and counts as passages do.
        if ".." in path.parts:
            return 0
        content = path.read_bytes()
        if self.compresses_all or path.suffix in COMPRESSED:
            return len(gzip.compress(content, 9, mtime=0))
        if path.suffix == ".qix" and path.name[0] in "bs":
            return min(len(content), len(zlib.compress(content, 9)))
        return len(content)


def spread(values):
    """Median, mean, 95th percentile and largest."""
    values = sorted(values)
    return (
        statistics.median(values), statistics.fmean(values), values[min(len(values) - 1, len(values) * 95 // 100)],
        values[-1])


def kilobytes(count):
    return f"{count / 1000:.1f}"


def figures(lines, sizes):
    """For each set and situation the bytes of every query."""
    found = defaultdict(list)
    for line in lines:
        visit = json.loads(line)
        first = sum(sizes[name] for name in visit["first"])
        settled = first + sum(sizes[name] for name in visit["rest"])
        if visit["turn"] == 0:
            found[visit["set"], "first results"].append(first)
            found[visit["set"], "settled"].append(settled)
            found[visit["set"], "files"].append(len(visit["first"]) + len(visit["rest"]))
            found[visit["set"], "rounds"].append(visit["rounds"])
        else:
            found[visit["set"], "further query"].append(settled)
    return found


def kind_of(name):
    if name.startswith("../"):
        return "pages' Markdown"
    return KINDS.get(name[0], name[0]) if name.endswith(".qix") else name


def describe_shares(lines, sizes):
    """The mean kB of each kind of file that a visit's first query loads, set by set."""
    sums, visits = defaultdict(lambda: defaultdict(int)), defaultdict(int)
    for visit in map(json.loads, lines):
        if visit["turn"] == 0:
            visits[visit["set"]] += 1
            for name in visit["first"] + visit["rest"]:
                sums[visit["set"]][kind_of(name)] += sizes[name]
    return "\n".join(
        f"- {name}: " + ", ".join(f"{kind} {kilobytes(total / visits[name])} kB" for kind, total in sorted(own.items()))
        for name, own in sums.items())


def describe_files(sizes):
    groups = defaultdict(list)
    for path in sorted(sizes.folder.iterdir()):
        groups[kind_of(path.name)].append(sizes[path.name])
    lines = ["| files | number | kB | mean kB |", "| --- | ---: | ---: | ---: |"]
    for kind, own in sorted(groups.items()) + [("all", [size for own in groups.values() for size in own])]:
        lines.append(f"| {kind} | {len(own)} | {kilobytes(sum(own))} | {kilobytes(statistics.fmean(own))} |")
    return "\n".join(lines)


def describe(found):
    lines = ["| queries | | median kB | mean | 95 % | largest |", "| --- | --- | ---: | ---: | ---: | ---: |"]
    for (name, situation), values in found.items():
        cells = spread(values)
        if situation in ("files", "rounds"):
            shown = [f"{cell:.0f}" for cell in cells]
        else:
            shown = [kilobytes(cell) for cell in cells]
        lines.append(f"| {name} | {situation} | {' | '.join(shown)} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--assets", type=Path, nargs="*", default=[], help="what the page loads beside the index")
    parser.add_argument("--gzip-all", action="store_true")
    arguments = parser.parse_args()
    # To its end: then the files are all there.
    lines = sys.stdin.readlines()
    sizes = Sizes(arguments.folder, arguments.gzip_all)
    engine = sum(sizes.size(path) for path in arguments.assets)
    print(f"manifest {kilobytes(sizes['index.json'])} kB, engine {kilobytes(engine)} kB: apart from the queries.\n")
    print(describe(figures(lines, sizes)) + "\n")
    print(describe_shares(lines, sizes) + "\n")
    print(describe_files(sizes))


if __name__ == "__main__":
    main()
