"""Which dating is held right, why, and what was held before."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.services import events, history, trash, verdicts
from archive_app.services.verdicts import Held
from helpers.desk import Desk


def steps(held: list[Held]) -> list[tuple[str, str]]:
    return [(step.when, step.reason) for step in held]


def test_a_verdict_dates_the_event_and_says_why(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="20.10.1944")
    decided = verdicts.give_verdict(
        desk.archive, event.id, when="15. oktobar 1944", reason=" dnevnik je stariji "
    )
    assert (decided.when, decided.first_day, decided.reason) == (
        "1944-10-15",
        "1944-10-15",
        "dnevnik je stariji",
    )
    kept = verdicts.give_verdict(desk.archive, event.id, reason="potvrđeno u izveštaju")
    assert (kept.when, kept.reason) == ("1944-10-15", "potvrđeno u izveštaju")
    history.undo(desk.archive)
    assert events.get_event(desk.archive, event.id) == decided


def test_a_verdict_needs_a_date_and_a_reason(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    with pytest.raises(UserError, match="Say why"):
        verdicts.give_verdict(desk.archive, event.id, when="1944", reason="  ")
    with pytest.raises(UserError, match="no date to hold"):
        verdicts.give_verdict(desk.archive, event.id, reason="zna se")
    with pytest.raises(UserError, match="is not a date"):
        verdicts.give_verdict(desk.archive, event.id, when="nekad", reason="zna se")
    with pytest.raises(NotFound):
        verdicts.give_verdict(desk.archive, "nothing", when="1944", reason="zna se")
    assert events.get_event(desk.archive, event.id) == event


def test_what_was_held_before_is_kept_and_what_was_undone_leaves_no_trace(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    verdicts.give_verdict(desk.archive, event.id, when="1944-10-15", reason="dnevnik")
    verdicts.give_verdict(desk.archive, event.id, when="1944-10-16", reason="zabuna")
    history.undo(desk.archive)
    events.edit_event(desk.archive, event.id, title="Pad stanice")
    verdicts.give_verdict(desk.archive, event.id, when="1944-10-20", reason="izveštaj")
    held = verdicts.verdict_history(desk.archive, event.id)
    assert steps(held) == [("1944-10-20", "izveštaj"), ("1944-10-15", "dnevnik"), ("1944-10-20", "")]
    now, before, first = held
    assert (now.until, now.changed_by) == ("", "")
    assert (before.until, first.until) == (now.since, before.since)
    assert before.changed_by == now.author
    history.undo(desk.archive)
    history.redo(desk.archive)
    assert verdicts.verdict_history(desk.archive, event.id) == held


def test_another_date_does_not_keep_the_reason_for_the_one_before(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    verdicts.give_verdict(desk.archive, event.id, reason="izveštaj")
    assert events.edit_event(desk.archive, event.id, when="20.10.1944", place="Beograd").reason == "izveštaj"
    assert events.edit_event(desk.archive, event.id, when="1944-10").reason == ""
    assert steps(verdicts.verdict_history(desk.archive, event.id))[:2] == [
        ("1944-10", ""),
        ("1944-10-20", "izveštaj"),
    ]


def test_a_question_is_left_open_again(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    verdicts.give_verdict(desk.archive, event.id, reason="izveštaj")
    opened = verdicts.withdraw_verdict(desk.archive, event.id)
    assert (opened.when, opened.reason) == ("1944-10-20", "")


def test_the_history_of_a_date_goes_through_the_trash(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    verdicts.give_verdict(desk.archive, event.id, when="1944-10-15", reason="dnevnik")
    events.remove_event(desk.archive, event.id)
    trash.restore(desk.archive, [event.id])
    assert steps(verdicts.verdict_history(desk.archive, event.id)) == [
        ("1944-10-15", "dnevnik"),
        ("1944-10-20", ""),
    ]
