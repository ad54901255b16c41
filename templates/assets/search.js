// <quaestio-search data-root="../"> makes the search form inside it answer while the reader types. It needs
// input[name=q], a list .results and an element [role=status], and may have a button .more; its words come from data-label-none, -count (with
// {n} for the number) and -error. Without scripts the form still leads to the search page, which lists all
// questions. Results are built from text nodes, never from markup.

// Few results come first, because each costs the reader a file or two; the button brings more.
const fewResults = 5;
const moreResults = 10;
const mostResults = 95;
const pause = 120;

/// The engine and the index are loaded once a page, and again after a failure.
const indexes = new Map();

function openIndex(root) {
  const key = root.href;
  if (!indexes.has(key)) {
    const opening = load(root);
    opening.catch(() => indexes.delete(key));
    indexes.set(key, opening);
  }
  return indexes.get(key);
}

async function load(root) {
  const folder = new URL("search/", root);
  const manifestURL = new URL("index.json", folder);
  const manifest = await bytes(manifestURL, "no-cache");
  const { engine, wasm } = JSON.parse(new TextDecoder().decode(manifest));
  const { loadEngine } = await import(new URL(engine, manifestURL).href);
  const instance = await loadEngine(new URL(wasm, manifestURL).href);
  return instance.openIndex(manifest, (name) => bytes(new URL(name, folder), "default"));
}

async function bytes(url, cache) {
  const response = await fetch(url.href, { cache });
  if (!response.ok) throw new Error(`${response.status} ${url.href}`);
  return new Uint8Array(await response.arrayBuffer());
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

class QuaestioSearch extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.field = this.querySelector('input[name="q"]');
    this.list = this.querySelector(".results");
    this.status = this.querySelector('[role="status"]');
    this.more = this.querySelector("button.more");
    if (!this.form || !this.field || !this.list || !this.status) return;
    this.root = new URL(this.dataset.root || "./", document.baseURI);
    for (const type of ["input", "compositionend", "submit"]) this.form.addEventListener(type, this);
    this.more?.addEventListener("click", this);
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !this.field.value) this.field.value = asked;
    if (this.field.value.trim()) this.search();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    if (!this.form) return;
    for (const type of ["input", "compositionend", "submit"]) this.form.removeEventListener(type, this);
    this.more?.removeEventListener("click", this);
  }

  handleEvent(event) {
    clearTimeout(this.timer);
    if (event.type === "click") {
      this.showMore();
    } else if (event.type === "submit") {
      event.preventDefault();
      this.search();
    } else if (!event.isComposing) {
      this.timer = setTimeout(() => this.search(), pause);
    }
  }

  /// Asks again for a longer list and leads the keyboard to what is new in it.
  async showMore() {
    const shown = this.list.children.length;
    await this.search(shown + moreResults);
    this.list.children[shown]?.querySelector("a")?.focus();
  }

  async search(limit = fewResults) {
    const text = this.field.value;
    const turn = (this.turn = (this.turn || 0) + 1);
    this.remember(text);
    if (!text.trim()) {
      this.show([], "");
      this.list.setAttribute("aria-busy", "false");
      return;
    }
    try {
      const index = await openIndex(this.root);
      if (turn !== this.turn) return;
      const show = ({ results, problems }) => {
        if (turn !== this.turn) return;
        this.show(results, problems ? this.dataset.labelError : this.count(results.length, limit), limit);
      };
      this.list.setAttribute("aria-busy", "true");
      const answer = await index.query(text, { limit, onResults: show });
      if (!answer) return;
      show(answer);
      if (turn === this.turn) this.list.setAttribute("aria-busy", "false");
      // Files are missing when the site was published anew meanwhile: the next query opens the new index.
      if (answer.problems) indexes.delete(this.root.href);
    } catch {
      indexes.delete(this.root.href);
      if (turn !== this.turn) return;
      this.show([], this.dataset.labelError);
      this.list.setAttribute("aria-busy", "false");
    }
  }

  count(number, limit) {
    const label = number ? this.dataset.labelCount : this.dataset.labelNone;
    return (label || "").replace("{n}", number < limit ? number : `${number}+`);
  }

  /// The address follows the field, so that it can be shared and the way back leads here.
  remember(text) {
    const address = new URL(location.href);
    if (text) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // An address too long for the browser, or too many changes in a short time: the search does not need it.
    }
  }

  show(results, message, limit = mostResults) {
    if (this.more) this.more.hidden = results.length < limit || limit >= mostResults;
    this.list.replaceChildren(...results.map((result) => this.item(result)));
    this.status.textContent = message || "";
  }

  item(result) {
    const item = document.createElement("li");
    item.className = "card";
    const link = element("a", result.title || result.url, "card-title");
    link.href = new URL(`./${result.url}`, this.root).href;
    item.append(link);
    if (result.summary) item.append(element("p", result.summary, "card-text"));
    if (result.language) item.lang = result.language;
    if (result.date) {
      const date = element("time", result.date.slice(0, 10));
      date.dateTime = result.date;
      item.append(date);
    }
    return item;
  }
}

customElements.define("quaestio-search", QuaestioSearch);
