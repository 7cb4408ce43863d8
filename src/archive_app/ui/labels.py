"""Words of the interface for values that the archive keeps: kinds of sources, colours, sections."""

from archive_app.core.records import Colour, Script, SourceKind
from archive_app.core.translation import N_, _

_KINDS = {
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
_SCRIPTS = {
    Script.LATIN: N_("Latin script"),
    Script.CYRILLIC: N_("Cyrillic script"),
    Script.UNKNOWN: N_("Script unknown"),
}


def kind_label(kind: SourceKind) -> str:
    """What a source is, as a word: "Letter"."""
    return _(_KINDS[kind])


def colour_label(colour: Colour) -> str:
    """The name of a highlight colour: "Yellow"."""
    return _(_COLOURS[colour])


def script_label(script: Script) -> str:
    """The script of a text: "Cyrillic script"."""
    return _(_SCRIPTS[script])


def short(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for messages and menus."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
