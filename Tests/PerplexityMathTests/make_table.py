#!/usr/bin/env python3
"""Writes ElementaryFunctionTable.swift: values of log, log2, log10, exp, exp2 and pow to about 106 bits.

Needs mpmath. `make_table.py` writes the table beside itself; `make_table.py --check` only compares and
exits 1 when the committed table differs. A line holds the function, the bits of the argument or arguments,
and the bits of two doubles whose sum is the value.
"""

import math
import pathlib
import random
import struct
import sys

import mpmath

mpmath.mp.prec = 2400  # pow(x, y) of long significands cancels up to some 1,100 bits
TARGET = pathlib.Path(__file__).with_name("ElementaryFunctionTable.swift")
TINY, SMALLEST_NORMAL, LARGEST = 2.0**-1074, 2.0**-1022, math.ldexp(2.0 - 2.0**-52, 1023)


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def from_bits(pattern):
    return struct.unpack("<d", struct.pack("<Q", pattern))[0]


def nearest_double(exact):
    """Rounds to 53 bits, or to a multiple of 2^-1074 below the normal range; None on overflow."""
    if exact == 0:
        return 0.0
    sign, mantissa, exponent, width = mpmath.mpf(exact)._mpf_
    drop = max(width - 53, -1074 - exponent)
    if drop > 0:
        kept, rest, half = mantissa >> drop, mantissa & ((1 << drop) - 1), 1 << (drop - 1)
        kept += rest > half or (rest == half and kept & 1)
        mantissa, exponent = kept, exponent + drop
    try:
        value = math.ldexp(mantissa, exponent)
    except OverflowError:
        return None
    return -value if sign else value


FUNCTIONS = {
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x) / mpmath.ln2,
    "log10": lambda x: mpmath.log(x) / mpmath.ln10,
    "exp": mpmath.exp,
    "exp2": lambda x: mpmath.mpf(2) ** x,
    "pow": lambda x, y: mpmath.mpf(x) ** y,
}


def arguments(random_source):
    """Every function's arguments: whole range, neighbourhoods of 1 and 0, edges, and everyday values."""
    positive = [TINY, 3 * TINY, from_bits(bits(SMALLEST_NORMAL) - 1), SMALLEST_NORMAL, LARGEST, math.e, math.sqrt(2)]
    positive += [from_bits(bits(1.0) + step) for step in (-9, -2, -1, 0, 1, 2, 9)]
    positive += [from_bits(bits(math.sqrt(2)) + step) for step in (-1, 1)]
    positive += [2.0**k for k in range(-1074, 1024, 61)] + [10.0**k for k in range(-300, 309, 19)]
    positive += [31.1, 25.99, 4.7, 50257.0, 0.001]
    positive += [from_bits(random_source.randrange(bits(TINY), bits(LARGEST))) for _ in range(220)]
    positive += [random_source.uniform(0.5, 2) for _ in range(180)]
    positive += [1 + random_source.uniform(-1, 1) * 2.0**-random_source.randrange(2, 52) for _ in range(120)]
    for name in ("log", "log2", "log10"):
        yield from ((name, (x,)) for x in positive)

    small = [random_source.uniform(-1, 1) * 2.0**-random_source.randrange(0, 70) for _ in range(100)]
    signed = [0.0, -0.0, TINY, -TINY, 1.0, -1.0, 0.5, -0.5, 4.7, 3.4372, 4.9588] + small
    for name, low, high in (("exp", -745.2, 709.79), ("exp2", -1075.0, 1023.999)):
        xs = signed + [random_source.uniform(low, high) for _ in range(300)]
        xs += [random_source.uniform(low, low * 0.94) for _ in range(100)] + [low * 0.9999, high * 0.99999]
        yield from ((name, (x,)) for x in xs)

    pairs = [(2.0, 4.7), (3.0, 4.0), (10.0, -3.0), (10.0, 22.0), (-2.0, 3.0), (-2.0, 4.0), (31.1, -100.0), (0.5, 1074.0)]
    for _ in range(400):
        x = from_bits(random_source.randrange(bits(1e-300), bits(1e300)))
        pairs.append((x, random_source.uniform(-1.05, 1.03) * 709 / abs(math.log(x))))
    for _ in range(300):
        x = 1 + random_source.uniform(-1, 1) * 2.0**-random_source.randrange(1, 50)
        if x != 1:
            pairs.append((x, random_source.uniform(-1.05, 1.03) * 709 / abs(math.log(x))))
    pairs += [(random_source.uniform(1, 1000), random_source.uniform(-20, 20)) for _ in range(200)]
    pairs += [(float(random_source.randrange(2, 30)), float(random_source.randrange(-9, 30))) for _ in range(100)]
    yield from (("pow", pair) for pair in pairs)


def line(name, values):
    exact = FUNCTIONS[name](*(mpmath.mpf(value) for value in values))
    high = nearest_double(exact)
    if high is None:
        return None
    low = nearest_double(exact - mpmath.mpf(high)) if abs(high) > 1e-290 else None
    # Near the bottom of the range the rest is kept in units of 2^-1074.
    rest = low if low is not None else float((exact - mpmath.mpf(high)) * mpmath.mpf(2) ** 1074)
    words = [name] + [f"{bits(value):x}" for value in values] + [f"{bits(high):x}", f"{bits(rest):x}"]
    return " ".join(words)


def table():
    entries = [line(name, values) for name, values in arguments(random.Random(20240907))]
    text = "\n".join("    " + entry for entry in dict.fromkeys(entries) if entry)
    return f'''/// Made by make_table.py with mpmath; do not edit.
///
/// A line: function, bits of its arguments, bits of the correctly rounded value, bits of what the rounding left
/// (in units of 2^-1074 where the value's magnitude is at most 1e-290).
enum ElementaryFunctionTable {{
  static let text = """
{text}
    """
}}
'''


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if TARGET.read_text() == table() else "ElementaryFunctionTable.swift is not what make_table.py writes")
    TARGET.write_text(table())
