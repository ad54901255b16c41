"""Texts that a search for a string finds in 1 to 5 pages, and where they stand as whole words."""
import random
import re
from bisect import bisect_right
from collections import defaultdict

import text

MOST_PAGES = 5
# What is tried of every kind, at most, before the texts are counted.
MOST_CANDIDATES = 6000
ALNUM = "A-Za-z0-9Α-ω"
KINDS = {
    # Identifiers: letters with a connector, or letters and digits mixed.
    "names": re.compile(
        rf"(?<![{ALNUM}])(?=[A-Za-z0-9_.-]*[A-Za-z])"
        rf"(?:[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+|[A-Za-z]+[0-9]+)(?![{ALNUM}])"),
    "words": re.compile(rf"(?<![{ALNUM}_.'-])[A-Za-z]{{4,20}}(?![{ALNUM}_'-])"),
    "numbers": re.compile(rf"(?<![{ALNUM}.,-])[0-9]+(?:[.,][0-9]+)*(?![{ALNUM}])"),
    "han": re.compile(f"(?<![{text.HAN}])[{text.HAN}]{{2,5}}(?![{text.HAN}])"),
    # Letters or digits joined by an operator, to the next space or other script.
    "formulas": re.compile(
        r"(?<![A-Za-z0-9\\])[A-Za-z0-9\\][A-Za-z0-9\\_{}()|]*(?:[=^+*/<>][A-Za-z0-9\\_{}()|,.]*[A-Za-z0-9}])+"),
}


def queries(pages, count):
    """For each kind its queries: (id, text, the pages that hold it)."""
    texts = [text.folded(page["title"] + "\n" + page["body"]) for page in pages]
    joined, starts = "\x00".join(texts), []
    position = 0
    for body in texts:
        starts.append(position)
        position += len(body) + 1
    for kind, pattern in KINDS.items():
        candidates = defaultdict(int)
        for page in pages:
            for found in set(pattern.findall(page["title"] + "\n" + page["body"])):
                if 2 <= len(found) <= 40:
                    candidates[found] += 1
        rare = sorted(found for found, holders in candidates.items() if holders <= MOST_PAGES)
        chance = random.Random(f"literal {kind}")
        chance.shuffle(rare)
        chosen = []
        for candidate in rare[:MOST_CANDIDATES]:
            holders = holding(text.folded(candidate), joined, starts)
            if 1 <= len(holders) <= MOST_PAGES:
                chosen.append((f"{kind}-{len(chosen):03}", candidate, [pages[place]["id"] for place in holders]))
            if len(chosen) == count:
                break
        yield kind, chosen


def whole(queries, pages):
    """The same queries with the pages in which the text is no part of a longer word or number."""
    texts = {page["id"]: text.folded(page["title"] + "\n" + page["body"]) for page in pages}
    for id, query, holders in queries:
        pattern = re.compile(rf"(?<![{ALNUM}])(?<![0-9][.,]){re.escape(text.folded(query))}(?![{ALNUM}]|[.,][0-9])")
        own = [page for page in holders if text.HAN_RUN.search(query) or pattern.search(texts[page])]
        if own:
            yield id, query, own


def holding(needle, joined, starts):
    """The places of the pages that hold the text; one more than `MOST_PAGES` where there are more."""
    holders, position = [], joined.find(needle)
    while position >= 0 and len(holders) <= MOST_PAGES:
        page = bisect_right(starts, position) - 1
        holders.append(page)
        if page + 1 == len(starts):
            break
        position = joined.find(needle, starts[page + 1])
    return holders
