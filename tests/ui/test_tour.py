"""The hints of the first time: few, beside what they speak of, and gone for good once dismissed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.spans import Span
from archive_app.services import annotating, archives
from archive_app.services.importing import import_files
from archive_app.ui.main_window import MainWindow
from archive_app.ui.settings import SEEN_HINTS, Settings
from archive_app.ui.tour import HintBubble, Tour
from helpers.windows import opened


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path) -> Path:
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article])
    return made


def bubble_of(tour: Tour) -> HintBubble:
    assert tour.bubble is not None
    return tour.bubble


def is_near(bubble: HintBubble, target: QWidget, window: QWidget) -> bool:
    area = target.rect().translated(target.mapTo(window, QPoint()))
    return bubble.geometry().adjusted(-8, -8, 8, 8).intersects(area)


def test_three_hints_come_one_after_the_other_and_never_again(
    window: MainWindow, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    focused = window.focusWidget()
    tour = Tour(window, settings)
    tour.begin()
    qtbot.waitUntil(lambda: tour.bubble is not None)
    assert window.focusWidget() is focused  # a hint takes no keyboard
    names = []
    for target in (workspace.reader.pane, window.tool_bar.search_box, window.menuBar()):
        bubble = bubble_of(tour)
        assert is_near(bubble, target, window)
        assert window.rect().contains(bubble.geometry())
        bubble.grab()
        names.append(bubble.hint.name)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert names == ["annotate", "search", "palette"]
    assert tour.bubble is None
    tour.show_next()
    assert tour.bubble is None
    assert settings.words(SEEN_HINTS) == names


def test_who_does_what_a_hint_says_needs_it_no_more(
    window: MainWindow, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    tour = Tour(window, settings)
    tour.begin()
    qtbot.waitUntil(lambda: tour.bubble is not None)
    text_id = workspace.reader.text_id
    assert text_id is not None
    annotating.annotate(workspace.session.archive, text_id, Span(0, 10))
    qtbot.waitUntil(lambda: bubble_of(tour).hint.name == "search")
    assert settings.words(SEEN_HINTS) == ["annotate"]


def test_in_an_empty_archive_the_first_hint_is_to_bring_something_in(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    window.create_archive(tmp_path / "Prazno")
    tour = Tour(window, settings)
    tour.show_next()
    bubble = bubble_of(tour)
    assert bubble.hint.name == "import"
    button = window.tool_bar.widgetForAction(window.acts["import_files"])
    assert button is not None
    assert is_near(bubble, button, window)


def test_one_click_ends_them_all(window: MainWindow, settings: Settings, folder: Path) -> None:
    opened(window, folder)
    tour = Tour(window, settings)
    tour.show_next()
    none, _next = bubble_of(tour).findChildren(QPushButton)
    none.click()
    tour.show_next()
    assert tour.bubble is None


def test_a_hint_goes_with_the_archive_and_comes_back_with_it(
    window: MainWindow, settings: Settings, folder: Path
) -> None:
    opened(window, folder)
    tour = Tour(window, settings)
    tour.show_next()
    assert bubble_of(tour).hint.name == "annotate"
    window.close_archive()
    assert tour.bubble is None
    assert settings.words(SEEN_HINTS) == []
    opened(window, folder)
    tour.show_next()
    assert bubble_of(tour).hint.name == "annotate"


def test_a_hint_stays_in_the_window_when_that_gets_smaller(
    window: MainWindow, settings: Settings, folder: Path, qtbot: QtBot
) -> None:
    opened(window, folder)
    settings.keep_words(SEEN_HINTS, ["annotate"])
    tour = Tour(window, settings)
    tour.show_next()
    bubble = bubble_of(tour)
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.rect().contains(bubble.geometry()))
    QTest.mouseClick(bubble.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert bubble_of(tour).hint.name == "palette"
