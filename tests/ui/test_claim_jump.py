"""From the page of an event to the place in the text, across pages of different width."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, events
from archive_app.services.archives import Archive
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import reading_of
from helpers.windows import event_page


def test_the_place_of_a_claim_is_in_view_though_the_page_became_narrower(
    session: Session, archive: Archive, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        "\n\n".join(f"{number}. " + "борци су заузели станицу пред вече " * 12 for number in range(60))
    )
    reading = reading_of(archive, path)
    text, span = annotating.find_quote(archive, reading.source.id, "45. борци")
    made = annotating.annotate(archive, text.id, span)
    event = events.add_event(archive, "Станица")
    events.link(archive, made.id, event.id)
    workspace = Workspace(session, settings)
    qtbot.addWidget(workspace)
    workspace.resize(1200, 700)
    workspace.show()
    workspace.showing.show_event(event.id)
    QTest.qWait(50)
    event_page(workspace).cards[0].go()
    QTest.qWait(300)
    pane = workspace.reader.pane
    caret = pane.cursorRect()
    assert pane.viewport().rect().contains(caret)
