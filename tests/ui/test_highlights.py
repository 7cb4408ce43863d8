"""Where highlights lie on each other, each can still be told apart and the letters can be read."""

import random
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout

from archive_app.core.records import Colour
from archive_app.ui import theme
from archive_app.ui.highlights import Drawn, HighlightPainter, Mark, Marks, runs, shade


def mark(name: str, start: int, end: int, colour: Colour | None = Colour.YELLOW) -> Mark:
    return Mark(name, start, end, colour)


def names(marks: list[Mark]) -> str:
    return "".join(one.id for one in marks)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: QColor, other: QColor) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_marks_are_found_by_place() -> None:
    marks = Marks([mark("c", 40, 50), mark("a", 0, 10), mark("b", 5, 45)])
    assert names(marks.within(0, 5)) == "a"
    assert names(marks.within(9, 41)) == "abc"
    assert names(marks.within(50, 60)) == ""
    assert names(marks.at(44)) == "cb"


def test_a_mark_over_the_whole_text_is_found_everywhere() -> None:
    marks = Marks([mark("x", 0, 900_000), mark("y", 500_000, 500_010)])
    assert names(marks.within(450_000, 450_100)) == "x"
    assert names(marks.within(499_990, 500_100)) == "xy"


def test_marks_that_overlap_get_underlines_at_different_heights() -> None:
    marks = Marks([mark("a", 0, 10), mark("b", 5, 15), mark("c", 12, 20), mark("d", 30, 40)])
    assert marks.levels == {"a": 0, "b": 1, "c": 0}


def test_marks_that_only_touch_do_not_overlap() -> None:
    assert Marks([mark("a", 0, 10), mark("b", 10, 20)]).levels == {}


def test_a_stretch_knows_all_marks_above_it() -> None:
    found = runs([mark("a", 0, 10), mark("b", 5, 15)], 2, 30)
    assert [(run.start, run.end, names(list(run.marks))) for run in found] == [
        (2, 5, "a"),
        (5, 10, "ab"),
        (10, 15, "b"),
    ]


def test_a_note_without_colour_leaves_the_paper_as_it_is() -> None:
    assert shade([mark("a", 0, 1, None)]) is None
    assert shade([mark("a", 0, 1, None), mark("b", 0, 1)]) == theme.highlight(Colour.YELLOW)


MODES = [theme.Mode.LIGHT, theme.Mode.DARK]
SEEN = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What is seen of linear red, green and blue without one kind of cones.

Severity 1.0 of Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298.
"""


def seen(colour: QColor, vision: str) -> QColor:
    """A colour as eyes of one kind see it."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    mixed = (sum(share * value for share, value in zip(row, linear, strict=True)) for row in SEEN[vision])
    held = [min(max(value, 0.0), 1.0) for value in mixed]
    return QColor.fromRgbF(*(v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in held))


@pytest.mark.parametrize("mode", MODES)
def test_letters_can_be_read_on_every_shade(mode: theme.Mode) -> None:
    theme.set_mode(mode)
    for count in range(1, len(Colour) + 1):
        for colours in combinations(Colour, count):
            back = shade([mark(str(place), 0, 1, colour) for place, colour in enumerate(colours)])
            assert back is not None
            assert contrast(back, theme.colour("text")) >= 7, colours
    assert contrast(theme.mark(), theme.colour("text")) >= 7


@pytest.mark.parametrize("vision", SEEN)
@pytest.mark.parametrize("mode", MODES)
def test_lines_under_letters_are_seen_on_their_shade_and_on_the_paper(mode: theme.Mode, vision: str) -> None:
    theme.set_mode(mode)
    for colour in Colour:
        line = seen(theme.ink(colour), vision)
        for back in (theme.highlight(colour), theme.colour("paper")):
            assert contrast(line, seen(back, vision)) >= 3, colour


def painted(colour: Colour | None, *, overlapped: bool = False, pointed: str | None = None) -> QImage:
    """A line of letters with one mark, or with a second one over its end."""
    layout = QTextLayout("река и мост", theme.reading_font(16))
    layout.beginLayout()
    layout.createLine().setLineWidth(400)
    layout.endLayout()
    marks = [mark("a", 0, 8, colour)] + ([mark("b", 5, 11, Colour.BLUE)] if overlapped else [])
    every = Marks(marks)
    image = QImage(300, 60, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    with QPainter(image) as painter:
        page = Drawn(every.levels, None, every.pointed(pointed))
        HighlightPainter(painter, layout, QPointF(10, 10), 36).marks(marks, page, 0, 11)
    return image


def line_of(colour: Colour) -> frozenset[tuple[int, int]]:
    """The pixels of the line under letters of one colour, whatever that colour is."""
    image, back = painted(colour), theme.highlight(colour)
    places = ((x, y) for x in range(20, 90) for y in range(30, image.height()))
    return frozenset(
        (x, y)
        for x, y in places
        if contrast(image.pixelColor(x, y), back) > 2
        and contrast(image.pixelColor(x, y), theme.colour("paper")) > 2
    )


def test_each_colour_has_a_line_of_its_own_kind() -> None:
    """For whom the colours are all alike the kinds of lines are not."""
    lines = {colour: line_of(colour) for colour in Colour}
    assert all(lines.values())
    for one, other in combinations(Colour, 2):
        assert len(lines[one] ^ lines[other]) > 15, (one, other)


def area(image: QImage, colour: QColor) -> list[int]:
    """The columns of pixels that have exactly this colour, in the upper half, where no letters or lines are."""
    return [x for x in range(image.width()) if image.pixelColor(x, 14) == colour]


def test_the_mark_that_is_pointed_at_is_shown_from_end_to_end_and_the_others_dimly() -> None:
    yellow, blue = theme.highlight(Colour.YELLOW), theme.highlight(Colour.BLUE)
    usual, pointed = (
        painted(Colour.YELLOW, overlapped=True),
        painted(Colour.YELLOW, overlapped=True, pointed="a"),
    )
    assert area(usual, blue)
    assert not area(pointed, blue)
    assert len(area(pointed, yellow)) > len(area(usual, yellow)) + 10


def test_pointing_at_a_mark_alone_leaves_the_others_as_they_are() -> None:
    marks = Marks([mark("a", 0, 8), mark("b", 9, 11), mark("c", 3, 5)])
    found = marks.pointed("c")
    assert found is not None
    assert found.others == {"a"}
    assert marks.pointed("b").others == frozenset()  # type: ignore[union-attr]
    assert marks.pointed("gone") is None
    assert marks.pointed(None) is None


def test_marks_that_were_changed_are_the_same_as_those_made_anew() -> None:
    chance = random.Random(6)

    def mark(number: int) -> Mark:
        start = chance.randrange(3_000)
        return Mark(str(number), start, start + chance.choice([3, 40, 300, 5_000]), Colour.GREEN)

    every = {str(number): mark(number) for number in range(60)}
    marks = Marks(every.values())
    for _step in range(40):
        touched = chance.sample(range(70), 4)
        new = {str(number): mark(number) for number in touched[:3]}
        gone = {str(number) for number in touched}
        every = {key: one for key, one in every.items() if key not in gone} | new
        marks = marks.changed(gone, new.values())
        anew = Marks(every.values())
        assert sorted(marks.all) == sorted(anew.all)
        assert [one.start for one in marks.all] == [one.start for one in anew.all]
        assert marks.levels.keys() == anew.levels.keys()
        assert {one.id for one in marks.within(500, 900)} == {one.id for one in anew.within(500, 900)}
        assert all(marks.get(key) == one for key, one in every.items())
    assert marks.get("nothing") is None
