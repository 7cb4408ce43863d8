"""Whether two names may be two ways of writing one: of a person, a unit or a place.

Names come in either script, in the spelling of another language (Stettner), with initials (J. B. Tito), the surname
first (Tito, Josip Broz), with numbers in figures, Roman numerals or words (12. korpus, XII korpus, Dvanaesti korpus)
and shortened (1. prol. brig.). What remains different after all that is taken for a difference: it is better to propose
nothing than to propose two records as one wrongly.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from archive_app.core.kinds import AuthorityKind
from archive_app.language.folding import bare, latin
from archive_app.language.numbers import number, ordinal, roman
from archive_app.language.spellings import ekavian, transcriptions
from archive_app.language.stems import stem_keys
from archive_app.language.tokens import tokenize


class Likeness(IntEnum):
    """How two names are alike, the surest first."""

    SAME = 1
    OTHER_SCRIPT = 2
    SPELLING = 3
    ORDER = 4
    WRITTEN_OTHERWISE = 5
    INITIALS = 6
    PART = 7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: its `latin` and its folded form, and the forms by which it may be the same as another.

    A number has the form "#12". `is_short` is an initial or an abbreviation.
    """

    latin: str
    folded: str
    forms: frozenset[str]
    is_short: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a number, however it was written."""
        return self.folded[0] == "#"


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name taken apart: the words that count, and `letters`, those words as they were written, folded."""

    kind: AuthorityKind
    letters: str
    words: tuple[Word, ...]
    is_cyrillic: bool


_TITLES = frozenset(
    "general generali marsal feldmarsal admiral pukovnik potpukovnik major kapetan porucnik potporucnik narednik "
    "komandant general-major general-pukovnik general-potpukovnik general-lajtnant dr prof ing inz sveti sv fon von de "
    "van kralj knez vojvoda gospodin gospodja drug".split()
)
"""Words before the name of a person that its other forms are without."""
_TYPES = frozenset(
    key
    for word in "korpus divizija brigada puk bataljon armija front odred ceta vod grupa eskadrila eskadron divizion "
    "baterija komanda stab garnizon flotila".split()
    for key in stem_keys(word)
)
"""Stems of what a unit can be."""
_TYPE_WORDS = tuple(
    "korpus divizija brigada puk bataljon armija front odred ceta vod grupa eskadrila eskadron divizion".split()
)
_GENERAL = frozenset("udarn narodnooslobodilack novj nov poj jnov no partizansk".split())
"""Stems of what is often left out of the name of a unit."""
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_BETWEEN_VOWELS = re.compile("ij(?=[aeou])")
_SILENT_H = re.compile("(?<=[aeiou])h(?=[lmnr])")
_FINAL_J = re.compile("(?<=[aeiou])j$")
_RED_ARMY = ("crven", "armij")
_LONGEST_SHORT = 5


@lru_cache(maxsize=1 << 14)
def read_name(name: str, kind: AuthorityKind) -> ReadName:
    """Take a name apart."""
    if kind is AuthorityKind.PERSON and name.count(",") == 1:
        surname, given = name.split(",")
        name = f"{given} {surname}" if given.strip() else surname
    tokens = [token for token in tokenize(name) if not token.part]
    words = [_word(token.text, name[token.end : token.end + 1] == ".", kind) for token in tokens]
    words = _with_numbers_joined(words)
    if kind is AuthorityKind.PERSON:
        words = [word for word in words if word.folded not in _TITLES] or words
    letters = " ".join(bare(word.latin) for word in words)
    return ReadName(kind, letters, tuple(words), bool(_CYRILLIC.search(name)))


def _word(text: str, has_stop: bool, kind: AuthorityKind) -> Word:
    lower = latin(text) or text.lower()
    folded = bare(lower)
    value = number(text) if text.isdecimal() else str(roman(text) or ordinal(folded))
    if value == "0" and kind is AuthorityKind.UNIT and folded == "i" and text.isupper():
        value = "1"
    if value != "0":
        return Word(lower, f"#{value}", frozenset((f"#{value}",)))
    short = text.isalpha() and (len(lower) == 1 or (has_stop and len(lower) <= _LONGEST_SHORT))
    return Word(lower, folded, _forms(lower, folded, kind), short)


def _forms(lower: str, folded: str, kind: AuthorityKind) -> frozenset[str]:
    spelt = {folded, bare(ekavian(lower)), bare(lower.replace("đ", "d")), *transcriptions(lower)}
    spelt |= {_smoothed(form) for form in spelt}
    if kind is AuthorityKind.UNIT:
        spelt = {key for form in spelt for key in stem_keys(form, True)}
    return frozenset(spelt)


def _smoothed(form: str) -> str:
    """A name without the j that Serbian writes between i and a vowel, with i for one at the end, and without an h that
    is not heard: Maksimilijan and Maximilian, Sergej and Sergey, Štal and Stahl are one."""
    return _FINAL_J.sub("i", _BETWEEN_VOWELS.sub("i", _SILENT_H.sub("", form))).replace("ii", "i")


def _with_numbers_joined(words: Sequence[Word]) -> list[Word]:
    """Let "dvadeset prva" be one number."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        tens = ordinal(before.folded + "i") if before and not before.is_number else 0
        if before and 20 <= tens <= 90 and word.is_number and len(word.folded) == len("#1"):
            value = f"#{tens + int(word.folded[1:])}"
            joined[-1] = Word(before.latin, value, frozenset((value,)))
        else:
            joined.append(word)
    return joined


def telling_words(name: ReadName) -> list[Word]:
    """The words of a name by which another way of writing it can be looked up: at least one of their forms is there."""
    found = [word for word in name.words if not word.is_short]
    if name.kind is AuthorityKind.UNIT:
        return [word for word in found if not _is_type(word) and not _is_general(word)] or found
    return found


def is_of_unit(name: str) -> bool:
    """Whether a name looks like that of a unit: it begins with a number, or says what kind of unit it is."""
    words = read_name(name, AuthorityKind.UNIT).words
    return any(map(_is_type, words)) or bool(words and words[0].is_number)


def likeness(one: ReadName, other: ReadName) -> Likeness | None:
    """How two names of one kind are alike, None where they are taken for names of two."""
    if one.kind is not other.kind or not one.words or not other.words:
        return None
    if one.letters == other.letters:
        return Likeness.SAME if one.is_cyrillic == other.is_cyrillic else Likeness.OTHER_SCRIPT
    if len(one.words) == len(other.words) and (found := _in_all_words(one, other)):
        return found
    if one.kind is AuthorityKind.UNIT:
        return Likeness.WRITTEN_OTHERWISE if _is_one_unit(one.words, other.words) else None
    return _as_part(one, other) if one.kind is AuthorityKind.PERSON else None


def _in_all_words(one: ReadName, other: ReadName) -> Likeness | None:
    pairs = list(zip(one.words, other.words, strict=True))
    if all(a.forms & b.forms for a, b in pairs):
        has_number = any(a.is_number and a.latin != b.latin for a, b in pairs)
        return Likeness.WRITTEN_OTHERWISE if has_number else Likeness.SPELLING
    if all(_are_alike(a, b) for a, b in pairs) and _is_named_in_full(pairs):
        is_person = one.kind is AuthorityKind.PERSON
        return Likeness.INITIALS if is_person else Likeness.WRITTEN_OTHERWISE
    return Likeness.ORDER if _in_other_order(one, other) else None


def _in_other_order(one: ReadName, other: ReadName) -> bool:
    """Whether the words are the same; what stands behind which number tells units apart."""
    words = [[word.folded for word in name.words] for name in (one, other)]
    numbers = [[word for word in some if word[0] == "#"] for some in words]
    return sorted(words[0]) == sorted(words[1]) and numbers[0] == numbers[1]


def _are_alike(one: Word, other: Word) -> bool:
    if one.forms & other.forms:
        return True
    if one.is_number or other.is_number:
        return False
    return (one.is_short and other.latin.startswith(one.latin)) or (
        other.is_short and one.latin.startswith(other.latin)
    )


def _is_named_in_full(pairs: Sequence[tuple[Word, Word]]) -> bool:
    """Whether some word, such as the surname, is written out in both: initials alone are nobody's name."""
    return any(not a.is_short and not b.is_short for a, b in pairs)


def _as_part(one: ReadName, other: ReadName) -> Likeness | None:
    """A person who is also called by the surname, or without the last of several names."""
    few, many = sorted((one.words, other.words), key=len)
    if any(word.is_short for word in few) or len(few) == len(many):
        return None
    if not all(any(word.forms & each.forms for each in many) for word in few):
        return None
    is_surname = bool(few[-1].forms & many[-1].forms)
    return Likeness.PART if is_surname or len(few) > 1 else None


def _is_type(word: Word) -> bool:
    if word.is_short:
        return len(word.folded) > 1 and any(known.startswith(word.folded) for known in _TYPE_WORDS)
    return not _TYPES.isdisjoint(word.forms)


def _is_general(word: Word) -> bool:
    return not _GENERAL.isdisjoint(word.forms) or word.folded in _GENERAL


def _is_one_unit(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether both have the same number, are the same kind of unit or one does not say it, and differ in nothing else
    that could be another unit."""
    one, other = _without_red_army(one), _without_red_army(other)
    if [word.folded for word in one if word.is_number] != [word.folded for word in other if word.is_number]:
        return False
    types = ([word for word in one if _is_type(word)], [word for word in other if _is_type(word)])
    if all(types) and not _match(*types):
        return False
    told = (_telling(one), _telling(other))
    return all(told) and (all(types) or any(len(words) > 1 for words in told)) and _match(*told)


def _telling(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if not _is_type(word) and not _is_general(word)]


def _match(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return len(one) == len(other) and all(any(_are_alike(word, each) for each in other) for word in one)


def _without_red_army(words: Sequence[Word]) -> Sequence[Word]:
    tail = words[-2:]
    is_it = len(words) > 2 and all(stem in word.forms for stem, word in zip(_RED_ARMY, tail, strict=True))
    return words[:-2] if is_it else words
