"""Texts that are hard to show in another script."""

import random

HOSTILE = (
    "Мост \u202eтекст\u202c и \u2067most\u2069 на\u200fзад, desno\u200e",
    "љ\u200bубав n\u200bj d\u200dž \ufeffкоњ \u2060ǌ",
    "𝔄лфа 😀њ 🂡 lj𝔅nj 👩‍👩‍👧 ǆ",
    "a\u0301\u0302\u0303\u0304њ\u0301\u0301\u0301 ж\u0323\u0307 n\u0304j",
    "ĐĐđđ ŠŠ šš ÂâÔô œæß ﬁﬂ ĲĳǱǲǳ ŉ",
    "?" * 50 + "њ?" * 20 + "\x00\x01\x02\x1a\x7f nj\x01nj ?nj?",
    "ĳ" * 30 + "wnjw" * 30 + "II" * 30,
    "I\nI I. I, (I) I/1 V X\nV. Đ\nI",
    "\t\r\n\r\x0b\x0c\x85\u2028\u2029 nj",
    "„" * 80 + "A" * 80 + "“" * 80 + '"Le "Monde" of"',
    "@" * 40 + " a@ @b ://:// www.www. .com.com njx@nj.com",
    "lJ Lj lj LJ nJ Nj NJ dŽ Dž DŽ dž Љ ЉЉ љЉ Љљ аЉ АЉ АЉа",
    "\ue000\ue001\ufffe\uffff\ufffd nj \ud7ff",
    "١٩٤٤ あ 中文 עברית عربي ქართ İı ſ K Å",
)

_SIGNS = [
    *"abcdefghijklmnoprstuvzčćđšžqwxy ABCDEFGHIJLMNOPRSTUVXZČĆĐŠŽ",
    *"абвгдђежзијклљмнњопрстћуфхцчџш АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ",
    *"ѣъыйѓќѕѐѝâôāśǆǉǌéöłß?!.,:;„“”\"'()-–—/@0123456789",
    *(
        "lj",
        "nj",
        "dž",
        "Lj",
        "NJ",
        "Dž",
        "inj",
        "konjug",
        "nadživ",
        "III",
        "VI",
        "km",
        "www.",
        ".com",
        "ch",
        "ss",
    ),
    *(
        "\n",
        "\u00ad",
        "\u200b",
        "\u200f",
        "\u202e",
        "\u0301",
        "\u0304",
        "\ufeff",
        "\u00a0",
        "😀",
        "𝔄",
        "\0",
        "\x01",
    ),
]


def letters_of_chance(chance: random.Random) -> str:
    """A short text of anything."""
    return "".join(chance.choices(_SIGNS, k=chance.randrange(60)))
