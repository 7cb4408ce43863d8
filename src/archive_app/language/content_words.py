"""What a passage speaks of: its words with content, each with the keys by which its other forms are known.

Two words are taken for forms of one word when they share a key. The keys are those of `stems`, of either script and any
case; what counts or numbers something is known by its value, so that "III", "3." and "Treći" are one. Names have a key
more for each way in which Serbian may write a foreign one. Left out are words without content and the words that
dates are made of: what a date says is compared as a date.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from archive_app.core.proposals import Word
from archive_app.language.folding import bare, latin
from archive_app.language.numbers import number, ordinal, roman
from archive_app.language.spellings import transcriptions
from archive_app.language.stems import FUNCTION_WORDS, stem_keys
from archive_app.language.tokens import Token, tokenize

Place = tuple[int, int]

_SHORTEST = 3
_OF_DATES = re.compile(
    "(?:januar|februar|mart|april|maj|jun|jul|avgust|septemb|oktob|novemb|decemb|godin|mesec|mjesec|nedelj|nedjelj"
    "|sedmic|dan|vec|vece|vecer|uvec|jutr|ujutr|noc|zor|svit|ponoc|podne|cas|sat|kraj|pocetk|sredin|tok|vrem)"
    "(?:a|e|i|o|u|om|em|ima|ama|og|oga|ru|ra|r|na|nu|ni|ne|ci|cu|ca|ova|ovi|en|enu|ena|sku|ski)?"
)
"""Folded words, with their endings, that belong to dates and hours. With a capital they may be names (Marta)."""
_NO_CONTENT = FUNCTION_WORDS | frozenset(
    "bila bile biti bude dok iako ipak jedan jedna jedne jedno jednog jednu jos kada kod koga mnogo moga mogu morala "
    "morao moze nekoliko oko onda opet ovako pa preko sada samo sasvim skoro tamo te tek tokom veoma vise zatim".split()
)
"""Folded words that every text is full of."""
_OPENING = " \t\n\u00a0„“”‟\"'«»‹›(\u2013\u2014-"
_LOOK_BACK = 40
"""So many code points before a word say whether it begins a sentence: a long passage is not copied for each word."""


def content_words(text: str, without: Iterable[Place] = ()) -> list[Word]:
    """The words with content of a passage, without those that stand in some places of it."""
    left_out = list(without)
    return [word for word in _words(text) if not any(start <= word.start < end for start, end in left_out)]


def _words(text: str) -> Iterator[Word]:
    tokens = list(tokenize(text))
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if following is not None and following.part and not token.part:
            continue  # a compound is known by its parts
        capital = token.text[0].isupper()
        keys = _keys(token.text, capital)
        if keys:
            is_name = capital and ((len(token.text) > 1 and token.text.isupper()) or not _begins(text, token))
            yield Word(token.text, token.start, keys, is_name)


def _begins(text: str, token: Token) -> bool:
    """Whether a word begins a sentence, so that its capital says nothing."""
    before = text[max(0, token.start - _LOOK_BACK) : token.start].rstrip(_OPENING)
    return not before or before[-1] in ".!?…:"


@lru_cache(maxsize=1 << 15)
def _keys(token: str, capital: bool) -> frozenset[str]:
    if token[0].isdigit():
        return frozenset(("#" + number(token),))
    if value := roman(token):
        return frozenset((f"#{value}",))
    word = latin(token)
    folded = bare(word)
    if value := ordinal(folded):
        return frozenset((f"#{value}",))
    if len(folded) < _SHORTEST or (not capital and (folded in _NO_CONTENT or _OF_DATES.fullmatch(folded))):
        return frozenset()
    stems = stem_keys(folded, capital)
    if capital:
        stems |= {key for name in transcriptions(word) for key in stem_keys(name, True)}
    return stems
