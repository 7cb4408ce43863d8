"""Beside an event stand the passages that speak of its time and are not tied to it, the likeliest first."""

import json
from pathlib import Path

import pytest

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Event
from archive_app.services import annotating, authorities, events, history, mentions, other_passages
from archive_app.services.archives import Archive
from archive_app.services.other_passages import OtherPassage
from helpers.desk import Desk, reading_of

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold" / "events.json"


@pytest.fixture
def station(desk: Desk) -> Event:
    """The taking of the station, which no passage is tied to yet."""
    mentions.catch_up(desk.archive)
    return events.add_event(desk.archive, "Заузимање железничке станице", when="20.10.1944", place="Београд")


def others(desk: Desk, event: Event) -> list[OtherPassage]:
    return list(other_passages.other_passages(desk.archive, event.id).passages)


def test_what_shares_words_comes_first_then_what_is_nearest(desk: Desk, station: Event) -> None:
    first, second, *rest = others(desk, station)
    assert (first.off, first.passage.mention.edtf) == (0, "1944-10-20")
    assert first.passage.quote.startswith("Železničku stanicu zauzeli su borci")
    assert (second.off, second.passage.mention.edtf) == (5, "1944-10-15")
    assert second.passage.quote.startswith("Железничку станицу су борци заузели")
    assert first.shared == second.shared == ("железничке", "станице")
    assert all(not one.shared for one in rest)
    assert [one.off for one in rest] == sorted(one.off for one in rest)
    assert {one.passage.mention.edtf for one in rest} >= {"1944-10", "1944-10-16"}
    assert "1944-10-12" not in {one.passage.mention.edtf for one in rest}  # more than a week off


def test_all_names_of_what_an_event_has_to_do_with_count(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "izvestaj.txt"
    path.write_text("Izveštaj\n\nZapovednik Stettner je ranjen 16. oktobra 1944. godine kod mosta.")
    reading_of(desk.archive, path)
    mentions.catch_up(desk.archive)
    event = events.add_event(desk.archive, "Повлачење", when="20.10.1944")
    assert all(not one.shared for one in others(desk, event))
    general = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Штетнер")
    authorities.add_name(desk.archive, general.authority.id, "Stettner")
    authorities.point_event(desk.archive, event.id, general.authority.id)
    first, *_rest = others(desk, event)
    assert first.passage.quote.startswith("Zapovednik Stettner")
    assert first.shared


def test_what_is_linked_is_there_no_more_and_comes_back_by_undo(desk: Desk, station: Event) -> None:
    first, second, *rest = others(desk, station)
    link = other_passages.link(desk.archive, station.id, first.passage)
    assert link.says_when == "1944-10-20"
    made = annotating.get_annotation(desk.archive, link.annotation_id).annotation
    assert made.quote == first.passage.quote
    assert others(desk, station) == [second, *rest]
    history.undo(desk.archive)
    assert others(desk, station) == [first, second, *rest]


def test_the_dates_that_sources_give_are_times_of_the_event_too(desk: Desk, station: Event) -> None:
    events.edit_event(desk.archive, station.id, when="")
    assert others(desk, station) == []
    made = desk.mark(desk.latin, "Železničku stanicu zauzeli su borci")
    events.link(desk.archive, made.id, station.id, says_when="15.10.1944")
    first, *_rest = others(desk, station)
    assert (first.off, first.passage.mention.edtf) == (0, "1944-10-15")


def test_what_was_set_aside_stays_so(desk: Desk, station: Event) -> None:
    first, second, *_rest = others(desk, station)
    other = events.add_event(desk.archive, "Pobeda", when="20.10.1944")
    other_passages.set_aside(desk.archive, station.id, second.passage)
    assert second.passage not in [one.passage for one in others(desk, station)]
    assert first.passage in [one.passage for one in others(desk, station)]
    assert second.passage in [one.passage for one in others(desk, other)]
    history.undo(desk.archive)
    assert second.passage in [one.passage for one in others(desk, station)]


def test_an_event_of_a_whole_year_takes_only_what_lies_in_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "zbor.txt"
    path.write_text(
        "Zbor\n\nZbor je bio 3. januara 1945. godine, a vest o njemu je stigla 30. decembra 1944. godine."
    )
    reading_of(desk.archive, path)
    mentions.catch_up(desk.archive)
    event = events.add_event(desk.archive, "Rat", when="1944")
    found = {one.passage.mention.edtf for one in others(desk, event)}
    assert "1944-12-30" in found
    assert "1945-01-03" not in found


def test_a_sentence_with_two_dates_stands_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "put.txt"
    path.write_text("Put\n\nKrenuli su 19. oktobra 1944. godine, a stigli 20. oktobra 1944. godine.")
    source = reading_of(desk.archive, path).source
    mentions.catch_up(desk.archive)
    event = events.add_event(desk.archive, "Dolazak", when="20.10.1944")
    (only,) = [one for one in others(desk, event) if one.passage.source == source]
    assert only.passage.mention.edtf == "1944-10-20"


def test_it_is_told_where_more_may_come(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Dolazak", when="20.10.1944")
    found = other_passages.other_passages(desk.archive, event.id)
    assert (found.passages, found.is_complete) == ((), False)
    mentions.catch_up(desk.archive)
    assert other_passages.other_passages(desk.archive, event.id).is_complete


@pytest.mark.skipif(not GOLD.is_file(), reason="no alignments beside the project")
def test_of_two_real_articles_the_passage_of_the_other_is_near_the_top(archive: Archive) -> None:
    items = json.loads(GOLD.read_text("utf-8"))["items"]
    names = [items[0][seed]["file"] for seed in ("seed0", "seed1")]
    readings = [reading_of(archive, SHARED / "seeds" / name) for name in names]
    mentions.catch_up(archive)
    places = []
    for item in items:
        if item["agree"] == "different phase" or not (item["seed0"]["edtf"] and item["seed1"]["edtf"]):
            continue
        event = events.add_event(
            archive, item["label"], when=item["seed0"]["edtf"], place=item.get("place", "")
        )
        there = [(one["start"], one["end"]) for one in item["seed1"]["passages"]]
        found = other_passages.other_passages(archive, event.id).passages
        ranks = [
            rank
            for rank, one in enumerate(found)
            if one.passage.text_id == readings[1].text.id
            and any(
                one.passage.sentence.start < end and one.passage.sentence.end > start for start, end in there
            )
        ]
        places.append(min(ranks, default=99))
        history.undo(archive)
    assert sum(place < 6 for place in places) > len(places) // 3
