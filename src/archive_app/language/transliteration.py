"""A text as it is shown in the other script, letter by letter, with the way back to what is stored.

A long text is worked on in bytes, one for each letter, which takes a fraction of the time: `_PAGE` has a byte for all
that is common in Serbian, and what it does not have is put back at the end.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain, count, islice
from operator import add
from typing import AnyStr

from archive_app.core.offsets import SAME, Offsets
from archive_app.core.records import Script
from archive_app.language.digraphs import apart
from archive_app.language.keeping import ACCENTED, Range, kept_in_cyrillic, kept_in_latin
from archive_app.language.letters import CYRILLIC_OF, DIGRAPH_SIGNS, DIGRAPHS, LATIN_OF, LOOKALIKES


@dataclass(frozen=True, slots=True)
class Transliteration:
    """The letters that are shown, and where the stored ones stand among them."""

    letters: str
    offsets: Offsets


def transliterate(letters: str, script: Script) -> Transliteration:
    """Return a text (NFC, in either script or both) as it is shown in a script.

    Nothing is lost: `offsets` lead from each shown letter to the stored one. Without them, what is shown can be
    written back by the same rules but for a few words, which Latin does not tell apart (see `digraphs`) or which stay
    as they are (see `keeping`). Raises ValueError where the script is not known.
    """
    if script is Script.LATIN:
        return _in_latin(letters, kept_in_latin(letters))
    if script is Script.CYRILLIC:
        return _in_cyrillic(letters, kept_in_cyrillic(letters))
    raise ValueError(f"no script to show a text in: {script}")


def word_in_cyrillic(word: str) -> str:
    """Return a Latin word in Cyrillic, whatever it looks like; letters that Cyrillic does not have stay."""
    return _in_cyrillic(word, []).letters


# A byte for each letter

_UNDEFINED = "\ufffe"
"""A byte without a letter, as `codecs` has it."""
_HAS_NONE, _STAYS = b"?", b"\x01"
"""The bytes of letters that have none of their own, and of letters that are to stay."""
_DIACRITICS = "čćžšđČĆŽŠĐ"
_SIGNS = "ѐѝЀЍ„“”‘’‚«»‹›–—…·•°§©\u00a0\u00ad"
_PAGE = "".join(chr(code) if code in b"\0\t\n\r" or code >= 32 else _UNDEFINED for code in range(127))
_PAGE += (
    "".join(LATIN_OF) + "".join(LATIN_OF).upper() + _DIACRITICS + _SIGNS + "".join(DIGRAPH_SIGNS | LOOKALIKES)
)
_JOINED = dict(zip("љњџЉЊЏ", range(len(_PAGE), 256), strict=False))
"""Bytes for letters of which two Latin ones became one: others than those of letters that were there before."""
_PAGE = _PAGE.ljust(256, _UNDEFINED)
_ENCODING = codecs.charmap_build(_PAGE)


def _encoded(letters: str) -> bytes:
    return codecs.charmap_encode(letters, "replace", _ENCODING)[0]


def _decoding(changed: dict[str, str]) -> str:
    """The letters of all bytes, some of them in the other script."""
    table = [changed.get(letter, letter) for letter in _PAGE]
    for letter, byte in _JOINED.items():
        table[byte] = letter
    return "".join(table)


def _with_capitals(small: dict[str, str]) -> dict[str, str]:
    return small | {letter.upper(): other.upper() for letter, other in small.items()}


_TO_LATIN = _with_capitals({letter: latin for letter, latin in LATIN_OF.items() if len(latin) == 1})
_AS_LATIN = _decoding(_TO_LATIN | {"ѐ": "è", "ѝ": "ì", "Ѐ": "È", "Ѝ": "Ì"})
_AS_CYRILLIC = _decoding({latin: letter for letter, latin in _TO_LATIN.items()} | DIGRAPH_SIGNS | LOOKALIKES)
_HELD = re.compile(rb"\?\?*")
_PLACES_OF_HELD = re.compile(r"\?\?*")
"""Written so, they are found faster than one or more of the sign."""


def _places(pattern: re.Pattern[AnyStr], text: AnyStr) -> list[int]:
    return [found.start() for found in pattern.finditer(text)]


def _bytes_of(letters: str, kept: list[Range]) -> bytearray:
    """The bytes of a text in which some letters are to stay."""
    data = bytearray(_encoded(letters))
    for start, end in kept:
        data[start:end] = _STAYS * (end - start)
    return data


def _written(data: bytes, table: str, held: list[str]) -> str:
    """The letters of bytes; `held` are those that have none, or that are to stay."""
    letters = codecs.charmap_decode(data, "strict", table)[0]
    if not held:
        return letters
    pieces = _PLACES_OF_HELD.split(letters)
    return "".join(chain.from_iterable(zip(pieces, [*held, ""], strict=True)))


# To Latin

_SPLIT = re.compile(b"[%b]" % _encoded("љњџЉЊЏ"))
_AMONG_CAPITALS = re.compile(
    b"[%(these)b](?:(?=[%(capitals)b])|(?<=[%(capitals)b][%(these)b])(?![%(small)b]))"
    % {
        b"these": _encoded("ЉЊЏ"),
        b"capitals": _encoded("".join(filter(str.isupper, _PAGE))),
        b"small": _encoded("".join(filter(str.islower, _PAGE))),
    }
)
"""Љ before a capital, or at the end of some, becomes LJ, else Lj."""


def _in_latin(letters: str, kept: list[Range]) -> Transliteration:
    data = bytes(_bytes_of(letters, kept)).replace(_STAYS, _HAS_NONE)
    held = [letters[found.start() : found.end()] for found in _HELD.finditer(data)]
    places = _places(_SPLIT, data)
    if places:
        data = _AMONG_CAPITALS.sub(lambda found: _encoded(LATIN_OF[_PAGE[found[0][0]].lower()].upper()), data)
        for pair in DIGRAPHS:
            data = data.replace(_encoded(CYRILLIC_OF[pair]), _encoded(pair))
            data = data.replace(_encoded(CYRILLIC_OF[pair].upper()), _encoded(pair.capitalize()))
    shown = _written(data, _AS_LATIN, held)
    return Transliteration(shown, _offsets(places, map(add, places, count()), letters, shown))


def _offsets(stored: list[int], shown: Iterable[int], letters: str, written: str) -> Offsets:
    """`shown` begins with the places of those letters in what is written."""
    if not stored:
        return SAME
    return Offsets(stored, list(islice(shown, len(stored))), lengths=(len(letters), len(written)))


# To Cyrillic

_JOINS = [
    (re.compile(_encoded(written)), bytes([_JOINED[letter]]))
    for pair in DIGRAPHS
    for written, letter in (
        (pair, CYRILLIC_OF[pair]),
        (pair.capitalize(), CYRILLIC_OF[pair].upper()),
        (pair.upper(), CYRILLIC_OF[pair].upper()),
    )
]
"""A pattern replaces two bytes faster than `bytes.replace` does."""
_ANY_JOINED = re.compile(b"[%b]" % bytes(_JOINED.values()))
_SECOND = dict(zip(_encoded("jžJŽ"), _encoded("јжЈЖ"), strict=True))


def _in_cyrillic(letters: str, kept: list[Range]) -> Transliteration:
    data = _bytes_of(letters, kept)
    for place in apart(letters):
        data[place] = _SECOND.get(data[place], data[place])
    accented = _accented(letters, data)
    joined = bytes(data).replace(_STAYS, _HAS_NONE)
    held = _with_accents(letters, joined, set(accented))
    for pair, letter in _JOINS:
        joined = pair.sub(letter, joined)
    places = _places(_ANY_JOINED, joined)
    shown = _written(joined, _AS_CYRILLIC, held)
    stored = list(map(add, places, count()))
    if accented:
        changes = sorted([*((place, -1) for place in stored), *((place, 1) for place in accented)])
        stored = [place for place, _change in changes]
        places = list(map(add, stored, accumulate((change for _place, change in changes), initial=0)))
    return Transliteration(shown, _offsets(stored, places, letters, shown))


def _accented(letters: str, data: bytearray) -> list[int]:
    """The places of letters with accents, which have no byte, outside of words that stay."""
    runs = (range(*found.span()) for found in _HELD.finditer(data))
    return [at for run in runs for at in run if letters[at] in ACCENTED]


def _with_accents(letters: str, data: bytes, accented: set[int]) -> list[str]:
    """The letters that are held, those at `accented` as Cyrillic has them."""
    spans = [found.span() for found in _HELD.finditer(data)]
    if not accented:
        return [letters[start:end] for start, end in spans]
    return [
        "".join(ACCENTED[letters[at]] if at in accented else letters[at] for at in range(start, end))
        for start, end in spans
    ]
