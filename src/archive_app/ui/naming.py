"""Names and places of files, as a person types them."""

from pathlib import Path

from archive_app.core.translation import _

_FORBIDDEN = '<>:"/\\|?*'
_MOST = 80


def file_name(title: str) -> str:
    """A title as a name that Windows, macOS and Linux all take; "Untitled" where nothing is left."""
    kept = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split())[:_MOST].strip(" .") or _("Untitled")


def typed_path(text: str) -> Path:
    """A place as it was typed, "~" being the home folder; also while it is only half typed."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:  # "~nobody"
        return path


def nearest_folder(path: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next((one for one in (path, *path.parents) if is_taken(one)), Path.home())


def is_taken(path: Path) -> bool:
    """Whether something is there already; a place that cannot be looked at is free until it is written to."""
    try:
        return path.exists()
    except OSError:
        return False
