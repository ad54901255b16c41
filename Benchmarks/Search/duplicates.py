#!/usr/bin/env python3
"""Writes pages of which some ask the same, one JSON object a line, to measure how well duplicates are found.

    Benchmarks/Search/duplicates.py > duplicates.jsonl

`duplicates.txt` holds questions in our own words: topics (`===`), their questions (`==`), and the wordings of each (`#`
a title, then the answer; `=` for an answer that repeats the one before). Two wordings of one question are duplicates;
two questions of one topic are not, however alike. From the first wording of each question variants are made by rule:
other punctuation, full-width forms, other case, Traditional script (Debian's opencc), the answer's sentences in
another order, the answer shortened and added to, the answer under another title; and pages that are no duplicates:
reading notes that quote the whole answer among others.

Each page says its `topic`, its `question`, its `variant`, and its `part`: a third of the topics, chosen by a hash of
their names, is `heldout`, looked at last; the others are `tuning`.
"""
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
ASCII_MARKS = str.maketrans({"。": ".", "，": ",", "？": "?", "：": ":", "；": ";", "（": "(", "）": ")", "、": ","})


def read(path):
    """The wordings of the file: topic, question, title, answer."""
    topic = question = title = None
    previous, body = "", []

    def finish():
        nonlocal previous
        text = "\n".join(body).strip()
        previous = previous if text == "=" else text
        return {"topic": topic, "question": question, "title": title, "body": previous}

    for line in path.read_text(encoding="utf-8").splitlines() + ["=== "]:
        mark, _, rest = line.partition(" ")
        if mark not in ("===", "==", "#"):
            body.append(line)
            continue
        if title:
            yield finish()
        title, body = None, []
        if mark == "===":
            topic = rest
        elif mark == "==":
            question = rest
        else:
            title = rest


def is_chinese(text):
    return re.search("[一-鿿]", text) is not None


def sentences(text):
    return [part for part in re.split(r"(?<=[。；])|(?<=[.?;])\s+", text) if part.strip()]


def joined(parts, chinese):
    return ("" if chinese else " ").join(part.strip() for part in parts)


def punctuation(text, chinese):
    if chinese:
        return re.sub(r"\.(?=.)", ". ", text.translate(ASCII_MARKS))
    return text.replace(",", " –").replace(".", " .").replace("?", "")


def title_of(quoting, number):
    """A title from the beginnings of two sentences."""
    first, second = quoting[number % len(quoting)], quoting[(number + 3) % len(quoting)]
    return first[:14].strip() + "… " + second[:14].strip() + "…"


def traditional(texts):
    lines = "\n".join(texts)
    output = subprocess.run(["opencc", "-c", "s2t"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return output.stdout.decode().split("\n")


def variants(page, others):
    """The pages made from one, each with the name of its rule."""
    title, body = page["title"], page["body"]
    chinese = is_chinese(title)
    parts = sentences(body)
    yield "punctuation", punctuation(title, chinese), punctuation(body, chinese)
    yield "width", title.translate(WIDE), body.translate(WIDE)
    if chinese:
        yield "script", *traditional([title, body])
    else:
        yield "case", title.upper(), body
        yield "case", title.title(), body.lower()
    yield "order", title, joined(parts[1:] + parts[:1], chinese)
    note = "以上内容整理自课堂笔记。" if chinese else "This was put together from course notes."
    yield "edited", title.rstrip("？?"), joined(parts[:-1] + [note] if len(parts) > 2 else parts + [note], chinese)
    quoting = [sentence for other in others for sentence in sentences(other)]
    yield "quoted", ("读书笔记：" if chinese else "Reading notes: ") + title_of(quoting, len(body)), joined(
        quoting[: len(quoting) // 2] + [body] + quoting[len(quoting) // 2 :], chinese)


def main():
    wordings = list(read(Path(__file__).with_name("duplicates.txt")))
    seen, pages = set(), []
    for place, page in enumerate(wordings):
        chinese = is_chinese(page["title"])
        key = (page["topic"], page["question"])
        pages.append({**page, "variant": "reworded" if key in seen else "original"})
        if key in seen:
            continue
        seen.add(key)
        # The answers of other topics, to be quoted beside this one.
        foreign = [
            other["body"] for other in wordings[place:] + wordings[:place]
            if other["topic"] != page["topic"] and is_chinese(other["title"]) == chinese
        ]
        start = 6 * len(seen) % len(foreign)
        for variant, title, body in variants(page, (foreign[start:] + foreign[:start])[:3]):
            pages.append({**page, "variant": variant, "title": title, "body": body})
    for number, page in enumerate(pages):
        digest = hashlib.sha256(page["topic"].encode()).digest()
        page["part"] = "heldout" if digest[0] % 3 == 0 else "tuning"
        page["id"] = f"d{number:04}"
        page["lang"] = "zh-Hans" if is_chinese(page["title"]) else "en"
        json.dump(page, sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()
