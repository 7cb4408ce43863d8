"""Whatever is done with events and evidence, in whatever order: undo, and going anywhere, give back what was there."""

import random

import pytest

from archive_app.core.errors import UserError
from archive_app.core.records import Event, Source
from archive_app.language.dates import find_dates
from archive_app.services import checking, claims, history, indexing, mentions, phases, proposals, sources
from archive_app.services.archives import Archive, open_archive
from archive_app.services.proposals import Proposals
from archive_app.services.sources import Reading
from archive_app.store import operations
from helpers.deeds import Deeds
from helpers.desk import Desk
from helpers.records import contents


def readings(archive: Archive) -> list[Reading]:
    found = (sources.read_source(archive, source.id) for source in archive.store.list(Source))
    return [reading for reading in found if reading is not None]


def open_now(archive: Archive) -> list[Proposals]:
    return [proposals.find_proposals(archive, reading.text.id) for reading in readings(archive)]


def look_over(archive: Archive) -> None:
    """All that is derived is what it would be if it were made anew."""
    for reading in readings(archive):
        year = mentions.year_of(reading.source.first_day, reading.source.last_day)
        assert mentions.mentions_of(archive, reading) == list(find_dates(reading.letters, year))
    for found in open_now(archive):
        assert found.open_dates == sum(one.mention is not None for one in found.open)
    for event in archive.store.list(Event):
        assert claims.event_page(archive, event.id).event == event
    assert {row.event.id for row in phases.event_tree(archive)} == {
        event.id for event in archive.store.list(Event)
    }
    indexing.catch_up(archive)
    assert indexing.verify(archive)
    assert checking.check(archive).faults == ()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_done_in_any_order_is_undone_exactly(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    deeds = Deeds(desk.archive, chance)
    for step in range(60):
        before, was_open = contents(deeds.archive.store), open_now(deeds.archive) if step % 10 == 0 else None
        number = operations.last_number(deeds.archive.store)
        try:
            deeds.edit() if was_open is not None else deeds.do()
        except UserError:
            if operations.last_number(deeds.archive.store) == number:
                assert contents(deeds.archive.store) == before
            continue
        last = operations.last_number(deeds.archive.store)
        if was_open is not None and last == number + 1:
            after = contents(deeds.archive.store)
            history.undo(deeds.archive)
            assert (contents(deeds.archive.store), open_now(deeds.archive)) == (before, was_open)
            history.redo(deeds.archive)
            assert contents(deeds.archive.store) == after
        if step % 20 == 19:
            deeds.archive.close()
            deeds.archive = open_archive(desk.archive.folder)
    look_over(deeds.archive)
    now, number = contents(deeds.archive.store), operations.last_number(deeds.archive.store)
    history.go_back_to(deeds.archive, 0)
    assert not any(contents(deeds.archive.store).values())
    history.undo(deeds.archive)
    assert contents(deeds.archive.store) == now
    look_over(deeds.archive)
    deeds.archive.close()
