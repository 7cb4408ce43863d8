"""How the passages of each kind are set, for a look that the person has chosen."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from archive_app.core.records import PassageKind
from archive_app.ui import theme
from archive_app.ui.reading_look import ReadingLook

_SAMPLE = "да се виде на обали реке старе куће и вртови око њих"
CARD = 10
"""Between the frame of a caption and what is in it."""


@dataclass(frozen=True, slots=True)
class Style:
    """Distances in pixels. `left` and `right` are those of the lines from the edges of the column."""

    format: QTextCharFormat
    pitch: float
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0


def measure_of(look: ReadingLook) -> float:
    """The width of a full line in pixels."""
    advance = QFontMetricsF(look.font()).horizontalAdvance(_SAMPLE)
    return float(round(advance / len(_SAMPLE) * look.measure))


def styles_of(look: ReadingLook) -> dict[PassageKind, Style]:
    """The style of each kind."""
    plain, heading = look.font(), look.font(scale=1.28, weight=650)
    caption = theme.interface_font(look.points * 0.84 - theme.interface_font().pointSizeF())
    indent = round(look.points * 2.4)
    step = _pitch(plain, look)
    return {
        PassageKind.PARAGRAPH: Style(_format(plain), step, before=round(step * 0.5)),
        PassageKind.HEADING: Style(
            _format(heading), _pitch(heading, look), before=round(step * 1.3), after=round(step * 0.1)
        ),
        PassageKind.QUOTATION: Style(
            _format(look.font(italic=True)), step, left=indent, right=indent, before=round(step * 0.5)
        ),
        PassageKind.CAPTION: Style(
            _format(caption),
            _pitch(caption, look),
            left=round(look.points * 4),
            right=20,
            before=round(step * 0.6) + CARD,
            after=CARD + round(step * 0.1),
        ),
    }


def _format(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    return made


def _pitch(font: QFont, look: ReadingLook) -> float:
    return float(round(QFontMetricsF(font).height() * look.spacing / 100))
