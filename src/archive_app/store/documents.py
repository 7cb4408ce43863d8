"""What there is to find in an archive, as documents for the index, record by record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from archive_app.core.hits import Document, RecordKind
from archive_app.core.records import Annotation, Event, Link, Photo, Source, Tag, Text
from archive_app.store import annotations, texts
from archive_app.store.rows import TABLES
from archive_app.store.store import Store

Replacement = tuple[str, list[Document]]
"""A record's id and all documents that it has now; none where it is gone."""

_INDEXED = (Source, Text, Photo, Event, Annotation)
_BETWEEN = " · "
"""Stands between the fields of a record where they are read as one text."""


def count(store: Store) -> int:
    """How many documents a complete index has."""
    total = store.value("SELECT count(*) FROM passages p JOIN texts t ON t.id = p.text_id")
    for table in ("sources", "photos", "events"):
        total += store.value(f'SELECT count(*) FROM "{table}"')
    total += store.value(
        "SELECT count(*) FROM annotations a WHERE a.note != '' "
        "OR EXISTS (SELECT 1 FROM annotation_tags t WHERE t.annotation_id = a.id) "
        "OR EXISTS (SELECT 1 FROM links l WHERE l.annotation_id = a.id "
        "           AND l.says_where || l.says_who || l.note != '')"
    )
    return int(total)


def everything(store: Store) -> Iterator[Replacement]:
    """All records of an archive that can be found."""
    for cls in _INDEXED:
        for (record_id,) in store.rows(f'SELECT id FROM "{TABLES[cls]}" ORDER BY id'):
            yield record_id, documents_of(store, cls, record_id)


def touched(store: Store, changed: Iterable[tuple[str, str]]) -> Iterator[Replacement]:
    """The records whose documents may be others now, from record types and ids that operations touched."""
    by_table = {TABLES[cls]: cls for cls in _INDEXED}
    wanted: dict[str, type] = {}
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for table, record_id in changed:
        if table in by_table:
            wanted[record_id] = by_table[table]
        else:
            ids[table].append(record_id)
    for annotation_id in _annotations_behind(store, ids):
        wanted[annotation_id] = Annotation
    for record_id, cls in wanted.items():
        yield record_id, documents_of(store, cls, record_id)


def _annotations_behind(store: Store, ids: dict[str, list[str]]) -> set[str]:
    """The annotations whose words changed because a tag or a link of theirs did, now or in the log."""
    found: set[str] = set()
    for tag_id in ids.get(TABLES[Tag], ()):
        found |= {
            row[0]
            for row in store.rows("SELECT annotation_id FROM annotation_tags WHERE tag_id = ?", [tag_id])
        }
    for table in ("annotation_tags", TABLES[Link]):
        for record_id in ids.get(table, ()):
            found |= {
                str(row[0])
                for row in store.rows(
                    f'SELECT annotation_id FROM "{table}" WHERE id = ? UNION '
                    "SELECT json_extract(coalesce(before, after), '$.annotation_id') FROM changes "
                    "WHERE record_id = ? AND record_type = ? AND field = ''",
                    [record_id, record_id, table],
                )
            }
    return found


def documents_of(store: Store, cls: type, record_id: str) -> list[Document]:
    """The documents of one record; none where it does not exist or has no words."""
    record: Any = store.find(cls, record_id)
    if record is None:
        return []
    if isinstance(record, Text):
        return _passages(store, record)
    if isinstance(record, Annotation):
        return _annotation(store, record)
    text = words_of(record)
    kind, source_id = _kind_and_source(record)
    return [Document(kind=kind, record_id=record_id, source_id=source_id, text=text)] if text else []


def _kind_and_source(record: object) -> tuple[RecordKind, str | None]:
    if isinstance(record, Source):
        return RecordKind.SOURCE, record.id
    if isinstance(record, Photo):
        return RecordKind.PHOTO, record.source_id
    return RecordKind.EVENT, None


def words_of(record: Any) -> str:
    """The findable words of a source, photo or event, field by field."""
    if isinstance(record, Source):
        parts = [
            record.title,
            record.creator,
            record.publisher,
            record.place,
            record.call_number,
            record.note,
        ]
    elif isinstance(record, Photo):
        parts = [record.caption, record.place, record.credit, record.call_number, record.note]
    elif isinstance(record, Event):
        parts = [record.title, record.place, record.note]
    else:
        raise TypeError(f"no words are known of {type(record).__name__}")
    return _BETWEEN.join(part for part in parts if part)


def annotation_words(annotation: Annotation, tags: Iterable[Tag], links: Iterable[Link]) -> str:
    """The findable words of an annotation: its note, what its links state, its tags; not the quoted passage."""
    stated = [part for link in links for part in (link.says_where, link.says_who, link.note)]
    parts = [annotation.note, *stated, ", ".join(tag.name for tag in tags)]
    return _BETWEEN.join(part for part in parts if part)


def _passages(store: Store, text: Text) -> list[Document]:
    letters = texts.letters_of(store, text)
    return [
        Document(
            kind=RecordKind.PASSAGE,
            record_id=text.id,
            ordinal=passage.ordinal,
            source_id=text.source_id,
            text=letters[passage.start : passage.end],
        )
        for passage in texts.passages_of(store, text.id)
    ]


def _annotation(store: Store, annotation: Annotation) -> list[Document]:
    tags = annotations.tags_of(store, [annotation.id]).get(annotation.id, [])
    links = annotations.links_of(store, [annotation.id]).get(annotation.id, [])
    words = annotation_words(annotation, tags, links)
    if not words:
        return []
    found = annotations.one(store, annotation.id)
    source_id = found[1] if found else None
    return [Document(kind=RecordKind.ANNOTATION, record_id=annotation.id, source_id=source_id, text=words)]
