"""Words for kinds and colours, in the language of the interface."""

from archive_app.core.kinds import Colour, SourceKind
from archive_app.core.translation import N_, _

_SOURCE_KINDS = {
    SourceKind.ARTICLE: N_("Article"),
    SourceKind.LETTER: N_("Letter"),
    SourceKind.BOOK: N_("Book"),
    SourceKind.REPORT: N_("Report"),
    SourceKind.DIARY: N_("Diary"),
    SourceKind.ALBUM: N_("Album"),
    SourceKind.OTHER: N_("Other"),
}
_COLOURS = {
    Colour.YELLOW: N_("Yellow"),
    Colour.GREEN: N_("Green"),
    Colour.BLUE: N_("Blue"),
    Colour.PINK: N_("Pink"),
    Colour.ORANGE: N_("Orange"),
    Colour.PURPLE: N_("Purple"),
}


def colour_label(colour: Colour) -> str:
    """The name of a highlight colour: "Yellow"."""
    return _(_COLOURS[colour])


def source_kind_label(kind: SourceKind) -> str:
    """What a source is, as a word: "Letter"."""
    return _(_SOURCE_KINDS[kind])
