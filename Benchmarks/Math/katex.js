// Converts formulas with KaTeX: `node katex.js KATEX_JS < formulas.jsonl`, a JSON answer a line: MathML or null.
// With `--rounds N` it converts all of them N times and prints the CPU seconds of every round instead.
"use strict";

const [path, option, rounds] = process.argv.slice(2);
const katex = require(path);
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const formulas = lines.filter((line) => line).map((line) => JSON.parse(line));

function convert({ tex, display }) {
  return katex.renderToString(tex, { output: "mathml", throwOnError: true, displayMode: display, strict: "ignore" });
}

if (option === "--rounds") {
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.cpuUsage();
    for (const formula of formulas) convert(formula);
    const used = process.cpuUsage(start);
    console.log((used.user + used.system) / 1e6);
  }
} else {
  for (const formula of formulas) {
    let answer = null;
    try {
      answer = convert(formula);
    } catch (error) {
      if (!(error instanceof katex.ParseError)) throw error;
    }
    console.log(JSON.stringify(answer));
  }
}
