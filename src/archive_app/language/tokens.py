"""Tokens: the words and numbers of a text, with their places in it.

A compound (Чукарица-Топчидер) gives itself and then its parts. The parts take one position each and the whole
stands at the position of the first, so that a phrase can run through them. An abbreviation with its case
ending (NATO-a) and a number with one (14-og) are one token. 14.oktobra is two tokens, 50.000 one number
and 21.30 a time, but 20.10.1944 is three numbers.

A word divided at a line end is one token over both lines. Serbian divides words with the same hyphen that joins
compounds (Pravopis srpskoga jezika, 2010), so what follows decides: a small letter continues the word, a
capital begins the next part of a compound. What could be both, `readings` gives in both ways.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive_app.language.folding import INVISIBLE, latin


class Token(NamedTuple):
    """A word or number at `[start, end)` of the text, in code points; `text` is what stands there.

    `position` counts the words of the text. `part` marks a part of a compound that came just before.
    """

    text: str
    start: int
    end: int
    position: int
    part: bool = False


_HYPHEN = "[-\u2010\u2011]"
HYPHENS = re.compile(_HYPHEN)
_LETTER = r"[^\W\d_]"
_NOT_SIGN = "\u00ac"
"""Text recognition and old typesetting programs put this where a word was divided."""
_WORD = rf"{_LETTER}(?:{_LETTER}++|[\u0300-\u036f\u0483-\u0487{INVISIBLE}]|{_NOT_SIGN}(?={_LETTER}))*+"
_SPACES = "[ \t\u00a0]*+"
_BREAKS = "\n\r\v\f\x85\u2028"
_LINE_END = rf"{_SPACES}(?:\r\n|[{_BREAKS}]){_SPACES}(?={_LETTER})"
_DIVISION = rf"(?:[-\u2010\u2011{_NOT_SIGN}]|(?<=\u00ad)){_LINE_END}"

_NUMBER_ENDINGS = frozenset(
    "a e i o u og oga om ome oj ih im ima em ti ta to te tu tog toga tom tome toj tih tim tima mi ma mo me mu "
    "mog mom moj mih mim gi ga go ge gu gog gom goj gih gim ci ca ce cu ke ka ki ku eg ega emu".split()
)
CASE_ENDINGS = frozenset(
    "a u om em e i ov ova ovo ove ovi ovu ovog ovom ovih ev eva in ina ima ovima ama ju je".split()
)
"""What may follow the hyphen of an abbreviation, in Latin."""

_TIME = (
    r"(?<![\d.:])(?:[01]?\d|2[0-4])[.:]"
    # A second number up to 12 with a full stop after it is the month of a date, not minutes.
    r"(?:(?:0\d|1[0-2])(?![\d.]|:\d)|(?:1[3-9]|[2-5]\d)(?!\d|[.:]\d|\.\s{0,2}\d{4}))"
)
_TOKEN = re.compile(
    rf"(?P<thousands>(?<![\d.])\d{{1,3}}(?:[.\u00a0\u202f]\d{{3}})++(?!\d))"
    rf"|(?P<time>{_TIME})"
    rf"|(?P<number>\d++)(?P<ending>{_HYPHEN}{_LETTER}{{1,4}}(?![\w\u0300-\u036f]))?"
    rf"|{_WORD}(?P<more>(?:{_DIVISION}{_WORD}|{_HYPHEN}(?:{_WORD}|\d++))++)?"
)
_NO_CUT = (
    rf"(?<=[-\u2010\u2011{_NOT_SIGN}\u00ad]){_LINE_END}",
    r"(?<=\d\.)\s{1,2}(?=\d)",
    r"[\u00a0\u202f](?=\d)",
)
"""White space that a token, or the look of one at what follows it, may run over."""
_UNCUT = [re.compile(pattern.replace("(?<=", "(?:")) for pattern in _NO_CUT]
_PIECE = re.compile(rf"\S++(?:(?:{'|'.join(_NO_CUT)})\S++)*+")
_BREAK = re.compile(f"[{_BREAKS}]")
_JOINT = re.compile(rf"{_DIVISION}|{_HYPHEN}")
_ROMAN = re.compile("[IVXLCDMХІ]+")
_LINKED = re.compile(".{2,}[sšcčć]ko")
"""The first half of a compound adjective: sovjetsko-jugoslovenski."""
_MOST_PARTS = 8


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in the order of their positions, a compound before its parts."""
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        ending = match["ending"]
        if ending and latin(ending[1:]) not in _NUMBER_ENDINGS:
            yield Token(match["number"], start, match.end("number"), position)
            yield Token(ending[1:], match.start("ending") + 1, end, position + 1)
            position += 2
        elif match["more"] is None or is_abbreviation_with_ending(match[0]):
            yield Token(match[0], start, end, position)
            position += 1
        else:
            for token in _compound(match[0], start, position):
                yield token
            position = token.position + 1


def single_words(text: str) -> list[Token]:
    """Return the tokens of `text` that are no compounds: of those only the parts."""
    tokens = list(tokenize(text))
    wholes = {n for n, after in enumerate(tokens[1:]) if after.part and not tokens[n].part}
    return [token for n, token in enumerate(tokens) if n not in wholes]


def pieces(text: str) -> list[str]:
    """Return `text` cut at white space, so that the pieces one by one have the tokens of the whole, and their
    positions. Numbers written with spaces and words divided at a line end stay in one piece."""
    if any(pattern.search(text) for pattern in _UNCUT):
        return _PIECE.findall(text)
    return text.split()


def readings(token: str) -> tuple[str, ...]:
    """Return the words that a token can be: itself, or what is meant where it runs over a line end.

    Kaleme-⏎gdana is one word. Sovjetsko-⏎jugoslovenski is a compound that happened to be divided at its hyphen,
    so that its parts are words too; a headline in capitals may be either.
    """
    if not _has_line_end(token):
        return (token,)
    joined = _JOINT.sub(lambda joint: "" if _divides(token, joint) else "-", token)
    first, *others = _JOINT.split(token)
    if not others or not all(joint[0][0] in "-\u2010\u2011" for joint in _JOINT.finditer(token)):
        return (joined,)
    shouted = len(others) == 1 and token.isupper()
    if shouted or (_LINKED.fullmatch(latin(first)) and len(others[-1]) > 3):
        return tuple(dict.fromkeys((joined, "-".join((first, *others)), first, *others)))
    return (joined,)


def _compound(text: str, start: int, position: int) -> Iterator[Token]:
    """Yield the tokens of words that are joined by hyphens or divided at line ends."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for joint in _JOINT.finditer(text):
        if not _divides(text, joint):
            spans.append((begin, joint.start()))
            begin = joint.end()
    spans.append((begin, len(text)))
    if len(spans) == 1:
        yield Token(text, start, start + len(text), position)
        return
    if len(spans) <= _MOST_PARTS:
        yield Token(text, start, start + len(text), position)
    for begin, end in spans:
        yield Token(text[begin:end], start + begin, start + end, position, part=True)
        position += 1


def _divides(text: str, joint: re.Match[str]) -> bool:
    """Whether a word goes on after `joint`: a line end stands there, and a small letter or a headline follows."""
    if not _has_line_end(joint[0]):
        return False
    if joint[0][0] not in "-\u2010\u2011":
        return True
    after = _JOINT.split(text[joint.end() :], maxsplit=1)[0]
    if len(after) == 1 or latin(after) == "ili":
        return False  # sever-⏎i jugoistok
    return after[0].islower() or (text[: joint.start()].isupper() and after.isupper())


def _has_line_end(text: str) -> bool:
    return not text.isprintable() and bool(_BREAK.search(text))


def is_abbreviation_with_ending(word: str) -> bool:
    """Whether `word` is a name in capitals with a case ending after a hyphen (NATO-a, БИГЗ-ом), or a Roman
    numeral with the ending of an ordinal (XX-og)."""
    parts = _JOINT.split(word)
    if len(parts) != 2 or len(parts[0]) < 2 or not parts[0].isupper():
        return False
    ending = latin(parts[1])
    return ending in CASE_ENDINGS or (ending in _NUMBER_ENDINGS and bool(_ROMAN.fullmatch(parts[0])))
