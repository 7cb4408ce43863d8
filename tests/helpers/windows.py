"""The whole window on an archive, for stories that go through it."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from archive_app.ui.event_view import EventView
from archive_app.ui.library_rows import RowKind
from archive_app.ui.main_window import MainWindow
from archive_app.ui.workspace import Workspace


def opened(window: MainWindow, folder: Path) -> Workspace:
    """Open the archive in `folder`; what is shown of it."""
    assert window.open_archive(folder), window.message_bar.text
    assert window.workspace is not None
    return window.workspace


def event_page(workspace: Workspace) -> EventView:
    """The page that events are shown on."""
    page = workspace.pages.page(RowKind.EVENT).widget
    assert isinstance(page, EventView)
    return page


def type_text(widget: QWidget, text: str) -> None:
    """Type letters of any script, which Qt's own helper for tests cannot."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            )
