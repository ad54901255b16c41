"""The browser's engine gives what the native one gives, to the byte, for thousands of generated queries."""
import json
import os
import shutil
from pathlib import Path

import pytest

from server import serve

# `make test` has the tests in Swift write an index and native answers here.
FOLDER = os.environ.get("QUAESTIO_EQUALITY_FOLDER")

RUN = """
  async ({ engine, wasm, folder, lines }) => {
    const { startEngine } = await import(engine);
    const bytes = async (name) => {
      const response = await fetch(new URL(name, folder));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    };
    // As the page drives it, but for the text of the answers, which is compared as it is.
    const instance = await startEngine(await (await fetch(wasm)).arrayBuffer());
    const index = instance.openIndex(await bytes("index.json"), bytes);
    const text = (size) => index.output(size);
    const differences = [];
    for (const { query, limit, answer, text: shown, marks } of lines) {
      await index.query(query, { limit, summaries: true });
      const found = [text(instance.exports.quaestio_answer(index.handle)), JSON.stringify(index.marks(shown).flat())];
      if (found[0] !== answer || found[1] !== marks) differences.push([query, answer, found[0], marks, found[1]]);
    }
    return differences;
  }
"""


@pytest.mark.skipif(not FOLDER, reason="QUAESTIO_EQUALITY_FOLDER is not set: run `make test`")
def test_the_browser_answers_as_the_command_line(chromium, example, tmp_path):
    lines = [json.loads(line) for line in (Path(FOLDER) / "queries.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) >= 2000
    assets = shutil.copytree(example / "assets", tmp_path / "assets")
    shutil.copytree(FOLDER, tmp_path / "search")
    (tmp_path / "index.html").write_text("<!doctype html><title>Nothing</title>")
    with serve(tmp_path, "/") as host:
        page = chromium.new_page()
        page.goto(host)
        differences = []
        for start in range(0, len(lines), 500):
            differences += page.evaluate(RUN, {
                "engine": f"{host}assets/{next(assets.glob('engine.*.js')).name}",
                "wasm": f"{host}assets/{next(assets.glob('engine.*.wasm')).name}",
                "folder": f"{host}search/", "lines": lines[start:start + 500],
            })
        page.close()
    assert differences == []
