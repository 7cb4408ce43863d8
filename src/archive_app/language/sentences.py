"""Where sentences begin and end in Serbian, in both scripts.

A full stop is also that of an ordinal (14. oktobra, III armija, 1944. godine) and of an abbreviation (Pravopis
srpskoga jezika, 2010, on the full stop). What follows decides first: a small letter never begins a sentence. Before
a capital the word before decides: titles and the like (dr., sv., str.) go on, and so do initials and ordinals of one
or two figures (5. Krajiška divizija); years end a sentence, and so do abbreviations that stand at the end of an
enumeration (itd., i sl.).
"""

import re
from collections.abc import Iterator

from archive_app.language.folding import latin

_CLOSING = "”“’‘\"'»«›‹)\\]}"
_OPENING = "„“”‟‚‘\"'«»‹›(\\[{"
_DASH = "\u2010-\u2015\u2212-"
_END = re.compile(rf"[.!?…‥。]+[{_CLOSING}]*(?:[.!?…]+[{_CLOSING}]*)?(?=\s|[{_DASH}]|$)")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_NEXT = re.compile(rf"[\s{_OPENING}{_DASH}]*")
_LAST_WORD = re.compile(r"(?<![\w-])[^\W_]+$")
_ORDINAL = re.compile(r"(?<![\w-])\d{1,2}$")
_COUNTED = re.compile(r"\b(?:br|str|čl|t|tač|knj|sv|fasc|kut|f|k)\.\s*$")
"""What is counted by a number behind it, which is then no ordinal: "br. 7."."""
_LOOK_BACK = 40

_GO_ON = frozenset(
    "dr mr prof doc akad ing inž arh adv g gđa gdja gđica gdjica gosp sv str st br ul tzv npr tj čl odn usp uspor v "
    "ur prir prev izd knj tom god fasc inv f k gen đen djen ppuk potpuk ppor potpor vodn kom preds pred stud ap "
    "rođ kr otpr ca cca ibid ib op cit loc jul avg sept okt nov dec feb febr apr pon uto čet lj nj dž".split()
)
"""Abbreviations after which a sentence goes on, whatever follows, in Latin."""
_MAY_END = frozenset("itd itsl isl sl din km kg god čas h d e hilj mil mlrd dr".split())
"""Abbreviations that may stand at the end of a sentence: before a capital they do."""
_BEFORE_AN_END = re.compile(r"(?:\bi\s+|\bt\.\s*|\bn\.\s*|\d\s*)$")
"""What stands before an abbreviation of both kinds where it ends something: "i dr.", "t. d.", "1944. god."."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as `[start, end)` in code points, without the white space around them."""
    found = []
    start = 0
    for end in [*_ends(text), len(text)]:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            found.append((first, last))
        start = end
    return found


def _ends(text: str) -> Iterator[int]:
    """The places behind the sentences but for the last one."""
    blanks = [blank.start() for blank in _BLANK.finditer(text)]
    signs = [sign.end() for sign in _END.finditer(text) if _ends_sentence(text, sign)]
    yield from sorted({*blanks, *signs} - {len(text)})


def _ends_sentence(text: str, sign: re.Match[str]) -> bool:
    following = _NEXT.match(text, sign.end())
    place = following.end() if following else sign.end()
    after = text[place : place + 1]
    if not after:
        return True
    is_capital = after.isupper() or after.istitle()
    if not is_capital and not after.isdigit():
        return not after.isalpha() and not after.isalnum()
    if sign[0] != ".":  # with a quotation mark, or more than a full stop: no abbreviation
        return True
    before = text[max(0, sign.start() - _LOOK_BACK) : sign.start()]
    ordinal = _ORDINAL.search(before)
    if ordinal:
        return bool(_COUNTED.search(latin(before[: ordinal.start()])))
    word = _LAST_WORD.search(before)
    return word is None or not _goes_on(word[0], before[: word.start()], is_capital)


def _goes_on(word: str, before: str, before_capital: bool) -> bool:
    """Whether a sentence goes on behind a word with a full stop, before a capital or a figure."""
    if _is_roman(word) or (len(word) == 1 and word.isupper()):
        return True
    name = latin(word)
    if name in _MAY_END and before_capital and (name not in _GO_ON or _BEFORE_AN_END.search(latin(before))):
        return len(name) == 1 and not _BEFORE_AN_END.search(latin(before))
    return name in _GO_ON or name in _MAY_END or (len(word) == 1 and word.isalpha())


def _is_roman(word: str) -> bool:
    return bool(re.fullmatch("[IVXLCDMХІ]+", word))
