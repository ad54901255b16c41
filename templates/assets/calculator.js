// The calculator: on its own page, and as small ones in texts. It computes nothing. What the reader does becomes a query
// as in the page's address; the engine, which also runs the command line, answers with what all fields and places show.
// Without scripts the page shows the same for one example.

// Long texts are measured by this same script in a worker, where there is no page.
const isPage = "document" in self;
const script = isPage && document.querySelector("script[data-words]");
const spaces = { math: "http://www.w3.org/1998/Math/MathML", svg: "http://www.w3.org/2000/svg" };
const html = "http://www.w3.org/1999/xhtml";
const units = { 2: "bits", e: "nats", 10: "hartleys" };
const numbers = ["ppl", ...Object.values(units), "entropy"];
const ratios = ["tokens_per_word", "characters_per_token", "bytes_per_character"];
const encoder = new TextEncoder();
const decoder = new TextDecoder();
let engine;
let worker;

/// The WebAssembly engine; rejects when it cannot be loaded. Works on hosts that know no MIME type for WebAssembly.
export function loadEngine() {
  engine = engine || startEngine(place());
  engine.catch(() => (engine = null));
  return engine;
}

/// Where the engine is, and the words and the language it answers in.
function place() {
  const url = new URL(script.dataset.engine, document.baseURI).href;
  return { url, words: script.dataset.words, language: document.documentElement.lang };
}

async function startEngine({ url, words, language }) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status}`);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {});
  return new Engine(instance.exports, words, language);
}

/// Measures pasted texts: long ones in a worker, so that the page does not stand still meanwhile.
async function measure(texts) {
  const isLong = texts[1].length + texts[2].length > 20000;
  return (isLong && (await measureApart(texts))) || (await loadEngine()).measure(...texts);
}

/// As `measure`, in a worker; null where there is none: in browsers that know no modules there, on pages from a file. What
/// was asked before is given up, and never answered.
function measureApart(texts) {
  if (worker) worker.terminate();
  return new Promise((resolve) => {
    try {
      worker = new Worker(import.meta.url, { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => resolve(null);
      worker.postMessage({ place: place(), texts });
    } catch {
      resolve(null);
    }
  });
}

if (!isPage) {
  self.onmessage = ({ data }) =>
    startEngine(data.place)
      .then((engine) => engine.measure(...data.texts))
      .catch(() => null)
      .then((answer) => postMessage(answer));
}

export class Engine {
  constructor(exports, words, language) {
    this.exports = exports;
    this.preset = /^zh/i.test(language) ? 1 : 0;
    this.handle = this.lend(words, (pointer, size) => exports.quaestio_open(pointer, size));
  }

  /// Everything a calculator shows for a query such as `ppl=31.1&base=2`.
  calculate(query) {
    return this.answer(
      this.lend(query, (pointer, size) => this.exports.quaestio_calculate(this.handle, pointer, size, this.preset))
    );
  }

  /// What pasted numbers come to; `options` are a query such as `kind=pq&base=2`.
  measure(options, first, second) {
    const texts = [options, first, second].map((text) => encoder.encode(text));
    const sizes = texts.map((text) => text.length);
    const pointer = this.exports.quaestio_alloc(sizes[0] + sizes[1] + sizes[2]);
    if (!pointer) throw new RangeError("out of memory");
    try {
      let place = pointer;
      for (const text of texts) {
        new Uint8Array(this.exports.memory.buffer, place, text.length).set(text);
        place += text.length;
      }
      return this.answer(this.exports.quaestio_measure(this.handle, pointer, ...sizes));
    } finally {
      this.exports.quaestio_free(pointer);
    }
  }

  answer(size) {
    const pointer = this.exports.quaestio_output(this.handle);
    return JSON.parse(decoder.decode(new Uint8Array(this.exports.memory.buffer, pointer, size)));
  }

  /// Copies a text into the engine's memory for the time of one call.
  lend(text, call) {
    const bytes = encoder.encode(text);
    const pointer = this.exports.quaestio_alloc(bytes.length);
    if (!pointer) throw new RangeError("out of memory");
    try {
      new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
      return call(pointer, bytes.length);
    } finally {
      this.exports.quaestio_free(pointer);
    }
  }
}

/// A node of the engine's answer, text or ["name", {attributes}, node, …], as a node of the page.
function build(node, space) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const own = spaces[name] || space;
  const element = document.createElementNS(own, name);
  for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
  for (const child of children) element.append(build(child, own));
  return element;
}

export function fill(target, nodes) {
  const fragment = document.createDocumentFragment();
  for (const node of nodes) fragment.append(build(node, html));
  while (target.firstChild) target.firstChild.remove();
  target.append(fragment);
}

async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  if (!isDone) throw new Error("copy");
}

class QuaestioCalculator extends (self.HTMLElement || Object) {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form || this.query) return;
    this.query = new URLSearchParams(this.dataset.query);
    for (const type of ["input", "change", "compositionend", "submit", "click"]) this.form.addEventListener(type, this);
    if ("address" in this.dataset && location.search) {
      const example = this.query.get("ppl");
      // A plus before a digit is a sign that somebody wrote. What the address does not give is the example's.
      this.query = new URLSearchParams(location.search.replace(/\+(?=[\d.])/g, "%2B").replace("perplexity=", "ppl="));
      if (!numbers.some((name) => this.query.has(name))) this.query.set("ppl", example);
      this.update(null);
    } else this.form.addEventListener("focusin", () => loadEngine().catch(() => {}), { once: true });
  }

  handleEvent(event) {
    const { target, type } = event;
    if (type === "submit") return event.preventDefault();
    if (type === "click") return this.press(target);
    if (event.isComposing || !target.name) return;
    if ("apart" in target.dataset) return this.measureSoon(target);
    const isText = target.type === "text";
    // Radio buttons say "input" and "change"; text fields need no "change".
    if (isText ? type === "change" : type !== "change") return;
    this.note(target);
    // The unit of results is that of the formulas.
    if (target.name === "base" && this.form.elements.first && this.form.elements.first.value) this.measure();
    this.update(isText ? target : null);
  }

  /// Takes what was entered into the query.
  note(input) {
    const { name, value } = input;
    const { quantity, of, ratio } = input.dataset;
    if (quantity) {
      for (const key of [...numbers, "of"]) this.query.delete(key);
      this.query.set(quantity, value);
      if (of && of !== "token") this.query.set("of", of);
    } else if (ratio !== undefined || name === "text") {
      // Ratios of the reader's own stay as they are shown, unless the usual ones are asked for.
      for (const key of ratios) {
        if (name === "text" || !this.form.elements[key]) this.query.delete(key);
        else this.query.set(key, this.form.elements[key].value);
      }
      this.query.delete("per");
      this.query.delete("ratio");
      if (name === "text") this.query.set(name, value);
    } else {
      // A number that was given in the unit of the base before stays in it.
      const entropy = this.query.get("entropy");
      if (name === "base" && entropy !== null) {
        this.query.delete("entropy");
        this.query.set(units[this.query.get("base") || 2], entropy);
      }
      this.query.set(name, value);
    }
    if (this.form.elements.base && name !== "base") this.query.set("base", this.base());
    // What was given stands first in an address.
    const first = [...numbers, "of", "base"].filter((key) => this.query.has(key));
    const rest = [...this.query.keys()].filter((key) => !first.includes(key));
    this.query = new URLSearchParams([...first, ...rest].map((key) => [key, this.query.get(key)]));
  }

  base() {
    const checked = this.form.querySelector("[name=base]:checked");
    return checked ? checked.value : this.query.get("base") || "2";
  }

  /// Shows what follows from the query; the field that is being edited keeps what its reader typed.
  async update(edited) {
    const turn = (this.turn = (this.turn || 0) + 1);
    let answer;
    try {
      answer = (await loadEngine()).calculate(this.query.toString());
    } catch {
      this.say(this.dataset.error);
      return;
    }
    // Of several that waited for the engine the last counts.
    if (turn === this.turn) this.show(answer, edited);
  }

  show(answer, edited) {
    this.answer = answer;
    const { fields, faults, slots } = answer;
    const given = this.given();
    for (const input of this.form.querySelectorAll("input:not([type=radio])")) {
      const isFaulty = input.dataset.quantity ? input === (edited || given) && numbers.some((key) => key in faults) : input.name in faults;
      if (isFaulty) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      if (input === edited) continue;
      const typed = input === given ? this.query.get(input.dataset.quantity) : this.query.get(input.name);
      input.value = isFaulty && typed ? typed : fields[input.name] || "";
    }
    for (const radio of this.form.querySelectorAll("[type=radio]:not([data-apart])")) {
      radio.checked = radio.value === answer.choices[radio.name];
    }
    for (const place of this.form.querySelectorAll("[data-fault]")) {
      const name = place.dataset.fault.split(" ").find((key) => key in faults);
      place.textContent = name ? faults[name] : "";
    }
    for (const place of this.querySelectorAll("[data-slot]")) {
      const nodes = slots[place.dataset.slot];
      if (!nodes) continue;
      // Where nothing can be shown the place stays as large as it was.
      const isEmpty = !String(nodes);
      place.style.visibility = isEmpty ? "hidden" : "";
      if (!isEmpty) fill(place, nodes);
    }
    if ("address" in this.dataset && edited !== undefined) this.writeAddress();
    const link = this.querySelector("a[data-open]");
    if (link) link.search = this.query.toString();
  }

  /// The field that holds what the query gives.
  given() {
    const of = this.query.get("of");
    const key = numbers.find((name) => this.query.has(name));
    return [...this.form.querySelectorAll("[data-quantity]")].find(
      (input) => input.dataset.quantity === key && (input.dataset.of || "token") === (of || "token")
    );
  }

  /// Makes the address one to send to somebody: it holds what was entered.
  writeAddress() {
    try {
      history.replaceState(history.state, "", `?${this.query}${location.hash}`);
    } catch {
      // Pages opened from a file may not change their address.
    }
  }

  press(button) {
    const { copy, show, normalize } = button.dataset || {};
    if (copy) this.copy(button, copy);
    if (show) {
      const field = this.form.elements[button.dataset.field];
      field.focus();
      field.setSelectionRange(...show.split(","));
    }
    if (normalize !== undefined) {
      this.normalizes = true;
      this.measure();
      this.form.elements.first.focus();
    }
  }

  async copy(button, kind) {
    let said = button.dataset.done;
    try {
      if (!this.answer) this.answer = (await loadEngine()).calculate(this.query.toString());
      const link = new URL(`?${this.query}`, location.href);
      await copy(kind === "tex" ? this.answer.tex : link.href);
    } catch {
      said = button.dataset.failed;
    }
    this.form.querySelector("[data-said]").textContent = said;
    button.focus();
  }

  // The second panel

  /// Measures when the reader pauses; at once where little is to be read.
  measureSoon(target) {
    if (target.type === "radio" || this.form.elements.first.value === "") this.normalizes = false;
    const size = this.form.elements.first.value.length + this.form.elements.second.value.length;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.measure(), size > 20000 ? 400 : 0);
  }

  async measure() {
    const { elements } = this.form;
    const kind = this.form.querySelector("[name=kind]:checked").value;
    for (const part of this.form.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(kind);
    const examples = elements.first.dataset.examples.split("|");
    elements.first.placeholder = examples[["p", "pq", "logs"].indexOf(kind)];
    const logs = this.form.querySelector("[name=logs]:checked").value;
    const options = `kind=${kind}&base=${this.base()}&logs=${logs}&normalize=${this.normalizes ? 1 : 0}`;
    // More than the engine reads says enough: it is too much.
    const texts = [elements.first.value, kind === "pq" ? elements.second.value : ""].map((text) => text.slice(0, 4194305));
    const turn = (this.measureTurn = (this.measureTurn || 0) + 1);
    let answer;
    try {
      answer = await measure([options, ...texts]);
    } catch {
      this.say(this.dataset.error);
      return;
    }
    if (turn !== this.measureTurn) return;
    for (const place of this.form.querySelectorAll("[data-result]")) fill(place, answer.slots[place.dataset.result]);
    const isEmpty = !answer.slots.results[0];
    this.form.querySelector("[data-measured]").hidden = isEmpty;
    this.form.querySelector(".measure").classList.toggle("measured", !isEmpty);
    for (const name of ["first", "second"]) {
      const remarks = answer.remarks.filter((remark) => remark.second === (name === "second"));
      this.remark(name, remarks);
    }
  }

  /// Says what is wrong with a field, with buttons that help.
  remark(name, remarks) {
    const field = this.form.elements[name];
    if (remarks.some((remark) => !remark.note)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const place = this.form.querySelector(`[data-remark=${name}]`);
    const buttons = this.form.querySelector("[data-remark-buttons]").content;
    fill(place, []);
    for (const remark of remarks) {
      const line = document.createElement("p");
      line.className = remark.note ? "note" : "fault";
      line.append(`${remark.text} `);
      const add = (selector, data) => {
        const button = buttons.querySelector(selector).cloneNode(true);
        Object.assign(button.dataset, data);
        line.append(button);
      };
      if (remark.select) add("[data-show]", { show: remark.select.join(","), field: name });
      if (remark.normalize) add("[data-normalize]", {});
      place.append(line);
    }
  }

  say(message) {
    const place = this.form.querySelector("[data-fault]");
    if (place) place.textContent = message || "";
  }
}

if (isPage) customElements.define("quaestio-calculator", QuaestioCalculator);
