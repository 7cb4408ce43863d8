"""What the table of all annotations must know of each of them to find and to order it."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from archive_app.core.records import Colour
from archive_app.language.collation import azbuka_text
from archive_app.language.folding import fold_text
from archive_app.store import tags
from archive_app.store.annotations import JOINS, SOURCE
from archive_app.store.store import Store, in_chunks

_name_key = lru_cache(maxsize=1 << 12)(azbuka_text)
"""For names, which come again and again."""
_NUMBERS = {colour.value: str(number) for number, colour in enumerate(Colour)}


class Stored(NamedTuple):
    """What is stored of one annotation, with the names that belong to it: all that its facts are made of."""

    id: str
    kind: str
    on_id: str
    source_id: str
    passage: int | None
    start: int
    author: str
    colour: str
    quote: str
    note: str
    made_at: str
    caption: str
    source: str
    paths: list[str]
    titles: list[str]
    tags: list[tuple[str, str]]
    events: list[tuple[str, str]]


class Facts(NamedTuple):
    """One annotation. The `…_key` are texts that stand in the order of the column ("" is empty), `words` all that the
    filter looks through, folded. `on_id` is the text, photo, event or source it stands on, `passage` counts from 0;
    `tags` and `events` are pairs of the id of the tie and of what it ties to."""

    id: str
    kind: str
    on_id: str
    source_id: str
    passage: int | None
    author: str
    colour: str
    colour_key: str
    quote_key: str
    note_key: str
    tags_key: str
    events_key: str
    source_key: str
    place_key: str
    author_key: str
    made_key: str
    words: str
    tags: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]


def facts_of(stored: Stored) -> Facts:
    """Fold the words of an annotation and make its keys; that takes the time."""
    source_id, source_key = stored.source_id, _name_key(stored.source)
    return Facts(
        id=stored.id,
        kind=stored.kind,
        on_id=stored.on_id,
        source_id=source_id,
        passage=stored.passage,
        author=stored.author,
        colour=stored.colour,
        colour_key=_NUMBERS.get(stored.colour, ""),
        quote_key=azbuka_text(stored.quote),
        note_key=azbuka_text(stored.note),
        tags_key=_name_key(", ".join(stored.paths)),
        events_key=_name_key(", ".join(stored.titles)),
        source_key=source_key,
        place_key=f"{source_key}\t{source_id}\t{stored.start:09d}" if source_id else "",
        author_key=_name_key(stored.author),
        made_key=stored.made_at,
        words=fold_text(
            "\n".join(
                [stored.quote, stored.note, *stored.paths, *stored.titles, stored.source, stored.caption]
            )
        ),
        tags=tuple(stored.tags),
        events=tuple(stored.events),
    )


_ROWS = (
    "SELECT a.id, a.text_id, a.event_id, p.id, {source}, a.start, a.quote, a.note, a.colour, a.author, a.made_at, "
    "p.caption FROM annotations a {joins} WHERE a.id IN ({marks})"
)


class FactReader:
    """Reads what facts are made of. Names of sources, events and tags are read once: make a new one for each time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._starts: dict[str, array[int]] = {}

    def read(self, ids: Iterable[str]) -> Iterator[Stored]:
        """What is stored of the annotations with these ids; those that are not there are left out."""
        for some in in_chunks(ids):
            marks = ", ".join("?" * len(some))
            ties = [
                self._ties(
                    f"SELECT annotation_id, id, {other} FROM {table} WHERE annotation_id IN ({marks})", some
                )
                for table, other in (("annotation_tags", "tag_id"), ("links", "event_id"))
            ]
            for row in self._store.rows(_ROWS.format(source=SOURCE, joins=JOINS, marks=marks), some):
                yield self._stored(row, ties[0].get(row[0], []), ties[1].get(row[0], []))

    def _ties(self, sql: str, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for annotation_id, tie, other in self._store.rows(sql, ids):
            found[annotation_id].append((tie, other))
        return found

    def _stored(
        self, row: tuple[str, ...], tag_ties: list[tuple[str, str]], links: list[tuple[str, str]]
    ) -> Stored:
        id_, text_id, event_id, photo_id, source_id, start, quote, note, colour, author, made, caption = row
        if event_id:
            links = [*links, ("", event_id)]
        return Stored(
            id=id_,
            kind="text" if text_id else "photo" if photo_id else "event" if event_id else "source",
            on_id=text_id or photo_id or event_id or source_id,
            source_id=source_id or "",
            passage=None if text_id is None else self._passage(text_id, int(start)),
            start=int(start or 0),
            author=author,
            colour=colour or "",
            quote=quote,
            note=note,
            made_at=made,
            caption=caption or "",
            source=self._sources.get(source_id, ""),
            paths=sorted(self._paths.get(tag_id, "") for _tie, tag_id in tag_ties),
            titles=[self._events.get(event, "") for _tie, event in links],
            tags=tag_ties,
            events=links,
        )

    def _passage(self, text_id: str, start: int) -> int:
        if text_id not in self._starts:
            rows = self._store.rows(
                "SELECT start FROM passages WHERE text_id = ? ORDER BY ordinal", [text_id]
            )
            self._starts[text_id] = array("q", (place for (place,) in rows))
        return max(bisect_right(self._starts[text_id], start) - 1, 0)

    @cached_property
    def _sources(self) -> dict[str, str]:
        return dict(self._store.rows("SELECT id, title FROM sources"))

    @cached_property
    def _events(self) -> dict[str, str]:
        return dict(self._store.rows("SELECT id, title FROM events"))

    @cached_property
    def _paths(self) -> dict[str, str]:
        tree = tags.tree(self._store)
        return {tag_id: tree.path(tag_id) for tag_id in tree.tags}
