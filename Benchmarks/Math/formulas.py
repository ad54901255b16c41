#!/usr/bin/env python3
"""Writes formulas that look like those of real notes, one JSON object {"id", "tex", "display"} a line.

    Benchmarks/Math/formulas.py [--count 6500] [--seed 1] > formulas.jsonl

They mean nothing, but they are well formed, all different, need no macros, and use the commands about as often as
notes on machine learning and computer science do: from `x_i` to ten aligned lines. `formulas.grammar` says how they
are made. The output depends on the arguments alone: all chance comes from `random.Random(text).random()`.
"""
import argparse
import bisect
import itertools
import json
import random
import re
from pathlib import Path

# Beyond this nesting every part is replaced by its first, simplest alternative.
DEPTH = 9
PART = re.compile(r"<([a-z0-9]+)(?::(\d+))?>")
# What stands on a line of its own.
DISPLAY = {"display", "aligned", "matrixformula"}


class Grammar:
    """Parts with their weighted alternatives."""

    def __init__(self, path):
        parts = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if header := re.fullmatch(r"\[([a-z0-9]+)\]", line):
                alternatives = parts.setdefault(header[1], [])
            elif line and not line.startswith("#"):
                weight, text = re.fullmatch(r"(?:(\d+) \| )?(.+)", line).groups()
                alternatives.append((int(weight or 1), text))
        self.alternatives = {name: [text for _, text in part] for name, part in parts.items()}
        self.cumulative = {
            name: list(itertools.accumulate(weight for weight, _ in part)) for name, part in parts.items()
        }

    def draw(self, name, chance):
        cumulative = self.cumulative[name]
        return self.alternatives[name][bisect.bisect_right(cumulative, chance * cumulative[-1])]

    def expand(self, name, chance, depth=0):
        """A text for a part; `chance()` is the next random number below 1."""
        text = self.alternatives[name][0] if depth > DEPTH else self.draw(name, chance())
        bound = {}

        def replacement(match):
            part, number = match.groups()
            if number is None:
                return self.expand(part, chance, depth + 1)
            if match[0] not in bound:
                bound[match[0]] = self.expand(part, chance, depth + 1)
            return bound[match[0]]

        return PART.sub(replacement, text)


def formulas(count, seed):
    """So many different formulas, each with whether it stands on a line of its own."""
    grammar = Grammar(Path(__file__).with_name("formulas.grammar"))
    seen = set()
    for number in itertools.count():
        chance = random.Random(f"formula {seed} {number}").random
        kind = grammar.draw("formula", chance())[1:-1]
        formula = grammar.expand(kind, chance), kind in DISPLAY or chance() < 0.1
        if formula[0] not in seen:
            seen.add(formula[0])
            yield formula
            if len(seen) == count:
                return


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=6500)
    parser.add_argument("--seed", default="1")
    arguments = parser.parse_args()
    for number, (tex, display) in enumerate(formulas(arguments.count, arguments.seed)):
        print(json.dumps({"id": number, "tex": tex, "display": display}, ensure_ascii=False))


if __name__ == "__main__":
    main()
