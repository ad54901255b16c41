"""The theme's styles and scripts keep to what the oldest browsers know: Chromium 87, Safari 14, Firefox 78.

What is newer stands behind `@supports` in style sheets; scripts ask whether it is there."""
import re
from pathlib import Path

import esprima
import pytest

from command import ROOT

ASSETS = ROOT / "templates/assets"
NEWER = dict(re.findall(r"^\[(.+)\]\n([^\[]+)", Path(__file__).with_name("newer-than-floor.txt").read_text(), re.M))
NEWER = {kind: set(names.split()) for kind, names in NEWER.items()}

# Properties that older browsers may pass over: text and controls look a little plainer, nothing is out of place.
HARMLESS = {
    "accent-color", "appearance", "backface-visibility", "color-scheme", "font-synthesis", "forced-color-adjust",
    "hanging-punctuation", "hyphens", "line-break", "orphans", "overflow-anchor", "overscroll-behavior",
    "print-color-adjust", "scroll-margin-top", "scrollbar-color", "scrollbar-gutter", "scrollbar-width", "tab-size",
    "text-autospace", "text-decoration-skip-ink", "text-size-adjust", "text-spacing-trim", "text-wrap", "widows",
}
# A rule with such a selector is passed over whole: Firefox 78 and Safari 14 then mark what the keyboard reaches in
# their own way, as long as the rule is about nothing else.
HARMLESS_SELECTORS = {"focus-visible"}
# Every browser that knows the one knows the others.
COMES_WITH = {"DecompressionStream": ["pipeThrough"]}


def blocks(text):
    """The blocks of a style sheet, each with the heads of all that it stands in and its declarations."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\])*"|' r"'(?:\\.|[^'\\])*'", '""', text)
    found, open_blocks, piece = [], [], ""
    for part in re.split(r"([{};])", text):
        if part == "{":
            open_blocks.append((piece.strip(), []))
            found.append(([head for head, _ in open_blocks], open_blocks[-1][1]))
        elif part in ";}":
            if ":" in piece and open_blocks:
                name, value = piece.split(":", 1)
                open_blocks[-1][1].append((name.strip(), value.strip()))
            if part == "}":
                open_blocks.pop()
        piece = part if part not in "{};" else ""
    assert not open_blocks
    return found


def faults_of_styles(text):
    faults = []
    for heads, declarations in blocks(text):
        if any(head.startswith("@supports") for head in heads):
            continue
        head = heads[-1]
        if head.startswith("@"):
            name = re.match(r"@([\w-]+)", head)[1]
            if name in NEWER["at-rules"]:
                faults.append(f"@{name}")
            if name == "media" and re.search(r"[<>]", head):
                faults.append(f"a range in {head}")
        else:
            for name in set(re.findall(r":([\w-]+)", head)) & NEWER["selectors"]:
                if name not in HARMLESS_SELECTORS or any(f":{name}" not in one for one in head.split(",")):
                    faults.append(f":{name}")
            if "&" in head or any(not above.startswith("@") for above in heads[:-1]):
                faults.append(f"{head} within a rule")
        names = [name for name, _ in declarations]
        is_grid = any(name == "display" and "grid" in value or name.startswith("column") and "gap" not in name
                      for name, value in declarations)
        for place, (name, value) in enumerate(declarations):
            if name in NEWER["properties"] - HARMLESS:
                faults.append(f"{head} {{ {name} }}")
            if name in ("gap", "row-gap", "column-gap") and not is_grid and value != "0":
                faults.append(f"{head} {{ {name} }} without a grid")
            # A value that is not known leaves the one before it.
            if name in names[:place] and not name.startswith("--"):
                continue
            functions = re.findall(r"(?<![\w-])([\w-]+)\(", value)
            units = re.findall(r"(?<![\w-])[\d.]+([a-z]+)\b", value)
            faults += [f"{head} {{ {name}: {word} }}"
                       for word in (*(set(functions) & NEWER["functions"]), *(set(units) & NEWER["units"]))]
            if name.startswith("overflow") and "clip" in value.split():
                faults.append(f"{head} {{ {name}: clip }}")
    return faults


def faults_of_script(text):
    faults = []

    def visit(node, inside):
        if isinstance(node, list):
            for item in node:
                visit(item, inside)
            return
        if not isinstance(node, esprima.nodes.Node):
            return
        kind = node.type
        if kind in ("StaticBlock", "PrivateIdentifier") or (kind == "FieldDefinition" and node.static):
            faults.append(kind)
        if kind == "AssignmentExpression" and node.operator in ("??=", "||=", "&&="):
            faults.append(node.operator)
        if kind == "AwaitExpression" and not inside:
            faults.append("await outside of a function")
        if kind == "ExportAllDeclaration" and node.exported:
            faults.append("export * as")
        if getattr(node, "attributes", None) and kind.startswith(("Import", "Export")):
            faults.append("import with attributes")
        if getattr(node, "regex", None) and (re.search(r"\(\?<[=!]", node.regex.pattern) or re.search("[dv]", node.regex.flags)):
            faults.append(node.raw)
        if kind == "Identifier" and node.name in NEWER["names in scripts"]:
            faults.append(node.name)
        inside = inside or "Function" in kind
        for value in vars(node).values():
            visit(value, inside)

    visit(esprima.parseModule(text).body, False)
    # What a script asks for before it uses it: `"inert" in element`, `typeof structuredClone`, `if (crypto.randomUUID)`.
    asked = set(re.findall(r'"(\w+)" in |typeof (?:\w+\.)*(\w+)|if \((?:\w+\.)*(\w+)\)', text))
    asked = {name for names in asked for name in names if name}
    asked |= {other for name in asked for other in COMES_WITH.get(name, ())}
    return [fault for fault in faults if fault not in asked]


@pytest.mark.parametrize("sheet", sorted(ASSETS.rglob("*.css")), ids=lambda path: path.name)
def test_styles_are_known_to_old_browsers(sheet):
    assert faults_of_styles(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize("script", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_scripts_are_known_to_old_browsers(script):
    assert faults_of_script(script.read_text("utf-8")) == []


@pytest.mark.parametrize("newer", [
    "a { inset: 0 }", "a { margin-inline: 1em }", "a { display: flex; gap: 1em }", "a:has(b) { color: red }",
    "a { b & { color: red } }", "a { b { color: red } }", "a { aspect-ratio: 1 }", "a { height: 100dvh }",
    "@layer a { b { color: red } }", "@media (width >= 40rem) { a { color: red } }", "a { color: light-dark(red, blue) }",
    "@media print { a { translate: 1em } }", ":is(a, b) { color: red }", "a:hover, a:focus-visible { color: red }", "a { overflow: clip }",
])
def test_newer_styles_are_seen(newer):
    assert len(faults_of_styles(newer)) == 1


@pytest.mark.parametrize("known", [
    "a { display: grid; gap: 1em }", "a { height: 100vh; height: 100dvh }", "@supports (inset: 0) { a { inset: 0 } }",
    "a { margin-inline-start: 1em; background: url(\"a{b}:has(c)\") }", "a::before { content: '; inset: 0' }", "a { gap: 0 }",
    "@media (min-width: 40rem) { a:not([b]):hover > c { width: min(1em, 100%) } }",
])
def test_known_styles_are_left_alone(known):
    assert faults_of_styles(known) == []


@pytest.mark.parametrize("newer", [
    "a.at(-1)", "a ??= 1", "class A { #b = 1 }", "class A { static b = 1 }", "await a", "structuredClone(a)",
    "/(?<=a)b/.test(c)", "/a/v.test(b)", "export * as a from './a.js'", "a.findLast(b => b)", "new WeakRef(a)",
])
def test_newer_scripts_are_seen(newer):
    assert len(faults_of_script(newer)) == 1


@pytest.mark.parametrize("known", [
    "a?.b ?? c", "async function a() { await b; }", "'a.at(1)'", "// a.at(1)", "try { a() } catch { b() }",
    "if ('inert' in a) a.inert = true;".replace("'", '"'), "typeof structuredClone === 'function' && structuredClone(a)",
])
def test_known_scripts_are_left_alone(known):
    assert faults_of_script(known) == []
