// Asks the WebAssembly engine what the native one was asked, in a browser or in node.

/// Compares answers and marks, text for text. `load` brings a file of the folder with the index and the native answers
/// by its name, as a Uint8Array, or null. Gives the number of queries, and those whose answers differ.
export async function compare(engine, load) {
  const lines = new TextDecoder().decode(await load("queries.jsonl")).trim().split("\n");
  const { root } = JSON.parse(new TextDecoder().decode(await load("index.json")));
  const index = engine.openIndex(root, load);
  const differences = [];
  for (const line of lines) {
    const { query, limit, answer, text, marks } = JSON.parse(line);
    // As the page drives it, but for the text of the answer, which is compared as it is.
    await index.query(query, { limit, summaries: true });
    const found = index.output(engine.exports.quaestio_answer(index.handle));
    const foundMarks = JSON.stringify(index.marks(text).flat());
    if (found !== answer || foundMarks !== marks) differences.push([query, answer, found, marks, foundMarks]);
  }
  return { asked: lines.length, differences };
}
