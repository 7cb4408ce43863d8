"""Where nj and dž are two letters: инјекција, not ињекција; надживети, not наџивети.

Cyrillic tells the two apart and Latin does not (Pravopis srpskoga jezika, 2010, on the alphabets), so that for Latin
texts there is no rule but the words: those in which a prefix or a foreign stem meets j or ž. Ordinary words that begin
alike (иње, коњушница, тањур, ванземаљац, наџак, оџак) must stay outside.
"""

import re
from collections.abc import Iterator

_ANYWHERE = """
    in-jekc
    kon-jug kon-junk kon-junt kon-jukc kon-jekt
    tan-jug  van-jez  ben-jamin  šen-jang  pin-jin
    feld-ž  sub-žanr  nad-živ
"""
"""Stems that are so long that nothing else contains them, so prefixes may stand before them (хипер-конјугација)."""

_AT_THE_BEGINNING = """
    in-jek in-jur  kon-jek kon-juk  an-jo  šen-jan šen-jen  and-žej
    nad-žet nad-žn nad-žu nad-žel
    od-žal od-žar od-živ od-ždr od-žva od-žvi od-žmi od-žur
    pod-žan pod-žar pod-žd pod-žeg pod-žeć pod-žig pod-žiž pod-žu
    pred-ža pred-že pred-živ
"""
"""Beginnings of words, behind no more than one of `_BEFORE`."""

_BEFORE = ("ne", "naj", "po", "do", "re", "auto", "mikro", "hiper")


def _rules(pair: str) -> Iterator[str]:
    """Patterns of what follows a pair of letters, which then look back to the beginning of the stem."""
    parts = f"{pair[0]}-{pair[1]}"
    for word in _ANYWHERE.split():
        if parts in word:
            yield _rest(word) + _looking_back(word)
    for word in _AT_THE_BEGINNING.split():
        if parts in word:
            backs = (_looking_back(before + word, r"\b") for before in ("", *_BEFORE))
            yield f"{_rest(word)}(?:{'|'.join(backs)})"


def _rest(word: str) -> str:
    return word.split("-")[1][1:]


def _looking_back(word: str, begins: str = "") -> str:
    letters = word.replace("-", "")
    return f"(?<={begins}[{letters[0]}{letters[0].upper()}]{letters[1:]})"


def _pattern(pair: str) -> re.Pattern[str]:
    return re.compile(f"{pair}(?:{'|'.join(_rules(pair))})")


def _pattern_in_capitals(pair: str) -> re.Pattern[str]:
    return re.compile(_pattern(pair).pattern.upper().replace(r"\B", r"\b"))


_APART = tuple(make(pair) for pair in ("nj", "dž") for make in (_pattern, _pattern_in_capitals))
"""They begin with two letters as they are, which is what is found fastest in a long text."""


def apart(letters: str) -> Iterator[int]:
    """The places of each j and ž that makes no digraph with the n or d before it, in a Latin text."""
    for pattern in _APART:
        for found in pattern.finditer(letters):
            yield found.start() + 1
