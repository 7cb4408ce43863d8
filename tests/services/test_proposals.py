"""Proposals: what is open in a text, and which events a passage may speak of."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.agreement import Agreement
from archive_app.core.errors import Conflict, NotFound
from archive_app.core.proposals import Nearness
from archive_app.core.records import AuthorityKind, Event
from archive_app.core.spans import Span
from archive_app.services import (
    annotating,
    authorities,
    correcting,
    drafting,
    events,
    history,
    mentions,
    proposals,
    proposing,
    reviewing,
    sources,
)
from archive_app.services.archives import Archive, open_archive
from archive_app.services.proposals import Proposal, Proposals
from archive_app.services.sources import Reading
from helpers.desk import Desk, reading_of

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold" / "events.json"


def found(desk: Desk, reading: Reading, **options: Any) -> Proposals:
    return proposals.find_proposals(desk.archive, reading.text.id, **options)


def dates(found: Proposals) -> list[str]:
    return [one.says_when for one in found.open]


def proposed(found: Proposals, when: str) -> Proposal:
    return next(one for one in found.open if one.says_when == when)


def candidates(desk: Desk, one: Proposal) -> list[str]:
    return [events.get_event(desk.archive, found.event_id).title for found in one.candidates]


def test_every_date_of_a_text_is_open_until_it_is_linked_or_set_aside(desk: Desk) -> None:
    before = found(desk, desk.latin)
    assert dates(before) == ["1944-10-12", "1944-10-12", "1944-10", "1944-10-20"]
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    proposing.link(desk.archive, desk.latin.text.id, proposed(before, "1944-10-20"), event.id)
    proposing.refuse(desk.archive, desk.latin.text.id, proposed(before, "1944-10").span)
    after = found(desk, desk.latin)
    assert dates(after) == ["1944-10-12", "1944-10-12"]
    assert (after.dates, after.linked, after.set_aside, after.open_dates) == (4, 1, 1, 2)


def test_undo_opens_again_what_it_takes_back(desk: Desk) -> None:
    before = found(desk, desk.latin)
    proposing.refuse(desk.archive, desk.latin.text.id, before.open[0].span)
    new = proposing.suggested_event(desk.archive, desk.latin.text.id, before.open[3])
    proposing.link_to_new(desk.archive, desk.latin.text.id, before.open[3], new)
    history.undo(desk.archive)
    assert desk.archive.store.list(Event) == []
    assert annotating.annotations_of_text(desk.archive, desk.latin.text.id) == []
    assert found(desk, desk.latin).open_dates == 3
    history.undo(desk.archive)
    assert found(desk, desk.latin) == before


def test_a_sentence_knows_its_date_and_what_the_text_says_there(desk: Desk) -> None:
    one = proposed(found(desk, desk.latin), "1944-10-20")
    letters = desk.latin.letters
    assert letters[one.span.start : one.span.end] == "u zoru 20. oktobra"
    assert letters[one.sentence.start : one.sentence.end].startswith("Železničku stanicu zauzeli su borci")
    assert one.mention is not None
    assert one.is_ranked


def test_the_event_that_another_source_dates_differently_comes_first(desk: Desk) -> None:
    latin = proposed(found(desk, desk.latin), "1944-10-20")
    station = proposing.link_to_new(
        desk.archive,
        desk.latin.text.id,
        latin,
        proposing.suggested_event(desk.archive, desk.latin.text.id, latin),
    )
    events.add_event(desk.archive, "Dan na reci", when="1944-10-15")
    cyrillic = proposed(found(desk, desk.cyrillic), "1944-10-15")
    first = cyrillic.candidates[0]
    assert (first.event_id, first.agreement, first.days_off) == (station.event_id, Agreement.CONFLICT, 5)
    assert {"Железничку", "станицу", "заузели"} <= set(first.shared)
    assert candidates(desk, cyrillic)[1] == "Dan na reci"


def test_a_passage_without_a_date_is_proposed_where_words_say_it(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Svirka harmonike na Kalemegdanu do mraka")
    (silent,) = [one for one in found(desk, desk.latin).open if one.mention is None]
    assert desk.latin.letters[silent.span.start :].startswith("Posle podne su se prozori otvorili")
    assert (silent.says_when, silent.candidates[0].event_id) == ("", event.id)
    proposing.refuse(desk.archive, desk.latin.text.id, silent.span)
    assert all(one.mention for one in found(desk, desk.latin).open)


def test_only_what_is_asked_for_is_ranked(desk: Desk) -> None:
    events.add_event(desk.archive, "Jutro", when="1944-10-12")
    every = found(desk, desk.latin)
    second = every.open[1].span.start
    some = found(desk, desk.latin, first=second, most=1)
    assert [one.is_ranked for one in some.open] == [False, True, False, False]
    assert some.open[1] == every.open[1]


def test_a_long_text_is_read_where_heavy_work_runs_with_the_same_result(desk: Desk, tmp_path: Path) -> None:
    events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    path = tmp_path / "dugo.txt"
    path.write_text("\n\n".join(desk.latin.letters for _time in range(30)), encoding="utf-8")
    long = reading_of(desk.archive, path)
    assert found(desk, long).dates == 30 * 4
    assert candidates(desk, found(desk, long).open[-1]) == ["Zauzimanje stanice"]


def test_what_is_linked_beside_and_what_is_told_next_elsewhere_is_expected(desk: Desk) -> None:
    for number, one in enumerate(found(desk, desk.latin).open[:3]):
        new = proposing.NewEvent(title=f"Događaj {number}", when="1944-10-12")
        proposing.link_to_new(desk.archive, desk.latin.text.id, one, new)
    first = next(event for event in desk.archive.store.list(Event) if event.title == "Događaj 0")
    here = found(desk, desk.cyrillic).open[0]
    proposing.link(desk.archive, desk.cyrillic.text.id, here, first.id)
    second = events.add_event(desk.archive, "Dan posle", when="1944-10")
    following = found(desk, desk.cyrillic).open[0]
    reasons = {found.event_id: found.nearness for found in following.candidates}
    assert Nearness.FOLLOWS in reasons.values()
    assert reasons.get(second.id, "") is None


def test_an_earlier_reading_has_no_proposals_any_more(desk: Desk) -> None:
    correcting.correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Pekar Ilija Savić")
    with pytest.raises(Conflict):
        found(desk, desk.latin)
    with pytest.raises(NotFound):
        proposals.find_proposals(desk.archive, "nothing")


def test_the_sources_with_open_dates_are_counted(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    every = {one.source.title: one.open_dates for one in proposals.open_by_source(desk.archive)}
    assert every == {"Grad pod tvrđavom": 4, "Дани под бедемом": found(desk, desk.cyrillic).open_dates}
    for one in found(desk, desk.latin).open:
        proposing.refuse(desk.archive, desk.latin.text.id, one.span)
    assert [one.source.title for one in proposals.open_by_source(desk.archive)] == ["Дани под бедемом"]


# What was refused follows the text


def corrected(desk: Desk, words: str, by: str) -> Reading:
    correcting.correct_quote(desk.archive, desk.latin.source.id, words, by)
    reading = sources.read_source(desk.archive, desk.latin.source.id)
    assert reading is not None
    return reading


def test_a_refusal_follows_its_words_through_a_correction_and_back(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    last = found(desk, desk.latin).open[-1]
    proposing.refuse(desk.archive, desk.latin.text.id, last.span)
    proposing.refuse(desk.archive, desk.latin.text.id, found(desk, desk.latin).open[0].span, event.id)
    reading = corrected(desk, "Pekar Ilija", "Stari pekar Ilija")
    after = found(desk, reading)
    assert (after.set_aside, after.dates) == (1, 4)
    assert [one.quote for one in proposing.list_refusals(desk.archive, reading.text.id)] == [
        "U jutro 12. oktobra 1944. godine",
        "u zoru 20. oktobra",
    ]
    history.undo(desk.archive)
    assert found(desk, desk.latin).set_aside == 1


def test_a_correction_that_was_prepared_before_something_was_refused_is_to_be_made_once_more(
    desk: Desk,
) -> None:
    first = found(desk, desk.latin).open[0].span
    draft = drafting.prepare_span(desk.archive, desk.latin.text.id, first, "U zoru 12. oktobra 1944. godine")
    proposing.refuse(desk.archive, desk.latin.text.id, first)
    with pytest.raises(Conflict, match="set aside"):
        correcting.apply(desk.archive, draft)


def test_a_date_that_was_corrected_is_asked_again(desk: Desk) -> None:
    proposing.refuse(desk.archive, desk.latin.text.id, found(desk, desk.latin).open[-1].span)
    reading = corrected(desk, "u zoru 20. oktobra", "u zoru 21. oktobra")
    assert found(desk, reading).set_aside == 0
    assert dates(found(desk, reading))[-1] == "1944-10-21"


def test_a_refusal_follows_into_a_better_transcription(desk: Desk, tmp_path: Path) -> None:
    proposing.refuse(desk.archive, desk.latin.text.id, found(desk, desk.latin).open[-1].span)
    path = tmp_path / "bolje.txt"
    path.write_text(desk.latin.letters.replace("Pekar", "Stari pekar"), encoding="utf-8")
    correcting.replace_text(desk.archive, desk.latin.source.id, path)
    reading = sources.read_source(desk.archive, desk.latin.source.id)
    assert reading is not None
    assert found(desk, reading).set_aside == 1


def test_refusals_survive_a_restart(desk: Desk) -> None:
    proposing.refuse(desk.archive, desk.latin.text.id, found(desk, desk.latin).open[0].span)
    folder = desk.archive.folder
    desk.archive.close()
    with open_archive(folder) as archive:
        assert proposals.find_proposals(archive, desk.latin.text.id).set_aside == 1


# Against alignments that were made by hand


@pytest.fixture
def aligned(archive: Archive) -> tuple[Desk, list[dict[str, Any]]]:
    """Both articles beside the project, and which passages of them tell of one event."""
    if not GOLD.is_file():
        pytest.skip("no alignments beside the project")
    items = json.loads(GOLD.read_text("utf-8"))["items"]
    names = [items[0][seed]["file"] for seed in ("seed0", "seed1")]
    return Desk(archive, *(reading_of(archive, SHARED / "seeds" / name) for name in names)), items


def enter(desk: Desk, items: list[dict[str, Any]], seed: str, reading: Reading) -> dict[str, str]:
    """Make the events as one article tells them; returns the ids of the alignments by those of the events."""
    made = {}
    for item in items:
        event = events.add_event(
            desk.archive, item["label"], when=item[seed]["edtf"] or "", place=item["place"].strip("—")
        )
        made[event.id] = item["id"]
        for passage in item[seed]["passages"]:
            span = Span(passage["start"], passage["end"])
            note = annotating.annotate(desk.archive, reading.text.id, span)
            events.link(desk.archive, note.id, event.id, says_when=item[seed]["edtf"] or "")
    return made


def right(items: list[dict[str, Any]], seed: str, span: Span) -> set[str]:
    return {
        item["id"]
        for item in items
        for passage in item[seed]["passages"]
        if Span(passage["start"], passage["end"]).overlaps(span)
    }


@pytest.mark.parametrize(("told", "read"), [("seed0", "seed1"), ("seed1", "seed0")])
def test_the_right_event_is_among_the_first_three(
    aligned: tuple[Desk, list[dict[str, Any]]], told: str, read: str
) -> None:
    desk, items = aligned
    readings = {"seed0": desk.latin, "seed1": desk.cyrillic}
    made = enter(desk, items, told, readings[told])
    hits: list[list[bool]] = []
    silent: list[bool] = []
    for one in found(desk, readings[read]).open:
        wanted = right(items, read, one.part)
        named = [made[candidate.event_id] for candidate in one.candidates]
        if one.mention is None:
            silent.append(not wanted.isdisjoint(named))
        elif wanted:
            hits.append([name in wanted for name in named])
    assert len(hits) >= 11
    assert all(any(hit[:3]) for hit in hits)
    assert sum(hit[0] for hit in hits) >= len(hits) * 0.6
    assert len(silent) >= 4
    assert sum(silent) >= len(silent) * 0.75


# People, units and places


def test_an_event_is_found_by_a_name_that_its_place_is_called_elsewhere(desk: Desk) -> None:
    fort = authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Beogradska tvrđava")
    event = events.add_event(desk.archive, "Zidanje kapije")
    authorities.point_event(desk.archive, event.id, fort.authority.id)
    assert found(desk, desk.latin).open[0].candidates == ()
    authorities.add_name(desk.archive, fort.authority.id, "Kalemegdan")
    one = found(desk, desk.latin).open[0]
    assert (one.candidates[0].event_id, one.candidates[0].names) == (event.id, ("Kalemegdanu",))
    assert one.names == (fort.authority.id,)


def test_thousands_of_digits_in_a_row_are_as_good_as_any_word(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "oštećeno.txt"
    path.write_text(
        "Oštećen list\n\nDana 3. maja 1943. stiglo je " + "7" * 5000 + " pisama.", encoding="utf-8"
    )
    reading = reading_of(desk.archive, path)
    event = events.add_event(desk.archive, "Stiže " + "7" * 5000, when="1943-05-03")
    authorities.add_authority(desk.archive, AuthorityKind.UNIT, "7" * 5000 + ". divizija")
    (one,) = found(desk, reading).open
    assert [candidate.event_id for candidate in one.candidates] == [event.id]
    assert desk.found("divizija") == ["7" * 5000 + ". divizija"]


def test_what_is_known_of_an_event_is_kept_only_as_long_as_it_is_so(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje železničke stanice", when="1944-10-20")

    def last() -> list[tuple[str, ...]]:
        return [one.shared for one in found(desk, desk.latin).open[-1].candidates]

    assert last() == last() == [("Železničku", "stanicu")]
    events.edit_event(desk.archive, event.id, title="Vožnja Pismonoše Vuka")
    assert "stanicu" not in last()[0]
    history.undo(desk.archive)
    assert last() == [("Železničku", "stanicu")]
    place = authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Železnička stanica")
    authorities.point_event(desk.archive, event.id, place.authority.id)
    assert last()[0][0] == "Železničku"
    authorities.remove_authority(desk.archive, place.authority.id)
    events.remove_event(desk.archive, event.id)
    assert last() == []


def test_a_linked_date_is_not_asked_again_while_its_annotation_waits_for_a_look(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    last = found(desk, desk.latin).open[-1]
    made = proposing.link(desk.archive, desk.latin.text.id, last, event.id)
    reading = corrected(
        desk, "kada je magla već silazila ka Savi", "kada su, kako kažu, svi u gradu još spavali"
    )
    assert [one.annotation.id for one in reviewing.list_reviews(desk.archive)] == [made.annotation_id]
    assert found(desk, reading).linked == 1
    assert last.says_when not in dates(found(desk, reading))
    mentions.catch_up(desk.archive)
    counted = {row.source.id: row.open_dates for row in proposals.open_by_source(desk.archive)}
    assert counted[reading.source.id] == found(desk, reading).open_dates
    reviewing.detach(desk.archive, made.annotation_id)
    assert last.says_when in dates(found(desk, reading))
