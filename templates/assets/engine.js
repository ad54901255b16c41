// The door to the WebAssembly search engine, which is the code that also runs the command line.
//
//   const engine = await startEngine(bytes of engine.wasm);
//   const search = engine.openIndex(bytes of index.json, async (name) => bytes or null, async () => bytes of formulas.wasm);
//   const { results, correction, problems } = await search.query("Q-Sparse", { limit: 10 });
//   search.marks("a text")            // [[start, end], …]: where the query's words occur in it
//   await search.facets()             // { kind: [["question", 12], …], language, provenance, tag }
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

  /// Opens an index. `load` brings a file of the index by its name, as a Uint8Array, or null where it cannot.
  /// `loadFormulas` brings the module that reads formulas, for the first query that holds one.
  openIndex(manifest, load, loadFormulas) {
    const root = atob(JSON.parse(decoder.decode(manifest)).root);
    const bytes = Uint8Array.from(root, (letter) => letter.charCodeAt(0));
    const handle = this.lend(bytes, (pointer, size) => this.exports.quaestio_open(pointer, size));
    if (!handle) throw new TypeError("not a search index of this version");
    return new SearchIndex(this, handle, load, loadFormulas);
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
  constructor(engine, handle, load, loadFormulas) {
    Object.assign(this, { engine, handle, load, loadFormulas, generation: 0 });
  }

  /// Answers a query. Resolves to null when a later query has replaced it. `onResults` is called with the first
  /// results, whose order may still change. With `summaries` each result gets the beginning of its page.
  async query(text, { limit = 10, summaries = false, onResults } = {}) {
    const generation = ++this.generation;
    // More than the engine reads, so that a pasted book costs nothing.
    this.text = text.slice(0, 4096);
    if (/[$\\]|[\^_]\{/.test(this.text)) this.text += await this.formulaTerms(this.text);
    return this.run(generation, limit, summaries ? 1 : 0, onResults);
  }

  /// How the results of the last query, without a part of it, divide; null when a later query has replaced it.
  async facets(part = "") {
    const answer = await this.run(++this.generation, 0, 2, null, this.text.replace(part, ""));
    if (!answer) return null;
    const facets = { kind: [], language: [], provenance: [], tag: [] };
    for (const [key, ...value] of answer.facets) facets[key].push(value);
    for (const values of Object.values(facets)) values.sort((one, other) => other[1] - one[1]);
    return facets;
  }

  /// Where the words of the last query occur in a text.
  marks(text) {
    const { exports } = this.engine;
    const size = this.engine.lend(encoder.encode(text), (pointer, size) =>
      exports.quaestio_marks(this.handle, pointer, size)
    );
    const places = JSON.parse(this.output(size));
    return places.flatMap((start, place) => (place % 2 ? [] : [[start, places[place + 1]]]));
  }

  async run(generation, limit, options, onResults, text = this.text) {
    if (generation !== this.generation) return null;
    const { exports } = this.engine;
    this.engine.lend(encoder.encode(text), (pointer, size) =>
      exports.quaestio_begin(this.handle, pointer, size, limit, options)
    );
    for (;;) {
      const names = this.output(exports.quaestio_needs(this.handle));
      if (!names) return this.answer();
      if (onResults && exports.quaestio_ready(this.handle)) {
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
    const { exports } = this.engine;
    const answer = JSON.parse(this.output(exports.quaestio_answer(this.handle)));
    return { ...answer, problems: exports.quaestio_problems(this.handle) };
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
      return await this.load(name);
    } catch {
      return null;
    }
  }

  supply(name, content) {
    const { exports } = this.engine;
    this.engine.lend(encoder.encode(name), (namePointer, nameSize) => {
      if (!content) return exports.quaestio_supply(this.handle, namePointer, nameSize, 0, -1);
      return this.engine.lend(content, (pointer, size) =>
        exports.quaestio_supply(this.handle, namePointer, nameSize, pointer, size)
      );
    });
  }

  output(size) {
    return size ? this.engine.text(this.engine.exports.quaestio_output(this.handle), size) : "";
  }
}
