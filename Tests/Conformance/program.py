"""The program under test."""
import json
import os
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def program():
    """$QUAESTIO, else the newest that was built."""
    if "QUAESTIO" in os.environ:
        return Path(os.environ["QUAESTIO"]).resolve()
    built = [path for path in ROOT.glob(".build/*/quaestio") if path.is_file()]
    assert built, "There is no quaestio to test: run `swift build`, or set QUAESTIO."
    return max(built, key=lambda path: path.stat().st_mtime)


def convert(cases, *options):
    """What `quaestio markdown --jsonl` answers to the Markdown of every case, in their order."""
    lines = "".join(
        json.dumps({"id": number, "markdown": case["markdown"]}) + "\n" for number, case in enumerate(cases)
    )
    command = [program(), "markdown", "--jsonl", *options]
    result = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == list(range(len(cases)))
    return answers
