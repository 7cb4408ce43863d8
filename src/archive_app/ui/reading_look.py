"""How a person likes to read: font, size, length and distance of lines, numbers of paragraphs, dates."""

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from archive_app.ui import theme

SIZES = (9, 10, 11, 12, 12.5, 13, 14, 15, 16, 18, 20, 22, 24, 28)
"""Sizes of letters in points."""
MEASURES = (40, 100)
"""The fewest and the most letters in a full line."""
SPACINGS = (100, 180)
"""The least and the greatest distance of lines, in percent of what the font says."""
_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN = "abcčćdđefghijklmnoprsštuvzž"
_LETTERS = _CYRILLIC + _CYRILLIC.upper() + _LATIN + _LATIN.upper() + "„“”–—"

_PANOSE, _DRAWN = 32, (3, 4, 5)
_UNFIT = ("Math", "Symbol", "Narrow", "Condensed", "Fallback", "Emoji", "Mono")


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """All of it. 45 to 75 letters in a line are comfortable (Bringhurst, The Elements of Typographic Style, 2.1.2).

    `dates` says that the dates of the text are marked: at first they are not, for whoever reads for hours.
    """

    family: str = theme.READING_FAMILY
    points: float = 13.0
    measure: int = 72
    spacing: int = 112
    numbers: bool = True
    dates: bool = False

    def font(self, *, scale: float = 1.0, weight: int = 400, italic: bool = False) -> QFont:
        """The font of the text, `scale` times its size."""
        return theme.text_font(self.family, self.points * scale, weight=weight, italic=italic)

    def as_text(self) -> str:
        """For the settings."""
        return json.dumps(asdict(self))


def read_look(text: str) -> ReadingLook:
    """The look that `as_text` wrote; what cannot be read, or is out of bounds, is as at first."""
    usual = ReadingLook()
    try:
        found = json.loads(text)
    except ValueError:
        return usual
    if not isinstance(found, dict):
        return usual
    values = {
        field.name: found[field.name]
        for field in fields(ReadingLook)
        if type(found.get(field.name)) is type(getattr(usual, field.name))
    }
    look = ReadingLook(**values)
    return ReadingLook(
        look.family,
        min(max(look.points, SIZES[0]), SIZES[-1]),
        min(max(look.measure, MEASURES[0]), MEASURES[1]),
        min(max(look.spacing, SPACINGS[0]), SPACINGS[1]),
        look.numbers,
        look.dates,
    )


@lru_cache(maxsize=1)
def families() -> tuple[str, ...]:
    """The fonts that have every letter of Serbian in both scripts, our own first; for books, not for code."""
    ours = (theme.READING_FAMILY, theme.INTERFACE_FAMILY)
    others = {
        # A foundry in brackets and the names of styles after a comma would list one family several times.
        family.split(" [")[0].split(",")[0]
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Cyrillic)
        if not QFontDatabase.isPrivateFamily(family) and not QFontDatabase.isFixedPitch(family)
    }
    found = sorted(family for family in others - set(ours) if _is_for_reading(family) and is_complete(family))
    return (*ours, *found)


def _is_for_reading(family: str) -> bool:
    """Fonts for mathematics and those made only as condensed or symbols are of no use, nor those like handwriting.

    The latter say so in their table OS/2 (OpenType 1.9), in the family kind of PANOSE; old ones have no such table.
    """
    if any(word in family for word in _UNFIT):
        return False
    table = bytes(QRawFont.fromFont(QFont(family)).fontTable("OS/2").data())
    return len(table) > _PANOSE and table[_PANOSE] not in _DRAWN


def is_complete(family: str) -> bool:
    """Whether a font itself has all letters of Serbian."""
    font = QRawFont.fromFont(QFont(family))
    return font.isValid() and all(font.supportsCharacter(ord(letter)) for letter in _LETTERS)


@lru_cache(maxsize=64)
def has_serbian_shapes(family: str) -> bool:
    """Whether a font knows how Serbian writes б, and г д п т in italics: its glyphs are told apart for Serbian.

    The language system SRB in the script table of GSUB (OpenType 1.9, Language system tags).
    """
    font = QRawFont.fromFont(theme.text_font(family, 13, italic=True))
    return b"SRB " in bytes(font.fontTable("GSUB").data())
