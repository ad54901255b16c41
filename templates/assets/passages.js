// Finds what the search page shows of a page below its title: the block of it that holds most of the query, cut to size.

const size = 120;
const pagesAtOnce = 5;
const blocks = "p,li,tr,h2,h3,h4,h5,h6,dt,dd,pre,figcaption,caption,.equation";
const apart = "nav,script,.page-head,.notice,.related,.backlinks,.cite,.footnote-ref";
// How MathML's attributes begin, and none that runs, leads or identifies.
const ofMathML = /^(acc|cl|col|de|di|fe|fo|he|l[ais]|ma|mi|mov|row|rsp|sc|sep|str|sym|vo|wi)/;
const pages = new Map();

/// Reads the pages that a <quaestio-search> shows, a few side by side, and appends a passage to each result, made by
/// `nodes` of `search.js`.
export async function show({ list, index }, results, nodes, signal) {
  const items = [...list.children].entries();
  const work = async () => {
    for (const [place, item] of items) {
      const link = item.querySelector("a");
      let passage = [results[place].summary];
      try {
        const found = await findPassage(link.href, (text) => index.marks(text), signal);
        passage = nodes(found);
        if (!signal.aborted) link.hash = found.anchor;
      } catch {
        // The summary does.
      }
      if (!signal.aborted) item.querySelector(".card-text").append(...passage);
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, work));
}

/// The block of a page that holds most of the query, cut to size: `text` from `from` to `to`, with `marks`, and
/// `pieces`, which makes nodes of a part of it. It stands under `anchor`; where the address has a fragment, in the
/// section of that heading. Rejects when the page cannot be had or has no text.
async function findPassage(address, marksOf, signal) {
  const [url, fragment = ""] = address.split("#");
  const section = decodeURIComponent(fragment);
  if (!pages.has(url)) {
    const response = await fetch(url, { mode: "same-origin", signal });
    if (!response.ok) throw new Error(response.status);
    pages.set(url, read(new DOMParser().parseFromString(await response.text(), "text/html")));
  }
  const counts = {};
  const all = pages.get(url).filter((block) => !section || block.section === section).map((block) => {
    const marks = matches(block, marksOf);
    for (const pair of pairs(marks)) counts[pair] = 1 + (counts[pair] || 0);
    return { ...block, marks };
  });
  let best = { ...all[0], score: 0, start: 0, end: 0 };
  for (const block of all) {
    for (const [start] of block.marks) {
      const near = block.marks.filter((mark) => mark[0] === start || (mark[0] > start && mark[1] <= start + size));
      // What few blocks hold says most; among equals the block that repeats it.
      let score = (block.weight * near.length) / 1e4;
      for (const pair of pairs(near)) score += block.weight / counts[pair];
      if (score > best.score) best = { ...block, score, start, end: near.pop()[1] };
    }
  }
  return cut(best);
}

/// The blocks of text of a page, which it takes apart.
function read(page) {
  const main = page.querySelector("main");
  // No blank is left before the mark of a source that is taken out.
  for (const node of main.querySelectorAll(apart)) node.replaceWith("\0");
  for (const cell of main.querySelectorAll("td+td,th+td,th+th")) cell.prepend(" · ");
  let anchor = "";
  let section = "";
  const found = Array.from(main.querySelectorAll(blocks), (node) => {
    const isHeading = /^h/.test(node.localName);
    const { id } = (node.matches(".equation") && node.querySelector("[id]")) || node;
    if (id || isHeading) anchor = id;
    if (node.localName === "h2") section = id;
    // Headings say less than the text below them, sources less than the page itself.
    return { node, anchor, section, weight: node.closest(".references") ? 0.001 : isHeading ? 0.5 : 1 };
  });
  // From the last to the first, a block is read without those inside it.
  for (const block of found.reverse()) {
    const formulas = Array.from(block.node.querySelectorAll("math"), clean);
    block.text = block.node.textContent.replace(/\s*\0/g, "").replace(/\s+/g, " ").trim();
    block.formulas = new Map();
    for (const { index } of block.text.matchAll(/\uFDD0/g)) block.formulas.set(index, formulas.shift());
    block.node.remove();
  }
  return found.reverse().filter((block) => block.text);
}

/// Takes a formula out of its page with the punctuation beside it, and from both what is not MathML.
function clean(formula) {
  const tex = (formula.getAttribute("data-tex") || formula.textContent).replace(/\\label\{.*?\}/g, "");
  const shown = formula.closest(".unbroken") || formula;
  for (const part of [shown, ...shown.querySelectorAll("*")]) {
    if (part !== shown && part.namespaceURI !== formula.namespaceURI) part.replaceWith(part.textContent);
    for (const { name } of [...part.attributes]) if (!ofMathML.test(name)) part.removeAttribute(name);
  }
  shown.replaceWith("\uFDD0");
  return { formula: shown, tex };
}

/// What matches, as [start, end, text]; a formula does by its TeX.
function matches({ text, formulas }, marksOf) {
  const find = (text) => marksOf(text).map(([start, end]) => [start, end, text.slice(start, end).toLowerCase()]);
  const marks = find(text);
  for (const [place, { tex }] of formulas) {
    const found = find(tex).map((mark) => mark[2]).join("");
    if (found) marks.push([place, place + 1, found]);
  }
  return marks.sort((one, other) => one[0] - other[0]);
}

/// The different pairs of neighbouring characters, by which matches are compared in any script.
function pairs(marks) {
  return new Set(marks.flatMap(([, , text]) => Array.from(text.slice(1) || text, (next, place) => text[place] + next)));
}

/// Some `size` characters with the matches amid them, without halves of words and blanks at the ends. U+FDD0 in the text
/// stands for what `formulas` has for that place.
function cut(block) {
  const { text, formulas, start, end } = block;
  const isBlank = (place) => /\s/.test(text[place]);
  const isSplit = (place) => /[^\s\u2E80-\uD7FF]{2}/.test(text.slice(place - 1, place + 1));
  let from = Math.max(0, Math.min(start, (start + end - size) >> 1, text.length - size));
  let to = Math.max(end, from + size);
  while (from < start && (isSplit(from) || isBlank(from))) from++;
  while (to > end && (isSplit(to) || isBlank(to - 1))) to--;
  const pieces = (from, to) =>
    Array.from(text.slice(from, to).matchAll(/\uFDD0|[^\uFDD0]+/g), ({ 0: text, index }) => {
      const found = formulas.get(from + index);
      return found ? document.importNode(found.formula, true) : text;
    });
  return { ...block, from, to, pieces };
}
