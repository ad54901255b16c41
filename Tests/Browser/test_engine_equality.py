"""The WebAssembly engine gives what the native one gives, to the byte, for thousands of generated queries."""
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from server import serve

# `make test` has the tests in Swift write an index and native answers here.
FOLDER = os.environ.get("QUAESTIO_EQUALITY_FOLDER")
pytestmark = pytest.mark.skipif(not FOLDER, reason="QUAESTIO_EQUALITY_FOLDER is not set: run `make test`")

IN_BROWSER = """
  async ({ host, engine, wasm }) => {
    const { startEngine } = await import(host + engine);
    const { compare } = await import(`${host}engine_equality.js`);
    const load = async (name) => {
      const response = await fetch(new URL(name, `${host}search/`));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    };
    return compare(await startEngine(await load(`../${wasm}`)), load);
  }
"""

IN_NODE = """
  import { readFile } from "node:fs/promises";
  import { compare } from "./engine_equality.js";
  const [engine, wasm] = process.argv.slice(1);
  const { startEngine } = await import(`./${engine}`);
  const load = (name) => readFile(`search/${name}`).then((bytes) => new Uint8Array(bytes), () => null);
  console.log(JSON.stringify(await compare(await startEngine(await load(`../${wasm}`)), load)));
"""


@pytest.fixture(scope="module")
def folder(example, tmp_path_factory):
    """The engine as it is published, the index and the native answers."""
    folder = tmp_path_factory.mktemp("equality")
    shutil.copytree(example / "assets", folder / "assets")
    shutil.copytree(FOLDER, folder / "search")
    shutil.copy(Path(__file__).with_name("engine_equality.js"), folder)
    (folder / "index.html").write_text("<!doctype html><title>Nothing</title>")
    # Without this, node takes a .js file for no module.
    (folder / "package.json").write_text('{"type": "module"}')
    return folder


@pytest.fixture(scope="module")
def engine(folder):
    """The engine's module and its WebAssembly, relative to the folder."""
    return [next(folder.glob(f"assets/engine.*.{kind}")).relative_to(folder).as_posix() for kind in ("js", "wasm")]


def check(outcome):
    assert outcome["asked"] >= 2000
    assert outcome["differences"] == []


def test_chromium_answers_as_the_command_line(chromium, folder, engine):
    with serve(folder, "/") as host:
        page = chromium.new_page()
        page.goto(host)
        outcome = page.evaluate(IN_BROWSER, {"host": host, "engine": engine[0], "wasm": engine[1]})
        page.close()
    check(outcome)


def test_node_answers_as_the_command_line(folder, engine):
    node = os.environ.get("NODE") or shutil.which("node")
    if not node:
        pytest.exit("There is no node in PATH: run `scripts/install-dependencies test`.", returncode=2)
    command = [node, "--input-type=module", "--eval", IN_NODE, *engine]
    process = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert process.returncode == 0, process.stderr
    check(json.loads(process.stdout))
