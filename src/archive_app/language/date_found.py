"""What the patterns found, before the text round it has said which year is meant."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from archive_app.language.date_words import DayTime

Meaning = Callable[[int | None], str | None]
"""EDTF text for a year, or for one that is not known; None where that cannot be said."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression at `[start, end)` whose year may be missing.

    `leads` says that later dates may take their year from this one, `bare` that it is a year that no word calls one,
    `other_year` that its year is not the one at hand, `same_year` that the text says so ("u maju te godine"),
    `of_writing` that it is a day of the time of writing ("u utorak (12. avgusta)").
    `month` is the month that it begins in, where it has one.
    """

    start: int
    end: int
    kind: str
    meaning: Meaning
    year: int | None = None
    month: int | None = None
    leads: bool = True
    bare: bool = False
    other_year: bool = False
    of_writing: bool = False
    same_year: bool = False
    beside: DayTime = field(default_factory=DayTime)


@dataclass(frozen=True, slots=True)
class Relative:
    """An expression at `[start, end)` that counts from a date before it: `amount` days, months or years on.

    `of` is the unit that the date before must be known to; `part` the stretch of that month or year that is meant;
    `day` a day of that month. `reach` is how far back, in code points, that date may stand, and `near` says that it
    must stand in the same paragraph.
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


PARTS_OF_MONTH: tuple[tuple[str, tuple[str, str]], ...] = (
    (r"prv[a-z]+ (?:ned|sed)", ("01", "07~")),
    (r"prvi", ("01", "05~")),
    (r"prvoj|prve", ("01", "15~")),
    (r"drugoj|druge", ("16~", "{end}")),
    (r"pocet", ("01", "10~")),
    (r"sredin|polovin|pola", ("11~", "20~")),
    (r"posled|zad", ("{last_days}~", "{end}")),
    (r"kraj|kon[ac]|svrset", ("21~", "{end}")),
)
"""Conventions, approximate where the words are: the first and last five days, thirds and halves of a month."""


def filled(shape: str, month: int = 1) -> Meaning:
    """A meaning from EDTF with {year}, {before} and {after} (the years beside it), {end} (the last day of the month)
    and {last_days} (four days before that) to fill in."""

    def meaning(year: int | None) -> str:
        last_day = calendar.monthrange(year or 2000, month)[1]
        return shape.format(
            year=_digits(year),
            before=_digits(None if year is None else year - 1),
            after=_digits(None if year is None else year + 1),
            end=f"{last_day:02d}",
            last_days=f"{last_day - 4:02d}",
        )

    return meaning


def _digits(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"
