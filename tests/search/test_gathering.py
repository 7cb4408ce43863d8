import random
from collections import defaultdict

import numpy as np
import pytest

from archive_app.core.hits import Document, Field, RecordKind
from archive_app.core.records import Script
from archive_app.language.tokens import tokenize
from archive_app.language.words import keys, terms
from archive_app.search.gathering import Gathering
from archive_app.search.segments import (
    EVENT,
    KIND,
    NO_DAY,
    RECORD,
    SCRIPT,
    SOURCE,
    STANDS_ON,
    TAG,
    TEXT_FIELD,
    WORD_FIELDS,
    Segment,
    day_number,
)
from helpers.indexes import IDS, record


def gathered(documents: list[Document]) -> Segment:
    gathering = Gathering()
    for document in documents:
        gathering.add(document)
    return gathering.finished()


def said(document: Document, field: str) -> str:
    return document.text if field == TEXT_FIELD else document.fields.get(Field(field), "")


def places_by_hand(text: str) -> dict[str, list[int]]:
    """At which positions of a whole text each term stands."""
    found: dict[str, set[int]] = defaultdict(set)
    for token in tokenize(text):
        for term in terms(token.text):
            found[term].add(token.position)
    return {term: sorted(places) for term, places in found.items()}


def places_in(segment: Segment, field: str) -> dict[int, dict[str, list[int]]]:
    """At which positions of each document each term stands, as a segment has it."""
    words = segment.words[field]
    found: dict[int, dict[str, list[int]]] = {doc: {} for doc in words.owners.tolist()}
    for row in range(len(words.vocabulary)):
        places = words.places[words.place_ranges[row] : words.place_ranges[row + 1]]
        term = segment.term_at(field, row)
        for place, owner in zip(places.tolist(), words.owner_rows(places).tolist(), strict=True):
            places_of_term = found[int(words.owners[owner])].setdefault(term, [])
            places_of_term.append(place - int(words.starts[owner]))
    return found


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    chance = random.Random(1)
    found = [document for name in IDS for document in record(chance, name)]
    chance.shuffle(found)
    return found


@pytest.fixture(scope="module")
def segment(documents: list[Document]) -> Segment:
    return gathered(documents)


@pytest.mark.parametrize("field", WORD_FIELDS)
def test_every_word_of_a_field_stands_where_it_stood(
    documents: list[Document], segment: Segment, field: str
) -> None:
    expected = {doc: places_by_hand(said(document, field)) for doc, document in enumerate(documents)}
    assert places_in(segment, field) == {doc: places for doc, places in expected.items() if places}


def test_every_document_keeps_what_it_is(documents: list[Document], segment: Segment) -> None:
    assert segment.document_count == len(documents)
    assert segment.ordinals.tolist() == [document.ordinal for document in documents]
    docs = np.arange(len(documents))
    assert segment.values_of(KIND, docs) == [document.kind for document in documents]
    assert segment.values_of(RECORD, docs) == [document.record_id for document in documents]
    assert segment.values_of(SOURCE, docs) == [document.source_id or "" for document in documents]
    stands_on = [document.stands_on[0] if document.stands_on else "" for document in documents]
    assert segment.values_of(STANDS_ON, docs) == stands_on
    for field, name in ((TAG, "tag_ids"), (EVENT, "event_ids")):
        for value in segment.values(field):
            having = [doc for doc, document in enumerate(documents) if value in getattr(document, name)]
            assert segment.ids[field].of(value).tolist() == having


def test_dates_and_places_are_kept_of_those_that_have_them(
    documents: list[Document], segment: Segment
) -> None:
    dated = [
        (doc, day_number(document.first_day), day_number(document.last_day))
        for doc, document in enumerate(documents)
        if document.first_day or document.last_day
    ]
    assert list(zip(*(column.tolist() for column in segment.dated), strict=True)) == dated
    standing = [
        (doc, *document.stands_on[1:]) for doc, document in enumerate(documents) if document.stands_on
    ]
    assert list(zip(*(column.tolist() for column in segment.standing), strict=True)) == standing


def test_a_document_without_a_script_has_that_of_its_letters() -> None:
    segment = gathered(
        [
            Document(kind=RecordKind.PASSAGE, record_id="a", text="река"),
            Document(kind=RecordKind.PASSAGE, record_id="b", text="река", script=Script.LATIN),
        ]
    )
    assert segment.values_of(SCRIPT, np.arange(2)) == [Script.CYRILLIC, Script.LATIN]


def test_documents_without_a_word_have_their_place_all_the_same() -> None:
    passages = [Document(kind=RecordKind.PASSAGE, record_id=name, text=text) for name, text in ("a ", "b…")]
    segment = gathered(passages)
    assert (segment.document_count, segment.words, segment.value(RECORD, 1)) == (2, {}, "b")


def test_the_lexicon_has_the_keys_of_every_term(segment: Segment) -> None:
    known = segment.lexicon.all_keys(segment.terms)
    assert len(known) == len(segment.terms) > 50
    assert {term: frozenset(own) for term, own in known.items()} == {term: keys(term) for term in known}


def test_annotations_are_read_after_the_passage_that_they_stand_on(
    documents: list[Document], segment: Segment
) -> None:
    def reads(doc: int) -> tuple[object, ...]:
        document = documents[doc]
        place, first, _last = document.stands_on or ("", document.ordinal, 0)
        source, record_id = document.source_id or "", document.record_id
        return source, place or record_id, first, bool(place), record_id

    in_order = sorted(range(len(documents)), key=reads)
    assert np.argsort(segment.ranks).tolist() == in_order


def test_days() -> None:
    assert day_number("0001-01-02") == 2
    assert day_number("1944-10-20") - day_number("1944-10-19") == 1
    assert day_number("0000-12-31") - day_number("-0043-03-15") == 43 * 365 + 11 + 291
    assert day_number(None) == day_number("") == day_number("no day") == NO_DAY
    assert NO_DAY < day_number("-170000002-01-01") < day_number("-0043-03-15")
    assert day_number("9999-12-31") < day_number("+170000002-01-01") < 1 << 31
