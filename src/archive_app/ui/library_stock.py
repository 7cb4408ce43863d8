"""All rows of the library, section by section, as they are in the archive now."""

from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.core.changes import Changes
from archive_app.ui.library_rows import TOUCHED_BY, Row, Section, rows_of, source_rows_alone
from archive_app.ui.session import Session

_SOON_MS = 30


class LibraryStock(QObject):
    """Reads the sections that a change touches anew. `changed` tells that rows may be others now, `counted` carries how
    many there are in each section, and how many annotations."""

    changed = Signal()
    counted = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = session.archive
        self.rows: dict[Section, list[Row]] = {section: [] for section in Section}
        session.changed.connect(self._on_changed)

    def load_soon(self) -> None:
        """Read the sources at once, and everything else, with all counts, as soon as they can be seen."""
        self.rows[Section.SOURCES] = source_rows_alone(self._archive)
        self.changed.emit()
        QTimer.singleShot(_SOON_MS, self, self.reload)

    def reload(self, sections: Collection[Section] = tuple(Section)) -> None:
        """Read these sections again."""
        for section in sections:
            self.rows[section] = rows_of(self._archive, section)
        counts = {section.value: len(rows) for section, rows in self.rows.items()}
        annotations = sum(row.count or 0 for row in self.rows[Section.SOURCES])
        self.counted.emit({**counts, "annotations": annotations})
        self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        touched = [section for section, types in TOUCHED_BY.items() if changes.touches(*types)]
        if touched:
            self.reload(touched)
