// The door to the WebAssembly search engine, which is the code that also runs the command line.
//
//   const engine = await startEngine(bytes of engine.wasm);
//   const search = engine.openIndex(root of index.json, async (name) => bytes or null, async () => bytes of formula.wasm,
//     async () => module inflate.js);
//   const { results, correction, problems } = await search.query("Q-Sparse", { limit: 10 });
//   search.marks("a text")            // [[start, end], …]: where the query's words occur in it
//   await search.facets()             // [["kind", "question", 12], …]
//   await search.facets(" kind:page") // as if the query were without this part
//
// A result is { url, title, score, date, kind, language, provenance, summary, tags }, all text plain, the URL relative
// to the site's root. Names may begin with "../": pages' Markdown, for quoted phrases.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/// Compiles and starts the engine, from its bytes: so it works on hosts that know no MIME type for WebAssembly.
export async function startEngine(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return new Engine(instance.exports);
}

class Engine {
  constructor(exports) {
    this.exports = exports;
  }

  /// Opens an index by its root, as `index.json` has it. `load` brings a file of the index by its name, as a Uint8Array,
  /// or null where it cannot. `loadFormulas` brings the module that reads formulas, for the first query that holds one,
  /// `loadInflate` the one that reads compressed files where the browser does not.
  openIndex(root, load, loadFormulas, loadInflate) {
    const bytes = Uint8Array.from(atob(root), (letter) => letter.charCodeAt(0));
    const handle = this.lend(bytes, this.exports.quaestio_open);
    if (!handle) throw new TypeError("no index of this version");
    return new SearchIndex(this, handle, { load, loadFormulas, loadInflate });
  }

  /// Copies bytes into the engine's memory for the time of one call.
  lend(bytes, call) {
    const pointer = this.exports.quaestio_alloc(bytes.length);
    if (!pointer) throw new RangeError("out of memory");
    try {
      new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
      return call(pointer, bytes.length);
    } finally {
      this.exports.quaestio_free(pointer);
    }
  }

  text(pointer, size) {
    return decoder.decode(new Uint8Array(this.exports.memory.buffer, pointer, size));
  }
}

class SearchIndex {
  constructor(engine, handle, loaders) {
    Object.assign(this, { engine, handle, generation: 0 }, loaders);
  }

  /// Answers a query. Resolves to null when a later query has replaced it. `onResults` is called with the first
  /// results, whose order may still change. With `summaries` each result gets the beginning of its page.
  async query(text, { limit = 10, summaries = false, onResults } = {}) {
    const generation = ++this.generation;
    // More than the engine reads, so that a pasted book costs nothing.
    text = text.slice(0, 4096);
    if (/[$\\]|[\^_]\{/.test(text)) text += await this.formulaTerms(text);
    if (generation === this.generation) Object.assign(this, { text, limit });
    return this.run(generation, limit, summaries ? 1 : 0, onResults, text);
  }

  /// How the results of the last query, without a part of it, divide: `[key, value, count]` of each value; null when a
  /// later query has replaced it.
  async facets(part = "") {
    const answer = await this.run(++this.generation, this.limit, 2, null, this.text.replace(part, ""));
    return answer && answer.facets;
  }

  /// Where the words of the last query occur in a text.
  marks(text) {
    const places = JSON.parse(this.output(this.tell("marks", text)));
    return places.flatMap((start, place) => (place % 2 ? [] : [[start, places[place + 1]]]));
  }

  async run(generation, limit, options, onResults, text) {
    if (generation !== this.generation) return null;
    this.tell("begin", text, limit, options);
    for (;;) {
      const names = this.output(this.call("needs"));
      if (!names) return this.answer();
      if (onResults && this.call("ready")) {
        onResults(this.answer());
        onResults = null;
      }
      const files = await Promise.all(names.split("\n").map(async (name) => [name, await this.bring(name)]));
      const isCurrent = generation === this.generation;
      for (const [name, content] of files) if (content || isCurrent) this.supply(name, content);
      if (!isCurrent) return null;
    }
  }

  answer() {
    return JSON.parse(this.output(this.call("answer")));
  }

  /// The terms of the formulas in a query, which follow it.
  async formulaTerms(text) {
    try {
      this.formulas = this.formulas || this.loadFormulas().then(startEngine);
      const reader = await this.formulas;
      return reader.lend(encoder.encode(text), (pointer, size) =>
        reader.lend(new Uint8Array(2048), (output, room) => {
          const used = reader.exports.formula_terms(pointer, size, output, room);
          return ` ${reader.text(output, used)}`;
        })
      );
    } catch {
      this.formulas = null;
      return "";
    }
  }

  async bring(name) {
    try {
      const file = await this.load(name);
      return file && file[0] === 0x78 && /qix$/.test(name) ? await this.inflate(file) : file;
    } catch {
      return null;
    }
  }

  /// The content of a compressed file; one that is none stays as it is, and the engine refuses it.
  async inflate(file) {
    try {
      if (globalThis.DecompressionStream) {
        const content = new Blob([file]).stream().pipeThrough(new DecompressionStream("deflate"));
        return new Uint8Array(await new Response(content).arrayBuffer());
      }
      return (await this.loadInflate()).inflate(file);
    } catch {
      return file;
    }
  }

  supply(name, content) {
    if (!content) return this.tell("supply", name, 0, -1);
    return this.engine.lend(content, (...file) => this.tell("supply", name, ...file));
  }

  /// Calls a function of the engine with the index.
  call(name, ...values) {
    return this.engine.exports[`quaestio_${name}`](this.handle, ...values);
  }

  /// Calls it with a text and more.
  tell(name, text, ...values) {
    return this.engine.lend(encoder.encode(text), (...place) => this.call(name, ...place, ...values));
  }

  output(size) {
    return size ? this.engine.text(this.call("output"), size) : "";
  }
}
