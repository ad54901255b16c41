"""What the scripts of this folder know about text: folding, words, Han characters."""
import json
import re
import unicodedata

HAN = "㐀-䶿一-鿿𠀀-𱍏"
# Ends of runs: anything that is neither a letter nor a digit.
WORD = re.compile(rf"[^\W_{HAN}]+")
HAN_RUN = re.compile(f"[{HAN}]+")
TOKEN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")


def folded(text):
    """The text as a search of the page for a string sees it: compatibility forms and case do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def pairs(run):
    """The overlapping pairs of a run of Han characters, a lone character by itself, with their places."""
    if len(run) == 1:
        return [(0, run)]
    return [(place, run[place : place + 2]) for place in range(len(run) - 1)]


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_lines(path, records):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read_judgements(path):
    """The relevant pages of each query."""
    relevant = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            query, page, *grade = line.rstrip("\n").split("\t")
            if grade != ["0"]:
                relevant.setdefault(query, []).append(page)
    return relevant
