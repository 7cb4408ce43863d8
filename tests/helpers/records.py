"""One record of every kind, written straight into a store."""

from dataclasses import dataclass

from archive_app.core.ids import new_id
from archive_app.core.records import (
    AccessPoint,
    Anchoring,
    AnchoringState,
    Annotation,
    Authority,
    AuthorityKind,
    Collection,
    Colour,
    Distinction,
    Event,
    File,
    Link,
    PassageKind,
    Photo,
    Refusal,
    Region,
    SavedSearch,
    Script,
    Source,
    SourceKind,
    Tag,
    Text,
    VariantName,
)
from archive_app.core.spans import Span
from archive_app.store import annotations, collections, tables, texts
from archive_app.store.store import Store

LETTERS = "Naslov\n\nLađa je stala kod Đerdapa."


@dataclass
class Filled:
    """The records that `fill` wrote, as they were given."""

    source: Source
    file: File
    text: Text
    photo: Photo
    region: Region
    annotation: Annotation
    region_note: Annotation
    event: Event
    link: Link
    collection: Collection
    search: SavedSearch


def fill(store: Store) -> Filled:
    """Write one record of every kind, each with every field set, in a single operation."""
    source = Source(
        id=new_id(),
        title="Ђердап у јесен",
        kind=SourceKind.LETTER,
        creator="Jelena Ćirić",
        publisher="Štamparija",
        date="1944-10",
        first_day="1944-10-01",
        last_day="1944-10-31",
        place="Čačak",
        language="sr",
        script=Script.CYRILLIC,
        call_number="F-12/3",
        level="item",
        extent="2 lista",
        rights="zaveštanje",
        url="https://example.org/1",
        note="oštećen rub",
        made_at="2026-01-02T03:04:05Z",
    )
    file = File(
        id=new_id(), sha256="a" * 64, size=9, media_type="text/plain", name="list.txt", source_id=source.id
    )
    event = Event(
        id=new_id(), title="Prelaz", when="1944-10-20", first_day="1944-10-20", last_day="1944-10-20"
    )
    with store.operation("Fill"):
        store.insert(source)
        store.insert(file)
        text = Text(
            id=new_id(),
            source_id=source.id,
            letters_sha256=texts.keep_letters(store, LETTERS),
            length=len(LETTERS),
            file_id=file.id,
            encoding="utf-8",
            encoding_basis="certain",
        )
        store.insert(text)
        texts.keep_passages(
            store, text.id, [(PassageKind.HEADING, Span(0, 6)), (PassageKind.PARAGRAPH, Span(8, 34))]
        )
        texts.set_kind(store, text.id, 1, PassageKind.QUOTATION)
        photo = Photo(
            id=new_id(), caption="Lađa", source_id=source.id, text_id=text.id, ordinal=1, file_id=file.id
        )
        region = Region(id=new_id(), photo_id=photo.id, left=0.1 + 0.2, top=0.0, width=1 / 3, height=0.5)
        annotation = Annotation(
            id=new_id(), text_id=text.id, start=8, end=12, quote="Lađa", note="čija?", colour=Colour.GREEN
        )
        region_note = Annotation(id=new_id(), region_id=region.id, note="jarbol", colour=None)
        link = Link(id=new_id(), annotation_id=annotation.id, event_id=event.id, says_when="1944-10-15")
        collection = Collection(id=new_id(), name="Reke")
        anchoring = Anchoring(
            id=new_id(),
            annotation_id=annotation.id,
            from_text_id=text.id,
            from_start=annotation.start or 0,
            from_end=annotation.end or 0,
            to_text_id=text.id,
            state=AnchoringState.ACCEPTED,
        )
        search = SavedSearch(id=new_id(), name="Reka", query="reka*", options='{"ijekavian": true}')
        for record in (photo, region, annotation, region_note, event, link, collection, search, anchoring):
            store.insert(record)
        _fill_names(store, event, link)
        store.insert(Refusal(id=new_id(), text_id=text.id, start=8, end=12, quote="Lađa", event_id=event.id))
        annotations.set_tags(store, annotation.id, ["brod", "река"])
        collections.put_items(store, collection.id, [("sources", source.id)], None)
    return Filled(source, file, text, photo, region, annotation, region_note, event, link, collection, search)


def _fill_names(store: Store, event: Event, link: Link) -> None:
    place = Authority(
        id=new_id(), kind=AuthorityKind.PLACE, name="Đerdap", when="0105/", latitude=44.6, longitude=22.3
    )
    store.insert(place)
    store.insert(VariantName(id=new_id(), authority_id=place.id, name="Iron Gates"))
    other = Authority(id=new_id(), kind=AuthorityKind.PLACE, name="Đerdap kod Sipa")
    store.insert(other)
    store.insert(Distinction(id=new_id(), one_id=place.id, other_id=other.id))
    store.insert(AccessPoint(id=new_id(), authority_id=place.id, event_id=event.id))
    store.insert(AccessPoint(id=new_id(), authority_id=place.id, link_id=link.id))


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that people make, to compare an archive with itself at another time."""
    return {table: store.rows(f'SELECT * FROM "{table}" ORDER BY id') for table in tables.LOGGED}


def add_tag(store: Store, name: str) -> Tag:
    """Write one tag in an operation of its own."""
    tag = Tag(id=new_id(), name=name)
    with store.operation("Add tag “{subject}”", subject=name):
        store.insert(tag)
    return tag
