// The switch between light, dark and the system's colours, the key `/` for the search field, and the search itself
// as soon as a reader goes there.

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

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector('input[name="q"]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

let isComposing = false;
document.addEventListener("compositionstart", () => (isComposing = true));
document.addEventListener("compositionend", () => (isComposing = false));

document.addEventListener("focusin", async ({ target }) => {
  const search = target.closest("quaestio-search[data-script]");
  if (!search || customElements.get("quaestio-search")) return;
  try {
    await import(new URL(search.dataset.script, document.baseURI).href);
    // What was typed meanwhile.
    if (target.value && target === document.activeElement && !isComposing) target.dispatchEvent(new Event("input", { bubbles: true }));
  } catch {
    // The form leads to the search page without it.
  }
});
