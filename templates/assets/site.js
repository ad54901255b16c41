// The switch between light, dark and the system's colours, the key `/` for the search field; and the search, the
// previews of links and the copying of formulas as soon as a reader comes near.

const key = "quaestio-theme";
const themes = ["auto", "light", "dark"];
const root = document.documentElement;

function remember(theme) {
  try {
    if (theme === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice holds for this page alone.
  }
}

function setUp(button) {
  const show = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    button.dataset.state = theme;
    button.title = button.dataset[theme];
    button.setAttribute("aria-label", button.dataset[theme]);
  };
  show(root.dataset.theme || "auto");
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(button.dataset.state) + 1) % themes.length];
    remember(next);
    show(next);
  });
  window.addEventListener("storage", (event) => {
    if (event.key === key) show(themes.includes(event.newValue) ? event.newValue : "auto");
  });
  button.hidden = false;
}

document.querySelectorAll(".theme-switch").forEach(setUp);

// Where the list of contents stands beside the text, it takes no room that the text could have.
const contents = document.querySelector(".contents");
if (contents && matchMedia("(min-width: 79rem)").matches) contents.open = true;

let isTouch = false;

document.addEventListener("keydown", (event) => {
  isTouch = false;
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector('input[name="q"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const load = (url) => import(new URL(url, document.baseURI).href);

let isComposing = false;
document.addEventListener("compositionstart", () => (isComposing = true));
document.addEventListener("compositionend", () => (isComposing = false));

document.addEventListener("focusin", async ({ target }) => {
  const search = target.closest("quaestio-search[data-script]");
  if (!search || customElements.get("quaestio-search")) return;
  try {
    await load(search.dataset.script);
    // What was typed meanwhile.
    if (target.value && target === document.activeElement && !isComposing) target.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    // The form leads to the search page without it.
  }
});

const { preview, formulas } = (document.querySelector("script[data-preview]") || root).dataset;
const modules = {};

/// Loads a module when a reader comes near what it is for, and from then on tells it where the reader is.
async function tell(url, event, element) {
  try {
    if (url && element && !modules[url]) modules[url] = await load(url);
    if (modules[url]) modules[url].meet(event, element);
  } catch {
    // Links lead where they lead.
    if (event.defaultPrevented) location.href = element.href;
  }
}

function come(event) {
  const { target, type, pointerType } = event;
  if (pointerType) isTouch = pointerType === "touch";
  let link = target.closest("main .prose a[href]:not(.footnote-backref), main .reference-title a[href]");
  // A heading leads to itself.
  if (link && /^H\d$/.test(link.parentNode.tagName)) link = null;
  if (link && (isTouch || type === "click")) {
    // A finger follows links; but a source, a note or a formula of this page is shown where the reader is.
    const [, id] = (isTouch && type === "click" && /^#(.+)/.exec(link.getAttribute("href"))) || [];
    const place = id && document.getElementById(decodeURIComponent(id));
    if (place && place.closest(".equation, .references li, .footnotes li")) event.preventDefault();
    else link = null;
  }
  tell(preview, event, link);
  tell(formulas, event, target.closest("main .equation, main math"));
}

for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, come);
if (formulas) document.addEventListener("selectionchange", () => load(formulas).catch(() => {}), { once: true });
