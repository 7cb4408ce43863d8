"""What a person decides about proposals: linked, a new event, set aside; each one action."""

from pathlib import Path

import pytest

from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.records import AuthorityKind, Event, Link, Refusal
from archive_app.core.spans import Span
from archive_app.services import annotating, authorities, correcting, events, history, proposals, proposing
from archive_app.services.proposals import Proposal
from archive_app.services.proposing import NewEvent, Statement
from archive_app.services.sources import Reading
from helpers.desk import Desk, reading_of


def proposed(desk: Desk, when: str, reading: Reading | None = None) -> Proposal:
    text = (reading or desk.latin).text
    return next(one for one in proposals.find_proposals(desk.archive, text.id).open if one.says_when == when)


def open_dates(desk: Desk, reading: Reading | None = None) -> list[str]:
    text = (reading or desk.latin).text
    return [one.says_when for one in proposals.find_proposals(desk.archive, text.id).open]


def quotes(desk: Desk) -> list[str]:
    return [one.annotation.quote for one in annotating.annotations_of_text(desk.archive, desk.latin.text.id)]


def test_a_link_states_the_date_and_stands_on_the_sentence(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id)
    assert (made.event_id, made.says_when, made.first_day) == (event.id, "1944-10-20", "1944-10-20")
    (quote,) = quotes(desk)
    assert quote.startswith("Železničku stanicu zauzeli")
    assert quote.endswith("ka Savi.")
    operation = history.next_undo(desk.archive)
    assert operation is not None
    assert operation.name == "Link to event “Zauzimanje stanice”"


def test_what_the_source_states_can_be_given_with_it(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    says = Statement(when="20. oktobar 1944", where="stanica", who="borci")
    made = proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id, says)
    assert (made.says_when, made.says_where, made.says_who) == ("1944-10-20", "stanica", "borci")


def test_an_annotation_that_is_there_carries_the_link(desk: Desk) -> None:
    mine = desk.mark(desk.latin, "u zoru 20. oktobra", note="proveriti")
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id)
    assert made.annotation_id == mine.id
    assert quotes(desk) == ["u zoru 20. oktobra"]


def test_one_mention_may_be_linked_to_several_events(desk: Desk) -> None:
    one = proposed(desk, "1944-10-20")
    made = [
        proposing.link_to_new(desk.archive, desk.latin.text.id, one, NewEvent(title=title, when="1944-10-20"))
        for title in ("Pad stanice", "Magla na Savi")
    ]
    assert len({link.annotation_id for link in made}) == 1
    assert len(quotes(desk)) == 1
    assert open_dates(desk) == ["1944-10-12", "1944-10-12", "1944-10"]


def test_a_link_to_an_event_that_the_passage_is_tied_to_without_a_date_gives_it_the_date(desk: Desk) -> None:
    note = desk.mark(desk.latin, "Železničku stanicu zauzeli su borci u zoru 20. oktobra")
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    tied = events.link(desk.archive, note.id, event.id)
    assert "1944-10-20" in open_dates(desk)
    assert proposed(desk, "1944-10-20").candidates[0].event_id == event.id
    made = proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id)
    assert (made.id, made.says_when) == (tied.id, "1944-10-20")


def test_two_dates_of_a_sentence_for_one_event_are_two_claims(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "dvaput.txt"
    path.write_text("Vest\n\nMost je pao 3. maja 1943, a po drugima 5. maja 1943.", encoding="utf-8")
    reading = reading_of(desk.archive, path)
    event = events.add_event(desk.archive, "Pad mosta")
    for when in ("1943-05-03", "1943-05-05"):
        proposing.link(desk.archive, reading.text.id, proposed(desk, when, reading), event.id)
    assert [link.says_when for link in desk.archive.store.list(Link)] == ["1943-05-03", "1943-05-05"]
    assert open_dates(desk, reading) == []


def test_a_date_that_a_person_corrects_is_not_asked_again(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    says = Statement(when="1943-10-20")
    proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id, says)
    assert "1944-10-20" not in open_dates(desk)
    history.undo(desk.archive)
    assert desk.archive.store.list(Refusal) == []
    assert "1944-10-20" in open_dates(desk)


def test_a_wrong_date_writes_nothing(desk: Desk) -> None:
    new, says = NewEvent(title="Pad stanice"), Statement(when="kad je pala kiša")
    with pytest.raises(UserError):
        proposing.link_to_new(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), new, says)
    assert desk.archive.store.list(Event) == []
    assert quotes(desk) == []


def test_a_new_event_is_suggested_as_the_passage_tells_it(desk: Desk) -> None:
    one = proposed(desk, "1944-10-20")
    suggested = proposing.suggested_event(desk.archive, desk.latin.text.id, one)
    assert suggested == NewEvent(title="Železničku stanicu zauzeli su borci", when="1944-10-20")
    made = proposing.link_to_new(desk.archive, desk.latin.text.id, one, suggested)
    event = events.get_event(desk.archive, made.event_id)
    assert (event.title, event.when, event.place) == (suggested.title, "1944-10-20", "")


def test_one_event_can_be_refused_without_the_others(desk: Desk) -> None:
    one, other = (events.add_event(desk.archive, title, when="1944-10-20") for title in ("Pad", "Mir"))
    proposing.refuse(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20").span, one.id)
    assert [found.event_id for found in proposed(desk, "1944-10-20").candidates] == [other.id]
    events.remove_event(desk.archive, one.id)
    assert desk.archive.store.list(Refusal) == []


def test_what_is_refused_twice_is_refused_once_and_can_be_proposed_again(desk: Desk) -> None:
    span = proposed(desk, "1944-10-20").span
    made = [proposing.refuse(desk.archive, desk.latin.text.id, span) for _time in range(2)]
    assert made[0] == made[1]
    assert (made[0].quote, made[0].prefix[-6:]) == ("u zoru 20. oktobra", "borci ")
    assert "1944-10-20" not in open_dates(desk)
    (refusal,) = proposing.list_refusals(desk.archive, desk.latin.text.id)
    proposing.take_back(desk.archive, refusal.id)
    assert "1944-10-20" in open_dates(desk)


def test_nothing_is_decided_about_an_earlier_reading_or_what_is_not_there(desk: Desk) -> None:
    one = proposed(desk, "1944-10-20")
    with pytest.raises(NotFound):
        proposing.link(desk.archive, desk.latin.text.id, one, "nothing")
    with pytest.raises(NotFound):
        proposing.refuse(desk.archive, desk.latin.text.id, one.span, "nothing")
    with pytest.raises(UserError):
        proposing.refuse(desk.archive, desk.latin.text.id, Span(5, 5))
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    correcting.correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Pekar Sava")
    with pytest.raises(Conflict):
        proposing.link(desk.archive, desk.latin.text.id, one, event.id)
    with pytest.raises(Conflict):
        proposing.refuse(desk.archive, desk.latin.text.id, one.span)


def test_people_and_places_that_the_passage_names_are_suggested(desk: Desk) -> None:
    authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Kalemegdan")
    authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Ilija", variants=["pekar Ilija"])
    first, second = proposals.find_proposals(desk.archive, desk.latin.text.id).open[:2]
    assert proposing.suggested_statement(desk.archive, first) == Statement(
        when="1944-10-12", where="Kalemegdan"
    )
    assert proposing.suggested_statement(desk.archive, second).who == "Ilija"
    new = proposing.suggested_event(desk.archive, desk.latin.text.id, first)
    assert (new.place, new.when) == ("Kalemegdan", "1944-10-12")


def test_what_a_link_states_already_stays_where_nothing_else_is_said(desk: Desk) -> None:
    note = desk.mark(desk.latin, "Železničku stanicu zauzeli su borci u zoru 20. oktobra")
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    events.link(desk.archive, note.id, event.id, says_where="stanica")
    made = proposing.link(desk.archive, desk.latin.text.id, proposed(desk, "1944-10-20"), event.id)
    assert (made.says_when, made.says_where) == ("1944-10-20", "stanica")


def test_a_date_as_a_person_writes_it_is_the_one_that_a_link_states_already(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    one = proposed(desk, "1944-10-20")
    made = proposing.link(desk.archive, desk.latin.text.id, one, event.id)
    says = Statement(when="20. oktobar 1944", who="borci")
    again = proposing.link(desk.archive, desk.latin.text.id, one, event.id, says)
    assert (again.id, again.says_when, again.says_who) == (made.id, "1944-10-20", "borci")
    assert len(desk.archive.store.list(Link)) == 1
