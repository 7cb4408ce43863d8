"""Which dates of a text are settled: linked to an event, or set aside by a person; all others are open.

A date is linked where an annotation touches it that is tied to an event, if the date that this link states fits: if it
is the one of the mention, or lies within its possible days, as a date does that a person made more precise. In a
sentence that tells of one date twice each link settles one mention: "u zoru 20. oktobra …, a u toku dana …".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.edtf import parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.spans import Span

_ANY_YEAR = "XXXX"


class Settled(StrEnum):
    """How a date was settled."""

    LINKED = "linked"
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A date that a text mentions: its place, EDTF, first and last possible ISO day."""

    span: Span
    edtf: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """What an annotation states about an event: its place in the text, and the date of the link, EDTF and ISO days."""

    span: Span
    link_id: str
    event_id: str
    annotation_id: str
    when: str
    first: str | None
    last: str | None


class Touching:
    """Finds what touches a span, among things that stand in the order of their beginning."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._longest = max((len(span) for span in spans), default=0)

    def numbers(self, span: Span) -> Iterator[int]:
        """The numbers of those that share a code point with a span, in their order."""
        first = bisect_left(self._starts, span.start - self._longest)
        for number in range(first, bisect_left(self._starts, span.end)):
            if self._spans[number].overlaps(span):
                yield number

    def is_any(self, span: Span) -> bool:
        """Whether anything touches a span."""
        return next(self.numbers(span), None) is not None

    def last_before(self, point: int) -> int | None:
        """The number of the last one that begins before a place."""
        return bisect_left(self._starts, point) - 1 if self._starts and self._starts[0] < point else None


def settled_dates(
    dates: Sequence[DatePlace], stated: Sequence[StatedPlace], set_aside: Sequence[Span]
) -> dict[int, Settled]:
    """How each date was settled, by its number; the open ones are left out. All in the order of their place."""
    links, refusals = Touching([one.span for one in stated]), Touching(set_aside)
    used: set[str] = set()
    found = {}
    for number, date in enumerate(dates):
        if refusals.is_any(date.span):
            found[number] = Settled.SET_ASIDE
        elif _is_linked(date, [stated[index] for index in links.numbers(date.span)], used):
            found[number] = Settled.LINKED
    return found


def _is_linked(date: DatePlace, touching: Sequence[StatedPlace], used: set[str]) -> bool:
    same = [one for one in touching if one.when == date.edtf]
    free = next((one for one in same if one.link_id not in used), None)
    if free is not None:
        used.add(free.link_id)
        return True
    return not same and any(fits(date, one) for one in touching)


def fits(date: DatePlace, stated: StatedPlace) -> bool:
    """Whether what a link states is the date that the text mentions, perhaps made more precise."""
    if stated.when == date.edtf:
        return True
    if stated.first is None or stated.last is None:
        return False
    first, last = date.first, date.last
    if (first is None or last is None) and date.edtf.startswith(_ANY_YEAR):
        first, last = _days_in_year(date.edtf, stated.first[:-6])
    return first is not None and last is not None and first <= stated.first and stated.last <= last


def _days_in_year(edtf: str, year: str) -> tuple[str | None, str | None]:
    """The first and the last possible day of a date that any year may be meant by, in one year."""
    try:
        meant = parse_edtf(edtf.replace(_ANY_YEAR, year))
    except UserError:  # that year has no such day
        return None, None
    return meant.first, meant.last
