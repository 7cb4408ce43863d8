"""Files dragged over a widget."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.dropping import DropArea

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(50, 50), COPY, data, LEFT, NONE)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(widget: QWidget, data: QMimeData) -> None:
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), COPY, data, LEFT, NONE, QEvent.Type.Drop))


def test_the_hint_is_seen_while_files_are_over_the_window_and_they_arrive_when_let_go(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    area = DropArea(window, "Let go to import")
    window.show()
    before = window.grab().toImage()
    files = [tmp_path / "Писмо.txt", tmp_path / "album"]

    assert enter(window, urls(*files))
    assert window.grab().toImage() != before
    with qtbot.waitSignal(area.dropped) as dropped:
        drop(window, urls(*files))

    assert dropped.args == [files]
    assert window.grab().toImage() == before


def test_the_hint_goes_when_the_files_are_taken_away(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    DropArea(window, "Let go to import")
    window.show()
    before = window.grab().toImage()
    enter(window, urls(tmp_path))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert window.grab().toImage() == before


def test_text_and_pages_of_the_web_are_not_taken(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    DropArea(window, "Let go to import")
    words, page = QMimeData(), QMimeData()
    words.setText("Калемегдан")
    page.setUrls([QUrl("https://example.org/slika.jpg")])
    assert not enter(window, words)
    assert not enter(window, page)
