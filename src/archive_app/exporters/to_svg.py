"""A timeline as an SVG picture for print and publications: SVG 1.1, which every browser and drawing program reads.

Words stay words: they are set in the fonts of the printed report where these are installed, else in the reader's own.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archive_app.core.timeline import AFTER, BEFORE, Lane, Layout, Packer
from archive_app.core.timeline_drawing import AXIS_HEIGHT, draw
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
    strokes_of,
)
from archive_app.core.timeline_signs import LEGEND_LINE, draw_legend, legend_lines
from archive_app.core.timescale import axis, fitting
from archive_app.core.translation import ngettext
from archive_app.exporters.fonts import font_folders
from archive_app.exporters.saving import save

if TYPE_CHECKING:  # loaded when words are first measured
    from PIL.ImageFont import FreeTypeFont


class Sheet(NamedTuple):
    """What a drawing is set on: its width in pixels of 1/96 inch and in millimetres of print, the room around the
    lanes, and the most pixels that lanes and axis are high on one sheet. Without a `head` it has no title."""

    width: float
    printed: float
    margin: float
    head: float
    foot: float
    most: float = inf


SCROLL = Sheet(1400.0, 277.0, 24.0, 64.0, 44.0)
"""As wide as a landscape A4 page between its margins, and as long as it takes."""
LANDSCAPE = SCROLL._replace(most=850.0)
"""A landscape A4 page."""
COLUMN = Sheet(720.0, 154.0, 1.0, 0.0, 30.0, 1000.0)
"""The column of text of a printed report."""
_FAMILIES = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_INKS = {
    Ink.TEXT: "#23252a",
    Ink.MUTED: "#65625b",
    Ink.GRID: "#ebe7de",
    Ink.GRID_STRONG: "#c6c0b3",
    Ink.LANE: "#f8f6f1",
    Ink.PAPER: "#ffffff",
    Ink.CERTAIN: "#1f5f6b",
    Ink.POSSIBLE: "url(#possible)",
    Ink.CLAIM: "#23252a",
    Ink.CONFLICT: "#b3261e",
    Ink.CHOSEN: "#d6e4e3",
    Ink.FAMILY: "#f1eee6",
}
_SIZES = {Size.TITLE: (13, "400"), Size.SMALL: (11.5, "400"), Size.STRONG: (13, "600")}
_FADED = {Ink.CERTAIN: "certain", Ink.POSSIBLE: "faint"}


class Heading(NamedTuple):
    """The title of a drawing, and how many events cannot stand in it for want of a date."""

    title: str
    undated: int


def write_svg(
    lanes: Sequence[Lane],
    target: Path,
    heading: Heading,
    *,
    begins: float | None = None,
    ends: float | None = None,
    headed: bool = False,
) -> None:
    """Draw lanes to `target`, from one moment to another or as far as their entries reach.

    The same lanes give the same bytes. Raises UserError where `target` cannot be written; it is then as it was.
    """
    save(svg_of(lanes, heading, begins=begins, ends=ends, headed=headed), target)


def svg_of(
    lanes: Sequence[Lane],
    heading: Heading,
    *,
    begins: float | None = None,
    ends: float | None = None,
    headed: bool = False,
) -> bytes:
    """The drawing as the bytes of an SVG file."""
    (drawn,) = sheets_of(lanes, heading, SCROLL, begins=begins, ends=ends, headed=headed)
    return drawn


def sheets_of(
    lanes: Sequence[Lane],
    heading: Heading,
    sheet: Sheet,
    *,
    begins: float | None = None,
    ends: float | None = None,
    headed: bool = False,
) -> list[bytes]:
    """The drawing as the bytes of SVG files, one for each sheet that it takes; each has the axis."""
    packer = Packer(lanes, headed=headed)
    reach = packer.bounds() or (0.0, 1.0)
    first, last = reach[0] if begins is None else begins, reach[1] if ends is None else ends
    width = sheet.width - 2 * sheet.margin
    before, after = BEFORE if begins is None else 0.0, AFTER if ends is None else 0.0
    scale = fitting(first, last, width, before, after)
    layout = packer.layout(scale.per_day)
    shown = axis(scale.moment(0), scale.moment(width), scale.per_day)
    drawn, foot = [], _foot(sheet, heading)
    lower = max(shape.y for shape in foot if isinstance(shape, Words))
    sheet = sheet._replace(foot=sheet.foot + lower, most=sheet.most - lower)
    for top, bottom in _cuts(layout, sheet.most - AXIS_HEIGHT):
        view = View(scale, width, bottom - top + AXIS_HEIGHT, top)
        root = _root(sheet, view, heading)
        at = f"translate({_number(sheet.margin)} {_number(sheet.head)})"
        group = ET.SubElement(root, "g", {"transform": at, "clip-path": "url(#seen)"})
        # A row that begins where the sheet ends is no part of it.
        seen = view._replace(height=view.height - 1) if bottom < layout.height else view
        _add(group, draw(layout, shown, seen, _measure, headed=headed))
        at = f"translate(0 {_number(view.height + sheet.head + 26)})"
        _add(ET.SubElement(root, "g", {"transform": at}), foot)
        ET.indent(root)
        written: str = ET.tostring(root, encoding="unicode")
        drawn.append(f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode())
    return drawn


def _cuts(layout: Layout, most: float) -> list[tuple[float, float]]:
    """The stretches of a layout that stand on one sheet each: as many whole rows as there is room for."""
    edges = [
        (lane.rows_top if number else lane.top) + number * layout.density.row
        for lane in layout.lanes
        for number in range(len(lane.rows))
    ]
    cuts, top = [], 0.0
    for edge, following in pairwise([*edges, layout.height]):
        if following - top > most and edge > top:
            cuts.append((top, edge))
            top = edge
    return [*cuts, (top, layout.height)]


def _root(sheet: Sheet, view: View, heading: Heading) -> ET.Element:
    height = view.height + sheet.head + sheet.foot
    printed = sheet.printed / sheet.width
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{_number(sheet.width * printed)}mm",
            "height": f"{_number(height * printed)}mm",
            "viewBox": f"0 0 {_number(sheet.width)} {_number(height)}",
            "font-family": _FAMILIES,
        },
    )
    ET.SubElement(root, "title").text = _clean(heading.title)
    definitions = ET.SubElement(root, "defs")
    _definitions(definitions)
    clip = ET.SubElement(definitions, "clipPath", {"id": "seen"})
    ET.SubElement(clip, "rect", {"width": _number(view.width), "height": _number(view.height)})
    paper = {"width": _number(sheet.width), "height": _number(height), "fill": _INKS[Ink.PAPER]}
    ET.SubElement(root, "rect", paper)
    if sheet.head:
        room = sheet.width - 2 * sheet.margin
        title = _words(Words(sheet.margin, 38, heading.title, Ink.TEXT, Size.STRONG, room))
        title.set("font-size", "20")
        root.append(title)
    return root


def _definitions(parent: ET.Element) -> None:
    """Hatching for what is only possible, and the colours that vanish at open ends."""
    pattern = ET.SubElement(
        parent,
        "pattern",
        {
            "id": "possible",
            "width": "5",
            "height": "5",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    ET.SubElement(pattern, "rect", {"width": "5", "height": "5", "fill": "#d3e2e4"})
    ET.SubElement(pattern, "rect", {"width": "1.5", "height": "5", "fill": "#6f9ba3"})
    for name, colour in (("certain", _INKS[Ink.CERTAIN]), ("faint", "#a9c5ca")):
        for side, (near, far) in (("left", ("0", "1")), ("right", ("1", "0"))):
            gradient = ET.SubElement(parent, "linearGradient", {"id": f"{name}-{side}"})
            for offset, opacity in (("0", near), ("1", far)):
                stop = {"offset": offset, "stop-color": colour, "stop-opacity": opacity}
                ET.SubElement(gradient, "stop", stop)


def _foot(sheet: Sheet, heading: Heading) -> list[Shape]:
    """What the signs mean, and what could not be drawn; the first line of words stands on the height 0."""
    room = sheet.width - 2 * sheet.margin
    shapes = list(draw_legend(sheet.margin, 0, room, _measure))
    if heading.undated:
        text = ngettext("{count} event has no date", "{count} events have no date", heading.undated)
        said = text.format(count=heading.undated)
        width, last = _measure(said, Size.SMALL) + 4, (legend_lines(room, _measure) - 1) * LEGEND_LINE
        end = max(shape.x + shape.room for shape in shapes if isinstance(shape, Words) and shape.y == last)
        at = sheet.width - sheet.margin - width
        y = last if at > end + 28 else last + LEGEND_LINE
        shapes.append(Words(at, y, said, Ink.MUTED, Size.SMALL, width))
    return shapes


def _add(parent: ET.Element, shapes: Iterable[Shape]) -> None:
    for shape in shapes:
        match shape:
            case Box():
                parent.append(_box(shape))
            case Fade():
                side = "left" if shape.towards < 0 else "right"
                found = _box(Box(*shape[:4], shape.ink))
                found.set("fill", f"url(#{_FADED.get(shape.ink, 'certain')}-{side})")
                parent.append(found)
            case Line():
                parent.append(_line(shape))
            case Diamond():
                parent.append(_diamond(shape))
            case Cross() | Check():
                parent.extend(_strokes(shape))
            case Words():
                parent.append(_words(shape))


def _box(box: Box) -> ET.Element:
    found = {
        "x": _number(box.x),
        "y": _number(box.y),
        "width": _number(box.width),
        "height": _number(box.height),
        "fill": _INKS[box.ink],
    }
    return ET.Element("rect", found | ({"rx": _number(box.radius)} if box.radius else {}))


def _line(line: Line) -> ET.Element:
    found = {name: _number(value) for name, value in zip(("x1", "y1", "x2", "y2"), line[:4], strict=True)}
    return ET.Element(
        "line", found | {"stroke": _INKS[line.ink]} | ({"stroke-dasharray": "3 3"} if line.dashed else {})
    )


def _diamond(sign: Diamond) -> ET.Element:
    x, y, radius = sign.x, sign.y, sign.radius
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    ink, paper = _INKS[sign.ink], _INKS[Ink.PAPER]
    fill, stroke = (paper, ink) if sign.hollow else (ink, paper)
    look = {"points": _points(corners), "fill": fill, "stroke": stroke, "stroke-width": "1.5"}
    return ET.Element("polygon", look)


def _strokes(sign: Cross | Check) -> Iterator[ET.Element]:
    """The strokes of a sign, on a ground of paper so that it can be seen on a bar."""
    for colour, width in ((_INKS[Ink.PAPER], "4.5"), (_INKS[sign.ink], "2")):
        for line in strokes_of(sign):
            look = {"points": _points(line), "fill": "none", "stroke": colour, "stroke-width": width}
            yield ET.Element("polyline", look)


def _points(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)


def _words(words: Words) -> ET.Element:
    size, weight = _SIZES[words.size]
    found = ET.Element(
        "text",
        {
            "x": _number(words.x),
            "y": _number(words.y),
            "font-size": _number(size),
            "font-weight": weight,
            "fill": _INKS[words.ink],
        },
    )
    found.text = elided(_clean(words.text), words.room, words.size, _measure)
    return found


def _clean(text: str) -> str:
    """The text on one line, without what XML 1.0 cannot hold."""
    line = " ".join(text.split())
    return "".join(c for c in line if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")


def _number(value: float) -> str:
    return "0" if abs(value) < 0.005 else f"{value:.2f}".rstrip("0").rstrip(".")


@cache
def _font() -> "FreeTypeFont":
    from PIL import ImageFont

    (path,) = (found for found in font_folders()[1].glob("*.ttf") if "Italic" not in found.name)
    return ImageFont.truetype(str(path), 100)


@lru_cache(1 << 14)
def _measure(text: str, size: Size) -> float:
    points, weight = _SIZES[size]
    return _font().getlength(text) * points / 100 * (1.05 if weight == "600" else 1.0)
