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


def long_text(store: Store, letters: str) -> Text:
    """Write a source with one text, cut into passages of 700 code points."""
    with store.operation("Import"):
        source = Source(id=new_id(), title="Knjiga")
        text = Text(
            id=new_id(),
            source_id=source.id,
            letters_sha256=texts.keep_letters(store, letters),
            length=len(letters),
        )
        store.insert(source)
        store.insert(text)
        spans = [Span(start, min(start + 700, len(letters))) for start in range(0, len(letters), 700)]
        texts.keep_passages(store, text.id, [(PassageKind.PARAGRAPH, span) for span in spans])
    return text


MIXED = "".join(f"{number} Лађа, ladja, naïve, 𝔉raktur, € " for number in range(500))


def test_a_passage_is_read_without_its_book_whatever_its_letters_are(store: Store) -> None:
    books = [long_text(store, MIXED), long_text(store, MIXED[::-1])]
    passages = [(book, passage) for book in books for passage in texts.passages_of(store, book.id)]
    read = texts.pieces(store, [(book.id, passage.ordinal) for book, passage in reversed(passages)])
    assert read == {
        (book.id, passage.ordinal): (
            texts.letters_of(store, book)[passage.start : passage.end],
            passage.start,
        )
        for book, passage in passages
    }
    assert len(read) == 2 * (len(MIXED) // 700 + 1)


def test_a_passage_that_is_not_there_is_left_out(store: Store) -> None:
    text = fill(store).text
    assert texts.pieces(store, [(text.id, 1), (text.id, 7), ("nowhere", 0)]) == {
        (text.id, 1): (LETTERS[8:], 8)
    }
    assert texts.pieces(store, []) == {}


def test_spans_are_read_to_the_end_of_their_text_at_most(store: Store) -> None:
    book = long_text(store, MIXED)
    last = len(MIXED)
    spans = [Span(0, 1), Span(1023, 1025), Span(2048, 4096), Span(last - 5, last), Span(last - 5, last + 32)]
    read = texts.stretches(store, [(book.id, span) for span in spans])
    assert read == {(book.id, span): MIXED[span.start : span.end] for span in spans}


def test_places_in_the_bytes_that_are_wrong_are_noticed(store: Store) -> None:
    text = fill(store).text
    assert texts.damaged(store) == []
    with store.operation("Spoil"):
        store.execute("UPDATE letter_places SET places = x'0000000007000000'")
    assert texts.damaged(store) == [text.id]
