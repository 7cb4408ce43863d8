"""The archives that were open before, as the settings keep them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

_MOST = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """An archive that was open before; `opened_at` is local time."""

    folder: Path
    opened_at: datetime | None

    def is_there(self) -> bool:
        """Whether the folder can be found; disks and networks come and go."""
        return is_folder(self.folder)


class RecentArchives:
    """The list of them, and which one was open when the window was closed."""

    def __init__(self, values: QSettings) -> None:
        self._values = values

    def recent(self) -> list[Recent]:
        """The archives opened before, the last one first; also those that are gone from the disk now."""
        found = []
        for entry in listed(self._values, "recent/archives"):
            at, _separator, folder = entry.partition("|")
            if folder:
                found.append(Recent(Path(folder), _time(at)))
        return found

    def remember(self, folder: Path) -> None:
        """Put an archive at the head of the recent ones."""
        folder = folder.resolve()
        entries = [f"{datetime.now():%Y-%m-%dT%H:%M}|{folder}"]
        entries += [
            entry
            for entry in listed(self._values, "recent/archives")
            if entry.partition("|")[2] != str(folder)
        ]
        self._values.setValue("recent/archives", entries[:_MOST])
        self._values.setValue("recent/last", str(folder))

    def forget(self, folder: Path) -> None:
        """Take an archive from the recent ones."""
        entries = [e for e in listed(self._values, "recent/archives") if e.partition("|")[2] != str(folder)]
        self._values.setValue("recent/archives", entries)
        if self._values.value("recent/last") == str(folder):
            self._values.remove("recent/last")

    def last(self) -> Path | None:
        """The archive that was open when the window was closed."""
        folder = self._values.value("recent/last")
        return Path(str(folder)) if folder else None

    def forget_last(self) -> None:
        """Begin with the start screen the next time."""
        self._values.remove("recent/last")


def listed(values: QSettings, name: str) -> list[str]:
    """The words of a list; Qt gives a list of one word back as that word."""
    value = values.value(name)
    if not value:
        return []
    return [str(entry) for entry in value] if isinstance(value, list) else [str(value)]


def is_folder(path: Path) -> bool:
    """Whether this is a folder that can be reached; a disk that does not answer has none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
