"""Where highlights lie on each other, each can still be told apart and the letters can be read."""

import random
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from archive_app.core.records import Colour
from archive_app.ui import theme
from archive_app.ui.highlights import Mark, Marks, runs, shade


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


@pytest.mark.parametrize("mode", [theme.Mode.LIGHT, theme.Mode.DARK])
def test_letters_can_be_read_on_every_shade(mode: theme.Mode) -> None:
    theme.set_mode(mode)
    for count in (1, 2, 3):
        for colours in combinations(Colour, count):
            back = shade([mark(str(place), 0, 1, colour) for place, colour in enumerate(colours)])
            assert back is not None
            assert contrast(back, theme.colour("text")) >= 4.5, colours
    assert contrast(theme.mark(), theme.colour("text")) >= 4.5


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
