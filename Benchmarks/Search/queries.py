#!/usr/bin/env python3
"""Makes sets of queries with their relevant pages, the same ones every time; a set is NAME.jsonl and NAME.tsv.

    Benchmarks/Search/queries.py PAGES --questions QUESTIONS JUDGEMENTS --output FOLDER
    Benchmarks/Search/queries.py PAGES --output FOLDER

Of Chinese questions with judged pages (the first form):
  keywords     the 3 rarest words or pairs of Han characters of each question that do not overlap, in their order
  words        the 3 rarest dictionary words of each; needs Debian's python3-jieba, for its dictionary alone
  traditional  the questions in Traditional script; needs Debian's opencc
  reworded     the questions in other words (`rewordings.py`)
Of the pages alone:
  literal      texts that stand in 1 to 5 pages, as a search for a string finds them, and these pages: literal-names,
               literal-words, literal-numbers, literal-han, literal-formulas, as far as the pages have any
  whole        the same, and the pages in which the text is no part of a longer word or number
  known        2 or 3 telling words of an English page, and the pages that hold them all
  typos        known, with one edit in one word
  slips        one telling word of at least 6 letters with one edit, and the pages that hold the word
  inflected    known, with one word in another form that stands elsewhere
  titles       "What is TITLE?", and the pages of this title
Rarity is the number of pages that hold a term; a term that no page holds is left out.
"""
import argparse
import subprocess
import sys
from pathlib import Path

import english
import literal
import rewordings
import text
import words


def rarest(question, terms, counts, bodies):
    """The three rarest terms that do not overlap, in their order; `terms` are (place, term)."""
    def pages(term):
        if term not in counts:
            counts[term] = sum(term in body for body in bodies)
        return counts[term]

    chosen = []
    for place, term in sorted(terms, key=lambda pair: (pages(pair[1]), pair[0])):
        apart = all(place + len(term) <= other or other + len(known) <= place for other, known in chosen)
        if apart and pages(term) and term not in [known for _, known in chosen]:
            chosen.append((place, term))
        if len(chosen) == 3:
            break
    return " ".join(term for _, term in sorted(chosen)) or question


def index_terms(question):
    """Words, and overlapping pairs of Han characters, with their places."""
    for match in text.TOKEN.finditer(question):
        if text.HAN_RUN.fullmatch(match[0]):
            yield from ((match.start() + place, pair) for place, pair in text.pairs(match[0]))
        else:
            yield match.start(), match[0]


def traditional(questions):
    lines = "\n".join(question["text"] for question in questions)
    output = subprocess.run(["opencc", "-c", "s2t"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return output.stdout.decode().split("\n")


class Output:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, name, queries):
        """Queries are (id, text, relevant pages)."""
        queries = list(queries)
        if not queries:
            return
        text.write_lines(self.folder / f"{name}.jsonl", ({"id": id, "text": query} for id, query, _ in queries))
        with open(self.folder / f"{name}.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{id}\t{page}\t1\n" for id, _, pages in queries for page in pages)
        print(f"{name}: {len(queries)}", file=sys.stderr)


def of_questions(pages, questions, relevant, output):
    bodies = [text.folded(page["title"] + "\n" + page["body"]) for page in pages]
    counts = {}

    def write(name, texts):
        output.write(name, (
            (question["id"], query, relevant[question["id"]]) for question, query in zip(questions, texts)))

    folded = [text.folded(question["text"]) for question in questions]
    write("keywords", (rarest(question, list(index_terms(question)), counts, bodies) for question in folded))
    if words.DICTIONARY.exists():
        cutter = words.Cutter()
        write("words", (rarest(question, cutter.words(question), counts, bodies) for question in folded))
    write("traditional", traditional(questions))
    write("reworded", (rewordings.reworded(question["text"], question["id"]) for question in questions))


def of_pages(pages, output, count):
    everything = []
    for kind, queries in literal.queries(pages, count):
        output.write(f"literal-{kind}", queries)
        everything += queries
    output.write("literal", everything)
    output.write("whole", literal.whole(everything, pages))
    latin = [page for page in pages if page.get("lang") == "en"]
    if len(latin) >= 100:
        for name, queries in english.queries(latin, 2 * count).items():
            output.write(name, queries)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--questions", type=Path, nargs=2, metavar=("QUESTIONS", "JUDGEMENTS"))
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--count", type=int, default=150, help="of every kind of literal text (default: %(default)s)")
    arguments = parser.parse_args()
    pages = text.read_lines(arguments.pages)
    output = Output(arguments.output)
    if arguments.questions:
        questions, judgements = arguments.questions
        of_questions(pages, text.read_lines(questions), text.read_judgements(judgements), output)
    of_pages(pages, output, arguments.count)


if __name__ == "__main__":
    main()
