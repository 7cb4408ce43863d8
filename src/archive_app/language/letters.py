"""The letters of Serbian in both scripts (Pravopis srpskoga jezika, 2010)."""

LATIN_OF = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)
"""The Latin letters of each Cyrillic one, small."""

CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in LATIN_OF.items()}
"""The Cyrillic letter of each Latin one, small; three of the Latin ones are written with two signs."""

DIGRAPHS = ("lj", "nj", "dž")
"""The Latin letters that are written with two signs."""

DIGRAPH_SIGNS = {"ǉ": "љ", "ǈ": "Љ", "Ǉ": "Љ", "ǌ": "њ", "ǋ": "Њ", "Ǌ": "Њ", "ǆ": "џ", "ǅ": "Џ", "Ǆ": "Џ"}
"""The same three as one code point, and the Cyrillic letter of each."""

LOOKALIKES = {"ð": "ђ", "Ð": "Ђ"}
"""The Icelandic eth, which stands for đ in many texts, as its capital looks the same; and the Cyrillic letter."""
