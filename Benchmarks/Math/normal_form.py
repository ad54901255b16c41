"""What a formula's MathML says, without the ways in which converters may say it.

The normal form of a row is a tuple of characters and elements, that of an element `(name, row, row, …)`. Beside it
stand the characters with their classes in the same order: `i` italic identifier, `u` upright identifier, `n` number,
`o` operator, `t` text.

Not part of it: rows, styles, spaces, frames, annotations, attributes, empty scripts, invisible operators, how
characters that stand beside each other are divided into elements, and which of several look-alikes is used. Limits
that move beside their operator count as scripts where they do so.
"""
import unicodedata
import xml.etree.ElementTree as ElementTree

from converters import decoded, without_annotation

TRANSPARENT = {"math", "mrow", "mstyle", "mpadded", "merror", "menclose", "mphantom", "semantics"}
TOKENS = {"mi": "i", "mn": "n", "mo": "o", "mtext": "t", "ms": "t"}
# What limits become beside their base.
BESIDE = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
# What remains of scripts when only the first or only the second is there.
LESS = {
    "msubsup": ("msub", "msup"), "munderover": ("munder", "mover"), "msub": (None,), "msup": (None,), "munder": (None,),
    "mover": (None,),
}
ARITY = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
# Operators whose limits move by MathML's operator dictionary.
MOVABLE = set("∏∐∑⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆⨉")

# Function application, invisible times, comma and plus; joiners; variation selectors.
INVISIBLE = {*range(0x2061, 0x2065), 0x200B, 0x200C, 0x200D, 0xFE00, 0xFE0E}
LOOK_ALIKES = {
    character: canonical
    for canonical, characters in {
        "-": "\u2212\u2010\u2013",
        "|": "\u2223\u2758",
        "\u2016": "\u2225",
        "*": "\u2217",
        ":": "\u2236",
        "\u00B7": "\u22C5",
        "\\": "\u2216",
        "~": "\u02DC\u223C\u0303",
        "^": "\u02C6\u0302",
        "\u00AF": "\u203E\u0304\u0305_\u2015\u02C9\u0331\u0332",
        "\u02C7": "\u030C",
        "\u02D8": "\u0306",
        "\u02D9": "\u0307",
        "\u00A8": "\u0308",
        "\u2192": "\u20D7",
        "\u00B4": "\u0301",
        "`": "\u0300",
        "\u27E8": "\u2329\u3008",
        "\u27E9": "\u232A\u3009",
        "\u25B3": "\u2206",
        "\u2205": "\u2300",
    }.items()
    for character in characters
}
# One character that is as good as several.
SPELT_OUT = {
    "\u2026": "...", "\u22EF": "...", "\u2033": "\u2032\u2032", "\u2034": "\u2032\u2032\u2032",
    "\u2057": "\u2032\u2032\u2032\u2032", "'": "\u2032", "\u2254": ":=", "\u2255": "=:", "\u222C": "\u222B\u222B",
    "\u222D": "\u222B\u222B\u222B",
}
ALPHABETS = {
    "bold": "MATHEMATICAL BOLD ",
    "bold-italic": "MATHEMATICAL BOLD ITALIC ",
    "script": "MATHEMATICAL SCRIPT ",
    "bold-script": "MATHEMATICAL BOLD SCRIPT ",
    "fraktur": "MATHEMATICAL FRAKTUR ",
    "bold-fraktur": "MATHEMATICAL BOLD FRAKTUR ",
    "double-struck": "MATHEMATICAL DOUBLE-STRUCK ",
    "sans-serif": "MATHEMATICAL SANS-SERIF ",
    "bold-sans-serif": "MATHEMATICAL SANS-SERIF BOLD ",
    "monospace": "MATHEMATICAL MONOSPACE ",
}
# How text gets its face: our classes, and elements of HTML.
FACES = {
    "tml-bold": "bold", "tml-sans": "sans-serif", "tml-mono": "monospace", "b": "bold", "code": "monospace",
}
# Letters that Unicode had before the mathematical alphabets.
HOLES = dict(zip(
    "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ",
    ["ITALIC SMALL H"]
    + [f"SCRIPT CAPITAL {letter}" for letter in "BEFHILMR"]
    + [f"SCRIPT SMALL {letter}" for letter in "EGO"]
    + [f"FRAKTUR CAPITAL {letter}" for letter in "CHIRZ"]
    + [f"DOUBLE-STRUCK CAPITAL {letter}" for letter in "CHNPQRZ"]))


def in_alphabet(character, variant):
    """A letter of an alphabet as the name of its mathematical character; plain and italic letters as themselves."""
    prefix = ALPHABETS.get(variant)
    name = unicodedata.name(character, "")
    if prefix and name.startswith("DIGIT "):
        return prefix + name
    if prefix and name.startswith(("LATIN ", "GREEK ")):
        rest = name.partition(" ")[2]
        return prefix + rest.replace(" LETTER ", " ")
    if character in HOLES:
        name = "MATHEMATICAL " + HOLES[character]
    if name.startswith("MATHEMATICAL ITALIC ") or character in "ıȷ":
        return unicodedata.normalize("NFKC", character)
    return name if name.startswith("MATHEMATICAL ") else character


def local_name(element):
    return element.tag.rpartition("}")[2]


class NormalForm:
    """The normal form of a MathML formula: `row`, a hashable value, and `classes`, pairs of character and class."""

    def __init__(self, mathml):
        root = ElementTree.fromstring(decoded(without_annotation(mathml)))
        self.classes = []
        # MathML's displaystyle, at the place that is being read.
        self.is_display = root.get("display") == "block"
        self.row = self.content(root)

    def content(self, element):
        """What an element holds, as one row."""
        return tuple(item for child in element for item in self.items(child))

    def items(self, element):
        name = local_name(element)
        outer = self.is_display
        if name == "mtable":
            self.is_display = False
        if element.get("displaystyle"):
            self.is_display = element.get("displaystyle") == "true"
        items = self.items_in_style(element, name)
        self.is_display = outer
        return items

    def items_in_style(self, element, name):
        if name in TRANSPARENT:
            return self.content(element)
        if name in TOKENS:
            return self.characters(element, TOKENS[name], None)
        if name == "mspace":
            return ()
        if name in ARITY:
            return self.arranged(element, name)
        row = self.content(element)
        if name in ("mtable", "mtr"):
            # A row may be shorter than others.
            while row and row[-1] == ("mtd", ()):
                row = row[:-1]
            return ((name, *row),)
        return ((name, row),)

    def arranged(self, element, name):
        """An element with a fixed number of arguments, the first of them the base of scripts."""
        base = element[0]
        if name in BESIDE and not self.is_display and self.has_movable_limits(base):
            name = BESIDE[name]
        arguments = []
        for child in element:
            outer = self.is_display
            self.is_display = outer and not (arguments or name == "mfrac")
            arguments.append(tuple(self.items(child)))
            self.is_display = outer
        # One converter puts invisible operators among the arguments.
        while len(arguments) > ARITY[name] and () in arguments:
            arguments.remove(())
        if name in LESS:
            name, arguments = self.without_empty_scripts(name, arguments)
        # TeX hangs scripts on the last digit of a number, most converters on all of it: that looks the same.
        digits = arguments[0][:-1] if local_name(base) == "mn" and name in ("msub", "msup", "msubsup") else ()
        base = arguments[0][len(digits):]
        return *digits, *(((name, base, *arguments[1:]),) if name else base)

    @staticmethod
    def without_empty_scripts(name, arguments):
        """The name, `None` without any script, and the arguments that are left."""
        filled = [argument != () for argument in arguments[1:]]
        if not all(filled):
            name = LESS[name][filled.index(True)] if any(filled) else None
        return name, [arguments[0], *(argument for argument in arguments[1:] if argument)]

    @staticmethod
    def has_movable_limits(base):
        while local_name(base) in TRANSPARENT and len(base) == 1:
            base = base[0]
        text = (base.text or "").strip()
        return local_name(base) == "mo" and base.get("movablelimits", str(text in MOVABLE).lower()) == "true"

    def characters(self, element, sort, variant):
        """The characters of a token; some converters put further elements into it."""
        variant = element.get("mathvariant", FACES.get(local_name(element), variant))
        for face in (element.get("class") or "").split():
            variant = FACES.get(face, variant)
        letters = []
        for character in element.text or "":
            if character.isspace() or ord(character) in INVISIBLE:
                continue
            for part in SPELT_OUT.get(character, character):
                letters.append(in_alphabet(LOOK_ALIKES.get(part, part), variant))
        is_upright = variant == "normal" or (variant is None and len(letters) > 1)
        self.classes += [(letter, "u" if sort == "i" and is_upright else sort) for letter in letters]
        for child in element:
            letters += self.characters(child, sort, variant)
        return letters
