"""What is drawn of a timeline: bars, hatching, open ends, marks of the sources and the gap of a conflict."""

from dataclasses import replace

from archive_app.core.days import day_number
from archive_app.core.timeline import OPEN, SMALLEST, Entry, Lane, Packer, Said
from archive_app.core.timeline_drawing import AXIS_HEIGHT, draw, entry_at
from archive_app.core.timeline_shapes import (
    Box,
    Check,
    Cross,
    Diamond,
    Fade,
    Ink,
    Line,
    Shape,
    Size,
    View,
    Words,
    elided,
)
from archive_app.core.timeline_signs import draw_legend, legend_lines
from archive_app.core.timescale import Scale, axis
from archive_app.core.timespans import extent_of

PER_DAY = 40.0
BEGINS = float(day_number((1944, 10, 1)))
VIEW = View(Scale(BEGINS, PER_DAY), 1240, 600)


def measure(text: str, _size: Size) -> float:
    return 6.0 * len(text)


def said(when: str, *, differs: bool = False) -> Said:
    extent = extent_of(when)
    assert extent is not None
    return Said(when, extent, ("Дани",), differs)


def entry(title: str, when: str, *claims: Said) -> Entry:
    return Entry(title, title, when, extent_of(when), claims)


def drawn(*entries: Entry, view: View = VIEW, chosen: str = "", title: str = "") -> list[Shape]:
    layout = Packer([Lane(title, entries)], headed=bool(title)).layout(view.scale.per_day)
    shown = axis(view.scale.moment(0), view.scale.moment(view.width), view.scale.per_day)
    return list(draw(layout, shown, view, measure, headed=bool(title), chosen=chosen))


def boxes(shapes: list[Shape], ink: Ink) -> list[tuple[float, float]]:
    """Beginning and width of the boxes in an ink."""
    return [(shape.x, shape.width) for shape in shapes if isinstance(shape, Box) and shape.ink is ink]


def words(shapes: list[Shape]) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, Words)]


def test_a_day_is_a_solid_bar_and_a_month_a_hatched_one() -> None:
    assert boxes(drawn(entry("Stanica", "1944-10-20")), Ink.CERTAIN) == [(19 * PER_DAY, PER_DAY)]
    shapes = drawn(entry("Stanica", "1944-10"))
    assert boxes(shapes, Ink.CERTAIN) == []
    assert boxes(shapes, Ink.POSSIBLE) == [(0, 31 * PER_DAY)]


def test_a_stretch_with_a_vague_end_is_solid_and_then_hatched() -> None:
    shapes = drawn(entry("Opsada", "1944-09-20/1944-10"))
    assert boxes(shapes, Ink.CERTAIN) == [(-11 * PER_DAY, 11 * PER_DAY)]
    assert boxes(shapes, Ink.POSSIBLE) == [(0, 31 * PER_DAY)]


def test_several_pieces_that_are_too_small_to_be_told_apart_are_one_sign() -> None:
    far = VIEW._replace(scale=Scale(BEGINS - 3000, 0.2))
    ((_x, width),) = boxes(drawn(entry("Most", "[1944-10-14,1944-10-20]"), view=far), Ink.POSSIBLE)
    assert width == SMALLEST


def test_open_ends_fade_away() -> None:
    (fade,) = [shape for shape in drawn(entry("Vlast", "1944-10-20/..")) if isinstance(shape, Fade)]
    assert (fade.x, fade.width, fade.towards, fade.ink) == (20 * PER_DAY, OPEN, 1, Ink.CERTAIN)
    (fade,) = [shape for shape in drawn(entry("Vlast", "../1944-10-20")) if isinstance(shape, Fade)]
    assert (fade.x + fade.width, fade.towards) == (19 * PER_DAY, -1)


def test_an_approximate_date_fades_at_both_ends() -> None:
    fades = [shape for shape in drawn(entry("Susret", "1944-10-20~")) if isinstance(shape, Fade)]
    assert [(fade.towards, fade.ink) for fade in fades] == [(-1, Ink.POSSIBLE), (1, Ink.POSSIBLE)]


def test_a_source_that_agrees_is_a_mark_on_the_bar() -> None:
    shapes = drawn(entry("Stanica", "1944-10-20", said("1944-10-20")))
    (mark,) = [shape for shape in shapes if isinstance(shape, Diamond)]
    assert (mark.x, mark.ink) == (19.5 * PER_DAY, Ink.CLAIM)
    assert not [shape for shape in shapes if isinstance(shape, Line) and shape.dashed]


def test_a_source_that_differs_is_seen_across_a_gap() -> None:
    shapes = drawn(entry("Stanica", "1944-10-20", said("1944-10-20"), said("1944-10-15", differs=True)))
    (agreeing,) = [shape for shape in shapes if isinstance(shape, Diamond)]
    (other,) = [shape for shape in shapes if isinstance(shape, Cross)]
    assert [(mark.x, mark.ink) for mark in (agreeing, other)] == [
        (19.5 * PER_DAY, Ink.CLAIM),
        (14.5 * PER_DAY, Ink.CONFLICT),
    ]
    assert not agreeing.hollow
    (gap,) = [shape for shape in shapes if isinstance(shape, Line) and shape.dashed]
    assert (gap.x1, gap.x2, gap.ink) == (14.5 * PER_DAY, 19 * PER_DAY, Ink.CONFLICT)


def test_an_event_that_only_sources_date_has_marks_and_no_bar() -> None:
    shapes = drawn(
        Entry("x", "Most", "", None, (said("1944-10-15", differs=True), said("1944-10-20", differs=True)))
    )
    assert boxes(shapes, Ink.CERTAIN) == []
    assert len([shape for shape in shapes if isinstance(shape, Cross)]) == 2
    assert [shape.x1 for shape in shapes if isinstance(shape, Line) and shape.dashed] == [14.5 * PER_DAY]


def test_a_long_bar_keeps_its_title_in_view() -> None:
    (title,) = [shape for shape in drawn(entry("Rat", "1941-04-06/1945-05-15")) if shape[2] == "Rat"]
    assert isinstance(title, Words)
    assert title.x == 8


def test_a_gap_that_leads_out_of_view_says_of_which_event_it_is() -> None:
    shapes = drawn(entry("Stanica", "1951-10-20", said("1944-10-15", differs=True)))
    (title,) = [shape for shape in shapes if isinstance(shape, Words) and shape.text == "Stanica"]
    assert title.x == 14 * PER_DAY


def test_titles_end_before_the_next_event() -> None:
    first, second = entry("Veoma dugačak naslov o napadu", "1944-10-14"), entry("Most", "1944-10-26")
    titles = [
        shape for shape in drawn(first, second) if isinstance(shape, Words) and shape.size is Size.TITLE
    ]
    assert [title.text for title in titles] == [first.title, "Most"]
    assert titles[0].x + titles[0].room <= titles[1].x


def test_the_axis_stands_above_everything_with_its_labels() -> None:
    shapes = drawn(entry("Stanica", "1944-10-20"))
    assert "October 1944" in words(shapes)
    assert "20" in words(shapes)
    axis_box = shapes.index(Box(0, 0, VIEW.width, AXIS_HEIGHT, Ink.PAPER))
    bar = next(n for n, shape in enumerate(shapes) if isinstance(shape, Box) and shape.ink is Ink.CERTAIN)
    assert axis_box > bar


def test_a_lane_says_its_title_and_how_many_events_it_has() -> None:
    shown = words(drawn(entry("a", "1944-10-14"), entry("b", "1944-10-20"), title="Beograd"))
    assert "Beograd" in shown
    assert "2 events" in shown


def test_what_is_scrolled_away_or_lies_elsewhere_in_time_is_not_drawn() -> None:
    shapes = drawn(entry("Davno", "1804-02-15"), entry("Kasno", "1999-03-24"))
    assert {"Davno", "Kasno"}.isdisjoint(words(shapes))
    away = drawn(entry("Stanica", "1944-10-20"), view=VIEW._replace(top=400))
    assert "Stanica" not in words(away)


def test_the_chosen_event_is_marked() -> None:
    shapes = drawn(entry("a", "1944-10-14"), entry("b", "1944-10-20"), chosen="b")
    ((x, _width),) = boxes(shapes, Ink.CHOSEN)
    assert x == 19 * PER_DAY - 5


def test_many_events_at_once_are_drawn_close_with_titles_where_there_is_room() -> None:
    many = [entry(f"događaj {number:02d}", "1944-10-05") for number in range(70)]
    far = entry("na kraju", "1944-10-25", said("1944-10-28", differs=True))
    shapes = drawn(*many, far)
    titles = [shape for shape in shapes if isinstance(shape, Words) and shape.text.startswith("događaj")]
    assert titles
    assert all(title.size is Size.SMALL and title.x > 5 * PER_DAY for title in titles)
    assert any(isinstance(shape, Cross) and shape.ink is Ink.CONFLICT for shape in shapes)


def test_the_event_under_the_mouse_is_found_by_its_bar_and_its_title() -> None:
    layout = Packer([Lane("", (entry("Zauzimanje stanice", "1944-10-20"),))], headed=False).layout(PER_DAY)
    height = AXIS_HEIGHT + layout.lanes[0].rows_top + 12
    for x in (19.2 * PER_DAY, 19 * PER_DAY + 90):
        found = entry_at(layout, VIEW, x, height)
        assert found is not None
        assert found.title == "Zauzimanje stanice"
    assert entry_at(layout, VIEW, 10 * PER_DAY, height) is None
    assert entry_at(layout, VIEW, 19.2 * PER_DAY, AXIS_HEIGHT - 5) is None
    assert entry_at(layout, VIEW, 19.2 * PER_DAY, 500) is None


def test_words_are_cut_to_their_room() -> None:
    assert elided("Beograd", 42, Size.TITLE, measure) == "Beograd"
    assert elided("Beograd grad", 42, Size.TITLE, measure) == "Beogra…"
    assert elided("Beograd", 5, Size.TITLE, measure) == ""


MEANINGS = [
    "certain",
    "possible",
    "open end",
    "?",
    "unknown end",
    "held right by a verdict",
    "a source that agrees",
    "a source that gives another date",
    "another date, no contradiction",
]


def test_the_legend_explains_all_signs_in_as_many_lines_as_it_takes() -> None:
    assert words(list(draw_legend(0, 0, 5000, measure))) == MEANINGS
    assert legend_lines(5000, measure) == 1
    narrow = list(draw_legend(10, 0, 400, measure))
    assert words(narrow) == MEANINGS
    heights = {shape.y for shape in narrow if isinstance(shape, Words) and shape.text != "?"}
    assert len(heights) == legend_lines(400, measure) > 1
    assert all(
        shape.x + shape.room <= 420 for shape in narrow if isinstance(shape, Words) and shape.text != "?"
    )


def test_an_unknown_end_is_drawn_otherwise_than_an_open_one() -> None:
    shapes = drawn(entry("Prisustvo", "1944-10-20/"))
    assert not [shape for shape in shapes if isinstance(shape, Fade)]
    (bar, *pieces) = boxes(shapes, Ink.CERTAIN)
    assert bar == (19 * PER_DAY, PER_DAY)
    assert [width for _x, width in pieces] == [8, 5, 3]
    assert all(20 * PER_DAY < x < 20 * PER_DAY + OPEN for x, _width in pieces)
    (mark,) = [shape for shape in shapes if isinstance(shape, Words) and shape.text == "?"]
    assert 20 * PER_DAY < mark.x < 20 * PER_DAY + OPEN
    before = drawn(entry("Prisustvo", "/1944-10-20"))
    assert [x + width <= 19 * PER_DAY for x, width in boxes(before, Ink.CERTAIN)[1:]] == [True] * 3


def test_another_date_that_is_no_contradiction_is_a_hollow_sign() -> None:
    extent = extent_of("1944-10-15")
    assert extent is not None
    shapes = drawn(entry("Stanica", "1944-10-20", Said("1944-10-15", extent, ("Дани",), is_settled=True)))
    (mark,) = [shape for shape in shapes if isinstance(shape, Diamond)]
    assert (mark.hollow, mark.ink) == (True, Ink.CLAIM)


def test_a_verdict_is_a_sign_before_the_title() -> None:
    shapes = drawn(replace(entry("Stanica", "1944-10-20"), is_decided=True))
    (sign,) = [shape for shape in shapes if isinstance(shape, Check)]
    (title,) = [shape for shape in shapes if isinstance(shape, Words) and shape.text == "Stanica"]
    assert 19 * PER_DAY < sign.x < title.x < 20 * PER_DAY
    assert not [shape for shape in drawn(entry("Most", "1944-10-20")) if isinstance(shape, Check)]


def test_an_event_with_parts_stands_on_a_ground_with_them() -> None:
    whole = entry("Bitka", "1944-10-14/1944-10-20")
    parts = [replace(entry(f"dan {day}", f"1944-10-{day}"), parent_id="Bitka") for day in (15, 18)]
    shapes = drawn(whole, *parts, entry("Most", "1944-10-02"))
    ((left, width),) = boxes(shapes, Ink.FAMILY)
    assert left < 13 * PER_DAY
    assert left + width > 20 * PER_DAY
    heights = {shape.text: shape.y for shape in shapes if isinstance(shape, Words)}
    assert heights["Bitka"] < heights["dan 15"] == heights["dan 18"] < heights["Most"]
    assert boxes(drawn(whole, *parts, view=VIEW._replace(top=400)), Ink.FAMILY) == []


def test_parts_that_are_not_shown_are_counted_beside_the_title() -> None:
    folded = replace(entry("Bitka", "1944-10-14"), folded=2)
    assert "Bitka  (+2)" in words(drawn(folded))
    assert "Bitka  (+2, \u2260 1)" in words(drawn(replace(folded, folded_disputed=1)))
