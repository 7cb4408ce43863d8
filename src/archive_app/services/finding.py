"""Finding words in one text, letter by letter as they are typed; searching the archive is in `searching`."""

from dataclasses import dataclass

from archive_app.core.errors import NotFound, UserError
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.language.finding import pattern_of
from archive_app.services.archives import Archive
from archive_app.services.sources import read_source

_PORTION = 200_000
"""So many letters are looked through at once: other threads have their turn in between."""
_LONGEST = 4_000
"""What is found is shorter than so many letters."""

Place = tuple[int, int]
"""`[start, end)` in code points."""


@dataclass(frozen=True, slots=True)
class FoundWords:
    """A place where the words stand, with its passage, numbered from 0; None between passages."""

    start: int
    end: int
    text: str
    passage: int | None


def find_in_letters(
    letters: str, typed: str, *, exactly: bool = False, whole_words: bool = False
) -> list[Place]:
    """Where the typed words stand, in their order; in either script and without regard to case and diacritics.

    `exactly` regards all of that, `whole_words` leaves out what stands within longer words.
    """
    pattern = pattern_of(typed, exactly=exactly, whole_words=whole_words)
    if pattern is None:
        return []
    found: list[Place] = []
    place = 0
    while place < len(letters):
        end = place + _PORTION
        for match in pattern.finditer(letters, place, end + _LONGEST):
            if match.start() >= end:
                break
            found.append(match.span())
        place = max(end, found[-1][1] if found else 0)
    return found


def find_in_source(
    archive: Archive, source_id: str, typed: str, *, exactly: bool = False, whole_words: bool = False
) -> list[FoundWords]:
    """Where words stand in the newest text of a source. Raises NotFound, UserError where no words were given."""
    reading = read_source(archive, source_id)
    if reading is None:
        raise NotFound(_("This source has no text."))
    if pattern_of(typed) is None:
        raise UserError(_("There is nothing to find; give at least one letter."))
    places = find_in_letters(reading.letters, typed, exactly=exactly, whole_words=whole_words)
    found, number = [], 0
    for start, end in places:
        while number + 1 < len(reading.passages) and reading.passages[number + 1].start <= start:
            number += 1
        is_inside = bool(reading.passages) and reading.passages[number].span.overlaps(Span(start, end))
        found.append(FoundWords(start, end, reading.letters[start:end], number if is_inside else None))
    return found
