"""Indexes of invented records: what stands in them is drawn by chance, and changes by chance."""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from archive_app.core.hits import Document, Facet, Field, Match, RecordKind, SearchRequest
from archive_app.core.records import Script
from archive_app.search.index import SearchIndex

COMMON = "reka most grad voda kuća put zima žena stari nova"
FORMS = "reke reci mosta mostom gradu gradovi vode vodom kuće kući puta zimi žene starog starom novi novog"
NAMES = "Sava Save Savom Dunav Dunava Niš Nišu Pirot Čačak Čačku Đerdap"
OTHERS = (
    "niš-pirot crno-bela III 3. 1944 21.30 50.000 и река мост Сава Ниша Ђердапа звоно звона prosvjeta džep"
)
WORDS = f"{COMMON} {COMMON} {COMMON} {FORMS} {FORMS} {NAMES} {OTHERS}".split()
"""Words for texts, the first ones frequent, in both scripts and in several forms."""

Records = dict[str, Sequence[Document]]


def words(chance: random.Random, most: int, vocabulary: Sequence[str] = WORDS) -> str:
    """Up to `most` words, drawn by chance."""
    return " ".join(chance.choices(vocabulary, k=chance.randint(0, most)))


def day(chance: random.Random) -> str:
    """A day of the forties."""
    return f"194{chance.randrange(10)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def days(chance: random.Random) -> tuple[str | None, str | None]:
    """A first and a last day, either of which may be open or both unknown."""
    first, last = sorted((day(chance), day(chance)))
    return chance.choice(((first, last), (first, first), (first, None), (None, last), (None, None)))


def record(chance: random.Random, record_id: str) -> list[Document]:
    """The documents of a record, of whatever kind the first letter of its id says: a source, a text of several
    passages, a photo, an event or an annotation that stands on one of these."""
    source = f"s{chance.randrange(6)}"
    first, last = days(chance)
    if record_id[0] == "t":
        source = f"s{int(record_id[1:]) % 6}"
        return [
            Document(
                kind=RecordKind.PASSAGE,
                record_id=record_id,
                ordinal=ordinal,
                source_id=source,
                text=words(chance, 12) or "ni reč",
                script=chance.choice((Script.LATIN, Script.CYRILLIC)),
            )
            for ordinal in range(chance.randint(1, 6))
        ]
    kinds = {kind.value[0]: kind for kind in RecordKind if kind is not RecordKind.AUTHORITY}
    kind = kinds[record_id[0]]
    place = f"{chance.choice('tttspe')}{chance.randrange(8)}", *sorted(chance.choices(range(5), k=2))
    is_annotation = kind is RecordKind.ANNOTATION
    return [
        Document(
            kind=kind,
            record_id=record_id,
            source_id=record_id
            if kind is RecordKind.SOURCE
            else None
            if kind is RecordKind.EVENT
            else source,
            text=words(chance, 8),
            fields={field: words(chance, 3) for field in chance.sample(list(Field), k=2)},
            tag_ids=tuple(chance.sample(("g1", "g2", "g3"), k=chance.randrange(3))) if is_annotation else (),
            event_ids=tuple(chance.sample(("e0", "e1"), k=chance.randrange(2))) if is_annotation else (),
            first_day=first,
            last_day=last,
            stands_on=place if is_annotation and chance.random() < 0.9 else None,
        )
    ]


def passage(record_id: str, text: str, ordinal: int = 0, source_id: str | None = None) -> list[Document]:
    """A text of one passage."""
    kind = RecordKind.PASSAGE
    return [Document(kind=kind, record_id=record_id, ordinal=ordinal, source_id=source_id, text=text)]


IDS = [
    f"{letter}{n}"
    for letter, most in (("s", 6), ("t", 30), ("p", 8), ("e", 4), ("a", 30))
    for n in range(most)
]


def changes(chance: random.Random, count: int) -> list[tuple[str, list[Document]]]:
    """Changes to so many of the records: four of five have new documents, the others are gone."""
    chosen = chance.sample(IDS, k=count)
    return [(name, record(chance, name) if chance.random() < 0.8 else []) for name in chosen]


def after(rounds: Iterable[Iterable[tuple[str, Sequence[Document]]]]) -> Records:
    """What there is after some rounds of changes, in the order in which it came in."""
    there: Records = {}
    for some in rounds:
        for name, documents in some:
            there.pop(name, None)
            if documents:
                there[name] = documents
    return there


def index_of(folder: Path, rounds: Iterable[Iterable[tuple[str, Sequence[Document]]]]) -> SearchIndex:
    """An index in `folder` that caught up after each round."""
    index = SearchIndex(folder)
    for number, some in enumerate(rounds, 1):
        index.catch_up(list(some), seen=number)
    return index


def request(
    query: str, narrowed: Mapping[Facet, Iterable[str]] | None = None, **options: object
) -> SearchRequest:
    """A request for all that a query finds, if nothing else is said."""
    chosen = {facet: frozenset(values) for facet, values in (narrowed or {}).items()}
    return SearchRequest(query=query, **{"limit": None, "narrowed": chosen, **options})  # type: ignore[arg-type]


def place(match: Match) -> tuple[str, int]:
    """Which document a match is."""
    return match.record_id, match.ordinal
