"""Readings of a source, and what goes from one to the next."""

from archive_app.core.ids import new_id
from archive_app.core.records import Anchoring, AnchoringState, Annotation, PassageKind, Text
from archive_app.core.spans import Span, anchor
from archive_app.store import documents, operations, readings, texts
from archive_app.store.store import Store
from helpers.records import Filled, fill


def correct(store: Store, filled: Filled, letters: str) -> Text:
    text = Text(
        id=new_id(),
        source_id=filled.source.id,
        letters_sha256=texts.keep_letters(store, letters),
        length=len(letters),
    )
    store.insert(text)
    texts.keep_passages(store, text.id, [(PassageKind.PARAGRAPH, Span(0, len(letters)))])
    return text


def test_the_newest_reading_comes_first_and_is_the_current_one(store: Store) -> None:
    filled = fill(store)
    with store.operation("Correct"):
        text = correct(store, filled, "Brod je stao.")
    assert readings.readings_of(store, filled.source.id) == [text, filled.text]
    assert texts.current_text(store, filled.source.id) == text


def test_only_the_newest_reading_is_searched_whatever_comes_and_goes(store: Store) -> None:
    filled = fill(store)
    number = operations.last_number(store)
    with store.operation("Correct"):
        text = correct(store, filled, "Brod je stao.")
    found = dict(documents.touched(store, operations.touched_since(store, number)))
    assert found[filled.text.id] == []
    assert [one.text for one in found[text.id]] == ["Brod je stao."]
    assert documents.count(store) == sum(len(ones) for _record, ones in documents.everything(store))
    number = operations.last_number(store)
    operations.undo(store)
    found = dict(documents.touched(store, operations.touched_since(store, number)))
    assert (found[text.id], len(found[filled.text.id])) == ([], 2)


def test_what_waits_on_an_old_reading_goes_along_and_is_counted(store: Store) -> None:
    filled = fill(store)
    with store.operation("Correct"):
        text = correct(store, filled, "Brod je stao.")
        one = Anchoring(
            id=new_id(),
            annotation_id=filled.annotation.id,
            from_text_id=filled.text.id,
            from_start=0,
            from_end=1,
            to_text_id=text.id,
            state=AnchoringState.NEEDS_LOOK,
        )
        store.insert(one)
    assert readings.following(store, filled.source.id, text) == {filled.text.id: [filled.annotation]}
    assert readings.undecided(store) == readings.undecided(store, filled.source.id) == [one]
    assert readings.undecided(store, "another") == []
    assert readings.undecided_of(store, filled.annotation.id) == one
    assert readings.count_undecided(store, filled.source.id) == (1, 0)
    with store.operation("Decide"):
        store.update(Anchoring, one.id, state=AnchoringState.DETACHED)
    assert readings.following(store, filled.source.id, text) == {}
    assert readings.undecided_of(store, filled.annotation.id) is None


def test_an_annotation_is_set_on_another_place_with_its_words(store: Store) -> None:
    filled = fill(store)
    with store.operation("Correct"):
        text = correct(store, filled, "Brod je stao.")
        place = Span(0, 4)
        readings.move_annotations(
            store, [(filled.annotation.id, text.id, place, anchor("Brod je stao.", place))]
        )
    after = store.get(Annotation, filled.annotation.id)
    assert (after.text_id, after.span, after.quote, after.suffix) == (text.id, place, "Brod", " je stao.")
    assert after.note == filled.annotation.note


def test_kinds_that_a_person_gave_follow(store: Store) -> None:
    filled = fill(store)
    with store.operation("Correct"):
        texts.set_kind(store, filled.text.id, 1, PassageKind.QUOTATION)
        text = correct(store, filled, "Brod je stao.")
        readings.copy_kinds(store, filled.text.id, text.id, {1: 0})
    assert 1 in readings.kept_kinds(store, filled.text.id)
    assert [passage.kind for passage in texts.passages_of(store, text.id)] == [PassageKind.QUOTATION]
