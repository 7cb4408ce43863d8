"""What the list of actions is narrowed to: words, a kind of records, a person, one record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from archive_app.core.translation import N_, _
from archive_app.services.history import Kind, Narrowing
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.plain_text import tip

_KINDS = {
    Kind.SOURCES: N_("Sources"),
    Kind.PHOTOS: N_("Photos"),
    Kind.ANNOTATIONS: N_("Annotations"),
    Kind.TAGS: N_("Tags"),
    Kind.EVENTS: N_("Events"),
    Kind.AUTHORITIES: N_("People, units and places"),
    Kind.COLLECTIONS: N_("Collections"),
    Kind.SEARCHES: N_("Saved searches"),
}


class HistoryFilter(QWidget):
    """A line and two lists to choose from. `changed` tells that something else is wanted."""

    changed = Signal()

    def __init__(self, authors: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record_id = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words in what was done"))
        self.line.setAccessibleName(_("Filter the history"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._on_changed)
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of records"))
        self.kind.addItem(_("All kinds"), None)
        for kind, label in _KINDS.items():
            self.kind.addItem(_(label), kind)
        self.author = QComboBox()
        self.author.setAccessibleName(_("Who did it"))
        self.author.addItem(_("Everybody"), None)
        for author in authors:
            self.author.addItem(author or _("Unknown"), author)
        self.author.setVisible(len(authors) > 1)
        for box in (self.kind, self.author):
            box.currentIndexChanged.connect(self._on_changed)
        self.record = QToolButton()
        self.record.setObjectName("narrowed")
        self.record.clicked.connect(lambda: self.show_record("", ""))
        self.record.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.line, 1)
        for widget in (self.record, self.kind, self.author):
            row.addWidget(widget)

    def narrowing(self) -> Narrowing:
        """Which actions are wanted."""
        kind = self.kind.currentData()
        author = self.author.currentData()
        return Narrowing(
            words=self.line.text().strip(),
            kind=None if kind is None else Kind(kind),
            author=None if author is None else str(author),
            record_id=self._record_id,
        )

    def show_record(self, record_id: str, name: str) -> None:
        """Want only what touched this record; "" for any."""
        self._record_id = record_id
        self.record.setVisible(bool(record_id))
        said = _("Only “{name}”").format(name=short(name, 30))
        self.record.setText(said.replace("&", "&&"))
        icons.put(self.record, "close")
        self.record.setToolTip(tip(_("Show what was done to all records again")))
        self.changed.emit()

    def clear(self) -> None:
        """Want everything."""
        self.line.clear()
        for box in (self.kind, self.author):
            box.setCurrentIndex(0)
        self.show_record("", "")

    def _on_changed(self, _value: object) -> None:
        self.changed.emit()
