"""Titles as names of files and folders."""

from archive_app.core.translation import _

_FORBIDDEN = '<>:"/\\|?*'
_MOST = 80


def file_name(title: str) -> str:
    """A title as a name that Windows, macOS and Linux all take; "Untitled" where nothing is left."""
    kept = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split())[:_MOST].strip(" .") or _("Untitled")
