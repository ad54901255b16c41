"""The public conformance cases, which lie beside the repository."""
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "conformance"


def read_cases(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
