"""What documents have from others: dates from their source, tags and events from the annotations on them."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core.hits import Document, Facet, Field, RecordKind
from archive_app.search.index import SearchIndex
from helpers.indexes import IDS, after, changes, index_of, passage, place, request

EVERYTHING = "NOT nigdenikom"

# By hand


class ByHand:
    """The same joins over plain documents."""

    def __init__(self, documents: list[Document]) -> None:
        self.documents = documents
        self._sources = {doc.record_id: doc for doc in documents if doc.kind is RecordKind.SOURCE}
        self._annotations = [doc for doc in documents if doc.stands_on]

    def days(self, document: Document) -> tuple[str | None, str | None]:
        if document.first_day or document.last_day:
            return document.first_day, document.last_day
        source = self._sources.get(document.source_id or "")
        return (source.first_day, source.last_day) if source else (None, None)

    def values(self, facet: Facet, document: Document) -> set[str]:
        if facet is Facet.TAG:
            return self._given(document, "tag_ids")
        if facet is Facet.EVENT:
            return self._given(document, "event_ids")
        first, last = self.days(document)
        found = {
            Facet.SOURCE: document.source_id,
            Facet.KIND: document.kind.value,
            Facet.SCRIPT: document.script and document.script.value,
            Facet.YEAR: (first or last or "")[:4],
        }[facet]
        return {found} if found else set()

    def _given(self, document: Document, name: str) -> set[str]:
        found = set(getattr(document, name))
        for annotation in self._annotations:
            assert annotation.stands_on
            record_id, first, last = annotation.stands_on
            if record_id == document.record_id and first <= document.ordinal <= last:
                found |= set(getattr(annotation, name))
        return found

    def counts(self, facet: Facet, documents: list[Document]) -> dict[str, int]:
        return dict(Counter(value for document in documents for value in self.values(facet, document)))


def with_script(documents: list[Document]) -> list[Document]:
    """Those whose script is said; that of the others is worked out from their letters."""
    return [document for document in documents if document.script]


ROUNDS = [changes(random.Random(20 + n), count) for n, count in enumerate((len(IDS), 30, 30, 20, 10))]


@pytest.fixture(scope="module", params=["in parts", "merged"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = index_of(tmp_path_factory.mktemp("snapshot"), ROUNDS)
    assert index.is_in_parts
    if request.param == "merged":
        index.merge()
    yield index
    index.close()


@pytest.fixture(scope="module")
def by_hand() -> ByHand:
    return ByHand([document for documents in after(ROUNDS).values() for document in documents])


def places(documents: list[Document]) -> set[tuple[str, int]]:
    return {(document.record_id, document.ordinal) for document in documents}


def test_facets_of_everything_are_counted(index: SearchIndex, by_hand: ByHand) -> None:
    matches = index.search(request(EVERYTHING, with_facets=True))
    assert {place(match) for match in matches.matches} == places(by_hand.documents)
    for facet in Facet:
        if facet is not Facet.SCRIPT:
            assert matches.facets[facet] == by_hand.counts(facet, by_hand.documents), facet
    passages = with_script(by_hand.documents)
    scripts = index.search(request("kind:passage", with_facets=True)).facets[Facet.SCRIPT]
    assert scripts == by_hand.counts(Facet.SCRIPT, passages)


def test_every_value_of_a_facet_narrows_to_what_has_it(index: SearchIndex, by_hand: ByHand) -> None:
    for facet in set(Facet) - {Facet.SCRIPT}:
        for value in by_hand.counts(facet, by_hand.documents):
            found = index.search(request(EVERYTHING, {facet: {value}})).matches
            wanted = [doc for doc in by_hand.documents if value in by_hand.values(facet, doc)]
            assert {place(match) for match in found} == places(wanted), (facet, value)


def test_a_facet_is_counted_without_its_own_narrowing(index: SearchIndex, by_hand: ByHand) -> None:
    narrowed = {Facet.TAG: {"g1", "g2"}, Facet.SOURCE: {"s1", "s2", "s3"}, Facet.KIND: {"passage"}}
    matches = index.search(request("kind:passage OR kind:annotation", narrowed, with_facets=True))

    def left(*, without: Facet | None = None) -> list[Document]:
        kinds = (RecordKind.PASSAGE, RecordKind.ANNOTATION)
        return [
            document
            for document in by_hand.documents
            if document.kind in kinds
            and all(by_hand.values(f, document) & v for f, v in narrowed.items() if f is not without)
        ]

    assert {place(match) for match in matches.matches} == places(left())
    assert matches.total == len(left()) > 0
    for facet in set(Facet) - {Facet.SCRIPT}:
        assert matches.facets[facet] == by_hand.counts(facet, left(without=facet)), facet


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ("1941..1943", "1941-01-01", "1943-12-31"),
        ("1944-10", "1944-10-01", "1944-10-31"),
        ("1946..", "1946-01-01", "9999-12-31"),
        ("..1942", "0001-01-01", "1942-12-31"),
        ("1930", "1930-01-01", "1930-12-31"),
    ],
)
def test_dates_find_what_may_fall_into_them(
    index: SearchIndex, by_hand: ByHand, dates: str, first: str, last: str
) -> None:
    wanted = [
        document
        for document in by_hand.documents
        if any(days := by_hand.days(document)) and (days[0] or first) <= last and (days[1] or last) >= first
    ]
    found = index.search(request(f"date:{dates}")).matches
    assert {place(match) for match in found} == places(wanted)


# Stories


def source(title: str, first_day: str | None = None) -> list[Document]:
    fields = {Field.TITLE: title}
    return [
        Document(
            kind=RecordKind.SOURCE,
            record_id="s",
            source_id="s",
            text=title,
            fields=fields,
            first_day=first_day,
        )
    ]


def note(place: tuple[str, int, int] | None, *, tags: tuple[str, ...] = ("g",)) -> list[Document]:
    fields = {Field.TAG: "važno", Field.NOTE: "beleška"}
    return [
        Document(
            kind=RecordKind.ANNOTATION,
            record_id="a",
            source_id="s",
            text="beleška važno",
            fields=fields,
            tag_ids=tags,
            event_ids=("e",),
            stands_on=place,
        )
    ]


TEXT = [document for n in range(4) for document in passage("t", f"reka broj {n}", n, "s")]


def found(index: SearchIndex, query: str, narrowed: dict[Facet, set[str]] | None = None) -> list[int]:
    """The ordinals of the passages that are found."""
    matches = index.search(request(f"({query}) kind:passage", narrowed)).matches
    return sorted(match.ordinal for match in matches)


def test_a_source_that_is_dated_anew_dates_its_passages(tmp_path: Path) -> None:
    index = index_of(tmp_path, [[("t", TEXT)], [("s", source("Letopis"))]])
    assert found(index, "date:1944") == found(index, "reka", {Facet.YEAR: {"0"}}) == []
    index.catch_up([("s", source("Letopis", "1944-10-20"))], seen=3)
    assert found(index, "date:1944") == [0, 1, 2, 3]
    index.catch_up([("s", source("Letopis", "1945-01-01"))], seen=4)
    assert found(index, "date:1944") == []
    assert found(index, "reka", {Facet.YEAR: {"1945"}}) == [0, 1, 2, 3]
    index.catch_up([("s", [])], seen=5)
    assert found(index, "date:1945") == found(index, "title:letopis") == []
    index.close()


def test_a_source_with_another_title_is_found_by_the_new_one(tmp_path: Path) -> None:
    index = index_of(tmp_path, [[("t", TEXT), ("s", source("Letopis"))], [("s", source("Dnevnik"))]])
    assert found(index, "title:dnevnik") == [0, 1, 2, 3]
    assert found(index, "title:letopis") == []
    index.close()


def test_an_annotation_gives_its_tags_and_words_to_the_passages_under_it(tmp_path: Path) -> None:
    index = index_of(tmp_path, [[("t", TEXT)], [("a", note(("t", 1, 2)))]])
    assert found(index, "reka", {Facet.TAG: {"g"}}) == found(index, "tag:važno") == [1, 2]
    assert found(index, "reka", {Facet.EVENT: {"e"}}) == found(index, "note:beleška") == [1, 2]
    index.catch_up([("a", note(("t", 2, 9)))], seen=3)
    assert found(index, "reka", {Facet.TAG: {"g"}}) == found(index, "tag:važno") == [2, 3]
    index.catch_up([("a", note(("t", 0, 0), tags=("h",)))], seen=4)
    assert found(index, "reka", {Facet.TAG: {"g"}}) == []
    assert found(index, "reka", {Facet.TAG: {"g", "h"}}) == [0]
    index.catch_up([("a", [])], seen=5)
    assert found(index, "tag:važno") == []
    assert index.search(request("reka", with_facets=True)).facets[Facet.TAG] == {}
    index.close()


def test_an_annotation_keeps_to_its_passages_when_the_text_is_indexed_anew(tmp_path: Path) -> None:
    index = index_of(
        tmp_path, [[("t", TEXT), ("a", note(("t", 3, 3)))], [("t", [*TEXT, *passage("t", "reka", 4)])]]
    )
    assert found(index, "reka", {Facet.TAG: {"g"}}) == [3]
    index.catch_up([("t", TEXT[:2])], seen=3)
    assert found(index, "reka", {Facet.TAG: {"g"}}) == []
    index.catch_up([("t", [])], seen=4)
    assert [match.record_id for match in index.search(request("tag:važno")).matches] == ["a"]
    index.close()


def test_an_annotation_on_a_source_or_nowhere_gives_nothing_to_passages(tmp_path: Path) -> None:
    index = index_of(tmp_path, [[("t", TEXT), ("s", source("Letopis")), ("a", note(("s", 0, 0)))]])
    assert found(index, "tag:važno") == []
    assert {match.record_id for match in index.search(request("tag:važno")).matches} == {"a", "s"}
    index.catch_up([("a", note(None))], seen=2)
    assert {match.record_id for match in index.search(request("tag:važno")).matches} == {"a"}
    index.close()
