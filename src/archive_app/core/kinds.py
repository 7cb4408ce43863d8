"""The kinds of things that records are of, and the colours of highlights."""

from enum import StrEnum


class Script(StrEnum):
    """The script that most letters of a text are written in (ISO 15924)."""

    LATIN = "Latn"
    CYRILLIC = "Cyrl"
    UNKNOWN = "Zyyy"


class SourceKind(StrEnum):
    """What a Source is."""

    ARTICLE = "article"
    LETTER = "letter"
    BOOK = "book"
    REPORT = "report"
    DIARY = "diary"
    ALBUM = "album"
    OTHER = "other"


class PassageKind(StrEnum):
    """What a Passage is within its Text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CAPTION = "caption"


class Colour(StrEnum):
    """The colours of highlights. Names, not values: the window and the PDF choose their own shades."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    PURPLE = "purple"
