// Copies formulas as TeX: within selected text as `$…$` and `$$…$$`; a display formula alone, without dollars, by the
// button that appears beside it, or with Ctrl+C while it has the focus. A double click selects a formula whole.

const { wordCopy, wordCopied } = document.querySelector("script[data-formulas]").dataset;
const formulas = "math[data-tex]";
// What is not text.
const tools = "script,template,.formula-copy,.preview,quaestio-search,quaestio-calculator";

const bar = document.createElement("span");
const button = document.createElement("button");
const status = document.createElement("span");
bar.className = "formula-copy";
button.type = "button";
button.textContent = wordCopy;
status.setAttribute("role", "status");
bar.append(button, status);

let timer;
// The source that the copy command is for.
let asked;

/// Takes a `pointerover`, `focusin` or `click`, and the formula that it happened at, if any.
export function meet({ type, target, pointerType }, formula) {
  // A finger that scrolls wants nothing.
  if (type === "pointerover" && pointerType === "touch") return;
  const around = formula && formula.closest(".equation");
  // Others are not written by the author, but made of a reader's numbers.
  const equation = around && around.querySelector(formulas) && around;
  clearTimeout(timer);
  if (equation) offer(equation);
  else if (bar.isConnected && !bar.contains(target)) timer = setTimeout(leave, 300);
}

function offer(equation) {
  if (bar.parentNode === equation) return;
  status.textContent = "";
  equation.append(bar);
  // At the formula's end, above it; positions are told from where the bar would stand.
  const set = (side, pixels) => bar.style.setProperty(side, `${pixels}px`);
  set("left", 0);
  set("top", 0);
  const { left, right, top } = equation.getBoundingClientRect();
  const own = bar.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(equation).direction === "rtl";
  set("left", (isRightToLeft ? left : right - own.width) - own.left);
  set("top", Math.max(top - own.height * 0.7, 0) - own.top);
}

function leave() {
  const equation = bar.parentNode;
  if (!equation.matches(":hover") && !equation.contains(document.activeElement)) bar.remove();
}

/// A formula's source without its label, which is a name on its own page.
function texOf(formula) {
  return formula.dataset.tex.replace(/\\label\s*\{[^}]*\}/g, "").trim();
}

button.addEventListener("click", async () => {
  asked = texOf(bar.parentNode.querySelector(formulas));
  try {
    await navigator.clipboard.writeText(asked);
    status.textContent = wordCopied;
  } catch {
    // Only hosts with encryption may write at once; the command may everywhere.
    document.execCommand("copy");
  }
  asked = null;
});

document.addEventListener("dblclick", ({ target }) => {
  const formula = target.closest(formulas);
  if (formula) getSelection().setBaseAndExtent(formula, 0, formula, formula.childNodes.length);
});

document.addEventListener("keydown", ({ key }) => key === "Escape" && bar.remove());

document.addEventListener("copy", (event) => {
  const { activeElement } = document;
  const selection = getSelection();
  if (event.defaultPrevented || activeElement.matches("input, textarea")) return;
  const equation = selection.isCollapsed && activeElement.closest(".equation");
  const tex = asked || (equation && texOf(equation.querySelector(formulas)));
  if (tex) {
    event.clipboardData.setData("text/plain", tex);
    status.textContent = wordCopied;
  } else {
    const selected = contents(selection);
    if (!selected.querySelector(formulas)) return;
    event.clipboardData.setData("text/html", selected.innerHTML);
    event.clipboardData.setData("text/plain", textOf(selected));
  }
  event.preventDefault();
});

/// What is selected, formulas whole unless it is only a part of one of their numbers or symbols.
function contents(selection) {
  const selected = document.createElement("div");
  if (selection.isCollapsed) return selected;
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer, endContainer } = range;
  const formulaAt = (node) => (node.closest ? node : node.parentNode).closest(formulas);
  const first = formulaAt(startContainer);
  const last = formulaAt(endContainer);
  if (first && startContainer === endContainer && startContainer.nodeType === Node.TEXT_NODE) return selected;
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  selected.append(range.cloneContents());
  for (const part of selected.querySelectorAll(tools)) part.remove();
  for (const link of selected.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
  return selected;
}

/// The text of what is selected, as browsers would write it, with formulas as TeX.
function textOf(selected) {
  for (const formula of selected.querySelectorAll(formulas)) {
    const tex = document.createElement("span");
    const dollars = formula.getAttribute("display") === "block" ? "$$" : "$";
    tex.textContent = dollars + texOf(formula) + dollars;
    tex.className = "formula-source";
    formula.replaceWith(tex);
  }
  // Only what is laid out has lines.
  selected.className = "formula-copied";
  document.body.append(selected);
  const text = selected.innerText;
  selected.remove();
  return text;
}
