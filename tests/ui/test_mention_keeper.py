"""The dates of all texts while an archive is open: found behind everything else, and after every change."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archive_app.core.changes import Changes
from archive_app.core.progress import Progress
from archive_app.services import correcting, history, mentions
from archive_app.services.archives import Archive
from archive_app.ui import mention_keeper
from archive_app.ui.jobs import Lane, Runner, Task
from archive_app.ui.mention_keeper import MentionKeeper
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def keeper(desk: Desk, runner: Runner, qtbot: QtBot) -> Iterator[MentionKeeper]:
    """A keeper of the two articles, which has not begun."""
    made = MentionKeeper(desk.archive, runner)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not runner.is_busy())


class Held:
    """Holds what it runs until it is let go."""

    def __init__(self) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()

    def __call__(self, *_args: object, progress: Progress | None = None) -> bool:
        self.begun.set()
        while not self.let_go.wait(0.01):
            if progress is not None:
                progress.step(0, 0)
        return True


def days(archive: Archive) -> set[str]:
    """The single days that are known."""
    return {one.mention.edtf for one in mentions.mentions_between(archive, None, None, longest=1)}


def test_an_archive_that_is_opened_is_read(keeper: MentionKeeper, desk: Desk, qtbot: QtBot) -> None:
    assert keeper.is_behind()
    with qtbot.waitSignal(keeper.caught_up):
        keeper._timer.start(0)
    assert not keeper.is_behind()
    assert mentions.state(desk.archive).is_complete


def test_the_dates_follow_a_correction_and_its_undo(
    session: Session, latin_article: Path, qtbot: QtBot
) -> None:
    archive = session.archive
    source = reading_of(archive, latin_article).source
    qtbot.waitUntil(lambda: "1944-10-20" in days(archive))
    correcting.correct_quote(archive, source.id, "20. oktobra", "21. oktobra")
    assert session.mentions.is_behind() or "1944-10-21" in days(archive)
    qtbot.waitUntil(lambda: "1944-10-21" in days(archive) and not session.mentions.is_behind())
    assert "1944-10-20" not in days(archive)
    history.undo(archive)
    qtbot.waitUntil(lambda: "1944-10-20" in days(archive))


def test_a_change_of_nothing_that_holds_dates_is_no_reason_to_look(
    keeper: MentionKeeper, desk: Desk, qtbot: QtBot
) -> None:
    keeper._timer.start(0)
    qtbot.waitUntil(lambda: not keeper.is_behind())
    keeper.take_up(Changes(1, "Annotate", {"annotations": frozenset({"one"})}))
    assert not keeper.is_behind()
    keeper.take_up(Changes(2, "Edit", {"sources": frozenset({desk.latin.source.id})}))
    assert keeper.is_behind()
    qtbot.waitUntil(lambda: not keeper.is_behind())


@pytest.mark.parametrize("lane", [Lane.JOB, Lane.INDEX])
def test_it_gives_way_to_what_needs_the_same_process_and_goes_on_afterwards(
    lane: Lane, desk: Desk, runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Held()
    monkeypatch.setattr(mention_keeper, "catch_up", finding)
    keeper = MentionKeeper(desk.archive, runner)
    keeper._timer.start(0)
    qtbot.waitUntil(finding.begun.is_set)
    monkeypatch.undo()
    other = Held()
    task = runner.start(lane, "Importing", other, with_progress=True)
    qtbot.waitUntil(other.begun.is_set)
    qtbot.waitUntil(lambda: runner.tasks() == [task])
    assert keeper.is_behind()
    other.let_go.set()
    qtbot.waitUntil(lambda: not keeper.is_behind())
    assert mentions.state(desk.archive).is_complete
    keeper.close()


def test_what_the_person_stopped_waits_for_the_next_change(
    keeper: MentionKeeper, desk: Desk, runner: Runner, qtbot: QtBot
) -> None:
    stopped: list[Task] = []

    def stop(task: Task) -> None:
        task.cancel()
        stopped.append(task)

    runner.started.connect(stop)
    keeper._timer.start(0)
    qtbot.waitUntil(lambda: bool(stopped) and not runner.is_busy())
    runner.started.disconnect(stop)
    assert keeper.is_behind()
    assert not keeper._timer.isActive()
    keeper.take_up(Changes(1, "Edit", {"sources": frozenset({desk.latin.source.id})}))
    qtbot.waitUntil(lambda: not keeper.is_behind())


def test_nothing_begins_once_the_archive_is_left(desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    keeper = MentionKeeper(desk.archive, runner)
    keeper._timer.start(0)
    keeper.close()
    qtbot.wait(30)
    assert not runner.is_busy()
    assert mentions.state(desk.archive).known == 0
