// The perplexity calculator. Every field answers in the others, by the engine that also runs the command line, and
// the formula stands below with the reader's own numbers. Without scripts the page's table holds.

const fields = ["perplexity", "bits", "nats"];
const parameters = { perplexity: "ppl", bits: "bits", nats: "nats" };
const digits = 6;

/// A typed number, full-width digits and the minus sign included; NaN for anything else.
function parse(text) {
  const plain = text.normalize("NFKC").trim().replace(/^\u2212/, "-");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/// All three quantities from one of them; null when it has no meaning or they do not fit a number.
function convert(engine, name, value) {
  let perplexity = value;
  if (name === "bits") perplexity = engine.perplexityFromBits(value);
  if (name === "nats") perplexity = engine.perplexityFromNats(value);
  // Between bits and nats not by way of the perplexity, which has few digits left beside 1.
  const bits = name === "nats" ? value / Math.LN2 : engine.bits(perplexity);
  const nats = name === "bits" ? value * Math.LN2 : engine.nats(perplexity);
  const result = { perplexity, bits, nats };
  result[name] = value;
  return fields.every((field) => Number.isFinite(result[field])) ? result : null;
}

/// The WebAssembly engine; rejects when it cannot be loaded. Works on hosts that know no MIME type for WebAssembly.
async function loadEngine(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {});
  return new Engine(instance.exports);
}

class Engine {
  constructor(exports) {
    this.exports = exports;
  }

  /// The entropy in bits of a perplexity; NaN where there is none. So with the next three.
  bits(perplexity) {
    return this.exports.quaestio_entropy(perplexity, 2);
  }

  nats(perplexity) {
    return this.exports.quaestio_entropy(perplexity, 0);
  }

  perplexityFromBits(bits) {
    return this.exports.quaestio_perplexity(bits, 2);
  }

  perplexityFromNats(nats) {
    return this.exports.quaestio_perplexity(nats, 0);
  }

  /// The number as text, correctly rounded to so many significant digits; empty for NaN and infinities.
  format(value, digits) {
    const room = 1024;
    const pointer = this.exports.quaestio_alloc(room);
    if (!pointer) throw new RangeError("out of memory");
    try {
      const size = this.exports.quaestio_format(value, digits, pointer, room);
      return new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, pointer, size));
    } finally {
      this.exports.quaestio_free(pointer);
    }
  }
}

function math(name, ...children) {
  const element = document.createElementNS("http://www.w3.org/1998/Math/MathML", name);
  element.append(...children);
  return element;
}

function logarithm(name) {
  return name === "bits" ? math("msub", math("mi", "log"), math("mn", "2")) : math("mi", "ln");
}

function power(name, exponent) {
  const base = name === "bits" ? math("mn", "2") : math("mi", "e");
  return math("msup", base, math("mn", exponent));
}

/// The equation between the perplexity and the entropy in one unit, from what was given to what follows.
function equation(name, given, texts, isExact) {
  const sign = math("mo", isExact ? "=" : "≈");
  if (given !== "perplexity") {
    return math("mrow", power(name, texts[name]), sign, math("mn", texts.perplexity));
  }
  const space = math("mspace");
  space.setAttribute("width", "0.167em");
  return math("mrow", logarithm(name), space, math("mn", texts.perplexity), sign, math("mn", texts[name]));
}

class QuaestioCalculator extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    for (const type of ["input", "compositionend", "submit"]) this.form.addEventListener(type, this);
    if (!this.loading) this.loading = this.load();
  }

  async load() {
    try {
      this.engine = await loadEngine(new URL(this.dataset.engine, document.baseURI).href);
    } catch {
      this.say(this.dataset.labelError);
      return;
    }
    this.readAddress();
  }

  /// `?ppl=31.1&base=2`, `?bits=4.7` or `?nats=3.25`, unless the reader was faster.
  readAddress() {
    const query = new URLSearchParams(location.search);
    this.base = query.get("base") === "e" ? "e" : "2";
    if (!this.edited) {
      const name = fields.find((field) => query.has(parameters[field]) && this.input(field));
      if (!name) return;
      const text = query.get(parameters[name]);
      if (!Number.isFinite(parse(text))) {
        this.say(this.dataset.labelInvalid);
        return;
      }
      this.input(name).value = text;
      this.edited = name;
    }
    this.update();
  }

  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      return;
    }
    if (event.isComposing || !fields.includes(event.target.name)) return;
    this.edited = event.target.name;
    if (!this.engine) return;
    this.update();
    this.writeAddress();
  }

  update() {
    const name = this.edited;
    const text = this.input(name).value;
    const isEmpty = text.trim() === "";
    const values = isEmpty ? null : convert(this.engine, name, parse(text));
    const isInvalid = !isEmpty && !values;
    for (const field of fields) {
      const input = this.input(field);
      if (!input) continue;
      if (field === name && isInvalid) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      if (field !== name) input.value = values ? this.engine.format(values[field], digits) : "";
    }
    this.say(isInvalid ? this.dataset.labelInvalid : "");
    this.showFormula(values);
  }

  showFormula(values) {
    const target = this.querySelector("[data-formula]");
    if (!target) return;
    target.replaceChildren();
    if (!values) return;
    const given = this.edited;
    // The given number with all its digits, the others as their fields show them.
    const texts = {};
    for (const field of fields) {
      texts[field] = field === given ? String(values[field]) : this.engine.format(values[field], digits);
    }
    const units = this.base === "e" ? ["nats", "bits"] : ["bits", "nats"];
    for (const name of given === "perplexity" ? units : [given]) {
      const follows = given === "perplexity" ? name : "perplexity";
      const block = math("math", equation(name, given, texts, Number(texts[follows]) === values[follows]));
      block.setAttribute("display", "block");
      target.append(block);
    }
  }

  /// Makes the address one to send to somebody: it holds the number that was entered.
  writeAddress() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) query.delete(parameters[field]);
    const value = parse(this.input(this.edited).value);
    if (Number.isFinite(value)) query.set(parameters[this.edited], String(value));
    const search = query.toString();
    try {
      history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
    } catch {
      // Pages opened from a file may not change their address.
    }
  }

  input(name) {
    return this.form.elements.namedItem(name);
  }

  say(message) {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = message || "";
  }
}

customElements.define("quaestio-calculator", QuaestioCalculator);
