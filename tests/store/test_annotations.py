"""Annotations with what hangs on them."""

from collections.abc import Callable

from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Event, Link, Tag
from archive_app.core.spans import Span
from archive_app.store import annotations, counts, operations, tags
from archive_app.store.store import Store
from helpers.records import contents, fill


def tag_names(store: Store, annotation_id: str) -> list[str]:
    return [tag.name for tag in annotations.tags_of(store, [annotation_id]).get(annotation_id, [])]


def test_tags_are_found_in_any_case_and_any_composition(store: Store) -> None:
    fill(store)
    for typed in ("река", "РЕКА", "Brod"):
        tag = tags.find_tag(store, typed)
        assert tag is not None
        assert tag.name.casefold() == typed.casefold()
    assert tags.find_tag(store, "brodovi") is None


def test_setting_tags_keeps_what_stays_and_takes_off_the_rest(store: Store) -> None:
    annotation = fill(store).annotation
    with store.operation("Tag") as opened:
        annotations.set_tags(store, annotation.id, ["BROD", "oluja"])
    assert tag_names(store, annotation.id) == ["brod", "oluja"]
    assert len(opened.changes.ids("annotation_tags")) == 2
    assert len(opened.changes.ids("tags")) == 1
    with store.operation("Tag") as again:
        annotations.set_tags(store, annotation.id, ["oluja", "brod"])
    assert not again.changes


def test_every_annotation_is_known_with_its_source(store: Store) -> None:
    filled = fill(store)
    with store.operation("Notes"):
        on = {
            "source": Annotation(id=new_id(), source_id=filled.source.id, note="1"),
            "photo": Annotation(id=new_id(), photo_id=filled.photo.id, note="2"),
            "event": Annotation(id=new_id(), event_id=filled.event.id, note="3"),
        }
        for annotation in on.values():
            store.insert(annotation)
    sources = {annotation.id: source for annotation, source in annotations.of_source(store, filled.source.id)}
    assert sources == dict.fromkeys(
        (filled.annotation.id, filled.region_note.id, on["source"].id, on["photo"].id), filled.source.id
    )
    assert annotations.one(store, on["event"].id) == (on["event"], None)
    assert annotations.of_record(store, filled.event.id) == [(on["event"], None)]
    assert annotations.one(store, "nothing") is None


def test_the_count_beside_a_source_is_that_of_its_annotations(store: Store) -> None:
    filled = fill(store)
    with store.operation("Note"):
        store.insert(Annotation(id=new_id(), photo_id=filled.photo.id, note="ko je to?"))
    listed = annotations.of_source(store, filled.source.id)
    assert counts.annotations_by_source(store) == {filled.source.id: len(listed)} == {filled.source.id: 3}


def test_annotations_of_a_text_stand_by_place_longer_ones_first(store: Store) -> None:
    text = fill(store).text
    with store.operation("More"):
        for start, end in ((14, 16), (8, 34), (0, 6)):
            store.insert(Annotation(id=new_id(), text_id=text.id, start=start, end=end))
    spans = [(found.start, found.end) for found, _source in annotations.of_text(store, text.id)]
    assert spans == [(0, 6), (8, 34), (8, 12), (14, 16)]


def test_annotations_are_found_by_tag_and_by_event(store: Store) -> None:
    filled = fill(store)
    tag = tags.find_tag(store, "brod")
    assert tag is not None
    expected = [(filled.annotation, filled.source.id)]
    assert annotations.with_tag(store, tag.id) == expected
    assert annotations.of_event(store, filled.event.id) == expected
    assert annotations.links_of(store, [filled.annotation.id]) == {filled.annotation.id: [filled.link]}
    assert (
        counts.links_by_event(store) == counts.links_by_event(store, filled.text.id) == {filled.event.id: 1}
    )
    assert counts.links_by_event(store, "another") == {}


def test_a_deleted_annotation_comes_back_with_tags_and_links(store: Store) -> None:
    filled = fill(store)
    before = contents(store)
    with store.operation("Delete"):
        store.delete(Annotation, filled.annotation.id)
    assert annotations.links_of(store, [filled.annotation.id]) == {}
    operations.undo(store)
    assert contents(store) == before


def test_many_annotations_are_added_at_once_with_the_same_tags(store: Store) -> None:
    filled = fill(store)
    made = [Annotation(id=new_id(), text_id=filled.text.id, start=start, end=start + 2) for start in range(5)]
    links = [Link(id=new_id(), annotation_id=one.id, event_id=filled.event.id) for one in made]
    before = contents(store)
    with store.operation("Add") as opened:
        annotations.add_many(store, made, ["brod", "novo"], links)
    assert len(opened.changes.ids("tags")) == 1
    assert [tag_names(store, one.id) for one in made] == [["brod", "novo"]] * 5
    assert annotations.links_of(store, [made[0].id]) == {made[0].id: [links[0]]}
    operations.undo(store)
    assert contents(store) == before


def test_annotations_are_found_on_exactly_their_spans_and_records(store: Store) -> None:
    filled = fill(store)
    with store.operation("Notes"):
        on_event = Annotation(id=new_id(), event_id=filled.event.id, note="3")
        store.insert(on_event)
    text_id = filled.text.id
    assert annotations.at_spans(store, [(text_id, Span(8, 12)), (text_id, Span(8, 13))]) == [
        filled.annotation
    ]
    assert annotations.at_spans(store, [("nowhere", Span(8, 12))]) == []
    assert annotations.on_records(store, [filled.event.id, filled.photo.id]) == [on_event]


def test_the_places_of_a_text_tell_what_is_needed_to_draw_them(store: Store) -> None:
    annotation = fill(store).annotation
    (place,) = annotations.places_of_text(store, annotation.text_id or "")
    colour = annotation.colour.value if annotation.colour else None
    assert place == (annotation.id, annotation.start, annotation.end, colour, bool(annotation.note))


def test_what_hangs_on_an_annotation_touches_it_also_when_it_goes(store: Store) -> None:
    filled = fill(store)
    with store.operation("Note"):
        store.insert(Annotation(id=new_id(), source_id=filled.source.id, note="sama"))

    def touched(write: Callable[[], object]) -> set[str]:
        with store.operation("Change") as opened:
            write()
        return annotations.touched(store, opened.changes)

    tag = tags.find_tag(store, "brod")
    assert tag is not None
    own = {filled.annotation.id}
    assert touched(lambda: store.update(Tag, tag.id, name="lađa")) == own
    assert touched(lambda: annotations.set_tags(store, filled.annotation.id, ["lađa"])) == own
    assert touched(lambda: store.update(Link, filled.link.id, note="vidi")) == own
    assert touched(lambda: store.delete(Tag, tag.id)) == own
    assert touched(lambda: store.delete(Link, filled.link.id)) == own
    assert touched(lambda: store.update(Annotation, filled.annotation.id, note="čija?!")) == own
    assert touched(lambda: store.update(Event, filled.event.id, place="Kladovo")) == set()
