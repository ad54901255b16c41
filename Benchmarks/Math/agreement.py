#!/usr/bin/env python3
"""Compares our MathML with that of KaTeX, math-core and pandoc, wherever these three agree with one another.

    Benchmarks/Math/agreement.py .build/release/quaestio [--formulas FILE | --commands FILE] [--all] [--goal 99.8]

The formulas are those of `formulas.py`; or the lines {"tex", "display"} of a file; or, for a file of names whose
lines hold a command each, the command in some places. Compared are structure and letters (see `normal_form.py`);
where they agree, also the class of each character on which the three agree. Differences are printed, with `--all`
also those among the three. Exits with 1 if a smaller share than the goal agrees, or a difference is not in `ACCEPTED`.

Needs the Python packages math-core and pypandoc-binary, node, and Debian's libjs-katex.
"""
import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

import converters
from formulas import formulas
from normal_form import NormalForm

OURS = "ours"
# Formulas on which ours is right, as patterns, with the reason.
ACCEPTED = {
    r"\\not [a-z]": "a class strikes the letter out; few fonts place U+0338 over letters",
    r"\\bmod_": "a script behind a named operator belongs to it; the three give it an empty base",
}
# Characters whose class is ours, with the reason.
OWN_CLASSES = {
    "\u22F1": "an inner atom of TeX; a browser gives `mo` the space of a relation",
}
# Where a command is tried.
PLACES = (
    "a {} b", "{}{{a}}", "{}{{a}}{{b}}", "{}_i^n x", "x_{{{}}}+{}{{a b}}^2", r"\left({} a \right) + \mathbf{{{} q}}",
)


def read_cases(arguments):
    if arguments.formulas:
        lines = arguments.formulas.read_text(encoding="utf-8").splitlines()
        return [{key: json.loads(line)[key] for key in ("tex", "display")} for line in lines]
    if arguments.commands:
        return cases_of_commands(arguments.commands.read_text(encoding="utf-8"))
    return generated_cases(arguments.count, arguments.seed)


def generated_cases(count=6500, seed="1"):
    return [{"tex": tex, "display": display} for tex, display in formulas(count, seed)]


def cases_of_commands(text):
    """Every command of a text, in some places."""
    commands = re.findall(r"\\[a-zA-Z]+(?=\s)", text)
    sources = [place.format(command, command) for command in commands for place in PLACES]
    return [{"tex": tex, "display": display} for tex in sources for display in (False, True)]


def verdict(own, peers):
    """Whether the three agree, and we with them: `apart`, `same`, `classes` or `different`."""
    if None in peers or len({peer.row for peer in peers}) > 1:
        return "apart"
    if own is None or own.row != peers[0].row:
        return "different"
    for (character, ours), *theirs in zip(own.classes, *(peer.classes for peer in peers)):
        if len(set(theirs)) == 1 and ours != theirs[0][1] and character not in OWN_CLASSES:
            return "classes"
    return "same"


def shown(title, tex, forms):
    lines = [f"{title}: {tex}"]
    for name, form in forms.items():
        lines.append(f"  {name:10} {form and form.row}")
        if form and title == "classes":
            lines.append(f"  {'':10} {''.join(sort for _, sort in form.classes)}")
    return "\n".join(lines) + "\n"


class Comparison:
    """How many formulas, by verdict, and those that differ without being accepted."""

    def __init__(self, binary, cases, tell=print, tells_all=False):
        self.answers = {
            "KaTeX": converters.katex(cases),
            "math-core": converters.math_core(cases),
            "pandoc": converters.pandoc(cases),
            OURS: converters.ours(binary, cases),
        }
        self.count = Counter()
        self.different = []
        for number, case in enumerate(cases):
            forms = {name: mathml[number] and NormalForm(mathml[number]) for name, mathml in self.answers.items()}
            found = verdict(forms[OURS], [form for name, form in forms.items() if name != OURS])
            if found == "different":
                found = self.judged(case["tex"])
            self.count[found.partition(",")[0]] += 1
            if found != "same" and (found != "apart" or tells_all):
                tell(shown(found, case["tex"], forms))

    def judged(self, tex):
        for pattern, reason in ACCEPTED.items():
            if re.search(pattern, tex):
                return f"accepted, {reason}"
        self.different.append(tex)
        return "different"

    @property
    def agreed(self):
        return self.count["same"] + self.count["classes"]

    @property
    def compared(self):
        return self.agreed + self.count["accepted"] + self.count["different"]

    @property
    def share(self):
        """In percent."""
        return 100 * self.agreed / max(self.compared, 1)

    def __str__(self):
        return (
            f"The three agree on {self.compared} formulas; we agree with them on {self.agreed} ({self.share:.2f} %), "
            f"on {self.count['same']} also in the characters' classes. Of the other differences "
            f"{self.count['accepted']} are accepted, {self.count['different']} are not.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=Path)
    parser.add_argument("--formulas", type=Path)
    parser.add_argument("--commands", type=Path)
    parser.add_argument("--count", type=int, default=6500)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--goal", type=float, default=99.8, help="in percent")
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    cases = read_cases(arguments)
    comparison = Comparison(arguments.binary, cases, tells_all=arguments.all)
    for name, mathml in comparison.answers.items():
        print(f"{name} converts {sum(answer is not None for answer in mathml)} of {len(cases)}")
    print(comparison)
    sys.exit(comparison.share < arguments.goal or bool(comparison.different))


if __name__ == "__main__":
    main()
