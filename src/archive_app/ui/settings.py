"""What the window remembers from one time to the next. Nothing of it is needed to read an archive."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from archive_app.ui.reading_look import ReadingLook, read_look
from archive_app.ui.recent_archives import RecentArchives, is_folder, listed
from archive_app.ui.theme import Mode

_FILE = "window.ini"
SEEN_HINTS = "tour/seen"
"""The list of hints that were seen, see `tour`."""
MOST_HINTS = 3


class Settings:
    """Typed access to one INI file in the platform's place for configuration."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings at `path`, or at their usual place."""
        if path is None:
            location = QStandardPaths.StandardLocation.AppConfigLocation
            path = Path(QStandardPaths.writableLocation(location)) / _FILE
        self._values = QSettings(str(path), QSettings.Format.IniFormat)
        self.archives = RecentArchives(self._values)

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
        return listed(self._values, "reading/other_script")

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
        return listed(self._values, name)

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
