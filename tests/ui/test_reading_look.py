"""How a person likes to read: what is kept, which fonts are offered, and how Serbian italics look."""

import json

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QTextLayout

from archive_app.ui import theme
from archive_app.ui.reading_look import (
    SIZES,
    ReadingLook,
    families,
    has_serbian_shapes,
    is_complete,
    read_look,
)


def test_a_look_is_read_as_it_was_written() -> None:
    look = ReadingLook("Noto Sans", 15.0, 64, 130, False)
    assert read_look(look.as_text()) == look


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", '{"points": "large", "measure": 3.5, "numbers": 1, "family": null, "other": 2}'],
)
def test_what_cannot_be_read_is_as_at_first(text: str) -> None:
    assert read_look(text) == ReadingLook()


def test_values_out_of_bounds_are_brought_in() -> None:
    look = read_look(json.dumps({"points": 400.0, "measure": 1, "spacing": 5000}))
    assert (look.points, look.measure, look.spacing) == (SIZES[-1], 40, 180)


def test_only_fonts_with_every_serbian_letter_are_offered() -> None:
    offered = families()
    assert offered[:2] == ("Noto Serif", "Noto Sans")
    assert len(set(offered)) == len(offered)
    assert all(is_complete(family) for family in offered)


@pytest.mark.parametrize("family", [theme.READING_FAMILY, theme.INTERFACE_FAMILY])
def test_our_fonts_know_serbian_shapes(family: str) -> None:
    assert has_serbian_shapes(family)


def glyphs(letters: str, font: QFont) -> list[int]:
    layout = QTextLayout(letters, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def as_russian(letters: str, font: QFont) -> list[int]:
    QLocale.setDefault(QLocale("ru_RU"))
    try:
        return glyphs(letters, font)
    finally:
        QLocale.setDefault(QLocale("sr_RS"))


@pytest.mark.parametrize("scale", [1.0, 1.28])
def test_italic_letters_have_their_serbian_shapes(scale: float) -> None:
    font = ReadingLook().font(scale=scale, italic=True)
    for letter in "гдпт":
        assert glyphs(letter, font) != as_russian(letter, font), letter
    assert glyphs("ажм", font) == as_russian("ажм", font)


def test_upright_be_has_its_serbian_shape() -> None:
    font = ReadingLook().font()
    assert glyphs("б", font) != as_russian("б", font)


def test_a_font_of_the_system_is_made_bold_by_another_font_of_it() -> None:
    font = ReadingLook(family="DejaVu Serif").font(weight=650)
    assert font.weight() in (QFont.Weight.DemiBold, QFont.Weight.Bold)
    assert not font.variableAxisTags()
