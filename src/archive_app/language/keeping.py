"""What stays in its own script where a text is shown in the other one.

Serbian Cyrillic keeps Latin letters in Roman numerals, in the signs of units (SI Brochure, 9th edition, 5.2) and
formulas, in addresses on the internet, and in foreign names that are written as at home (Pravopis srpskoga jezika,
2010, on foreign names). A word is taken for foreign by what no Serbian word has: letters such as w, pairs such as ch,
doubled consonants. Whole words are kept, never a part of one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from archive_app.language.folding import INVISIBLE
from archive_app.language.letters import CYRILLIC_OF, DIGRAPH_SIGNS, LATIN_OF, LOOKALIKES

Range = tuple[int, int]
"""`[start, end)` in code points."""

_MARKS = {"\u0302": "AaEeIiOoUu", "\u0304": "AaEeIiOoUu", "\u030f": "AaEeIiOoUu", "\u0311": "AaEeIiOoUu"}
_MARKS["\u0301"] = "SsZz"
_SERBIAN = {letter: cyrillic for letter, cyrillic in CYRILLIC_OF.items() if len(letter) == 1}
_SERBIAN |= {letter.upper(): cyrillic.upper() for letter, cyrillic in _SERBIAN.items()}

ACCENTED = {
    unicodedata.normalize("NFC", letter + mark): _SERBIAN[letter] + mark
    for mark, letters in _MARKS.items()
    for letter in letters
}
"""Letters with the accents and lengths that Serbian may be written with (kôd, radnikā), and the Montenegrin ś and ź:
one sign each in Latin, two in Cyrillic. The acute and grave accents of other languages (café, à la) are not here."""


def _other_letters(ranges: Iterator[range], known: str) -> str:
    every = (chr(code) for each in ranges for code in each)
    return "".join(letter for letter in every if letter.isalpha() and letter not in known)


_OTHER_LATIN = _other_letters(
    iter((range(0xC0, 0x250), range(0x1E00, 0x1F00))),
    "".join([*_SERBIAN, *DIGRAPH_SIGNS, *ACCENTED, *LOOKALIKES]),
)
_OTHER_CYRILLIC = _other_letters(
    iter((range(0x400, 0x530), range(0x1C80, 0x1C89), range(0xA640, 0xA69E))),
    "".join(LATIN_OF) + "".join(LATIN_OF).upper() + "ѐѝЀЍѣѢъЪ",
)
"""Of other languages, and of Serbian before its reform; yat and the hard sign stand in words that are Serbian else."""

_FOREIGN = (
    re.compile(f"[qwxyQWXY{_OTHER_LATIN}]"),
    re.compile("h(?<=[cgpCGP]h)"),
    re.compile("H(?<=[CGP]H)"),
    re.compile(r"([bcdfghkmnlprstvz])\1"),
)
_NOT_FOREIGN = re.compile(
    r"[^aeiou]+$|.*(?:(.)\1\1|(?:na|po|pre|o)dd|(?:be|ra|i|vo)zz|vann|(?:inte|supe|hipe|kont)rr|postt|transs)"
    r"|(?:ne)?oph(?:o|rv)|phi$|.*(?:erch(?:er|o)|grenchus)|.{0,3}alla(?:h|$)",
    re.IGNORECASE | re.DOTALL,
)
"""Cries (brrr, pst), prefixes that end as the word behind them begins, and what else would be taken for foreign."""
_FOREIGN_CYRILLIC = re.compile(f"[{_OTHER_CYRILLIC}]")
_WORD_END = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f{INVISIBLE}])*")


def kept_in_cyrillic(letters: str) -> list[Range]:
    """What of a text keeps its Latin letters in Cyrillic; in order, apart from each other."""
    return _joined(letters, (addresses, _signs, _numerals, _foreign_words, _foreign_names))


def kept_in_latin(letters: str) -> list[Range]:
    """What of a text keeps its Cyrillic letters in Latin."""
    return _joined(letters, (addresses, _foreign_cyrillic_words))


def _joined(letters: str, finders: tuple[Callable[[str], Iterator[Range]], ...]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(found for finder in finders for found in finder(letters)):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _whole_words(pattern: re.Pattern[str], letters: str) -> Iterator[Range]:
    """The words in which a pattern is found, each once."""
    end = 0
    for found in pattern.finditer(letters):
        if found.start() >= end:
            start = found.start()
            while start > end and _is_in_word(letters[start - 1]):
                start -= 1
            end = max(found.end(), _WORD_END.match(letters, start).end())  # type: ignore[union-attr]
            yield start, end


def _is_in_word(sign: str) -> bool:
    return sign.isalpha() or sign in INVISIBLE or unicodedata.combining(sign) > 0


# Words of other languages


def _foreign_words(letters: str) -> Iterator[Range]:
    certain, *likely = _FOREIGN
    yield from _whole_words(certain, letters)
    for pattern in likely:
        for start, end in _whole_words(pattern, letters):
            if not _NOT_FOREIGN.match(letters[start:end]):
                yield start, end


def _foreign_cyrillic_words(letters: str) -> Iterator[Range]:
    return _whole_words(_FOREIGN_CYRILLIC, letters)


_QUOTED = re.compile(r"[„“\"«»‘](?=[A-Z])([^„“”\"«»‘’\n]{2,60})[“”\"«»’]")
_SMALL_WORDS = frozenset(
    "the of and for le la les du des et der die das und von für zur zum de del della di".split()
)
_OURS = re.compile("[čćšžđČĆŠŽĐ]")


def _foreign_names(letters: str) -> Iterator[Range]:
    """Names of several words in quotation marks, where one of the words is foreign (“Le Monde”, “Neue Zeitung”)."""
    for quoted in _QUOTED.finditer(letters):
        words = quoted[1].split()
        if len(words) > 1 and not _OURS.search(quoted[1]) and _is_foreign_name(words):
            yield quoted.span(1)


def _is_foreign_name(words: list[str]) -> bool:
    foreign = [word.lower() in _SMALL_WORDS or _is_foreign(word) for word in words]
    return any(foreign) and all(
        is_foreign or word[0].isupper() for is_foreign, word in zip(foreign, words, strict=True)
    )


def _is_foreign(word: str) -> bool:
    certain, *likely = _FOREIGN
    return certain.search(word) is not None or (
        any(one.search(word) for one in likely) and not _NOT_FOREIGN.match(word)
    )


# Roman numerals

_NUMERAL = re.compile(r"[IVXLCDM](?<!\w.)[IVXLCDM]*(?!\w)")
_VALID = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})")
_WORDS = frozenset({"DIV", "LIV"})
"""Giant and funnel, though they would be numbers."""
_CAPITALS_BEFORE = re.compile(r"[A-ZČĆŠŽĐ]{2}\W{1,3}$")
_CAPITALS_BEHIND = re.compile(r"\W{1,3}[A-ZČĆŠŽĐ]{2}")
_LINE_BEFORE = re.compile(r"\n[^\S\n]*\(?$")
_NUMBERED_BEHIND = re.compile(r"[.)/](?!\.)|[^\S\n]*(?:\n|$)")
_SURNAME_BEHIND = re.compile(r"\.\s?[A-ZČĆŠŽĐ][^\W\d_]*ić\b")
_NUMBERED = "armij|bataljon|brigad|del|deo|diviz|front|glav|izdanj|knjig|kongres|korpus|puk|razred|stolj|tom|vek|vijek"
_NUMBERED += "|gardij|krajišk|lički|proleter|srem|srpsk|šumadij|ukrajin|udarn|vojvođan"
_ORDINAL_BEHIND = re.compile(rf"\.\s?(?:{_NUMBERED})")
_JOINED_BEHIND = re.compile(r"[/–-]?\d|[–-](?:a|e|i|u|og|oga|om|ome|oj|ih|im)\b")
_LETTER_BEHIND = re.compile(r"[–—-]|[“”»\"’]")
_NUMBER_BEFORE = re.compile(r"\b(?:br|knj|sv|tom|gl|odd|t)\.[ \u00a0]$")
_WORD_BEFORE = re.compile(r"[^\W\d_][ \u00a0]$")


def _numerals(letters: str) -> Iterator[Range]:
    for found in _NUMERAL.finditer(letters):
        numeral = found[0]
        if len(numeral) > 1:
            by_itself = numeral.strip("IVX") == "" or (len(numeral) > 2 and numeral not in _WORDS)
            sure = by_itself and _VALID.fullmatch(numeral) is not None
            if numeral == "VI":  # also “you”
                sure = not _is_among_capitals(letters, *found.span())
        else:
            sure = numeral == "X" or (numeral in "IV" and _is_one_letter_numeral(letters, found))
        if sure:
            yield found.span()


def _is_among_capitals(letters: str, start: int, end: int) -> bool:
    """Whether the neighbours are in capitals, as in a headline."""
    return bool(
        _CAPITALS_BEFORE.search(letters, max(0, start - 5), start) or _CAPITALS_BEHIND.match(letters, end)
    )


def _is_one_letter_numeral(letters: str, found: re.Match[str]) -> bool:
    """Whether I is the first (and not the word “and”), V the fifth, and neither the initial of a name.

    A numeral stands by itself, numbers what follows it, or comes in the middle of a sentence, where the word would have
    a small letter.
    """
    start, end = found.span()
    before, behind = f"\n{letters[max(0, start - 8) : start]}"[-8:], letters[end : end + 24]
    if _LINE_BEFORE.search(before) and _NUMBERED_BEHIND.match(behind):
        return not _SURNAME_BEHIND.match(behind)
    if (
        _JOINED_BEHIND.match(behind)
        or _NUMBER_BEFORE.search(before)
        or (before[-1:], behind[:1]) == ("(", ")")
    ):
        return True
    if behind[:1] == ".":
        return _ORDINAL_BEHIND.match(behind) is not None
    if found[0] == "V":
        return not _LETTER_BEHIND.match(behind)
    return _WORD_BEFORE.search(before) is not None and not _is_among_capitals(letters, start, end)


# Signs and addresses

_UNITS = (
    "km|hm|dm|cm|mm|nm|m|kg|dag|dkg|mg|ha|dl|cl|ml|hl|l|h|min|kHz|MHz|GHz|Hz|kV|kJ|kcal|cal|hPa|kPa|kB|MB|GB"
)
_SIGN = re.compile(
    rf"[0-9](?:[ \u00a0\u202f]?(?P<unit>(?:{_UNITS})(?:/(?:{_UNITS}|s))?|[gt](?!\.))(?!\w)"
    r"|(?:(?<=\b[A-Z].)|(?<=\b[A-Z]{2}.)|(?<=\b[A-Z]{3}.))[A-Z0-9]*(?!\w))"
)
_DEGREES = re.compile("°[ \u00a0]?([CFK])(?!\\w)")


def _signs(letters: str) -> Iterator[Range]:
    """Signs of units behind numbers (5 km, 20 °C), and formulas and call numbers (CO2, F12)."""
    for found in _DEGREES.finditer(letters):
        yield found.span(1)
    for found in _SIGN.finditer(letters):
        if found["unit"]:
            yield found.span("unit")
            continue
        start = found.start()
        while start and letters[start - 1].isalpha():
            start -= 1
        yield start, found.end()


_ENDINGS = "com|org|net|edu|gov|info|rs|срб|jpg|jpeg|png|tif|tiff|pdf|doc|docx|txt|html"
_IN_ADDRESS = tuple(map(re.compile, ("@", "://", r"www\.", rf"\.(?:{_ENDINGS})(?!\w)")))
"""Several patterns, since one that begins with letters as they are is found much faster."""
_NOT_SPACE = re.compile(r"[^\s„“”\"«»()<>\[\]]*")
_STOPS = ".,;:!?…"


def addresses(letters: str) -> Iterator[Range]:
    """Addresses on the internet, and names of files."""
    for pattern in _IN_ADDRESS:
        end = 0
        for found in pattern.finditer(letters):
            if found.start() >= end:
                start = found.start()
                while start > end and _NOT_SPACE.fullmatch(letters, start - 1, start):
                    start -= 1
                end = _NOT_SPACE.match(letters, found.start()).end()  # type: ignore[union-attr]
                if end - start > len(found[0]):
                    yield start, start + len(letters[start:end].rstrip(_STOPS))
