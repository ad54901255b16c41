"""English queries for known pages: a few of a page's telling words, also with a slip of the pen or in another form."""
import math
import random
import re
import string
from collections import Counter, defaultdict

import text

WORD = re.compile(r"(?<![\w'.-])[a-z]{4,16}(?![\w'-])")
# A page's words from which a query takes its own: those of highest tf · idf.
TELLING = 8
# Words that more pages hold together say too little.
MOST_PAGES = 10
# Letters of a word that stands alone with its slip.
LEAST_LETTERS = 6
ENDINGS = ["", "s", "es", "ed", "ing", "d", "er", "ers"]


def edited(word, chance):
    """The word with one letter left out, added, replaced, or exchanged with the next."""
    while True:
        place = chance.randrange(len(word))
        letter = chance.choice(string.ascii_lowercase)
        kind = chance.choice(["omission", "insertion", "substitution", "transposition"])
        if kind == "omission":
            output = word[:place] + word[place + 1 :]
        elif kind == "insertion":
            output = word[:place] + letter + word[place:]
        elif kind == "substitution":
            output = word[:place] + letter + word[place + 1 :]
        else:
            output = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
        if output != word:
            return output


def forms(word, vocabulary):
    """Other forms of the word that some page holds, by its ending."""
    stems = {word} | {word[: -len(ending)] for ending in ENDINGS if ending and word.endswith(ending)}
    stems = {stem for stem in stems if len(stem) >= 4}
    return sorted({stem + ending for stem in stems for ending in ENDINGS} & vocabulary - {word})


def queries(pages, count):
    """The sets by name: queries are (id, text, pages)."""
    words = [Counter(WORD.findall(text.folded(page["title"] + "\n" + page["body"]))) for page in pages]
    holders = defaultdict(set)
    for place, own in enumerate(words):
        for word in own:
            holders[word].add(place)
    vocabulary = set(holders)
    titles = defaultdict(list)
    for page in pages:
        titles[text.folded(page["title"])].append(page["id"])

    sets = {name: [] for name in ["known", "typos", "slips", "inflected", "titles"]}
    order = list(range(len(pages)))
    random.Random("english pages").shuffle(order)
    for place in order:
        page = pages[place]
        chance = random.Random(f"english {page['id']}")
        telling = sorted(
            words[place], key=lambda word: (-words[place][word] * math.log(len(pages) / len(holders[word])), word))
        telling = telling[:TELLING]
        if len(telling) < TELLING:
            continue
        chosen = chance.sample(telling, chance.choice([2, 3]))
        holding = set.intersection(*(holders[word] for word in chosen))
        if len(holding) > MOST_PAGES:
            continue
        relevant = [pages[other]["id"] for other in sorted(holding)]
        add(sets["known"], page, " ".join(chosen), relevant)
        victim = chance.randrange(len(chosen))
        slip = [edited(word, chance) if at == victim else word for at, word in enumerate(chosen)]
        add(sets["typos"], page, " ".join(slip), relevant)
        rare = [word for word in telling if len(word) >= LEAST_LETTERS and len(holders[word]) <= MOST_PAGES]
        if rare:
            word = chance.choice(rare)
            holding = sorted(holders[word])
            add(sets["slips"], page, edited(word, chance), [pages[other]["id"] for other in holding])
        others = [(at, form) for at, word in enumerate(chosen) for form in forms(word, vocabulary)]
        if others:
            at, form = chance.choice(others)
            add(sets["inflected"], page, " ".join(chosen[:at] + [form] + chosen[at + 1 :]), relevant)
        add(sets["titles"], page, f"What is {page['title']}?", titles[text.folded(page["title"])])
        if all(len(own) >= count for own in sets.values()):
            break
    return {name: own[:count] for name, own in sets.items()}


def add(queries, page, query, relevant):
    queries.append((page["id"], query, relevant))
