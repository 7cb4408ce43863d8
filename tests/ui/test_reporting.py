"""Unexpected errors: logged, and reported once."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from archive_app.ui.reporting import Reporter, set_up_log


@pytest.fixture
def hooks() -> Iterator[None]:
    before, in_threads = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before, in_threads


def fail(words: str) -> None:
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_unexpected_error_opens_one_dialog_with_a_report_to_copy(
    qtbot: QtBot, hooks: None, caplog: pytest.LogCaptureFixture
) -> None:
    reporter = Reporter()
    reporter.install()

    fail("the first one")
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    fail("the second one")
    qtbot.waitUntil(lambda: "the second one" in dialog.report.toPlainText())

    assert reporter.dialog is dialog
    next(button for button in dialog.findChildren(QPushButton) if "Copy" in button.text()).click()
    copied = QApplication.clipboard().text()
    assert "RuntimeError: the first one" in copied
    assert "test_reporting.py" in copied
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [
        RuntimeError,
        RuntimeError,
    ]


def test_an_error_in_a_thread_is_shown_in_the_window(
    qtbot: QtBot, hooks: None, caplog: pytest.LogCaptureFixture
) -> None:
    reporter = Reporter()
    reporter.install()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    assert "ZeroDivisionError" in reporter.dialog.report.toPlainText()


@pytest.fixture
def root() -> Iterator[logging.Logger]:
    logger = logging.getLogger()
    handlers, level = list(logger.handlers), logger.level
    yield logger
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
    qInstallMessageHandler(None)


def test_the_log_is_one_file(qtbot: QtBot, tmp_path: Path, root: logging.Logger) -> None:
    path = set_up_log(tmp_path / "logs" / "archive.log")
    assert path == tmp_path / "logs" / "archive.log"
    logging.getLogger("archive_app.ui").warning("Ђорђе")
    text = path.read_text(encoding="utf-8")
    assert "archive-app" in text.splitlines()[0]
    assert "Ђорђе" in text


def test_without_a_place_for_the_log_the_program_goes_on(
    qtbot: QtBot, tmp_path: Path, root: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert set_up_log(tmp_path / "file" / "archive.log") is None
    assert "no log file" in caplog.text


def test_a_long_log_is_put_aside_at_the_next_start(
    qtbot: QtBot, tmp_path: Path, root: logging.Logger
) -> None:
    path = tmp_path / "archive.log"
    path.write_text("x" * 1_000_001, encoding="utf-8")
    set_up_log(path)
    assert path.stat().st_size < 1000
    assert (tmp_path / "archive.log.1").stat().st_size == 1_000_001
