// <quaestio-search> answers while the reader types into its form, which without scripts leads to the search page. With
// a .search-popup it shows titles below the field; without one it is the search page. Its <template> is what a result
// looks like, data-word-… are its words. All is made of text nodes, never of markup.

// Few results come first, because each costs the reader a file or two; the button brings more.
const fewResults = 5;
const moreResults = 10;
const mostResults = 95;
// Milliseconds without a key before a search, and then before what need not follow every key.
const pause = 120;
const calm = 400;

/// The engine and the index are loaded once a page, and again after a failure.
let opening;

function openIndex(root) {
  opening = opening || load(new URL("search/index.json", root));
  opening.catch(() => (opening = null));
  return opening;
}

async function load(url) {
  const { engine, wasm, formulas, inflate, root } = await read(url, "json", "no-cache");
  const bring = async (name) => new Uint8Array(await read(new URL(name, url)));
  const [{ startEngine }, code] = await Promise.all([import(new URL(engine, url)), bring(wasm)]);
  const loadInflate = () => import(new URL(inflate, url));
  return (await startEngine(code)).openIndex(root, bring, () => bring(formulas), loadInflate);
}

async function read(url, kind = "arrayBuffer", cache) {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(response.status);
  return response[kind]();
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/// A title or a passage as nodes, what matches in <mark>.
function nodes({ text, marks, from = 0, to = text.length, pieces = (start, end) => [text.slice(start, end)] }) {
  const made = [from ? "…" : ""];
  for (const [start, end] of marks) {
    if (start < from || end > to) continue;
    made.push(...pieces(from, start), element("mark", ...pieces(start, end)));
    from = end;
  }
  return [...made, ...pieces(from, to), to < text.length ? "…" : ""];
}

class QuaestioSearch extends HTMLElement {
  connectedCallback() {
    const part = (selector) => this.querySelector(selector);
    const on = (type, act, target = this) => target.addEventListener(type, act);
    const warm = () => openIndex(this.root).catch(() => {});
    this.root = new URL(this.dataset.root || "./", document.baseURI);
    this.field = part("[name=q]");
    this.list = part(".results");
    this.status = part("[role=status]");
    this.popup = part(".search-popup");
    this.filters = part("details");
    this.sets = this.querySelectorAll("fieldset");
    on("input", (event) => event.isComposing || this.wait());
    on("compositionend", () => this.wait());
    on("compositionstart", () => clearTimeout(this.timer));
    on("keydown", (event) => this.press(event));
    on("focusin", warm);
    if (this.contains(document.activeElement)) warm();
    if (this.popup) {
      // The options of a list box are read out while the keyboard stays in the field; links would take it away.
      this.field.setAttribute("role", "combobox");
      on("click", () => this.popup.hidden && this.search(), this.field);
      // Some browsers would take the keyboard from the field before the click arrives.
      on("mousedown", (event) => event.preventDefault(), this.popup);
      on("focusin", ({ target }) => target === this.field || this.close(), document);
      on("pointerdown", ({ target }) => this.contains(target) || this.close(), document);
      this.close();
    } else {
      const asked = new URLSearchParams(location.search);
      this.field.value = this.field.value || asked.get("q") || "";
      this.filters.open = [...this.sets].some(({ name }) => asked.has(name));
      if (this.filters.open) this.ready = this.call("filters", "ask", element, asked);
      on("submit", (event) => {
        event.preventDefault();
        // The keyboard on the screen goes, so that the results are seen.
        if (matchMedia("(pointer: coarse)").matches) this.field.blur();
        this.search();
      });
      on("click", () => this.showMore(), part(".search-more button"));
      on("toggle", () => this.call("filters", "count", element), this.filters);
      this.search();
    }
  }

  /// Searches when the reader pauses.
  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(fewResults, calm), pause);
  }

  /// Arrows move through the results, Enter opens one, Escape closes the list and then empties the field. Keys that an
  /// input method uses are its own; in Safari only 229 says so.
  press(event) {
    const { key, target } = event;
    const stops = [this.field, ...this.list.querySelectorAll(".card-title")];
    const place = stops.indexOf(this.active || target);
    const step = { ArrowDown: 1, ArrowUp: stops.length - 1 }[key];
    const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.isComposing || event.keyCode === 229 || isModified || place < 0) return;
    if (step) {
      if (stops[1]) this.choose(stops[(place + step) % stops.length]);
      else this.search();
    } else if (key === "Enter" && this.active) {
      this.active.click();
    } else if (key === "Escape") {
      if (this.popup && !this.popup.hidden) {
        this.close();
      } else if (target === this.field) {
        this.field.value = "";
        this.wait();
      }
      this.field.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  /// Moves to a result or to the field: the keyboard on the search page, the active option in the list box.
  choose(stop) {
    if (!this.popup) return stop.focus();
    this.active = stop === this.field ? null : stop;
    for (const option of this.list.children) {
      option.id = option === stop ? "quaestio:option" : "";
      option.setAttribute("aria-selected", option === stop);
    }
    this.field.setAttribute("aria-activedescendant", this.active ? "quaestio:option" : "");
    this.popup.scrollTop = stop.offsetTop - this.popup.clientHeight / 2;
  }

  close() {
    this.stop();
    this.show([]);
  }

  /// Ends what was begun; what begins now may go on until the signal that it gives.
  stop() {
    clearTimeout(this.timer);
    if (this.begun) this.begun.abort();
    this.begun = new AbortController();
    return this.begun.signal;
  }

  /// Asks again for a longer list and leads the keyboard to what is new in it.
  async showMore() {
    const shown = this.list.children.length;
    await this.search(shown + moreResults);
    const item = this.list.children[shown];
    if (item) item.querySelector("a").focus();
  }

  /// Results appear as they come; what else there is to say about them comes `delay` milliseconds later.
  async search(limit = fewResults, delay = 0) {
    const signal = this.stop();
    this.index = null;
    await this.ready;
    if (signal.aborted) return;
    const text = this.field.value;
    const boxes = [...this.querySelectorAll(":checked")].map(({ name, value }) => [name, value]);
    const filters = this.chosen(this);
    const isAsked = /\S/.test(text + filters);
    let answer = { results: [] };
    let index;
    if (!this.popup) this.remember([["q", text], ...boxes]);
    this.list.setAttribute("aria-busy", isAsked);
    try {
      if (isAsked) {
        index = await openIndex(this.root);
        if (signal.aborted) return;
        const onResults = ({ results }) => signal.aborted || this.show(results, index);
        answer = await index.query(text + filters, { limit, onResults });
      }
    } catch {
      answer.problems = 1;
    }
    if (signal.aborted) return;
    const { results, problems, correction } = answer;
    // Files are missing when the site was published anew meanwhile: the next query opens the new index.
    if (problems) opening = null;
    this.show(results, index);
    this.list.setAttribute("aria-busy", "false");
    this.timer = setTimeout(() => {
      const state = results.length ? "found" : isAsked && !problems ? "none" : "";
      const number = results.length < limit ? results.length : `${limit}+`;
      this.status.textContent = this.word(problems ? "error" : state).replace("{n}", number);
      if (this.popup) {
        this.popup.hidden = !isAsked;
        return;
      }
      this.dataset.state = state + (results.length >= limit && limit < mostResults ? " more" : "");
      const meant = this.querySelector(".search-correction");
      const link = meant.lastElementChild;
      meant.hidden = !correction;
      link.textContent = (correction || "").replace(filters, "");
      link.search = new URLSearchParams([["q", link.textContent], ...boxes]);
      this.index = index;
      if (!index) return;
      if (this.filters.open) this.call("filters", "count", element);
      this.call("passages", "show", results, nodes, signal);
    }, delay);
  }

  /// Calls a function of `filters.js` or `passages.js`, which the search page loads when it needs them.
  call(script, name, ...values) {
    return import(new URL(this.dataset[script], document.baseURI))
      .then((module) => module[name](this, ...values))
      .catch(() => {});
  }

  /// What the reader has chosen stays chosen while results settle.
  show(results, index) {
    const { href } = this.active || document.activeElement;
    this.list.replaceChildren(...results.map((result) => this.item(result, index)));
    const held = [...this.list.querySelectorAll("a")].find((link) => link.href === href);
    if (this.popup) {
      this.popup.hidden = this.list.hidden = !results.length;
      this.field.setAttribute("aria-expanded", results.length > 0);
    }
    if (held || this.popup) this.choose(held || this.field);
  }

  item({ url, title, language, kind, tags, date, provenance }, index) {
    const item = this.querySelector("template").content.cloneNode(true);
    const text = title || url;
    const facts = {
      a: nodes({ text, marks: index.marks(text) }),
      ".kind": [[this.word(kind), ...tags.slice(0, 1)].join(" › ")],
      ".date": date ? [this.date(date.slice(0, 10))] : [],
      ".badge": [this.word(provenance)],
    };
    for (const name in facts) for (const part of item.querySelectorAll(name)) part.append(...facts[name]);
    for (const part of item.querySelectorAll("a, .card-text")) part.lang = language;
    item.querySelector("a").href = new URL(`./${url}`, this.root).href;
    return item;
  }

  /// A date, or as much of it as is known, as the page's language writes it.
  date(known) {
    const parts = { timeZone: "UTC", year: "numeric", month: known[4] && "long", day: known[7] && "numeric" };
    const time = element("time", new Date(known).toLocaleDateString(this.word("dates"), parts));
    time.dateTime = known;
    return time;
  }

  /// A word in the page's language.
  word(value) {
    return this.getAttribute(`data-word-${value}`) || value || "";
  }

  /// What the filters chosen in a part add to the query.
  chosen(part) {
    const terms = Array.from(part.querySelectorAll(":checked"), ({ name, value }) =>
      ` ${name}:${/\s/.test(value) ? `"${value}"` : value}`);
    return terms.join("");
  }

  /// The address follows the field, so that it can be shared and the way back leads here.
  remember(asked) {
    const address = new URL(location.href);
    address.search = new URLSearchParams(asked.filter(([, value]) => value));
    try {
      history.replaceState(null, "", address);
    } catch {
      // An address too long for the browser, or too many changes in a short time: the search does not need it.
    }
  }
}

customElements.define("quaestio-search", QuaestioSearch);
