"""The words of a query: from text without operators to what is sought.

Nothing here fails: what no word can be made of is left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from archive_app.core.translation import _
from archive_app.language.folding import INVISIBLE, fold, latin
from archive_app.language.stems import FUNCTION_WORDS
from archive_app.language.tokens import Token, tokenize
from archive_app.search.plans import All, AnyOf, Fuzzy, Node, Phrase, Prefix, Sought, Wildcard, Word

Notify = Callable[[str], None]
"""Takes a sentence that the person should read."""

_LETTER = rf"[^\W_]|[\u0300-\u036f\u0483-\u0487{INVISIBLE}]"
_RUN = re.compile(rf"(?:{_LETTER}|[*?])++")
_WILD = re.compile(r"\*|\?(?=[^\W_])")
"""Makes a pattern of a word. Question marks at its end alone are punctuation: Gde je Kalemegdan?"""
_COMPOUND_PATTERN = re.compile(rf"(?:{_LETTER}|[*?])+(?:[-\u2010\u2011](?:{_LETTER}|[*?])+)+")
_FUZZY = re.compile(r"(?P<word>.*[^\W_][*?]*)~(?P<distance>[12]?)(?P<after>[^\w~]*)")
_HAS_LETTER = re.compile(r"[^\W\d_]")
_SIGN = re.compile(rf"[~=]|{_WILD.pattern}")


def chunk(text: str, *, exact: bool = False, notify: Notify | None = None) -> Node | None:
    """Return what was typed without a space: one word, or a phrase (14.oktobra); None where no word is in it.

    A lone compound is also sought whole. With `exact` only its letters are.
    """
    if text.isalpha():
        return _word(text, exact)
    if fuzzy := _FUZZY.fullmatch(text):
        return _join(list(_fuzzy(fuzzy, exact, notify)))
    found = list(_sought(text, exact))
    whole = _whole(text, exact) if len(found) > 1 else None
    parts = _join(found)
    return AnyOf((whole, parts)) if whole and parts else parts


def phrase(
    text: str, *, slop: int | None = None, exact: bool = False, notify: Notify | None = None
) -> Node | None:
    """Return the words between quotation marks, None where there are none. Each can have * ? ~ and = of its own."""
    if not _SIGN.search(text):
        return _join(list(_words(text, exact)), slop)
    found: list[Sought] = []
    for piece in text.split():
        letters_only = exact or (piece[0] == "=" and len(piece) > 1)
        if fuzzy := _FUZZY.fullmatch(piece):
            found += _fuzzy(fuzzy, letters_only, notify)
        else:
            found += _sought(piece, letters_only)
    return _join(found, slop)


def all_of(parts: list[Node]) -> Node | None:
    """Return the node that wants every part, those of inner ones with the others; None without parts."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, All) else (part,)
    if len(flat) < 2:
        return flat[0] if flat else None
    return All(tuple(flat))


def _join(found: list[Sought], slop: int | None = None) -> Node | None:
    if len(found) < 2:
        return found[0] if found else None
    return Phrase(tuple(map(_in_phrase, found)), slop)


def _in_phrase(word: Sought) -> Sought:
    """In a phrase, words without content are meant as they stand: "na Kalemegdanu je", not "na Kalemegdanu su"."""
    if isinstance(word, Word) and fold(word.text) in FUNCTION_WORDS:
        return replace(word, fixed=True)
    return word


def _sought(text: str, exact: bool) -> Iterator[Sought]:
    """Yield the words of `text` one after the other, parts of compounds without their wholes."""
    end = 0
    # The question mark of a web address begins its query.
    wild = _WILD.search(text) and "://" not in text
    for match in _RUN.finditer(text) if wild else ():
        if _WILD.search(match[0]) and (pattern := _pattern(match[0], exact)):
            yield from _words(text[end : match.start()], exact)
            yield pattern
            end = match.end()
    yield from _words(text[end:], exact)


def _words(text: str, exact: bool) -> Iterator[Word]:
    tokens = list(tokenize(text))
    for token, after in pairwise([*tokens, None]):
        if token is None or (after is not None and after.part and not token.part):
            continue
        if word := _word(token.text, exact):
            yield word


def _word(text: str, exact: bool) -> Word | None:
    """The word, None where nothing of it would be left in the index (a hard sign)."""
    return Word(text, exact) if text.isascii() or latin(text) else None


def _whole(text: str, exact: bool) -> Sought | None:
    """A compound that is all there is in `text`, as one word."""
    if _WILD.search(text):
        match = _COMPOUND_PATTERN.fullmatch(text)
        return _pattern(text, exact) if match else None
    tokens: list[Token] = list(tokenize(text))
    if len(tokens) > 1 and tokens[1].part and tokens[0].end == tokens[-1].end:
        return _word(tokens[0].text, exact)
    return None


def _pattern(text: str, exact: bool) -> Prefix | Wildcard | None:
    """The word with * or ?, None where it has no letter beside them."""
    signs = re.split(r"([*?]+)", text)
    letters = [(latin if exact else fold)(part) for part in signs[::2]]
    if not any(letters):
        return None
    if len(signs) == 3 and not letters[1] and "?" not in signs[1]:
        return Prefix(letters[0], exact)
    signs[::2] = letters
    return Wildcard(re.sub(r"\*[*?]*\*", _stars, "".join(signs)), exact)


def _stars(match: re.Match[str]) -> str:
    """Many stars are one, question marks among them stay."""
    return "?" * match[0].count("?") + "*"


def _fuzzy(match: re.Match[str], exact: bool, notify: Notify | None) -> Iterator[Sought]:
    """Words that may be spelt otherwise; those too short for it, and numbers, as they are."""
    distance = int(match["distance"] or 1)
    text = match["word"]
    if exact or _WILD.search(text):
        if notify:
            sentence = _("“~” was left out of “{text}”: it cannot stand together with *, ? or =.")
            notify(sentence.format(text=match[0]))
        yield from _sought(text, exact)
        return
    for word in _words(text, exact):
        folded = fold(word.text)
        if not _HAS_LETTER.search(folded):
            yield word
        elif len(folded) <= distance + 1:
            if notify:
                notify(_("“{word}” is too short for ~: it was searched as it is.").format(word=word.text))
            yield word
        else:
            yield Fuzzy(folded, distance)
