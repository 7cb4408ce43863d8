"""Letters are kept once, passages are what was computed or what a person said."""

import hashlib
from pathlib import Path

import pytest

from archive_app.core.errors import NotFound
from archive_app.core.ids import new_id
from archive_app.core.records import PassageKind, Source, Text
from archive_app.core.spans import Span
from archive_app.store import operations, texts
from archive_app.store.store import Store
from helpers.records import LETTERS, fill


def test_the_letters_come_back_and_are_kept_under_their_hash(store: Store) -> None:
    text = fill(store).text
    assert texts.letters_of(store, text) == LETTERS
    assert text.letters_sha256 == hashlib.sha256(LETTERS.encode()).hexdigest()


def test_two_texts_of_the_same_letters_share_them(store: Store) -> None:
    text = fill(store).text
    with store.operation("Again"):
        again = Text(
            id=new_id(),
            source_id=text.source_id,
            letters_sha256=texts.keep_letters(store, LETTERS),
            length=34,
        )
        store.insert(again)
    assert store.value("SELECT count(*) FROM letters") == 1
    assert texts.letters_of(store, again) == texts.letters_of(store, text)


def test_the_newest_text_is_the_reading_of_a_source(store: Store) -> None:
    text = fill(store).text
    with store.operation("Correct"):
        newer = Text(
            id=new_id(),
            source_id=text.source_id,
            letters_sha256=texts.keep_letters(store, "Novo čitanje"),
            length=12,
        )
        store.insert(newer)
    assert texts.current_text(store, text.source_id) == newer
    operations.undo(store)
    assert texts.current_text(store, text.source_id) == text
    assert texts.current_text(store, "nowhere") is None


def test_passages_stand_in_order_and_show_the_kind_a_person_gave(store: Store) -> None:
    text = fill(store).text
    found = texts.passages_of(store, text.id)
    assert [(passage.ordinal, passage.kind, passage.span) for passage in found] == [
        (0, PassageKind.HEADING, Span(0, 6)),
        (1, PassageKind.QUOTATION, Span(8, 34)),
    ]
    assert texts.passage(store, text.id, 1) == found[1]
    with pytest.raises(NotFound, match="passage number 3"):
        texts.passage(store, text.id, 2)


def test_a_kind_given_by_a_person_is_undone_to_the_one_before(store: Store) -> None:
    text = fill(store).text
    for kind in (PassageKind.CAPTION, PassageKind.HEADING):
        with store.operation("Change kind"):
            texts.set_kind(store, text.id, 1, kind)
    assert texts.passage(store, text.id, 1).kind is PassageKind.HEADING
    operations.undo(store)
    assert texts.passage(store, text.id, 1).kind is PassageKind.CAPTION
    operations.undo(store)
    assert texts.passage(store, text.id, 1).kind is PassageKind.QUOTATION


def test_a_deleted_text_that_comes_back_has_its_letters_and_passages(store: Store) -> None:
    filled = fill(store)
    before = texts.passages_of(store, filled.text.id)
    with store.operation("Delete"):
        store.delete(Source, filled.source.id)
    operations.undo(store)
    assert texts.passages_of(store, filled.text.id) == before
    assert texts.letters_of(store, filled.text) == LETTERS


def test_some_passages_are_fetched_by_their_ordinals(store: Store) -> None:
    text = fill(store).text
    assert set(texts.passages_at(store, text.id, [1, 7])) == {1}


def test_the_letters_of_a_long_text_come_back_whole(store: Store, tmp_path: Path) -> None:
    letters = "".join(f"Пасус број {number}, чудан и дуг 𝔎.\n" for number in range(20_000))
    with store.operation("Long"):
        source = Source(id=new_id(), title="Roman")
        store.insert(source)
        text = Text(
            id=new_id(),
            source_id=source.id,
            letters_sha256=texts.keep_letters(store, letters),
            length=len(letters),
        )
        store.insert(text)
    assert texts.letters_of(store, text) == letters
