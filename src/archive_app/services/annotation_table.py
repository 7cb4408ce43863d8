"""All annotations of the archive as one table: which, in which order. `annotation_rows` reads them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from archive_app.core.progress import SILENT, OnlyCancel, Progress
from archive_app.core.records import Colour
from archive_app.core.translation import N_
from archive_app.language.folding import fold_text
from archive_app.services.archives import INDEX, Archive
from archive_app.store import tags
from archive_app.store.annotation_keys import AnnotationKeys, Damaged
from archive_app.store.key_writing import write_portion

FILE = "annotations.db"
T = TypeVar("T")


class Column(StrEnum):
    """What the table shows of an annotation, and can be ordered by."""

    QUOTE = "quote"
    NOTE = "note"
    TAGS = "tags"
    COLOUR = "colour"
    EVENTS = "events"
    SOURCE = "source"
    PLACE = "place"
    AUTHOR = "author"
    MADE = "made"


COLUMN_TITLES = {
    Column.QUOTE: N_("Quotation"),
    Column.NOTE: N_("Note"),
    Column.TAGS: N_("Tags"),
    Column.COLOUR: N_("Colour"),
    Column.EVENTS: N_("Events"),
    Column.SOURCE: N_("Source"),
    Column.PLACE: N_("Passage"),
    Column.AUTHOR: N_("Made by"),
    Column.MADE: N_("Made"),
}


class On(StrEnum):
    """What an annotation stands on: a span of a text, a photo or a part of it, or a whole source or event."""

    TEXT = "text"
    PHOTO = "photo"
    SOURCE = "source"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which annotations are wanted, and in which order. What is empty narrows nothing.

    `words` are parts of words, in either script, with or without diacritics, all of which stand in the quotation, the
    note, the tags, the events or the source. A tag stands also for the tags under it. `colours` may hold None.
    """

    words: str = ""
    tag_ids: frozenset[str] = frozenset()
    event_ids: frozenset[str] = frozenset()
    source_ids: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    colours: frozenset[Colour | None] = frozenset()
    on: frozenset[On] = frozenset()
    column: Column = Column.MADE
    descending: bool = True

    def narrows(self) -> bool:
        """Whether not all annotations are wanted."""
        chosen = (self.tag_ids, self.event_ids, self.source_ids, self.authors, self.colours, self.on)
        return bool(self.words.strip()) or any(chosen)


def catch_up(archive: Archive, progress: Progress = SILENT) -> bool:
    """Take in what was done since the table was used last; return whether any row may look or stand otherwise.

    The first time in an archive of 100,000 annotations this takes some seconds. Raises Cancelled.
    """
    return _trying(archive, lambda keys: _brought_up(archive, keys, progress), progress)


def _brought_up(archive: Archive, keys: AnnotationKeys, progress: Progress) -> bool:
    """Let the keys catch up; many are made where heavy work runs."""
    work = partial(archive.work.run, write_portion, progress=OnlyCancel(progress))
    return keys.catch_up(archive.store, work, progress)


def find(archive: Archive, wanted: Wanted, progress: Progress = SILENT) -> list[int]:
    """The numbers of the wanted annotations, in order; what is empty in the column of the order stands at the end.

    A number is only a short name for an annotation while the archive is open; `ids` gives the ids.
    """
    catch_up(archive, progress)
    below = _below(archive, wanted.tag_ids)

    def ask(keys: AnnotationKeys) -> list[int]:
        matching = keys.matching(
            fold_text(wanted.words).split(),
            tags=below,
            events=wanted.event_ids,
            source_id=wanted.source_ids,
            author=wanted.authors,
            colour=[colour.value if colour else "" for colour in wanted.colours],
            kind=[on.value for on in wanted.on],
        )
        order = keys.order(wanted.column.value, descending=wanted.descending)
        return list(order) if matching is None else [n for n in order if n in matching]

    return _trying(archive, ask, progress)


def _below(archive: Archive, tag_ids: Iterable[str]) -> set[str]:
    if not tag_ids:
        return set()
    tree = tags.tree(archive.store)
    found = {tag.id for tag_id in tag_ids for tag in tree.with_below(tag_id)}
    return found or set(tag_ids)


def ids(archive: Archive, numbers: Sequence[int]) -> list[str]:
    """The ids of annotations, in the order of their numbers given."""
    known = _keys(archive).known(numbers)
    return [known[number][0] for number in numbers if number in known]


def number_of(archive: Archive, annotation_id: str) -> int | None:
    """The number of an annotation, None where the table does not know it."""
    return _keys(archive).number_of(annotation_id)


def authors(archive: Archive) -> list[str]:
    """Who has made annotations."""
    return _keys(archive).values("author")


def total(archive: Archive) -> int:
    """How many annotations there are."""
    return _keys(archive).count()


def known(archive: Archive, numbers: Sequence[int]) -> dict[int, tuple[str, int | None]]:
    """Id and passage (counted from 0, None where it is on no text) of annotations, by their numbers."""
    return _keys(archive).known(numbers)


def _keys(archive: Archive) -> AnnotationKeys:
    if archive.annotation_keys is None:
        archive.annotation_keys = AnnotationKeys(None if archive.read_only else archive.folder / INDEX / FILE)
    return archive.annotation_keys


def _trying(archive: Archive, ask: Callable[[AnnotationKeys], T], progress: Progress) -> T:
    """Ask the keys; where they are damaged, make them anew once and ask again."""
    keys = _keys(archive)
    try:
        return ask(keys)
    except Damaged:
        _brought_up(archive, keys, progress)
        return ask(keys)
