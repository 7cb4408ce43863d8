"""What there is to find in an archive, as documents for the index, record by record.

Records are read by the hundred: fifty thousand notes on a shelf of novels cost some hundred queries, not as many
as there are notes.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from archive_app.core.days import read_iso_day
from archive_app.core.hits import Document, Field, RecordKind
from archive_app.core.records import Annotation, Authority, Event, Link, Photo, Region, Source, Tag, Text
from archive_app.core.tags import join_path
from archive_app.language.scripts import script_of
from archive_app.store import annotations, names_in_documents, tags, texts
from archive_app.store.rows import TABLES
from archive_app.store.store import Store, in_chunks

Replacement = tuple[str, list[Document]]
"""A record's id and all documents that it has now; none where it is gone."""
Place = tuple[str, int, int]
"""Where an annotation is: the id of a record, and of a text the ordinals of the first and the last passage."""

_CURRENT = "NOT EXISTS (SELECT 1 FROM texts n WHERE n.source_id = t.source_id AND n.id > t.id)"
"""Of the texts of a source only the newest is searched."""
_BETWEEN = " · "
"""Stands between the fields of a record where they are read as one text."""


def count(store: Store) -> int:
    """How many documents a complete index has."""
    total = store.value(f"SELECT count(*) FROM passages p JOIN texts t ON t.id = p.text_id WHERE {_CURRENT}")
    for table in ("sources", "photos", "events", "authorities"):
        total += store.value(f'SELECT count(*) FROM "{table}"')
    total += store.value(
        "SELECT count(*) FROM annotations a WHERE a.note != '' "
        "OR EXISTS (SELECT 1 FROM annotation_tags t WHERE t.annotation_id = a.id) "
        "OR EXISTS (SELECT 1 FROM links l WHERE l.annotation_id = a.id)"
    )
    return int(total)


def everything(store: Store) -> Iterator[Replacement]:
    """All records of an archive that can be found."""
    for cls, make in _MAKERS.items():
        # Annotations of one text together: its passages are then looked up once.
        order = "text_id, start, id" if cls is Annotation else "id"
        ids = [row[0] for row in store.rows(f'SELECT id FROM "{TABLES[cls]}" ORDER BY {order}')]
        for some in in_chunks(ids):
            yield from make(store, some)


def touched(store: Store, changed: Iterable[tuple[str, str]]) -> Iterator[Replacement]:
    """The records whose documents may be others now, from record types and ids that operations touched."""
    by_table = {TABLES[cls]: cls for cls in _MAKERS}
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for table, record_id in changed:
        ids[table].append(record_id)
    if ids[TABLES[Text]]:
        ids[TABLES[Text]] = _with_other_readings(store, ids[TABLES[Text]])
    wanted = {by_table[table]: dict.fromkeys(found) for table, found in ids.items() if table in by_table}
    others: tuple[tuple[type, set[str]], ...] = (
        (Authority, names_in_documents.authorities_behind(store, ids, _logged)),
        (Event, names_in_documents.events_behind(store, ids, _logged)),
        (Annotation, _annotations_behind(store, ids)),
    )
    for cls, behind in others:
        if behind:
            wanted.setdefault(cls, {}).update(dict.fromkeys(sorted(behind)))
    for cls, found in wanted.items():
        for some in in_chunks(found):
            yield from _MAKERS[cls](store, some)


def documents_of(store: Store, cls: type, record_id: str) -> list[Document]:
    """The documents of one record; none where it does not exist or has no words."""
    ((_record, found),) = _MAKERS[cls](store, [record_id])
    return found


def _annotations_behind(store: Store, ids: Mapping[str, Sequence[str]]) -> set[str]:
    """The annotations that say something else because a tag, an event, a link or a name of theirs does, now or in the
    log."""
    found = tags.annotations_carrying(store, ids.get(TABLES[Tag], ()))
    found |= names_in_documents.annotations_behind(store, ids, _logged)
    for table, sql in (
        (TABLES[Event], "SELECT annotation_id FROM links WHERE event_id IN ({marks})"),
        (TABLES[Event], "SELECT id FROM annotations WHERE event_id IN ({marks})"),
    ):
        for some in in_chunks(ids.get(table, ())):
            found |= {row[0] for row in store.rows(sql.format(marks=_marks(some)), some)}
    for table in ("annotation_tags", TABLES[Link]):
        for some in in_chunks(ids.get(table, ())):
            there = dict(
                store.rows(f'SELECT id, annotation_id FROM "{table}" WHERE id IN ({_marks(some)})', some)
            )
            found |= set(there.values())
            found |= _logged(store, table, "annotation_id", set(some) - there.keys())
    return found


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _with_other_readings(store: Store, text_ids: Sequence[str]) -> list[str]:
    """Texts with all other readings of their sources: where one comes or goes, another is searched."""
    sources: set[str] = set()
    for some in in_chunks(text_ids):
        there = dict(store.rows(f"SELECT id, source_id FROM texts WHERE id IN ({_marks(some)})", some))
        sources |= set(there.values()) | _logged(store, TABLES[Text], "source_id", set(some) - there.keys())
    found = dict.fromkeys(text_ids)
    for some in in_chunks(sorted(sources)):
        rows = store.rows(f"SELECT id FROM texts WHERE source_id IN ({_marks(some)}) ORDER BY id", some)
        found |= dict.fromkeys(text_id for (text_id,) in rows)
    return list(found)


def _logged(store: Store, table: str, field: str, gone: set[str]) -> set[str]:
    """A field of records that are gone. The log is read from its end: they went not long ago."""
    found: dict[str, str] = {}
    while left := sorted(gone - found.keys()):
        rows = store.rows(
            f"SELECT record_id, json_extract(coalesce(before, after), '$.{field}') FROM changes "
            f"WHERE record_type = ? AND field = '' AND record_id IN ({_marks(left)}) "
            "ORDER BY number DESC LIMIT ?",
            [table, *left, len(left)],
        )
        if not rows:
            break
        found.update(rows)
    return set(found.values())


# Sources, photos, events and authority records


def words_of_all(store: Store, records: Mapping[str, Any]) -> dict[str, str]:
    """The findable words of records of one type but annotations, by their ids; events have the names of those whom they
    have to do with among theirs, authority records all their names."""
    some = next(iter(records.values()), None)
    if isinstance(some, Authority):
        words = names_in_documents.words_of_authorities(store, records)
        return {record_id: _joined(parts) for record_id, parts in words.items()}
    names = names_in_documents.names_of_events(store, records) if isinstance(some, Event) else {}
    return {
        record_id: _joined([words_of(record), *names.get(record_id, ())])
        for record_id, record in records.items()
    }


def words_of(record: Any) -> str:
    """The findable words of a source, photo or event by itself, field by field."""
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
        parts = [record.title, record.place, record.note, record.reason]
    else:
        raise TypeError(f"no words are known of {type(record).__name__}")
    return _joined(parts)


def _joined(parts: Iterable[str]) -> str:
    return _BETWEEN.join(part for part in parts if part)


def _said(**fields: str) -> dict[Field, str]:
    """The fields that say something."""
    return {Field(name): words for name, words in fields.items() if words}


def _of_source(source: Source) -> dict[str, Any]:
    fields = _said(title=source.title, author=source.creator, note=source.note)
    return {"kind": RecordKind.SOURCE, "source_id": source.id, "fields": fields}


def _of_photo(photo: Photo) -> dict[str, Any]:
    fields = _said(caption=photo.caption, note=photo.note)
    return {"kind": RecordKind.PHOTO, "source_id": photo.source_id, "fields": fields}


def _of_event(event: Event) -> dict[str, Any]:
    fields = _said(title=event.title, event=event.title, note=_joined([event.note, event.reason]))
    return {"kind": RecordKind.EVENT, "fields": fields, "event_ids": (event.id,)}


def _of_authority(authority: Authority) -> dict[str, Any]:
    return {"kind": RecordKind.AUTHORITY, "fields": _said(note=authority.note)}


def _described(cls: type, values: Callable[[Any], dict[str, Any]]) -> "_Maker":
    """Make the documents of a record that is described by its own fields and dated by itself."""

    def make(store: Store, ids: Sequence[str]) -> Iterator[Replacement]:
        records: dict[str, Any] = store.get_many(cls, ids)
        words = words_of_all(store, records)
        for record_id in ids:
            record = records.get(record_id)
            text = words.get(record_id, "")
            if record is None or not text:
                yield record_id, []
                continue
            document = Document(
                record_id=record_id,
                text=text,
                script=script_of(text),
                first_day=record.first_day,
                last_day=record.last_day,
                **values(record),
            )
            yield record_id, [document]

    return make


# Texts


def _passages(store: Store, ids: Sequence[str]) -> Iterator[Replacement]:
    records = store.get_many(Text, ids)
    current = set()
    for some in in_chunks(ids):
        rows = store.rows(f"SELECT t.id FROM texts t WHERE t.id IN ({_marks(some)}) AND {_CURRENT}", some)
        current |= {text_id for (text_id,) in rows}
    for text_id in ids:
        yield text_id, _passages_of(store, records[text_id]) if text_id in current else []


def _passages_of(store: Store, text: Text) -> list[Document]:
    letters = texts.letters_of(store, text)
    rows = store.rows(
        'SELECT ordinal, start, "end" FROM passages WHERE text_id = ? ORDER BY ordinal', [text.id]
    )
    return [
        Document(
            kind=RecordKind.PASSAGE,
            record_id=text.id,
            ordinal=ordinal,
            source_id=text.source_id,
            text=(words := letters[start:end]),
            script=script_of(words),
        )
        for ordinal, start, end in rows
    ]


# Annotations


class Hanging:
    """What hangs on some annotations: tags, links and the events that these name."""

    def __init__(self, store: Store, found: Iterable[Annotation]) -> None:
        """Read what hangs on the annotations, each table in turn."""
        records = list(found)
        ids = [annotation.id for annotation in records]
        self._tags = annotations.tags_of(store, ids)
        self._lines = tags.lines(store, (tag for found in self._tags.values() for tag in found))
        self._links = annotations.links_of(store, ids)
        self._names = names_in_documents.names_of_links(
            store, [link.id for links in self._links.values() for link in links]
        )
        named = {link.event_id for links in self._links.values() for link in links}
        named |= {annotation.event_id for annotation in records if annotation.event_id}
        self._events = store.get_many(Event, named)

    def words_of(self, annotation: Annotation) -> str:
        """The findable words of an annotation: its note, what its links state and whom they have to do with, its tags;
        not the quoted passage.

        One that is only linked is read as the titles of its events.
        """
        links = self._links.get(annotation.id, ())
        stated = [part for link in links for part in (link.says_where, link.says_who, link.note)]
        names = dict.fromkeys(name for link in links for name in self._names.get(link.id, ()))
        words = _joined([annotation.note, *stated, *names, ", ".join(self._paths(annotation))])
        return words or _joined(event.title for event in self._linked(annotation))

    def _paths(self, annotation: Annotation) -> list[str]:
        carried = self._tags.get(annotation.id, ())
        return [join_path([tag.name for tag in self._lines[tag.id]]) for tag in carried]

    def _linked(self, annotation: Annotation) -> list[Event]:
        links = self._links.get(annotation.id, ())
        return [self._events[link.event_id] for link in links if link.event_id in self._events]

    def document(self, annotation: Annotation, source_id: str | None, stands_on: Place | None) -> Document:
        """The document of an annotation. What carries a tag is found by each tag that it stands under, too."""
        links = self._links.get(annotation.id, ())
        tag_ids = [tag.id for one in self._tags.get(annotation.id, ()) for tag in self._lines[one.id]]
        events = self._linked(annotation)
        if annotation.event_id in self._events:
            events = [*events, self._events[annotation.event_id]]
        text = self.words_of(annotation)
        first_day, last_day = _dates(links, events)
        return Document(
            kind=RecordKind.ANNOTATION,
            record_id=annotation.id,
            source_id=source_id,
            text=text,
            script=script_of(text),
            fields=_said(
                tag=_joined(self._paths(annotation)),
                event=_joined(event.title for event in events),
                note=_joined([annotation.note, *(link.note for link in links)]),
            ),
            tag_ids=tuple(dict.fromkeys(tag_ids)),
            event_ids=tuple(dict.fromkeys(event.id for event in events)),
            first_day=first_day,
            last_day=last_day,
            stands_on=stands_on,
        )


def _dates(links: Iterable[Link], events: Iterable[Event]) -> tuple[str | None, str | None]:
    """First and last day of what links state, else of events; a bound that is open in one of them stays open."""
    stated = [(link.first_day, link.last_day) for link in links if link.first_day or link.last_day]
    dated = stated or [(event.first_day, event.last_day) for event in events if event.when]
    firsts = [first for first, _last in dated if first]
    lasts = [last for _first, last in dated if last]
    return (
        min(firsts, key=read_iso_day) if firsts and len(firsts) == len(dated) else None,
        max(lasts, key=read_iso_day) if lasts and len(lasts) == len(dated) else None,
    )


def _annotations(store: Store, ids: Sequence[str]) -> Iterator[Replacement]:
    found = {annotation.id: (annotation, source) for annotation, source in annotations.many(store, ids)}
    records = [annotation for annotation, _source in found.values()]
    hanging, places = Hanging(store, records), _places(store, records)
    for annotation_id in ids:
        annotation, source_id = found.get(annotation_id, (None, None))
        if annotation is None or not hanging.words_of(annotation):
            yield annotation_id, []
        else:
            document = hanging.document(annotation, source_id, places.get(annotation_id))
            yield annotation_id, [document]


def _places(store: Store, found: Iterable[Annotation]) -> dict[str, Place]:
    """Where each annotation is, by its id."""
    places: dict[str, Place] = {}
    by_text: defaultdict[str, list[Annotation]] = defaultdict(list)
    on_regions: dict[str, str] = {}
    for annotation in found:
        whole = annotation.photo_id or annotation.source_id or annotation.event_id
        if whole:
            places[annotation.id] = (whole, 0, 0)
        elif annotation.region_id:
            on_regions[annotation.id] = annotation.region_id
        elif annotation.text_id:
            by_text[annotation.text_id].append(annotation)
    regions = store.get_many(Region, on_regions.values())
    for annotation_id, region_id in on_regions.items():
        if region_id in regions:
            places[annotation_id] = (regions[region_id].photo_id, 0, 0)
    for text_id, of_text in by_text.items():
        places |= _passages_under(store, text_id, of_text)
    return places


def _passages_under(store: Store, text_id: str, found: Sequence[Annotation]) -> dict[str, Place]:
    """The first and the last passage that each annotation of one text overlaps, by the annotation's id."""
    spans = {annotation.id: annotation.span for annotation in found if annotation.span}
    passages = store.rows(
        'SELECT ordinal, start, "end" FROM passages WHERE text_id = ? AND "end" > ? AND start < ? ORDER BY start',
        [text_id, min(span.start for span in spans.values()), max(span.end for span in spans.values())],
    )
    starts, ends = [start for _o, start, _end in passages], [end for _o, _start, end in passages]
    under: dict[str, Place] = {}
    for annotation_id, span in spans.items():
        first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if first < after:
            under[annotation_id] = (text_id, passages[first][0], passages[after - 1][0])
    return under


_Maker = Callable[[Store, Sequence[str]], Iterator[Replacement]]
_MAKERS: dict[type, _Maker] = {
    Source: _described(Source, _of_source),
    Text: _passages,
    Photo: _described(Photo, _of_photo),
    Event: _described(Event, _of_event),
    Annotation: _annotations,
    Authority: _described(Authority, _of_authority),
}
"""How the documents of each type of records are made, in the order in which everything is read."""
