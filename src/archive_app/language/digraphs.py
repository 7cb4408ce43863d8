"""Where nj and dž are two letters: инјекција, not ињекција; надживети, not наџивети.

Cyrillic tells the two apart and Latin does not (Pravopis srpskoga jezika, 2010, on the alphabets), so that for Latin
texts there is no rule but the words: those in which a prefix or a foreign stem meets j or ž. Ordinary words that begin
alike (иње, коњушница, тањур, ванземаљац, наџак, оџак) must stay outside.
"""

import re
from collections.abc import Iterator

_ANYWHERE = """
    in-jekc in-jekt in-jurij
    kon-jug kon-junk kon-junt kon-jukc kon-jekt
    tan-jug  van-jez  ben-jamin  šen-jang  pin-jin
    feld-žandar  sub-žanr  nad-živ
"""
"""Stems that are so long that nothing else contains them, so prefixes may stand before them (хипер-конјугација)."""

_AT_THE_BEGINNING = """
    an-jon  and-žej
    nad-žet nad-žn nad-žup nad-žel
    od-žal od-žar od-živ od-ždr od-žva od-žvi od-žmi od-žur
    pod-žanr pod-žanj pod-žar pod-žd pod-žeg pod-žeć pod-žig pod-žiž pod-žup
    pred-žal pred-žanr pred-žen pred-žet pred-živ
"""
"""Beginnings of words, behind no more than one of `_BEFORE`."""

_BEFORE = ("ne", "naj", "po", "do")


def _in_any_case(letters: str) -> str:
    return "".join(f"[{letter}{letter.upper()}]" for letter in letters)


def _rules(words: str, before: str) -> Iterator[str]:
    """Patterns that begin at the last letter of a stem: only there is anything to be looked for."""
    for word in words.split():
        stem, rest = word.split("-")
        rest = _in_any_case(rest)
        yield f"(?<={before}{_in_any_case(stem)}){rest}"


def _pattern(last: str, second: str) -> re.Pattern[str]:
    """What begins with `last` and goes on with `second`, where the two are letters of their own."""
    anywhere = [word for word in _ANYWHERE.split() if f"{last}-{second}" in word]
    beginnings = [word for word in _AT_THE_BEGINNING.split() if f"{last}-{second}" in word]
    rules = [*_rules(" ".join(anywhere), "")]
    for before in ("", *_BEFORE):
        rules += _rules(" ".join(beginnings), rf"\b{_in_any_case(before)}")
    return re.compile(f"{_in_any_case(last)}(?={_in_any_case(second)})(?:{'|'.join(rules)})")


_APART = (_pattern("n", "j"), _pattern("d", "ž"))


def apart(letters: str) -> Iterator[int]:
    """The places of each j and ž that makes no digraph with the n or d before it, in a Latin text."""
    for pattern in _APART:
        for found in pattern.finditer(letters):
            yield found.start() + 1
