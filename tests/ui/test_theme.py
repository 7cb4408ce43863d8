"""The look: everything stays readable, light and dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from archive_app.core.records import Colour
from archive_app.ui import theme

READABLE = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3)."""


@pytest.fixture(params=[theme.Mode.LIGHT, theme.Mode.DARK])
def mode(request: pytest.FixtureRequest) -> Iterator[theme.Mode]:
    theme.set_mode(request.param)
    yield request.param
    theme.set_mode(theme.Mode.LIGHT)


def luminance(colour: QColor) -> float:
    parts = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", list(Colour))
def test_text_stays_readable_on_every_highlight(mode: theme.Mode, colour: Colour) -> None:
    assert contrast(theme.colour("text"), theme.highlight(colour)) >= READABLE


def test_text_stays_readable_on_words_that_a_search_found(mode: theme.Mode) -> None:
    assert contrast(theme.colour("text"), theme.mark()) >= READABLE


@pytest.mark.parametrize("back", ["window", "side", "paper", "field", "hover", "chosen"])
@pytest.mark.parametrize("ink", ["text", "muted"])
def test_labels_stay_readable_on_every_ground(mode: theme.Mode, ink: str, back: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(back)) >= READABLE


@pytest.mark.parametrize(
    ("ink", "back"),
    [
        ("danger", "danger_back"),
        ("warning", "warning_back"),
        ("done", "done_back"),
        ("on_accent", "accent"),
        ("danger", "window"),
        ("link", "paper"),
    ],
)
def test_messages_and_buttons_stay_readable(mode: theme.Mode, ink: str, back: str) -> None:
    assert contrast(theme.colour(ink), theme.colour(back)) >= READABLE


def test_the_dark_look_changes_palette_and_icons_of_the_whole_application(qapp: QApplication) -> None:
    light = qapp.palette().window().color()
    told = []
    theme.state.changed.connect(lambda: told.append(theme.is_dark()))

    theme.set_mode(theme.Mode.DARK)

    assert theme.is_dark()
    assert told == [True]
    assert luminance(qapp.palette().window().color()) < luminance(light)


def test_fonts_come_with_the_program(qapp: QApplication) -> None:
    assert QFontInfo(theme.interface_font()).family() == "Noto Sans"
    assert QFontInfo(theme.reading_font(13, italic=True)).family() == "Noto Serif"
