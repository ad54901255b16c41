// Shows what a link on this site leads to in a box beside the link: the beginning of a page or section, a source, a
// note, an equation. Where a finger asks for it, the box is a sheet at the foot of the window.
//
// A box opens when pointer or focus rest on a link, stays while they are on link or box, and goes with Escape. It
// stands at the end of the page and says nothing of itself; a sheet was asked for, so it takes the focus.

const { wordOpen, wordClose } = document.querySelector("script[data-preview]").dataset;
const site = new URL("../", import.meta.url).href;
// Milliseconds of rest on a link, and away from it.
const patience = 300;
const grace = 200;
// What is enough of a text, and more than enough.
const sentences = 3;
const limit = 12;


const headings = "h1,h2,h3,h4,h5,h6";
const cells = "li,td,th,dt,dd";
const dropped =
  "script,style,template,base,iframe,form,input,button,summary,.back-links,.footnote-backref";
// How the attributes begin that text, images and MathML need, and none that runs, loads or identifies.
const kept =
  /^(acc|alt|aria-label$|cl|col|data-tex$|date|de|di|fe|fo|h[eir]|l[ais]|m[ai]|mov|r(ow|sp)|s(c|ep|rc$|ta|tr|ym)|tabi|ti|va|vo|wi)/;

const pages = new Map();
let timer;
let asked;
// The link and its box; a link without box has had its own and is not asked for again.
let shown = {};

/// Takes a `pointerover`, `focusin` or `click`; it happened at `link`, if that is to be shown, or elsewhere.
export function meet({ type, target, buttons, clientX }, link) {
  clearTimeout(timer);
  const { box } = shown;
  if (box && box.contains(target)) {
    // The click comes first to where it leads.
    if (type === "click" && target.closest("a, button")) setTimeout(close);
  } else if (type === "click") {
    close();
    shown = { link: target.closest("a") };
    if (link) open(link, clientX, true);
  } else if (!link || buttons) {
    timer = box ? setTimeout(leave, grace) : leave();
  } else if (link !== shown.link) {
    timer = setTimeout(open, patience, link, clientX);
  }
}

const make = (name, properties) => Object.assign(document.createElement(name), properties);
const isAt = (element) => element.matches(":hover") || element.contains(document.activeElement);

function leave() {
  const { link, box, isSheet } = shown;
  if (!box) shown = {};
  else if (!isSheet && !isAt(link) && !isAt(box)) close();
}

function close() {
  const { link, box } = shown;
  if (!box) return;
  const hadFocus = box.contains(document.activeElement);
  box.remove();
  shown = { link };
  if (hadFocus) link.focus({ preventScroll: true });
}

async function open(link, pointer, isSheet) {
  const isMeant = () => asked === link && (isSheet || isAt(link));
  asked = link;
  try {
    const body = isMeant() && (await read(new URL(link.href)));
    if (isMeant()) show(link, body, pointer, isSheet);
  } catch {
    if (isSheet) location.href = link.href;
  }
}

function show(link, body, pointer, isSheet) {
  close();
  const box = make("div", { className: isSheet ? "preview preview-sheet" : "preview" });
  // It may scroll, so the focus can go there.
  Object.assign(body, { className: "preview-body", tabIndex: 0 });
  body.setAttribute("role", "dialog");
  body.setAttribute("aria-label", link.getAttribute("aria-label") || link.textContent);
  box.append(body);
  document.body.append(box);
  shown = { link, box, isSheet };
  if (!isSheet) return place(box, body, link, pointer);
  const actions = make("p", { className: "preview-actions" });
  actions.append(
    make("a", { href: link.href, textContent: wordOpen }),
    make("button", { textContent: wordClose }),
  );
  body.append(actions);
  body.focus();
}

/// Moves the box below the link, or above it where there is more room; beneath the pointer if the link is wide.
function place(box, body, link, pointer) {
  const { clientWidth, clientHeight } = document.documentElement;
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const set = (element, name, pixels) => element.style.setProperty(name, `${Math.max(0, pixels)}px`);
  const below = clientHeight - bottom;
  const isBelow = below > Math.min(box.offsetHeight, top);
  set(body, "max-height", Math.min((isBelow ? below : top) - 24, clientHeight * 0.6));
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = pointer - width / 2;
  const isRightToLeft = getComputedStyle(link).direction === "rtl";
  set(box, "left", Math.min(isRightToLeft ? right - width : Math.max(left, middle || left), clientWidth - width));
  set(box, "top", scrollY + (isBelow ? bottom : top - height));
}

document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
addEventListener("pagehide", close);
// The window of a phone changes with its bars, a sheet stays at its foot.
addEventListener("resize", () => shown.isSheet || close());
addEventListener("scroll", () => {
  const { top, bottom } = shown.box ? shown.link.getBoundingClientRect() : {};
  if (bottom < -50 || top > innerHeight + 50) close();
}, { passive: true });

/// What an address leads to, as an element to be shown; rejects where there is nothing to show.
async function read(url) {
  const id = decodeURIComponent(url.hash.slice(1));
  url.hash = "";
  const isHere = url.href === location.href.replace(/#.*/, "");
  const { page, base } = isHere ? { page: document, base: url } : await load(url);
  const place = id && page.getElementById(id);
  if (isHere && !place) throw id;
  const body = page.createElement("div");
  for (const [className, nodes, isLimited] of parts(page, place)) {
    if (!nodes.length) continue;
    const part = page.createElement("div");
    const near = (selector) => nodes[0].parentNode.closest(selector) || {};
    Object.assign(part, { className, lang: near("[lang]").lang || "", dir: near("[dir]").dir || "ltr" });
    part.append(...Array.from(nodes, (node) => node.cloneNode(true)).slice(0, limit));
    if (isLimited) cut(part.querySelector(".excerpt") || part);
    body.append(part);
  }
  clean(body, base);
  if (body.querySelector("math")) await loadStyles(page, base);
  return body;
}

async function load({ href, pathname }) {
  if (!href.startsWith(site) || !/(\/|\.html)$/.test(pathname)) throw href;
  if (!pages.has(href)) {
    const response = await fetch(href);
    if (!response.ok) throw response.status;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    pages.set(href, { page, base: response.url });
  }
  return pages.get(href);
}

/// What to show of a page or of a place on it: class names, nodes, and whether only their beginning.
function* parts(page, place) {
  const article = page.querySelector("main article");
  const answer = place ? place.closest(".answer") : article.querySelector(".answer");
  const about = answer || article;
  const isElsewhere = page !== document;
  const title = isElsewhere ? article.querySelector("h1").childNodes : [];
  const item = place && place.closest(`.equation,.references li,.footnotes li,${headings}`);
  if (!place || place === answer) {
    yield ["preview-title", title];
    yield ["preview-facts", isElsewhere ? article.querySelectorAll(".page-head .facts") : []];
    yield ["prose", about.querySelector(".prose").childNodes, true];
  } else {
    yield ["preview-page", title];
    if (item && item.matches(headings)) {
      const section = [];
      for (let next = item; (next = next.nextElementSibling); section.push(next)) {
        if (next.matches(headings) && next.localName <= item.localName) break;
      }
      yield ["preview-title", item.childNodes];
      yield ["prose", section, true];
    } else {
      const block = item || place.closest(`p,${cells}`) || place;
      yield ["prose", block.matches(cells) ? block.childNodes : [block], block.matches(".references *")];
    }
  }
  if (isElsewhere) yield ["preview-facts", about.querySelectorAll(".notice-ai,.notice-mixed")];
}

/// Removes what follows the first sentences.
function cut(text) {
  const walker = text.ownerDocument.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const rest = text.ownerDocument.createRange();
  rest.selectNodeContents(text);
  let ends = 0;
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentNode.closest("math, pre")) continue;
    for (const { 0: end, index } of node.data.matchAll(/[。！？][”’」』）]*|[.!?](?=\s|$)/g)) {
      if (++ends < sentences) continue;
      rest.setStart(node, index + end.length);
      return rest.deleteContents();
    }
  }
}

/// Makes copied nodes fit for another page: no scripts, names or foreign images, addresses that hold there.
function clean(body, base) {
  for (const node of body.querySelectorAll("*")) {
    const { localName, namespaceURI } = node;
    if (!/xhtml|MathML/.test(namespaceURI) || localName.includes("-") || node.matches(dropped)) node.remove();
    for (const { name, value } of [...node.attributes]) {
      const text = name === "href" ? resolve(value, base) : name === "src" ? resolve(value, base, localName) : value;
      if (kept.test(name) && text !== null) node.setAttribute(name, text);
      else node.removeAttribute(name);
    }
    if (localName === "img") node.loading = "lazy";
    if (node.matches(`details,${headings}`)) {
      const part = node.ownerDocument.createElement(localName === "details" ? "div" : "strong");
      part.append(...node.childNodes);
      node.replaceWith(part);
    }
  }
}

/// An address as it holds everywhere, for links, or for an element that loads it, which may from this host; else null.
function resolve(address, base, loader) {
  try {
    const { href, origin } = new URL(address, base);
    return (loader ? loader === "img" && origin === location.origin : /^(http|mailto:)/.test(href)) ? href : null;
  } catch {
    return null;
  }
}

/// Formulas of another page may be the first of this one.
async function loadStyles(page, base) {
  for (const { attributes } of page.querySelectorAll("head link[rel=stylesheet]")) {
    const href = resolve(attributes.href.value, base, "img");
    if (!href || Array.from(document.styleSheets).some((sheet) => sheet.href === href)) continue;
    await new Promise((done) =>
      document.head.append(make("link", { rel: "stylesheet", href, onload: done, onerror: done })),
    );
  }
}
