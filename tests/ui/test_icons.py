"""Icons are drawn, each of them, and follow the look."""

import pytest
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui import icons, theme


def inked(name: str, colour: QColor) -> tuple[int, int]:
    """How many pixels of an icon are quite opaque, and how far the farthest of them is from its colour."""
    image = icons.pixmap(name, 64, colour).toImage()
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ink = [pixel for pixel in seen if pixel.alpha() > 200]
    return len(ink), max(abs(pixel.red() - colour.red()) + abs(pixel.blue() - colour.blue()) for pixel in ink)


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_leaves_ink_of_its_colour(qtbot: QtBot, name: str) -> None:
    pixels, distance = inked(name, QColor("#aa3300"))
    assert pixels > 10
    assert distance <= 8


def test_an_unknown_icon_is_a_mistake(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        icons.icon("no such icon")


def test_icons_that_were_put_are_drawn_again_when_the_look_changes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(window)
    icons.put(action, "search")
    before = action.icon().pixmap(24, 24).toImage()

    theme.set_mode(theme.Mode.DARK)
    icons.refresh(window)

    assert action.icon().pixmap(24, 24).toImage() != before


def test_a_dot_is_a_full_circle_of_its_colour(qtbot: QtBot) -> None:
    image = icons.dot(QColor("#3366cc")).pixmap(16, 16).toImage()
    assert image.pixelColor(8, 8).name() == "#3366cc"
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_icon_that_is_only_named_is_drawn_when_it_is_to_be_seen(qtbot: QtBot) -> None:
    action = QAction()
    icons.name_only(action, "back")
    assert action.icon().isNull()
    icons.draw_missing([action])
    assert not action.icon().isNull()
    assert icons.name_of(action) == "back"
