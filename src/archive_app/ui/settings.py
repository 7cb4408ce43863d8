"""What the window remembers from one time to the next. Nothing of it is needed to read an archive."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from archive_app.ui.reading_look import ReadingLook, read_look
from archive_app.ui.theme import Mode

_FILE = "window.ini"
_RECENT_MAX = 12
SEEN_HINTS = "tour/seen"
"""The list of hints that were seen, see `tour`."""
MOST_HINTS = 3


@dataclass(frozen=True, slots=True)
class Recent:
    """An archive that was open before; `opened_at` is local time."""

    folder: Path
    opened_at: datetime | None

    def is_there(self) -> bool:
        """Whether the folder can be found; disks and networks come and go."""
        return is_folder(self.folder)


class Settings:
    """Typed access to one INI file in the platform's place for configuration."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings at `path`, or at their usual place."""
        if path is None:
            location = QStandardPaths.StandardLocation.AppConfigLocation
            path = Path(QStandardPaths.writableLocation(location)) / _FILE
        self._values = QSettings(str(path), QSettings.Format.IniFormat)

    # Archives

    def recent(self) -> list[Recent]:
        """The archives opened before, the last one first; also those that are gone from the disk now."""
        found = []
        for entry in self._list("recent/archives"):
            at, _separator, folder = entry.partition("|")
            if folder:
                found.append(Recent(Path(folder), _time(at)))
        return found

    def remember_archive(self, folder: Path) -> None:
        """Put an archive at the head of the recent ones."""
        folder = folder.resolve()
        entries = [f"{datetime.now():%Y-%m-%dT%H:%M}|{folder}"]
        entries += [
            entry for entry in self._list("recent/archives") if entry.partition("|")[2] != str(folder)
        ]
        self._values.setValue("recent/archives", entries[:_RECENT_MAX])
        self._values.setValue("recent/last", str(folder))

    def forget_archive(self, folder: Path) -> None:
        """Take an archive from the recent ones."""
        entries = [e for e in self._list("recent/archives") if e.partition("|")[2] != str(folder)]
        self._values.setValue("recent/archives", entries)
        if self._values.value("recent/last") == str(folder):
            self._values.remove("recent/last")

    def last_archive(self) -> Path | None:
        """The archive that was open when the window was closed."""
        folder = self._values.value("recent/last")
        return Path(str(folder)) if folder else None

    def forget_last(self) -> None:
        """Begin with the start screen the next time."""
        self._values.remove("recent/last")

    def _list(self, name: str) -> list[str]:
        value = self._values.value(name)
        if not value:
            return []
        return [str(entry) for entry in value] if isinstance(value, list) else [str(value)]

    # The window

    @property
    def mode(self) -> Mode:
        """Light, dark, or as the system has it."""
        value = str(self._values.value("look/mode", Mode.SYSTEM.value))
        return Mode(value) if value in set(Mode) else Mode.SYSTEM

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._values.setValue("look/mode", mode.value)

    @property
    def reading_look(self) -> ReadingLook:
        """How source texts look."""
        return read_look(str(self._values.value("look/reading", "")))

    @reading_look.setter
    def reading_look(self, look: ReadingLook) -> None:
        self._values.setValue("look/reading", look.as_text())

    def beside(self, name: str) -> Path:
        """A file of this name where the settings are."""
        return Path(self._values.fileName()).with_name(name)

    @property
    def last_source(self) -> str:
        """The id of the source that was read last, "" where there is none."""
        return str(self._values.value("recent/source", ""))

    @last_source.setter
    def last_source(self, source_id: str) -> None:
        self._values.setValue("recent/source", source_id)

    @property
    def in_other_script(self) -> list[str]:
        """The ids of the sources that are read in the other script."""
        return self._list("reading/other_script")

    @in_other_script.setter
    def in_other_script(self, source_ids: list[str]) -> None:
        self._values.setValue("reading/other_script", source_ids)

    @property
    def author(self) -> str:
        """Who is named on the title page of exports."""
        return str(self._values.value("export/author", ""))

    @author.setter
    def author(self, name: str) -> None:
        self._values.setValue("export/author", name)

    def folder(self, purpose: str) -> Path:
        """The folder last used for "import", "export" or "archives"; at first that of documents, or home where the
        system has none."""
        folder = Path(str(self._values.value(f"folders/{purpose}", "")) or "")
        if folder != Path() and is_folder(folder):
            return folder
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if is_folder(documents) else Path.home()

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Begin there the next time."""
        self._values.setValue(f"folders/{purpose}", str(folder))

    def words(self, name: str) -> list[str]:
        """A list of words that was kept under a name."""
        return self._list(name)

    def keep_words(self, name: str, words: list[str]) -> None:
        """Keep a list of words under a name."""
        self._values.setValue(name, words)

    def state(self, name: str) -> QByteArray | None:
        """A widget's saved state, None where there is none."""
        value = self._values.value(f"state/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_state(self, name: str, value: QByteArray) -> None:
        """Save a widget's state."""
        self._values.setValue(f"state/{name}", value)

    def sync(self) -> None:
        """Write to disk now."""
        self._values.sync()


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
