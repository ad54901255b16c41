"""Turns our markup back into that of the suites, where ours says more."""


def plain_markup(tag, attributes):
    """What we add for readers and browsers is taken away.

    Headings have ids to link to. Code scrolls and so must be reached by the keyboard. Images load late. Tables scroll
    in a box, their heads name their scope, their columns are aligned by classes. Tasks have a class, checkboxes a
    name.
    """
    attributes = dict(attributes)
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        attributes.pop("id", None)
    elif tag == "pre":
        attributes.pop("tabindex", None)
    elif tag == "img":
        attributes.pop("loading", None)
        attributes.pop("decoding", None)
    elif tag == "div" and attributes.get("class") == "table":
        return None
    elif tag in ("th", "td"):
        attributes.pop("scope", None)
        alignment = attributes.pop("class", None)
        if alignment:
            attributes["align"] = alignment.removeprefix("align-")
    elif tag == "li" and attributes.get("class") == "task-item":
        del attributes["class"]
    elif tag == "input":
        attributes.pop("aria-label", None)
    return tag, list(attributes.items())


def plain_footnotes(tag, attributes):
    """As cmark-gfm writes footnotes: no names for assistive technology, ids without hyphens."""
    tag, attributes = plain_markup(tag, attributes) or (None, None)
    if tag is None:
        return None
    attributes = dict(attributes)
    attributes.pop("aria-label", None)
    for name in ("id", "href"):
        if name in attributes:
            attributes[name] = attributes[name].replace("fn-", "fn").replace("fnref-", "fnref")
    return tag, list(attributes.items())


def nodes(tree):
    """All nodes of a tree of `quaestio markdown --ast`."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.get("children", []))
