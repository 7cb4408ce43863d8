"""What there is to find, and which of it changed."""

import pytest

from archive_app.core.hits import Document, Field, RecordKind
from archive_app.core.ids import new_id
from archive_app.core.records import (
    AccessPoint,
    Annotation,
    Authority,
    Event,
    Link,
    Photo,
    Script,
    Source,
    Tag,
    Text,
    VariantName,
)
from archive_app.store import annotations, documents, operations, tags
from archive_app.store.store import Store
from helpers.records import Filled, fill


def found(store: Store) -> dict[RecordKind, list[str]]:
    by_kind: dict[RecordKind, list[str]] = {}
    for _record, ones in documents.everything(store):
        for document in ones:
            by_kind.setdefault(document.kind, []).append(document.text)
    return by_kind


def changed_since(store: Store, number: int) -> dict[str, list[Document]]:
    return dict(documents.touched(store, operations.touched_since(store, number)))


def test_everything_that_has_words_can_be_found(store: Store) -> None:
    fill(store)
    words = found(store)
    assert words[RecordKind.PASSAGE] == ["Naslov", "Lađa je stala kod Đerdapa."]
    assert words[RecordKind.PHOTO] == ["Lađa"]
    assert words[RecordKind.EVENT] == ["Prelaz · Đerdap"]
    assert sorted(words[RecordKind.ANNOTATION]) == ["jarbol", "čija? · Đerdap · brod, река"]
    assert words[RecordKind.AUTHORITY] == ["Đerdap · Iron Gates", "Đerdap kod Sipa"]
    assert words[RecordKind.SOURCE] == [
        "Ђердап у јесен · Jelena Ćirić · Štamparija · Čačak · F-12/3 · oštećen rub"
    ]
    assert documents.count(store) == sum(map(len, words.values()))


def test_a_highlight_without_words_is_no_document_and_is_not_counted(store: Store) -> None:
    filled = fill(store)
    before = documents.count(store)
    with store.operation("Highlight"):
        bare = Annotation(id=new_id(), text_id=filled.text.id, start=0, end=3)
        store.insert(bare)
    assert documents.documents_of(store, Annotation, bare.id) == []
    assert documents.count(store) == before


def test_what_a_link_states_belongs_to_the_words_of_its_annotation(store: Store) -> None:
    filled = fill(store)
    number = operations.last_number(store)
    with store.operation("State"):
        store.update(Link, filled.link.id, says_who="četvrta brigada")
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert "četvrta brigada" in document.text
    number = operations.last_number(store)
    with store.operation("Unlink"):
        store.delete(Link, filled.link.id)
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert "četvrta brigada" not in document.text


def test_renaming_and_deleting_a_tag_changes_the_annotations_that_carry_it(store: Store) -> None:
    filled = fill(store)
    tag = tags.find_tag(store, "brod")
    assert tag is not None
    number = operations.last_number(store)
    with store.operation("Rename"):
        store.update(Tag, tag.id, name="parobrod")
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert document.text == "čija? · Đerdap · parobrod, река"
    number = operations.last_number(store)
    with store.operation("Delete"):
        store.delete(Tag, tag.id)
    (document,) = changed_since(store, number)[filled.annotation.id]
    assert document.text == "čija? · Đerdap · река"


def test_what_is_gone_has_no_documents_any_more(store: Store) -> None:
    filled = fill(store)
    number = operations.last_number(store)
    with store.operation("Delete"):
        store.delete(Source, filled.source.id)
    gone = {record for record, ones in changed_since(store, number).items() if not ones}
    assert {filled.source.id, filled.text.id, filled.photo.id, filled.annotation.id} <= gone
    operations.undo(store)
    assert len(changed_since(store, number)[filled.text.id]) == 2


def document_of(store: Store, record: Source | Photo | Event | Annotation) -> Document:
    (document,) = documents.documents_of(store, type(record), record.id)
    return document


def test_a_source_a_photo_and_an_event_are_found_by_their_fields_and_dates(store: Store) -> None:
    filled = fill(store)
    source = document_of(store, filled.source)
    assert source.fields == {
        Field.TITLE: "Ђердап у јесен",
        Field.AUTHOR: "Jelena Ćirić",
        Field.NOTE: "oštećen rub",
    }
    assert (source.first_day, source.last_day) == ("1944-10-01", "1944-10-31")
    assert (source.source_id, source.script) == (filled.source.id, Script.LATIN)
    photo = document_of(store, filled.photo)
    assert photo.fields == {Field.CAPTION: "Lađa"}
    assert (photo.first_day, photo.last_day, photo.source_id) == (None, None, filled.source.id)
    event = document_of(store, filled.event)
    assert event.fields == {Field.TITLE: "Prelaz", Field.EVENT: "Prelaz"}
    assert (event.event_ids, event.first_day, event.last_day) == (
        (filled.event.id,),
        "1944-10-20",
        "1944-10-20",
    )


def test_a_passage_is_in_the_script_of_its_own_letters(store: Store) -> None:
    filled = fill(store)
    assert [
        (document.ordinal, document.script, document.source_id)
        for document in documents.documents_of(store, Text, filled.text.id)
    ] == [(0, Script.LATIN, filled.source.id), (1, Script.LATIN, filled.source.id)]


def test_an_annotation_tells_its_tags_its_events_and_where_it_stands(store: Store) -> None:
    filled = fill(store)
    note = document_of(store, filled.annotation)
    assert note.fields == {Field.TAG: "brod · река", Field.EVENT: "Prelaz", Field.NOTE: "čija?"}
    names = {tag.id: tag.name for tag in store.list(Tag)}
    assert [names[tag_id] for tag_id in note.tag_ids] == ["brod", "река"]
    assert note.event_ids == (filled.event.id,)
    assert note.stands_on == (filled.text.id, 1, 1)
    assert document_of(store, filled.region_note).stands_on == (filled.photo.id, 0, 0)


@pytest.mark.parametrize(
    ("start", "end", "passages"), [(0, 34, (0, 1)), (0, 6, (0, 0)), (5, 9, (0, 1)), (30, 34, (1, 1))]
)
def test_a_highlight_stands_on_all_the_passages_that_it_touches(
    store: Store, start: int, end: int, passages: tuple[int, int]
) -> None:
    filled = fill(store)
    with store.operation("Mark"):
        made = Annotation(id=new_id(), text_id=filled.text.id, start=start, end=end, note="vidi")
        store.insert(made)
    assert document_of(store, made).stands_on == (filled.text.id, *passages)


def test_a_note_on_a_whole_event_belongs_to_that_event(store: Store) -> None:
    filled = fill(store)
    with store.operation("Mark"):
        made = Annotation(id=new_id(), event_id=filled.event.id, note="sporno", colour=None)
        store.insert(made)
    document = document_of(store, made)
    assert (document.event_ids, document.stands_on) == ((filled.event.id,), (filled.event.id, 0, 0))


def test_an_annotation_is_dated_by_what_is_stated_else_by_its_events(store: Store) -> None:
    filled = fill(store)

    def dates() -> tuple[str | None, str | None]:
        document = document_of(store, filled.annotation)
        return document.first_day, document.last_day

    assert dates() == ("1944-10-20", "1944-10-20")
    with store.operation("State"):
        store.update(Link, filled.link.id, first_day="1944-10-15", last_day="1944-10-15")
    assert dates() == ("1944-10-15", "1944-10-15")
    with store.operation("Link to an event that began some time before 1945"):
        later = Event(id=new_id(), title="Obnova", when="../1945", last_day="1945-12-31")
        store.insert(later)
        store.update(Link, filled.link.id, first_day=None, last_day=None)
        store.insert(Link(id=new_id(), annotation_id=filled.annotation.id, event_id=later.id))
    assert dates() == (None, "1945-12-31")


def test_a_highlight_that_is_only_linked_is_read_as_the_title_of_its_event(store: Store) -> None:
    filled = fill(store)
    before = documents.count(store)
    with store.operation("Link"):
        bare = Annotation(id=new_id(), text_id=filled.text.id, start=0, end=3)
        store.insert(bare)
        store.insert(Link(id=new_id(), annotation_id=bare.id, event_id=filled.event.id))
    assert document_of(store, bare).text == "Prelaz"
    assert documents.count(store) == before + 1 == sum(len(ones) for _id, ones in documents.everything(store))


def test_the_reason_of_a_verdict_is_found_like_a_note(store: Store) -> None:
    filled = fill(store)
    with store.operation("Date the event"):
        store.update(Event, filled.event.id, note="u magli", reason="dnevnik je stariji")
    (document,) = documents.documents_of(store, Event, filled.event.id)
    assert "u magli · dnevnik je stariji" in document.text
    assert document.fields[Field.NOTE] == "u magli · dnevnik je stariji"


def test_changing_an_event_changes_the_annotations_that_are_linked_to_it_or_stand_on_it(store: Store) -> None:
    filled = fill(store)
    with store.operation("Mark"):
        on_it = Annotation(id=new_id(), event_id=filled.event.id, note="sporno", colour=None)
        store.insert(on_it)
    number = operations.last_number(store)
    with store.operation("Edit event"):
        store.update(Event, filled.event.id, title="Prelaz lađom", first_day="1944-10-19")
    changed = changed_since(store, number)
    assert set(changed) == {filled.event.id, filled.annotation.id, on_it.id}
    (linked,) = changed[filled.annotation.id]
    assert (linked.fields[Field.EVENT], linked.first_day) == ("Prelaz lađom", "1944-10-19")
    number = operations.last_number(store)
    with store.operation("Delete event"):
        store.delete(Event, filled.event.id)
    changed = changed_since(store, number)
    assert (changed[filled.event.id], changed[on_it.id]) == ([], [])
    assert Field.EVENT not in changed[filled.annotation.id][0].fields


def test_a_thousand_annotations_are_told_in_few_queries(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = fill(store)
    tags = [tag.name for tag in store.list(Tag)]
    with store.operation("Mark"):
        made = [
            Annotation(id=new_id(), text_id=filled.text.id, start=8, end=9 + number % 20, note=f"{number}")
            for number in range(1_000)
        ]
        annotations.add_many(store, made, tags)
    asked, rows = [], store.rows
    monkeypatch.setattr(store, "rows", lambda *query: (asked.append(query), rows(*query))[1])
    everything = dict(documents.everything(store))
    assert all(everything[one.id][0].text == f"{one.note} · brod, река" for one in made)
    assert len(asked) < 40
    number = operations.last_number(store)
    with store.operation("Delete tags"):
        for tag in store.list(Tag):
            store.delete(Tag, tag.id)
    changed = changed_since(store, number)
    assert all(changed[one.id][0].text == one.note for one in made)


@pytest.fixture
def named(store: Store) -> tuple[Filled, Authority]:
    """One record of every kind, and a place that its event and its link point to."""
    filled = fill(store)
    (place,) = store.list(Authority, name="Đerdap")
    return filled, place


def test_an_authority_record_is_found_by_all_its_names(store: Store, named: tuple[Filled, Authority]) -> None:
    _filled, place = named
    (document,) = documents.documents_of(store, Authority, place.id)
    assert document.text == "Đerdap · Iron Gates"
    assert (document.kind, document.first_day) == (RecordKind.AUTHORITY, place.first_day)
    number = operations.last_number(store)
    with store.operation("Note"):
        store.update(Authority, place.id, note="klisura")
    (document,) = changed_since(store, number)[place.id]
    assert document.text == "Đerdap · Iron Gates · klisura"
    assert document.fields[Field.NOTE] == "klisura"


def test_names_that_come_and_go_change_their_record(store: Store, named: tuple[Filled, Authority]) -> None:
    filled, place = named
    (variant,) = store.list(VariantName)
    number = operations.last_number(store)
    with store.operation("Take away"):
        store.delete(VariantName, variant.id)
    changed = changed_since(store, number)
    assert [document.text for document in changed[place.id]] == ["Đerdap"]
    assert filled.event.id not in changed


def test_a_renamed_record_changes_what_points_to_it(store: Store, named: tuple[Filled, Authority]) -> None:
    filled, place = named
    number = operations.last_number(store)
    with store.operation("Rename"):
        store.update(Authority, place.id, name="Gvozdena vrata")
    changed = changed_since(store, number)
    assert [document.text for document in changed[filled.event.id]] == ["Prelaz · Gvozdena vrata"]
    assert [document.text for document in changed[filled.annotation.id]] == [
        "čija? · Gvozdena vrata · brod, река"
    ]
    assert place.id in changed


def test_what_points_no_longer_is_found_no_longer(store: Store, named: tuple[Filled, Authority]) -> None:
    filled, place = named
    number = operations.last_number(store)
    with store.operation("Delete"):
        store.delete(Authority, place.id)
    changed = changed_since(store, number)
    assert changed[place.id] == []
    assert [document.text for document in changed[filled.event.id]] == ["Prelaz"]
    assert [document.text for document in changed[filled.annotation.id]] == ["čija? · brod, река"]
    operations.undo(store)
    changed = changed_since(store, number)
    assert [document.text for document in changed[filled.event.id]] == ["Prelaz · Đerdap"]
    assert [document.text for document in changed[place.id]] == ["Đerdap · Iron Gates"]


def test_two_links_to_one_place_name_it_once(store: Store, named: tuple[Filled, Authority]) -> None:
    filled, place = named
    other = Event(id=new_id(), title="Povratak")
    link = Link(id=new_id(), annotation_id=filled.annotation.id, event_id=other.id)
    with store.operation("Link"):
        store.insert(other)
        store.insert(link)
        store.insert(AccessPoint(id=new_id(), authority_id=place.id, link_id=link.id))
    (document,) = documents.documents_of(store, Annotation, filled.annotation.id)
    assert document.text.count("Đerdap") == 1
