// Asks a Pagefind index queries through its own script and tells which files it loaded.
//
//   node pagefind.mjs FOLDER LANGUAGE VISIT < queries.jsonl
//
// FOLDER is the bundle. Every query of standard input begins a visit of VISIT queries, as in `SearchBenchmark wire`,
// and so is the output, with the paths found. Files are read from the disk where a browser would fetch them.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, language, visit] = process.argv.slice(2);
const shown = 5;
const depth = 10;

let loaded = new Set();
globalThis.fetch = async (url) => {
  const name = String(url).replace(/^\/pagefind\//, "").replace(/\?.*$/, "");
  loaded.add(name);
  return new Response(readFileSync(join(folder, name)));
};

// The script cuts queries by the page's language.
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };

// The script is a module, but its name does not say so.
const place = mkdtempSync(join(tmpdir(), "pagefind-"));
const script = join(place, "pagefind.mjs");
copyFileSync(join(folder, "pagefind.js"), script);
const pagefind = await import(pathToFileURL(script));
rmSync(place, { recursive: true });

const queries = readFileSync(0, "utf8").trim().split("\n").map((line) => JSON.parse(line));
for (let start = 0; start < queries.length; start++) {
  await pagefind.destroy();
  await pagefind.options({ basePath: "/pagefind/", baseUrl: "/" });
  await pagefind.init();
  const known = new Set();
  for (let turn = 0; turn < Math.min(Number(visit), queries.length); turn++) {
    const { id, text } = queries[(start + turn) % queries.length];
    const found = (await pagefind.search(text)).results;
    const urls = [];
    for (const result of found.slice(0, shown)) urls.push((await result.data()).url);
    // Only what is shown is loaded by a reader; the rest is for judging the ranking.
    const first = [...loaded].filter((name) => !known.has(name));
    first.forEach((name) => known.add(name));
    for (const result of turn ? [] : found.slice(shown, depth)) urls.push((await result.data()).url);
    loaded = new Set(known);
    console.log(JSON.stringify({ query: id, turn, rounds: 0, first, rest: [], urls }));
  }
  loaded = new Set();
}
process.exit(0);
