"""HTML in a form in which only differences remain that a reader could see.

As in the test suite of CommonMark: white space is one space, none stands beside block tags, attributes are sorted,
entities are decoded; nothing of this inside `pre`.
"""
import re
from html import escape, unescape
from html.parser import HTMLParser

BLOCKS = set(
    "address article aside blockquote body button canvas caption col colgroup dd div dl dt embed fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe li map noscript object ol output p pre "
    "progress script section style table tbody td textarea tfoot th thead tr ul video".split()
)


class Form(HTMLParser):
    def __init__(self, rewrite):
        super().__init__(convert_charrefs=False)
        self.rewrite = rewrite
        self.parts = []
        self.open = []
        self.verbatim = 0
        self.is_beside_block = True

    def handle_starttag(self, tag, attributes):
        self.start(tag, attributes, is_void=False)

    def handle_startendtag(self, tag, attributes):
        self.start(tag, attributes, is_void=True)

    def start(self, tag, attributes, is_void):
        rewritten = self.rewrite(tag, attributes) if self.rewrite else (tag, attributes)
        if not is_void:
            self.open.append((tag, rewritten is not None))
        if rewritten is None:
            return
        tag, attributes = rewritten
        if tag == "pre":
            self.verbatim += 1
        self.end_text(tag)
        written = "".join(f' {name}="{escape(value or "")}"' for name, value in sorted(attributes))
        self.parts.append(f"<{tag}{written}>")

    def handle_endtag(self, tag):
        # An element that was rewritten to nothing has no end either.
        for position in range(len(self.open) - 1, -1, -1):
            if self.open[position][0] == tag:
                was_written = self.open.pop(position)[1]
                if not was_written:
                    return
                break
        if tag == "pre":
            self.verbatim -= 1
        self.end_text(tag)
        self.parts.append(f"</{tag}>")

    def end_text(self, tag):
        self.is_beside_block = tag in BLOCKS
        if self.is_beside_block and self.parts and not self.parts[-1].startswith("<"):
            self.parts[-1] = self.parts[-1] if self.verbatim else self.parts[-1].rstrip()

    def handle_data(self, data):
        self.text(data)

    def handle_entityref(self, name):
        self.text(unescape(f"&{name};"))

    def handle_charref(self, name):
        self.text(unescape(f"&#{name};"))

    def text(self, data):
        data = escape(data)
        if not self.verbatim:
            data = re.sub(r"\s+", " ", data)
            if self.is_beside_block or (self.parts and self.parts[-1].endswith(" ")):
                data = data.lstrip()
        if not data:
            return
        self.is_beside_block = False
        if self.parts and not self.parts[-1].startswith("<"):
            self.parts[-1] += data
        else:
            self.parts.append(data)

    def handle_comment(self, data):
        self.parts.append(f"<!--{data}-->")

    def handle_decl(self, data):
        self.parts.append(f"<!{data}>")

    def unknown_decl(self, data):
        self.parts.append(f"<![{data}]>")

    def handle_pi(self, data):
        self.parts.append(f"<?{data}>")


def form(html, rewrite=None):
    """The comparable form of HTML; `rewrite` gives another tag and attributes for a tag, or None to drop the tag."""
    parser = Form(rewrite)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)
