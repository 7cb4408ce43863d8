"""Annotations with what hangs on them: tags and links."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from archive_app.core.changes import Changes
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Link, Tag
from archive_app.core.spans import Span
from archive_app.store.rows import column_list, columns, from_row
from archive_app.store.store import MANY, Store, in_chunks
from archive_app.store.tags import CARRYING, annotations_carrying, tags_called


def tags_of(store: Store, annotation_ids: Iterable[str]) -> dict[str, list[Tag]]:
    """The tags of each annotation, by name; annotations without tags are left out."""
    found: defaultdict[str, list[Tag]] = defaultdict(list)
    for ids in in_chunks(annotation_ids):
        marks = ", ".join("?" * len(ids))
        rows = store.rows(
            f"SELECT a.annotation_id, {column_list(Tag, 't.')} FROM annotation_tags a JOIN tags t ON t.id = a.tag_id "
            f"WHERE a.annotation_id IN ({marks}) ORDER BY t.name",
            ids,
        )
        for annotation_id, *row in rows:
            found[annotation_id].append(from_row(Tag, row))
    return dict(found)


def links_of(store: Store, annotation_ids: Iterable[str]) -> dict[str, list[Link]]:
    """The links of each annotation, oldest first; annotations without links are left out."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for ids in in_chunks(annotation_ids):
        marks = ", ".join("?" * len(ids))
        for link in store.select(Link, f"WHERE annotation_id IN ({marks}) ORDER BY id", ids):
            found[link.annotation_id].append(link)
    return dict(found)


def add_many(
    store: Store, made: Sequence[Annotation], tags: Sequence[str], links: Sequence[Link] = ()
) -> None:
    """Add new annotations inside the open operation, all of them with the tags of these paths, and links of theirs."""
    store.insert_many(made)
    tag_ids = [tag.id for tag in tags_called(store, tags)]
    store.execute_many(
        "INSERT INTO annotation_tags(id, annotation_id, tag_id) VALUES (?, ?, ?)",
        [(new_id(), annotation.id, tag_id) for annotation in made for tag_id in tag_ids],
    )
    store.insert_many(links)


def set_tags(store: Store, annotation_id: str, names: Sequence[str]) -> None:
    """Give an annotation exactly the tags with these paths inside the open operation; new ones are made."""
    set_tag_ids(store, annotation_id, [tag.id for tag in tags_called(store, names)])


def set_tag_ids(store: Store, annotation_id: str, wanted: Sequence[str]) -> None:
    """Give an annotation exactly these tags inside the open operation."""
    have = dict(store.rows("SELECT tag_id, id FROM annotation_tags WHERE annotation_id = ?", [annotation_id]))
    for tag_id in have.keys() - set(wanted):
        store.execute("DELETE FROM annotation_tags WHERE id = ?", [have[tag_id]])
    for tag_id in wanted:
        if tag_id not in have:
            store.execute(
                "INSERT INTO annotation_tags(id, annotation_id, tag_id) VALUES (?, ?, ?)",
                [new_id(), annotation_id, tag_id],
            )


Annotated = tuple[Annotation, str | None]
"""An annotation with the id of the source it stands in, None for one on an event or on a photo without source."""
JOINS = (
    "LEFT JOIN texts t ON t.id = a.text_id LEFT JOIN regions r ON r.id = a.region_id "
    "LEFT JOIN photos p ON p.id = coalesce(a.photo_id, r.photo_id) "
)
SOURCE = "coalesce(t.source_id, a.source_id, p.source_id)"


def _select(store: Store, where: str, parameters: Sequence[Any]) -> list[Annotated]:
    width = len(columns(Annotation))
    rows = store.rows(
        f"SELECT {column_list(Annotation, 'a.')}, {SOURCE} FROM annotations a {JOINS} WHERE {where}",
        parameters,
    )
    return [(from_row(Annotation, row[:width]), row[width]) for row in rows]


def one(store: Store, annotation_id: str) -> Annotated | None:
    """The annotation with this id."""
    found = _select(store, "a.id = ?", [annotation_id])
    return found[0] if found else None


def many(store: Store, annotation_ids: Iterable[str]) -> list[Annotated]:
    """The annotations with these ids; ids of those that do not exist are left out."""
    found: list[Annotated] = []
    for ids in in_chunks(annotation_ids):
        found += _select(store, f"a.id IN ({', '.join('?' * len(ids))})", ids)
    return found


def of_text(store: Store, text_id: str) -> list[Annotated]:
    """The annotations of a text by their place, longer ones first."""
    found = store.select(Annotation, 'WHERE text_id = ? ORDER BY start, "end" DESC, id', [text_id])
    source_id = store.value("SELECT source_id FROM texts WHERE id = ?", [text_id])
    return [(annotation, source_id) for annotation in found]


Place = tuple[str, int, int, str | None, bool]
"""Id, `[start, end)`, colour and whether there is a note."""


def places_of_text(store: Store, text_id: str) -> list[Place]:
    """Where the annotations of a text stand, in any order: all that is needed to draw them."""
    rows = store.rows(
        "SELECT id, start, \"end\", colour, note <> '' FROM annotations WHERE text_id = ? AND start IS NOT NULL",
        [text_id],
    )
    return [(key, start, end, colour, bool(has_note)) for key, start, end, colour, has_note in rows]


def of_record(store: Store, record_id: str) -> list[Annotated]:
    """The annotations on a whole source, photo or event, oldest first."""
    return _select(store, "? IN (a.source_id, a.photo_id, a.event_id) ORDER BY a.id", [record_id])


def touched(store: Store, changes: Changes) -> set[str]:
    """The ids of the annotations that an operation touched, by themselves or by what hangs on them."""
    found = set(changes.ids("annotations")) | annotations_carrying(store, changes.ids("tags"))
    for table in ("annotation_tags", "links"):
        for ids in in_chunks(changes.ids(table)):
            marks = ", ".join("?" * len(ids))
            rows = store.rows(f'SELECT annotation_id FROM "{table}" WHERE id IN ({marks})', ids)
            found |= {annotation_id for (annotation_id,) in rows}
    if changes.touches("annotation_tags", "links"):
        # What is gone is known from the log alone.
        gone = store.rows(
            "SELECT DISTINCT json_extract(before, '$.annotation_id') FROM changes WHERE operation = ? "
            "AND field = '' AND after IS NULL AND record_type IN ('annotation_tags', 'links')",
            [changes.operation],
        )
        found |= {annotation_id for (annotation_id,) in gone}
    return found


def at_spans(store: Store, spans: Iterable[tuple[str, Span]]) -> list[Annotation]:
    """The annotations that stand exactly on one of these spans of texts."""
    every, found = list(spans), []
    for some in (every[first : first + MANY] for first in range(0, len(every), MANY)):
        marks = ", ".join(["(?, ?, ?)"] * len(some))
        rows = store.rows(
            f'WITH wanted(text_id, start, "end") AS (VALUES {marks}) SELECT {column_list(Annotation, "a.")} '
            "FROM wanted w JOIN annotations a ON a.text_id = w.text_id AND a.start = w.start "
            'AND a."end" = w."end"',
            [value for text_id, span in some for value in (text_id, span.start, span.end)],
        )
        found += [from_row(Annotation, row) for row in rows]
    return found


def on_records(store: Store, record_ids: Iterable[str]) -> list[Annotation]:
    """The annotations on whole sources, photos and events with these ids."""
    found: list[Annotation] = []
    for ids in in_chunks(record_ids):
        marks = ", ".join("?" * len(ids))
        for column in ("source_id", "photo_id", "event_id"):
            found += store.select(Annotation, f"WHERE {column} IN ({marks})", ids)
    return found


def of_source(store: Store, source_id: str) -> list[Annotated]:
    """All annotations in a source: on its texts by place, on its photos and on itself."""
    return _select(store, f"{SOURCE} = ? ORDER BY a.start IS NULL, a.start, a.id", [source_id])


def with_tag(store: Store, tag_id: str) -> list[Annotated]:
    """The annotations that carry a tag or one under it, by source and place."""
    return _select(store, f"a.id IN ({CARRYING}) ORDER BY {SOURCE}, a.start, a.id", [tag_id])


def of_event(store: Store, event_id: str) -> list[Annotated]:
    """The annotations that are linked to an event, by source and place."""
    inside = "a.id IN (SELECT annotation_id FROM links WHERE event_id = ?)"
    return _select(store, f"{inside} ORDER BY {SOURCE}, a.start, a.id", [event_id])
