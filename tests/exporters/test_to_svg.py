"""A timeline as an SVG picture: well-formed, the same bytes each time, and safe whatever titles say."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from archive_app.core.days import day_number
from archive_app.core.errors import UserError
from archive_app.core.timeline import Entry, Lane, Said
from archive_app.core.timespans import extent_of
from archive_app.exporters.to_svg import COLUMN, LANDSCAPE, Heading, sheets_of, svg_of, write_svg

SVG = "{http://www.w3.org/2000/svg}"
HEADING = Heading("Хронологија октобра", 2)


def entry(title: str, when: str, *claims: Said) -> Entry:
    return Entry(title, title, when, extent_of(when), claims)


def october() -> list[Lane]:
    extent = extent_of("1944-10-15")
    assert extent is not None
    station = entry("Zauzimanje stanice", "1944-10-20", Said("1944-10-15", extent, ("Дани",), differs=True))
    return [
        Lane("Beograd", (entry("Почетак напада", "1944-10-14"), station)),
        Lane("No place", (entry("Zima", "1944-24"), entry("Rat", "1941-04-06/.."))),
    ]


def drawn(lanes: list[Lane], **options: object) -> ET.Element:
    return ET.fromstring(svg_of(lanes, HEADING, **options))  # type: ignore[arg-type]


def words(root: ET.Element) -> list[str]:
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def test_the_picture_has_the_title_lanes_events_axis_and_legend_as_words() -> None:
    root = drawn(october(), headed=True)
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == HEADING.title
    shown = words(root)
    assert {"Beograd", "Почетак напада", "Zauzimanje stanice", "certain", "2 events have no date"} <= set(
        shown
    )
    assert "1944" in shown


def test_the_legend_takes_more_lines_on_a_narrow_sheet_and_covers_nothing() -> None:
    for sheet in (LANDSCAPE, COLUMN):
        (written,) = sheets_of(october(), HEADING, sheet)
        root = ET.fromstring(written)
        foot = list(root.iter(f"{SVG}g"))[-1]
        heights = {float(found.get("y") or 0) for found in foot.iter(f"{SVG}text")}
        box = [float(number) for number in (root.get("viewBox") or "").split()]
        shift = float((foot.get("transform") or "").split()[-1].rstrip(")"))
        assert shift + max(heights) < box[3]
        assert all(
            float(found.get("x") or 0) + 5 * len(found.text or "") < box[2]
            for found in foot.iter(f"{SVG}text")
        )
    assert len(heights) > 2


def test_it_is_as_wide_as_a_landscape_page() -> None:
    root = drawn(october())
    assert root.get("width") == "277mm"
    assert (root.get("viewBox") or "").startswith("0 0 1400 ")


def test_the_same_events_give_the_same_bytes() -> None:
    assert svg_of(october(), HEADING) == svg_of(october(), HEADING)


def test_hatching_fading_and_conflict_are_in_it() -> None:
    fills = {found.get("fill") for found in drawn(october()).iter()}
    assert {"url(#possible)", "url(#certain-right)"} <= fills
    assert "#b3261e" in {found.get("stroke") for found in drawn(october()).iter(f"{SVG}polyline")}
    ids = {found.get("id") for found in drawn(october()).iter()}
    assert {"possible", "certain-left", "certain-right", "faint-left", "faint-right", "seen"} <= ids


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "a & b", "]]>", 'on"load="x', "null\x00 \x0b \ufffe"]
)
def test_no_title_can_break_the_file(title: str) -> None:
    root = ET.fromstring(svg_of([Lane(title, (entry(title, "1944-10-20"),))], Heading(title, 0), headed=True))
    assert not list(root.iter(f"{SVG}script"))
    expected = "null" if title.startswith("null") else title
    assert any(shown.startswith(expected) for shown in words(root))


def test_a_lone_surrogate_is_left_out() -> None:
    assert "ab" in words(drawn([Lane("", (entry("a\udc00b", "1944-10-20"),))]))


def test_long_titles_end_in_dots_before_the_next_event() -> None:
    lane = Lane("", (entry("Veoma dugačak naslov " * 10, "1944-10-14"), entry("Most", "1944-10-17")))
    (title,) = [shown for shown in words(drawn([lane])) if shown.startswith("Veoma")]
    assert title.endswith("…")


def test_only_the_wanted_time_is_drawn() -> None:
    begins, ends = float(day_number((1944, 10, 10))), float(day_number((1944, 10, 25)))
    shown = words(drawn(october(), begins=begins, ends=ends))
    assert "October 1944" in shown
    assert "1941" not in shown


def test_a_picture_without_events_is_still_a_picture() -> None:
    assert HEADING.title in words(drawn([]))


def test_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "t.svg"
    write_svg(october(), target, HEADING)
    assert target.read_bytes() == svg_of(october(), HEADING)
    with pytest.raises(UserError):
        write_svg(october(), tmp_path / "none" / "t.svg", HEADING)


def test_a_long_drawing_is_cut_between_rows_into_sheets_with_an_axis_each() -> None:
    every = tuple(entry(f"Događaj {number}", "1944-10-20") for number in range(50))
    sheets = [ET.fromstring(sheet) for sheet in sheets_of([Lane("", every)], HEADING, LANDSCAPE)]
    assert len(sheets) == 3
    for sheet in sheets:
        assert {"20 October 1944", HEADING.title, "certain"} <= set(words(sheet))
        _left, _top, _width, height = (float(part) for part in (sheet.get("viewBox") or "").split())
        assert height <= LANDSCAPE.most + LANDSCAPE.head + LANDSCAPE.foot
    titles = [title for sheet in sheets for title in words(sheet) if title.startswith("Događaj")]
    assert sorted(titles) == sorted(one.title for one in every)


def test_a_drawing_for_a_column_has_its_width_and_no_title() -> None:
    (sheet,) = sheets_of(october(), HEADING, COLUMN, headed=True)
    root = ET.fromstring(sheet)
    assert root.get("width") == "154mm"
    assert HEADING.title not in words(root)


def test_a_lane_that_is_not_counted_tells_no_number() -> None:
    lanes = [Lane("Delovi", (entry("Juriš", "1944-10-20"),), counted=False)]
    assert "1 event" not in words(drawn(lanes, headed=True))
    assert "1 event" in words(drawn([lanes[0], Lane("Beograd", lanes[0].entries)], headed=True))
