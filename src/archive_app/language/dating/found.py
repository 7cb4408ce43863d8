"""What the patterns found, before the text round it has said which year is meant."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from archive_app.language.dating.words import DayTime

Meaning = Callable[[int | None], str | None]
"""EDTF text for a year, or for one that is not known; None where that cannot be said."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression at `[start, end)` whose year may be missing.

    `short` are the last two figures of its year, where no more is told of it. `leads` says that later dates may take
    their year from this one, `bare` that it is a year that no word calls one, `other_year` that its year is not the
    one at hand, `same_year` that the text says so ("u maju te godine"), `this_year` that the words count it from the
    one at hand, `later` how many years on ("u maju naredne godine" is 1), `of_writing` that it is a day of the time
    of writing ("u utorak (12. avgusta)").
    `month` is the month that it begins in, where it has one.
    """

    start: int
    end: int
    kind: str
    meaning: Meaning
    year: int | None = None
    month: int | None = None
    short: int | None = None
    leads: bool = True
    bare: bool = False
    other_year: bool = False
    later: int = 0
    of_writing: bool = False
    same_year: bool = False
    this_year: bool = False
    beside: DayTime = field(default_factory=DayTime)


@dataclass(frozen=True, slots=True)
class Relative:
    """An expression at `[start, end)` that counts from a date before it: `amount` days, months or years on.

    `of` is the unit that the date before must be known to; `part` the words for the part of that month or year that
    is meant; `day` a day of that month. `reach` is how far back, in code points, that date may stand, and `near` says
    that it must stand in the same paragraph. `last` is the last one of several days of the month, `some` says that the
    amount is the least of a few days, `of_writing` that it counts from the date of a letter or of an entry in a
    diary, `weekday` (Monday is 0) that the next such day is meant, or the last one where `amount` is below 0.
    """

    start: int
    end: int
    of: Literal["day", "month", "year"]
    amount: int = 0
    part: str | None = None
    day: int | None = None
    reach: int = 700
    near: bool = False
    beside: DayTime = field(default_factory=DayTime)
    last: int | None = None
    some: bool = False
    of_writing: bool = False
    weekday: int | None = None


def filled(shape: str) -> Meaning:
    """A meaning from EDTF with {year}, {before} and {after} (the years beside it) to fill in."""

    def meaning(year: int | None) -> str:
        return shape.format(
            year=_digits(year),
            before=_digits(None if year is None else year - 1),
            after=_digits(None if year is None else year + 1),
        )

    return meaning


def _digits(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"
