"""What tests of the window share: no screen is needed, and any warning of Qt fails the test."""

import gc
import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from archive_app.services.archives import Archive, open_archive
from archive_app.ui import theme
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.jobs import Runner
from archive_app.ui.main_window import MainWindow
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk, reading_called

_PATIENCE_MS = 30_000


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The program's own style and fonts, light."""
    if not qapp.styleSheet():
        theme.set_up(qapp, theme.Mode.LIGHT)
    theme.set_mode(theme.Mode.LIGHT)


@pytest.fixture(scope="module", autouse=True)
def _kept() -> Iterator[None]:
    """What is loaded by now stays to the end: collections need not look at it after each test."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What is to be deleted is deleted, and cycles with widgets in them are collected here, never in the thread of a
    task."""
    gc.disable()
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


class PatientBot(QtBot):
    """Waits longer than usual before it gives up: what is waited for comes at once, but not on a busy computer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = _PATIENCE_MS, **options: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget: QWidget, *, timeout: int = _PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)

    def waitActive(self, widget: QWidget, *, timeout: int = _PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, with patience."""
    return PatientBot(request)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window that dialogs belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def session(archive: Archive, qtbot: QtBot) -> Iterator[Session]:
    """The archive as it is opened in the window."""
    runner = Runner()
    made = Session(archive, runner)
    yield made
    qtbot.waitUntil(lambda: not runner.is_busy())
    made.close()
    runner.close()


@pytest.fixture
def archive(
    request: pytest.FixtureRequest, blank: Path, two_articles: Path, tmp_path: Path
) -> Iterator[Archive]:
    """An archive, closed after the test: empty, or where the test has a desk, with the two articles."""
    folder = two_articles if "desk" in request.fixturenames else blank
    with open_archive(Path(shutil.copytree(folder, tmp_path / "archive"))) as opened:
        yield opened


@pytest.fixture
def desk(archive: Archive) -> Desk:
    """The Latin article and the Cyrillic one, imported."""
    return Desk(archive, reading_called(archive, "Grad"), reading_called(archive, "Дани"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of this test alone."""
    return Settings(tmp_path / "settings" / "window.ini")


@pytest.fixture
def window(settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, with no archive open yet."""
    made = MainWindow(settings)
    made.resize(1280, 800)
    _show(made, qtbot)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def workspace(session: Session, settings: Settings, qtbot: QtBot) -> Workspace:
    """What the window shows of an archive, without the window around it."""
    made = Workspace(session, settings)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    _show(made, qtbot)
    return made


@pytest.fixture
def reader(desk: Desk, session: Session, qtbot: QtBot) -> ReaderView:
    """A reader with the Cyrillic article in it."""
    made = ReaderView(session)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show_source(desk.cyrillic.source.id)
    _show(made, qtbot)
    return made


@pytest.fixture
def inspector(desk: Desk, session: Session, qtbot: QtBot) -> InspectorView:
    """The inspector beside the Cyrillic article."""
    made = InspectorView(session)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show_source(desk.cyrillic.source.id)
    _show(made, qtbot)
    return made


def _show(widget: QWidget, qtbot: QtBot) -> None:
    """Show it, and let it have the keyboard."""
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
