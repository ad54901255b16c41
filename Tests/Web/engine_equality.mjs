// Holds the browser's engine against the native one: every query must give the same results, to the byte.
//
//   node engine_equality.mjs INDEX QUERIES [ENGINE_JS ENGINE_WASM]
//
// INDEX is a published folder `search/`; QUERIES has one JSON object a line, { "query", "limit", "results" } with
// the native results. Engine and WebAssembly default to those that index.json names.

import { readFile } from "node:fs/promises";
import path from "node:path";

const [index, queries, enginePath, wasmPath] = process.argv.slice(2);
if (!queries) {
  console.error("usage: node engine_equality.mjs INDEX QUERIES [ENGINE_JS ENGINE_WASM]");
  process.exit(2);
}

const manifest = await readFile(path.join(index, "index.json"));
const { engine, wasm } = JSON.parse(manifest);
const source = await readFile(enginePath ?? path.join(index, engine));
const { startEngine } = await import(`data:text/javascript;base64,${source.toString("base64")}`);
const instance = await startEngine(await readFile(wasmPath ?? path.join(index, wasm)));
const search = instance.openIndex(manifest, (name) => readFile(path.join(index, name)));

let count = 0;
let differences = 0;
for (const line of (await readFile(queries, "utf8")).split("\n")) {
  if (!line) continue;
  const { query, limit, results: expected } = JSON.parse(line);
  const { results, problems } = await search.query(query, { limit });
  // The native list may show fewer properties of a result than the engine hands over.
  const shown = results.map((result, place) =>
    Object.fromEntries(Object.keys(expected[place] ?? result).map((key) => [key, result[key]]))
  );
  count += 1;
  if (problems === 0 && JSON.stringify(shown) === JSON.stringify(expected)) continue;
  differences += 1;
  if (differences > 5) continue;
  console.error(`differs: ${JSON.stringify(query)}\n  native ${JSON.stringify(expected)}\n  wasm   ${JSON.stringify(shown)}`);
}
if (count === 0) {
  console.error("no queries");
  process.exit(2);
}
console.log(`${count} queries, ${differences} differences`);
process.exit(differences === 0 ? 0 : 1);
