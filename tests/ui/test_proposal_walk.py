"""The way through the proposals of a text."""

from dataclasses import replace

from archive_app.core.proposals import Candidate
from archive_app.core.spans import Span
from archive_app.language.dates import Confidence, DateMention, How
from archive_app.services.proposals import Proposal, Proposals
from archive_app.ui.proposal_walk import Walk


def proposal(start: int, *events: str) -> Proposal:
    mention = DateMention(start, start + 5, "", "1944", None, None, How.WRITTEN, Confidence.SURE)
    span = Span(start, start + 5)
    candidates = tuple(Candidate(event, 1) for event in events)
    return Proposal(span, span, span, mention, candidates=candidates, is_ranked=True)


def found(*places: int) -> Proposals:
    return Proposals("text", tuple(proposal(place, "one", "two") for place in places), len(places), 0, 0)


def walk(*places: int) -> Walk:
    made = Walk("text")
    made.take_up(found(*places), is_newest=True)
    return made


def here(walk: Walk) -> int | None:
    return walk.current.span.start if walk.current else None


def test_it_begins_with_the_first_and_goes_on_in_the_order_of_the_text() -> None:
    going = walk(10, 20, 30)
    assert (here(going), going.left) == (10, 3)
    going.link("one")
    assert (here(going), going.left) == (20, 2)
    going.set_aside()
    going.set_aside()
    assert (here(going), going.left) == (None, 0)


def test_passages_without_a_date_are_counted_apart() -> None:
    going = Walk("text")
    undated = replace(proposal(20), mention=None)
    going.take_up(Proposals("text", (proposal(10), undated), 1, 0, 0), is_newest=True)
    assert (going.left, going.left_undated) == (2, 1)
    going.set_aside()
    going.set_aside()
    assert going.left_undated == 0


def test_what_is_left_for_later_comes_after_all_others() -> None:
    going = walk(10, 20, 30)
    going.step(1)
    assert here(going) == 20
    going.set_aside()
    going.set_aside()
    assert here(going) == 10
    going.step(1)
    assert here(going) == 10


def test_one_goes_back_to_what_is_still_open() -> None:
    going = walk(10, 20, 30)
    going.step(1)
    going.set_aside()
    assert here(going) == 30
    going.step(-1)
    assert here(going) == 10
    going.step(-1)
    assert here(going) == 10


def test_a_result_from_before_the_last_decision_changes_nothing_of_it() -> None:
    going = walk(10, 20, 30)
    going.set_aside()
    going.take_up(found(10, 20, 30), is_newest=False)
    assert (here(going), going.left) == (20, 2)


def test_what_was_undone_is_looked_at_again() -> None:
    going = walk(10, 20, 30)
    going.set_aside()
    going.take_up(found(20, 30), is_newest=True)
    going.set_aside()
    going.take_up(found(30), is_newest=True)
    going.take_up(found(20, 30), is_newest=True)
    assert (here(going), going.left) == (20, 2)


def test_a_date_that_is_open_again_for_any_other_reason_is_looked_at() -> None:
    going = walk(20, 30)
    going.take_up(found(10, 20, 30), is_newest=True)
    assert here(going) == 10


def test_a_decision_that_could_not_be_written_comes_back() -> None:
    going = walk(10, 20)
    going.link("one")
    going.reopen()
    assert (here(going), going.left) == (10, 2)


def test_the_same_passage_can_be_linked_once_more_to_another_event() -> None:
    going = walk(10, 20)
    assert not going.go_to_linked()
    going.link("one")
    assert going.go_to_linked()
    assert here(going) == 10
    assert going.current is not None
    assert [one.event_id for one in going.candidates(going.current)] == ["two"]
    going.take_up(found(20), is_newest=True)
    assert here(going) == 10
    going.link("two")
    assert here(going) == 20


def test_events_keep_their_keys_while_a_proposal_is_looked_at() -> None:
    going = walk(10)
    assert going.current is not None
    assert [one.event_id for one in going.candidates(going.current)] == ["one", "two"]
    better = proposal(10, "new", "two", "one")
    assert [one.event_id for one in going.candidates(better)] == ["one", "two", "new"]
    assert [one.event_id for one in going.candidates(better, keeps_order=False)] == ["new", "two", "one"]


def test_an_event_that_was_refused_is_gone_at_once() -> None:
    going = walk(10)
    assert going.current is not None
    going.refuse("one")
    assert [one.event_id for one in going.candidates(going.current)] == ["two"]


def test_what_is_known_of_the_current_one_is_renewed() -> None:
    going = walk(10, 20)
    newer = replace(found(10, 20), open=(proposal(10, "three"), proposal(20)))
    going.take_up(newer, is_newest=True)
    assert going.current == newer.open[0]
