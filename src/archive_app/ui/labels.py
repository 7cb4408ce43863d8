"""Words of the interface for values that the archive keeps: kinds of sources, colours, sections."""

from archive_app.core.kind_labels import colour_label
from archive_app.core.kind_labels import source_kind_label as kind_label
from archive_app.core.kinds import Script
from archive_app.core.translation import N_, _

__all__ = ["colour_label", "kind_label", "script_label", "short"]

_SCRIPTS = {
    Script.LATIN: N_("Latin script"),
    Script.CYRILLIC: N_("Cyrillic script"),
    Script.UNKNOWN: N_("Script unknown"),
}
_SCRIPT_NAMES = {
    Script.LATIN: N_("Latin"),
    Script.CYRILLIC: N_("Cyrillic"),
    Script.UNKNOWN: N_("As written"),
}


def script_label(script: Script) -> str:
    """The script of a text: "Cyrillic script"."""
    return _(_SCRIPTS[script])


def script_name(script: Script) -> str:
    """The name of a script alone: "Cyrillic"; of what has no letters it is where there would be some."""
    return _(_SCRIPT_NAMES[script])


def short(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for messages and menus."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
