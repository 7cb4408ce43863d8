"""The date mentions of the whole archive: found beside the work of a person, kept, and asked for.

They are found after an import, a correction or a new date of a source, text by text where heavy work runs, and kept in
`store.date_mentions`, which only ever holds what is right. A text that nobody came to yet is read when it is asked for.
"""

import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from operator import itemgetter
from threading import Lock

from archive_app.core.days import day_number, iso_day, numbered_day, read_iso_day
from archive_app.core.errors import NotFound
from archive_app.core.progress import SILENT, Progress, taking_turns
from archive_app.core.spans import Span
from archive_app.language.dates import (
    RULES,
    Confidence,
    DateMention,
    How,
    PartOfDay,
    Relation,
    find_dates,
)
from archive_app.services.archives import INDEX, Archive
from archive_app.services.sources import Reading
from archive_app.services.work import LONG_TEXT
from archive_app.store import readings, texts
from archive_app.store.date_mentions import MentionRow, MentionStore, ReadingKey

FILE = "mentions.db"
_PORTION = 400_000
"""So many code points are read at once: a tenth of a second, so that other work gets its turn."""
_PAUSE_SECONDS = 0.002
_HOW = {how.value: how for how in How}
_CONFIDENCE = {confidence.value: confidence for confidence in Confidence}
"""Looked up there, as calling an enumeration is much slower."""
_working = Lock()
"""Held by whoever finds the mentions of many texts, so that nobody finds the same."""
_opening = Lock()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A date mention in the newest text of a source. Its words are there only where that is said."""

    source_id: str
    text_id: str
    mention: DateMention

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.mention.start, self.mention.end)


@dataclass(frozen=True, slots=True)
class State:
    """In how many texts the mentions are known, of how many."""

    known: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be found."""
        return self.known == self.total


def _store(archive: Archive) -> MentionStore:
    with _opening:
        if archive.mentions is None:
            path = archive.folder / INDEX / FILE
            archive.mentions = (
                MentionStore(None, RULES, copy_of=path) if archive.read_only else MentionStore(path, RULES)
            )
    return archive.mentions


def year_of(first_day: str | None, last_day: str | None) -> int | None:
    """The year of a source that has these days, None where its date may be of several."""
    if not first_day or not last_day:
        return None
    first, last = read_iso_day(first_day), read_iso_day(last_day)
    return first[0] if first[0] == last[0] else None


def _current(archive: Archive) -> dict[ReadingKey, list[readings.CurrentReading]]:
    """The newest readings of all sources, by what their mentions are made of: the same text may have come twice."""
    found: dict[ReadingKey, list[readings.CurrentReading]] = {}
    for one in readings.current_readings(archive.store):
        key = ReadingKey(one.letters_sha256, year_of(one.first_day, one.last_day))
        found.setdefault(key, []).append(one)
    return found


# As they are kept


def _to_row(mention: DateMention) -> MentionRow:
    """A mention as it is kept."""
    start, end = mention.origin or (None, None)
    first, last = (
        None if day is None else day_number(read_iso_day(day)) for day in (mention.first, mention.last)
    )
    return MentionRow(
        mention.start,
        mention.end,
        mention.edtf,
        first,
        last,
        mention.how.value,
        mention.confidence.value,
        start,
        end,
        mention.part and mention.part.value,
        mention.relation and mention.relation.value,
        mention.time,
    )


def _from_row(row: MentionRow, text: str = "") -> DateMention:
    """The mention that was kept so, with its words if these are at hand."""
    first, last = (
        None if day is None else iso_day(numbered_day(day)) for day in (row.first_day, row.last_day)
    )
    return DateMention(
        row.start,
        row.end,
        text,
        row.edtf,
        first,
        last,
        _HOW[row.how],
        _CONFIDENCE[row.confidence],
        None if row.origin_start is None or row.origin_end is None else (row.origin_start, row.origin_end),
        None if row.part is None else PartOfDay(row.part),
        None if row.relation is None else Relation(row.relation),
        row.time,
    )


# Finding


def state(archive: Archive) -> State:
    """How much is known."""
    current, known = _current(archive), _store(archive).known()
    return State(sum(key in known for key in current), len(current))


def catch_up(archive: Archive, progress: Progress = SILENT) -> bool:
    """Find the mentions of all texts where they are not known yet; return whether there was anything to find.

    What was found stays when it is cancelled, or killed. Raises Cancelled.
    """
    with taking_turns(_working, progress):
        store, current = _store(archive), _current(archive)
        known = store.known()
        missing = [(key, current[key][0].length) for key in current if key not in known]
        done = 0
        for portion in _portions(missing):
            progress.step(done, len(missing))
            letters = _letters(archive, portion)
            inner = _Portion(progress, done, len(missing))
            found = archive.work.run(
                _find_all, [(text, key.year) for key, text in letters.items()], progress=inner
            )
            store.keep(zip(letters, found, strict=True))
            done += len(portion)
            time.sleep(_PAUSE_SECONDS)  # whoever waits for the worker goes first
        store.keep_only(current)
    return bool(missing)


def _letters(archive: Archive, keys: Iterable[ReadingKey]) -> dict[ReadingKey, str]:
    """The letters of some readings; those whose letters are gone, which only damage can do, are left out."""
    found = {}
    for key in keys:
        with suppress(NotFound):
            found[key] = texts.letters_called(archive.store, key.sha256)
    return found


def _portions(missing: Sequence[tuple[ReadingKey, int]]) -> Iterator[list[ReadingKey]]:
    portion: list[ReadingKey] = []
    size = 0
    for key, length in missing:
        if portion and size + length > _PORTION:
            yield portion
            portion, size = [], 0
        portion.append(key)
        size += length
    if portion:
        yield portion


class _Portion(Progress):
    """The steps of one portion as a part of the whole, in texts."""

    def __init__(self, whole: Progress, before: int, total: int) -> None:
        self._whole = whole
        self._before = before
        self._total = total

    def report(self, done: int, total: int, text: str) -> None:  # noqa: ARG002 - the total is that of the whole
        self._whole.report(self._before + done, self._total, text)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()


def _find_all(
    letters: Sequence[tuple[str, int | None]], progress: Progress = SILENT
) -> list[list[MentionRow]]:
    """The mentions of some texts; runs where heavy work runs."""
    found = []
    for done, (text, year) in enumerate(letters):
        progress.step(done, len(letters))
        found.append([_to_row(mention) for mention in find_dates(text, year)])
    return found


def check(archive: Archive, progress: Progress = SILENT) -> State:
    """Look at every byte of what is kept, make it anew where that is damaged, and find what is missing.

    Raises Cancelled."""
    _store(archive).is_sound()
    catch_up(archive, progress)
    return state(archive)


# One text


def mentions_of(archive: Archive, reading: Reading, progress: Progress = SILENT) -> list[DateMention]:
    """The date mentions of a text in the order of their place; they are found now where nobody came to it yet.

    Raises Cancelled.
    """
    known = known_mentions(archive, reading)
    if known is not None:
        return known
    key = _key_of(reading)
    letters = [(reading.letters, key.year)]
    if len(reading.letters) < LONG_TEXT:
        (rows,) = _find_all(letters, progress)
    else:
        (rows,) = archive.work.run(_find_all, letters, progress=progress)
    _store(archive).keep([(key, rows)])
    return _with_words(rows, reading.letters)


def mentions_at_once(archive: Archive, reading: Reading) -> list[DateMention] | None:
    """The date mentions of a text; None where nobody came to it yet and finding them would take a while."""
    if len(reading.letters) < LONG_TEXT:
        return mentions_of(archive, reading)
    return known_mentions(archive, reading)


def known_mentions(archive: Archive, reading: Reading) -> list[DateMention] | None:
    """The date mentions of a text, None where nobody came to it yet."""
    rows = _store(archive).find(_key_of(reading))
    return None if rows is None else _with_words(rows, reading.letters)


def _key_of(reading: Reading) -> ReadingKey:
    year = year_of(reading.source.first_day, reading.source.last_day)
    return ReadingKey(reading.text.letters_sha256, year)


def _with_words(rows: Iterable[MentionRow], letters: str) -> list[DateMention]:
    return [_from_row(row, letters[row.start : row.end]) for row in rows]


# The whole archive


def mentions_between(
    archive: Archive,
    first: str | None,
    last: str | None,
    *,
    longest: int | None = None,
    source_id: str | None = None,
) -> list[Mentioned]:
    """The mentions, as far as they are known, of which some day lies between two ISO days, without their words.

    None is an open end. With `longest` only those of no more days; with `source_id` only those of this source. By
    their days, the shorter ones first, then by source and place.
    """
    current = _current(archive)
    bounds = [None if day is None else day_number(read_iso_day(day)) for day in (first, last)]
    found = _store(archive).between(bounds[0], bounds[1], longest)
    every = [
        (
            (row.first_day, row.last_day, reading.source_id, row.start),
            Mentioned(reading.source_id, reading.text_id, _from_row(row)),
        )
        for key, row in found
        for reading in current.get(key, ())
        if source_id is None or reading.source_id == source_id
    ]
    return [one for _days, one in sorted(every, key=itemgetter(0))]


def mentions_in(archive: Archive, text_ids: Collection[str]) -> list[Mentioned]:
    """The mentions, as far as they are known, in those of some texts that are the newest readings of their sources,
    without their words; text by text in the order of their place."""
    store = _store(archive)
    return [
        Mentioned(one.source_id, one.text_id, _from_row(row))
        for key, some in _current(archive).items()
        for one in some
        if one.text_id in text_ids
        for row in store.find(key) or ()
    ]


def mentions_near(archive: Archive, first: int, last: int, *, reach: int, most: int) -> list[Mentioned]:
    """The mentions, as far as they are known, that touch the days between two or lie at most `reach` days off, without
    their words: about so many as `most`, the nearest first, of these the shorter ones. Days as `core.days` counts them.
    """
    current = _current(archive)
    found = _store(archive).nearest(first, last, reach=reach, most=most)
    return [
        Mentioned(reading.source_id, reading.text_id, _from_row(row))
        for key, row in found
        for reading in current.get(key, ())
    ]


def with_words(archive: Archive, some: Sequence[Mentioned]) -> list[Mentioned]:
    """The same mentions with their words; only these are read of the texts."""
    found = texts.stretches(archive.store, [(one.text_id, one.span) for one in some])
    return [
        replace(one, mention=replace(one.mention, text=found.get((one.text_id, one.span), "")))
        for one in some
    ]


# Counting


def counts_by_source(archive: Archive) -> dict[str, int]:
    """How many mentions each source has, by its id; those without any are left out."""
    found: Counter[str] = Counter()
    for reading, _first, _last, count in _days(archive):
        found[reading.source_id] += count
    return dict(found)


def counts_by_month(archive: Archive) -> dict[tuple[int, int], int]:
    """How many mentions lie in each month, by year and month in the order of time; longer ones are in none."""
    found: Counter[tuple[int, int]] = Counter()
    for _reading, first, last, count in _days(archive):
        if first is not None and last is not None and numbered_day(first)[:2] == numbered_day(last)[:2]:
            year, month, _day = numbered_day(first)
            found[year, month] += count
    return dict(sorted(found.items()))


def counts_by_year(archive: Archive) -> dict[int, int]:
    """How many mentions lie in each year, in the order of time; those that may be of several are in none."""
    found: Counter[int] = Counter()
    for _reading, first, last, count in _days(archive):
        if first is not None and last is not None and numbered_day(first)[0] == numbered_day(last)[0]:
            found[numbered_day(first)[0]] += count
    return dict(sorted(found.items()))


def _days(archive: Archive) -> Iterator[tuple[readings.CurrentReading, int | None, int | None, int]]:
    current = _current(archive)
    for key, first, last, count in _store(archive).days():
        for reading in current.get(key, ()):
            yield reading, first, last, count
