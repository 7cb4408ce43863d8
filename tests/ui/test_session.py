"""The archive as the window has it: changes reach the window's thread, until it is closed."""

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.services import events
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session
from helpers.desk import Desk


def add_event_in_a_thread(desk: Desk) -> None:
    """Done when this returns; the window's thread is told of it later."""
    thread = threading.Thread(target=events.add_event, args=(desk.archive, "Славље"))
    thread.start()
    thread.join()


def waiting(session: Session) -> list[QTimer]:
    return [timer for timer in session.index.findChildren(QTimer) if timer.isActive()]


def test_a_change_in_another_thread_is_told_and_will_be_indexed(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not session.is_index_behind() and not session.runner.is_busy(Lane.INDEX))
    with qtbot.waitSignal(session.changed) as told:
        add_event_in_a_thread(desk)
    assert told.args[0].touches("events")
    assert session.is_index_behind()


def test_a_change_that_is_still_on_its_way_when_the_archive_is_closed_begins_nothing(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not session.is_index_behind() and not session.runner.is_busy(Lane.INDEX))
    add_event_in_a_thread(desk)
    session.close()
    QApplication.processEvents()
    assert not waiting(session)
