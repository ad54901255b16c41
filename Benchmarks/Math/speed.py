#!/usr/bin/env python3
"""Compares the CPU time and the size of our formulas with those of math-core and KaTeX, in one run.

    Benchmarks/Math/speed.py .build/release/quaestio .build/release/MathBenchmark [--passes 5]

Converted are the formulas of `formulas.py` which all three accept, one after the other on one thread: ours by calling
TeXMath (without and with the text for search), math-core by its batch call, KaTeX warm, in one process of node. The
three take turns, pass by pass; a pass is five rounds over all formulas. The figures are medians over all rounds.
Needs the Python package math-core, node, and Debian's libjs-katex; what is missing is left out.
"""
import argparse
import importlib.util
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import converters
from formulas import formulas

ROUNDS = 5


def seconds(command, text=b""):
    return [float(line) for line in converters.run(command, text).split()]


def measured_ours(program, cases, *options):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.writelines(f"{'d' if case['display'] else 'i'}\t{case['tex']}\n" for case in cases)
        file.flush()
        return seconds([program, file.name, "--rounds", ROUNDS, *options])


def measured_math_core(cases):
    import math_core

    converter = math_core.LatexToMathML()
    snippets = [(case["tex"], case["display"]) for case in cases]

    def measure():
        start = time.process_time()
        converter.convert_all(snippets)
        return time.process_time() - start

    measure()
    return [measure() for _ in range(ROUNDS)]


def measured_katex(cases):
    command = ["node", converters.KATEX_DRIVER, converters.KATEX, "--rounds", 2 * ROUNDS]
    # The first rounds are for the compiler.
    return seconds(command, converters.json_lines(cases))[ROUNDS:]


def median_bytes(answers):
    return statistics.median(len(converters.without_annotation(answer).encode()) for answer in answers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path)
    parser.add_argument("benchmark", type=Path)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--count", type=int, default=6500)
    arguments = parser.parse_args()
    cases = [{"tex": tex, "display": display} for tex, display in formulas(arguments.count, "1")]
    convert = {"ours": lambda cases: converters.ours(arguments.binary, cases)}
    measure = {
        "ours": lambda cases: measured_ours(arguments.benchmark, cases),
        "ours, with its text": lambda cases: measured_ours(arguments.benchmark, cases, "--text"),
    }
    if importlib.util.find_spec("math_core"):
        convert["math-core"] = converters.math_core
        measure["math-core"] = measured_math_core
    if shutil.which("node") and converters.KATEX.exists():
        convert["KaTeX"] = converters.katex
        measure["KaTeX"] = measured_katex

    answers = {name: function(cases) for name, function in convert.items()}
    common = [number for number in range(len(cases)) if all(mathml[number] for mathml in answers.values())]
    cases = [cases[number] for number in common]
    rounds = {name: [] for name in measure}
    for _ in range(arguments.passes):
        for name, function in measure.items():
            rounds[name] += function(cases)

    print(f"{len(cases)} formulas, {sum(len(case['tex'].encode()) for case in cases)} bytes of TeX")
    own = statistics.median(rounds["ours"])
    print("| converter | CPU a formula | CPU / ours | median size |\n| --- | ---: | ---: | ---: |")
    for name, times in rounds.items():
        size = median_bytes(answers[name.split(",")[0]][number] for number in common)
        median = statistics.median(times)
        print(f"| {name} | {median / len(cases) * 1e6:.2f} µs | {median / own:.2f} | {size:.0f} bytes |")


if __name__ == "__main__":
    main()
