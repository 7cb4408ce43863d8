"""Queries that nobody would type, for everything that reads one."""

import random
from collections.abc import Iterator

SIGNS = [
    *"()\"*?:~=+-_/\\[]{}^!.,;„“”‟«»'<>|&#@",
    " ",
    " ",
    " ",
    "\n",
    "\t",
    "\0",
    "\x1b",
    "\u00a0",
    "\u2028",
]
WORDS = [
    *("AND", "OR", "NOT", "and", "ANDNOT", "TO", "I", "ILI", "NE"),
    *(
        "most",
        "ћуприја",
        "Džep",
        "ǆep",
        "z\u030cabac",
        "3.",
        "21.30",
        "50.000",
        "1944-10",
        "III",
        "NATO-a",
        "crno-beo",
    ),
    *(
        "title:",
        "author:",
        "tag:",
        "event:",
        "caption:",
        "note:",
        "kind:",
        "script:",
        "date:",
        "autor:",
        "Title:",
    ),
    *(
        "kind:photo",
        "script:ћир",
        "date:1944..",
        "date:..",
        'date:"',
        "kind:(",
        "http://",
        "~2",
        "~99",
        '"~',
        "=",
        "*a*",
    ),
    *(
        "𝔐𝔬𝔰𝔱",
        "😀",
        "\u00ad",
        "\u200b",
        "\u0301",
        "\ufeff",
        "\U0010ffff",
        "ъ",
        "あ",
        "١٩٤٤",
        "²",
        "ß",
        "İ",
        "ﬁ",
        "-\n",
    ),
]
TEMPLATES = [
    "{0}(" * 60 + "{1}" + ")" * 60,
    "(" * 2_000 + "{0}" + ")" * 2_000,
    "title:" * 300 + "{0}",
    "NOT " * 600 + "{0}",
    "-" * 2_000 + "{0}",
    "{0} OR " * 300 + "{1}",
    "{0} AND ({1} OR " * 30,
    '"' * 2_001 + "{0}",
    "„" * 2_000 + "{0}",
    "*" * 2_000 + "{0}" + "?" * 2_000,
    "a" * 4_000 + "{0}~2",
    "a?" * 2_000 + "{0}",
    "1." * 1_000 + "{0}",
    "crno-" * 500 + "{0}*",
    "=" * 2_000 + "{0}",
    'date:"{0}' + "9" * 2_000 + '"',
    "date:(" + "1944.." * 300 + ")",
    "kind:" * 500 + "{0}",
    "\u0301" * 2_000 + "{0}*",
]


def hostile(chance: random.Random) -> Iterator[str]:
    """Ten thousand queries: signs and words in any order, any code points, and what would nest or run away."""
    for _ in range(4_000):
        yield "".join(chance.choices(SIGNS + WORDS, k=chance.randrange(1, 25)))
    for _ in range(3_000):
        yield " ".join(chance.choices(SIGNS + WORDS, k=chance.randrange(1, 12)))
    for _ in range(2_000):
        yield "".join(map(chr, chance.choices(range(0x3000), k=chance.randrange(1, 40))))
    for _ in range(900):
        yield "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 40)))
    for n in range(100):
        yield TEMPLATES[n % len(TEMPLATES)].format(*chance.choices(WORDS, k=2))
