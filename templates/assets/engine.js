// The door to the WebAssembly search engine, which is the code that also runs the command line.
//
//   const engine = await loadEngine(wasmURL);
//   const search = engine.openIndex(manifestBytes, async (name) => bytes or null);
//   const { results, problems } = await search.query("Q-Sparse", { limit: 10 });
//
// A result is { url, title, score, date, kind, language, summary, tags }, all text plain, the URL relative to the
// site's root; `problems` counts the files the query had to do without.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/// Compiles and starts the engine; rejects when it cannot be loaded. Works on hosts that know no MIME type for
/// WebAssembly.
export async function loadEngine(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return startEngine(await response.arrayBuffer());
}

/// Starts the engine from its bytes.
export async function startEngine(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return new Engine(instance.exports);
}

class Engine {
  constructor(exports) {
    this.exports = exports;
  }

  /// Opens an index. `load` brings a file of the index by its name, as a Uint8Array, or null where it cannot.
  openIndex(manifest, load) {
    const handle = this.lend(manifest, (pointer, size) => this.exports.quaestio_open(pointer, size));
    if (!handle) throw new TypeError("not a search index of this version");
    return new SearchIndex(this, handle, load);
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
  constructor(engine, handle, load) {
    this.engine = engine;
    this.handle = handle;
    this.load = load;
    this.generation = 0;
  }

  /// Answers a query. Resolves to null when a later query has replaced it. `onResults` is called with the first
  /// results, whose order may still change and whose summaries are to come.
  async query(text, { limit = 10, onResults } = {}) {
    const { exports } = this.engine;
    const generation = ++this.generation;
    // More than the engine reads, so that a pasted book costs nothing.
    const bytes = encoder.encode(text.slice(0, 4096));
    this.engine.lend(bytes, (pointer, size) => exports.quaestio_begin(this.handle, pointer, size, limit));
    for (;;) {
      const names = this.output(exports.quaestio_needs(this.handle));
      if (!names) break;
      if (onResults && exports.quaestio_ready(this.handle)) {
        onResults(this.answer());
        onResults = null;
      }
      const files = await Promise.all(names.split("\n").map(async (name) => [name, await this.bring(name)]));
      for (const [name, content] of files) this.supply(name, content);
      if (generation !== this.generation) return null;
    }
    return this.answer();
  }

  answer() {
    const { exports } = this.engine;
    const results = JSON.parse(this.output(exports.quaestio_results(this.handle)));
    return { results, problems: exports.quaestio_problems(this.handle) };
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
