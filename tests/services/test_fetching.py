"""Matches become hits with the text as it is now."""

from archive_app.core.hits import Match, RecordKind
from archive_app.core.records import Script
from archive_app.services.fetching import Fetched
from helpers.desk import Desk


def match(kind: RecordKind, record_id: str, ordinal: int = 0, source_id: str | None = None) -> Match:
    return Match(kind, record_id, ordinal, source_id, 1.0)


def test_what_is_gone_has_no_place(desk: Desk) -> None:
    gone = [match(kind, "01890000-0000-7000-8000-000000000000") for kind in RecordKind]
    gone.append(match(RecordKind.PASSAGE, desk.latin.text.id, 999, desk.latin.source.id))
    fetched = Fetched(desk.archive, gone)
    assert [fetched.place_of(one) for one in gone] == [None] * len(gone)


def test_places_are_those_of_the_texts_they_stand_in(desk: Desk) -> None:
    wanted = [
        match(RecordKind.PASSAGE, reading.text.id, passage.ordinal, reading.source.id)
        for reading in (desk.latin, desk.cyrillic)
        for passage in reading.passages
    ]
    wanted.append(match(RecordKind.SOURCE, desk.cyrillic.source.id, source_id=desk.cyrillic.source.id))
    fetched = Fetched(desk.archive, wanted)
    places = [fetched.place_of(one) for one in wanted]
    assert places[:-1] == [
        (reading.letters[passage.start : passage.end], passage.start)
        for reading in (desk.latin, desk.cyrillic)
        for passage in reading.passages
    ]
    assert places[-1] == ("Дани под бедемом", 0)
    assert {source.script for source in fetched.sources.values()} == {Script.LATIN, Script.CYRILLIC}
