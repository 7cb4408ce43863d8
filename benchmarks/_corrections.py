"""Random corrections of texts, and where every letter of the old text went.

A correction is drawn from a seed. While it is made, each letter of the new text carries the place of the letter of the
old text that it is, or none where it was put in. A copy of a paragraph is put in; no paragraph is copied and
taken out in one correction, which would be the same as moving it.
"""

import random
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass

Letter = tuple[str, int]
"""A letter and its place in the old text, -1 for a new one."""
Line = list[Letter]

CONFUSED = dict("đd šs čc ćc žz лп нп шщ ћh ec o0 ин cе гт l1 б6 Il rг".split())
"""What text recognition takes for what."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…]*\w[^.!?…]*[.!?…]+")


@dataclass(frozen=True, slots=True)
class Correction:
    """An old and a new text; `origins` says of each new letter which old one it is, -1 for none."""

    kind: str
    old: str
    new: str
    origins: list[int]


class Draft:
    """A text that is being corrected, line by line."""

    def __init__(self, letters: str, draw: random.Random, others: list[str]) -> None:
        """Correct `letters`; what is put in comes from `others`, paragraphs of other texts."""
        self.draw = draw
        self.others = others
        self.lines: list[Line] = []
        self.fixed: set[int] = set()
        place = 0
        for line in letters.split("\n"):
            self.lines.append([(letter, place + offset) for offset, letter in enumerate(line)])
            place += len(line) + 1

    def text(self) -> tuple[str, list[int]]:
        """The letters as they are now, and their origins."""
        letters, origins = [], []
        for line in self.lines:
            letters += [letter for letter, _origin in line] + ["\n"]
            origins += [origin for _letter, origin in line] + [-1]
        return "".join(letters[:-1]), origins[:-1]

    def some_line(self, least: int = 1) -> Line:
        """A line of so many letters, where there is one."""
        long = [line for line in self.lines if len(line) >= least]
        return self.draw.choice(long or self.lines or [[]])

    def some_word(self, line: Line) -> tuple[int, int]:
        """Where a word of a line stands."""
        words = [match.span() for match in _WORD.finditer(written(line))]
        return self.draw.choice(words) if words else (0, 0)

    def some_words(self, count: int) -> str:
        """Words of another text."""
        while True:
            words = _WORD.findall(self.draw.choice(self.others))
            if len(words) >= count:
                first = self.draw.randrange(len(words) - count + 1)
                return " ".join(words[first : first + count])

    def free_line(self) -> int | None:
        """The number of a line that was not copied, moved or taken out yet; it counts as touched from now on."""
        free = [number for number, line in enumerate(self.lines) if line and id(line) not in self.fixed]
        if not free:
            return None
        number = self.draw.choice(free)
        self.fixed.add(id(self.lines[number]))
        return number


def written(line: Line) -> str:
    """The letters of a line."""
    return "".join(letter for letter, _origin in line)


def fresh(letters: str) -> Line:
    """New letters."""
    return [(letter, -1) for letter in letters]


# In place


def letters(draft: Draft) -> None:
    """One to five slips of the pen, put in or put right."""
    for _ in range(draft.draw.randint(1, 5)):
        line = draft.some_line(3)
        first, last = draft.some_word(line)
        if first == last:
            continue
        place = draft.draw.randrange(first, last)
        letter = draft.draw.choice("aeionrstаеионрст")
        how = draft.draw.randrange(4)
        if how == 0 and line[place][0] != letter:
            line[place] = (letter, -1)
        elif how == 1:
            line.insert(place, (letter, -1))
        elif how == 2 and last - first > 1:
            del line[place]
        elif place + 1 < last and line[place][0] != line[place + 1][0]:
            line[place], line[place + 1] = line[place + 1], line[place]


def recognition(draft: Draft) -> None:
    """Letters that look alike are taken for each other: one in a hundred to one in thirty of those."""
    share = draft.draw.uniform(0.01, 0.1)
    for line in draft.lines:
        for place, (letter, _origin) in enumerate(line):
            if letter in CONFUSED and draft.draw.random() < share:
                line[place] = (CONFUSED[letter], -1)


def words(draft: Draft) -> None:
    """One to five words replaced, put in or taken out."""
    for _ in range(draft.draw.randint(1, 5)):
        line = draft.some_line(20)
        first, last = draft.some_word(line)
        how = draft.draw.randrange(3)
        if how == 0:
            word = draft.some_words(1)
            if word != written(line[first:last]):
                line[first:last] = fresh(word)
        elif how == 1:
            line[first:first] = fresh(draft.some_words(draft.draw.randint(1, 2)) + " ")
        else:
            end = last + 1 if last < len(line) and line[last][0] == " " else last
            del line[first:end]


def punctuation(draft: Draft) -> None:
    """Signs and spaces put in, taken out and replaced."""
    for _ in range(draft.draw.randint(1, 8)):
        line = draft.some_line(3)
        signs = [place for place, (letter, _o) in enumerate(line) if letter in ".,;:!?-–—„“”\"'()"]
        spaces = [place for place, (letter, _o) in enumerate(line) if letter == " "]
        how = draft.draw.randrange(6)
        if how == 0 and signs:
            line[draft.draw.choice(signs)] = (draft.draw.choice(".,;:!?-"), -1)
        elif how == 1 and signs:
            del line[draft.draw.choice(signs)]
        elif how == 2 and spaces:
            line.insert(draft.draw.choice(spaces), (draft.draw.choice(".,;:!"), -1))
        elif how == 3 and spaces:
            line.insert(draft.draw.choice(spaces), (" ", -1))
        elif how == 4 and spaces:
            del line[draft.draw.choice(spaces)]
        elif line:
            first, last = draft.some_word(line)
            if last - first > 3:
                line.insert(draft.draw.randrange(first + 1, last), (" ", -1))


def breaking(draft: Draft) -> None:
    """All lines broken anew, words divided at their ends."""
    width = draft.draw.randint(40, 90)
    broken = []
    for line in draft.lines:
        broken += _break(line, width, draft.draw)
    draft.lines = broken


def _break(line: Line, width: int, draw: random.Random) -> list[Line]:
    rows, rest = [], line
    while len(rest) > width:
        cut = max((place for place in range(width) if rest[place][0] == " "), default=None)
        if cut is None:
            break
        row, rest = rest[:cut], rest[cut + 1 :]
        word = _WORD.match(written(rest))
        if word and len(word[0]) > 6 and draw.random() < 0.5:
            half = draw.randrange(3, len(word[0]) - 2)
            row, rest = [*row, (" ", -1), *rest[:half], ("-", -1)], rest[half:]
        rows.append(row)
    return [*rows, rest]


# Paragraphs and sentences


def insert(draft: Draft) -> None:
    """One to four paragraphs of another text put in."""
    for _ in range(draft.draw.randint(1, 4)):
        place = draft.draw.randrange(len(draft.lines) + 1)
        draft.lines.insert(place, fresh(draft.draw.choice(draft.others)))


def delete(draft: Draft) -> None:
    """One to four paragraphs taken out."""
    for _ in range(draft.draw.randint(1, 4)):
        number = draft.free_line()
        if number is not None:
            del draft.lines[number]


def reorder(draft: Draft) -> None:
    """One to four paragraphs moved; one time in six all of them shuffled."""
    if draft.draw.random() < 1 / 6:
        draft.draw.shuffle(draft.lines)
        return
    for _ in range(draft.draw.randint(1, 4)):
        number = draft.free_line()
        if number is not None:
            line = draft.lines.pop(number)
            draft.lines.insert(draft.draw.randrange(len(draft.lines) + 1), line)


def duplicate(draft: Draft) -> None:
    """One to three paragraphs copied to another place, one time in three right beside."""
    for _ in range(draft.draw.randint(1, 3)):
        number = draft.free_line()
        if number is not None:
            copy = fresh(written(draft.lines[number]))
            far = draft.draw.randrange(len(draft.lines) + 1)
            place = draft.draw.choice([number, number + 1]) if draft.draw.random() < 1 / 3 else far
            draft.lines.insert(place, copy)


def sentences(draft: Draft) -> None:
    """One to three sentences put in, taken out, or moved."""
    for _ in range(draft.draw.randint(1, 3)):
        line = draft.some_line(60)
        found = [match.span() for match in _SENTENCE.finditer(written(line))]
        if len(found) < 2:
            continue
        first, last = draft.draw.choice(found)
        how = draft.draw.randrange(3)
        if how == 0:
            line[last:last] = fresh(" " + draft.some_words(draft.draw.randint(3, 12)).capitalize() + ".")
            continue
        sentence = line[first:last]
        del line[first:last]
        if how == 1:
            other = draft.some_line(60)
            ends = [match.end() for match in _SENTENCE.finditer(written(other))]
            place = draft.draw.choice(ends) if ends else len(other)
            other[place:place] = sentence


KINDS: dict[str, Callable[[Draft], None]] = {
    "letters": letters,
    "recognition": recognition,
    "words": words,
    "punctuation, spaces": punctuation,
    "lines broken anew": breaking,
    "paragraphs put in": insert,
    "paragraphs taken out": delete,
    "paragraphs moved": reorder,
    "paragraphs copied": duplicate,
    "sentences": sentences,
}
IN_PLACE = ("letters", "recognition", "words", "punctuation, spaces", "lines broken anew")
TWINS, SEVERAL = "among repeated passages", "several at once"
ALL = (*KINDS, TWINS, SEVERAL)


def with_twins(text: str, draw: random.Random) -> str:
    """The text with some of its paragraphs and sentences repeated, now and then with a slip."""
    lines = text.split("\n")
    for _ in range(draw.randint(2, 6)):
        line = draw.choice(lines)
        if draw.random() < 0.3:
            place = draw.randrange(max(1, len(line)))
            line = line[:place] + draw.choice("aeiаеи") + line[place + 1 :]
        number = draw.randrange(len(lines))
        if draw.random() < 0.5:
            found = _SENTENCE.findall(line)
            lines[number] += " " + draw.choice(found).strip() if found else ""
        else:
            lines.insert(number, line)
    return "\n".join(lines)


def correct(text: str, kind: str, draw: random.Random, others: list[str]) -> Correction:
    """Draw a correction of one kind."""
    if kind == TWINS:
        text = with_twins(text, draw)
    elif kind in (SEVERAL, *IN_PLACE) and draw.random() < 0.2:
        text = "\n".join(textwrap.fill(line, 70, break_long_words=False) for line in text.split("\n"))
    draft = Draft(text, draw, others)
    if kind == TWINS:
        chosen = draw.sample([delete, reorder, sentences, letters, words, duplicate], draw.randint(1, 3))
    elif kind == SEVERAL:
        chosen = draw.sample(list(KINDS.values()), draw.randint(2, 6))
    else:
        chosen = [KINDS[kind]]
    for change in chosen:
        change(draft)
    new, origins = draft.text()
    _take_back(text, new, origins)
    return Correction(kind, text, new, origins)


def _take_back(old: str, new: str, origins: list[int]) -> None:
    """Let letters that were put in just where the same were taken out be those: nothing was corrected there."""
    place = 0
    while place < len(new):
        end = place
        while end < len(new) and origins[end] < 0:
            end += 1
        before = origins[place - 1] if place else -1
        behind = origins[end] if end < len(new) else len(old)
        if end > place and before >= -1 and old[before + 1 : behind] == new[place:end]:
            origins[place:end] = range(before + 1, behind)
        place = end + 1
