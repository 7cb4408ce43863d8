"""Comparing two readings of a source, word by word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_app.core.records import Source
from archive_app.core.translation import _, ngettext
from archive_app.services import readings
from archive_app.services.readings import Comparison, ReadingSummary
from archive_app.ui import icons, theme
from archive_app.ui.difference_view import DifferenceView
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

_AROUND = 240


class ComparisonDialog(QDialog):
    """Shows the newer reading with the differences in it. Stays open while one works."""

    def __init__(self, session: Session, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Readings of “{title}”").format(title=source.title))
        self.resize(860, 620)
        self._session = session
        self._source_id = source.id
        self._at = -1
        self.old, self.new = QComboBox(), QComboBox()
        self.view = DifferenceView()
        self.view.setAccessibleName(_("Differences"))
        self.view.setFont(theme.reading_font(12.5))
        self.count = plain_label()
        self.previous, self.next = QPushButton(_("&Previous difference")), QPushButton(_("&Next difference"))
        self.close_button = QPushButton(_("Close"))
        self.next.setDefault(True)
        self._build()
        for combo in (self.old, self.new):
            combo.currentIndexChanged.connect(self._compare)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.close)
        QShortcut(QKeySequence("Alt+Down"), self, lambda: self.step(1))
        QShortcut(QKeySequence("Alt+Up"), self, lambda: self.step(-1))
        self._compare()

    def _build(self) -> None:
        found = readings.list_readings(self._session.archive, self._source_id)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        for words, combo, at in ((_("&Before"), self.old, 1), (_("&After"), self.new, 0)):
            label = QLabel(words)
            label.setBuddy(combo)
            for one in found:
                combo.addItem(_called(one), one.number)
            combo.setCurrentIndex(min(at, combo.count() - 1))
            head.addWidget(label)
            head.addWidget(combo, 1)
        icons.put(self.previous, "up")
        icons.put(self.next, "down")
        below = QHBoxLayout()
        below.setSpacing(theme.SPACE)
        below.addWidget(self.count, 1)
        for button in (self.previous, self.next, self.close_button):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)

    def _compare(self) -> None:
        self.count.setText(_("Comparing…"))
        self._session.job(
            _("Comparing the readings"),
            readings.compare_readings,
            self._source_id,
            self.old.currentData(),
            self.new.currentData(),
            done=self._on_compared,
            failed=self._on_failed,
        )

    def _on_compared(self, found: Comparison) -> None:
        if (found.old.number, found.new.number) != (self.old.currentData(), self.new.currentData()):
            return
        self._at = -1
        number = len(found.changes)
        self.count.setText(
            ngettext("{count} difference", "{count} differences", number).format(count=f"{number:,}")
        )
        for button in (self.previous, self.next):
            button.setEnabled(bool(number))
        self.view.show_differences(found.old_letters, found.new_letters, found.pieces, _AROUND)

    def _on_failed(self, error: Exception) -> None:
        self.view.clear_differences()
        self.count.setText(str(error))

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) difference."""
        places = self.view.places
        if not places:
            return
        self._at = max(0, min(len(places) - 1, self._at + by))
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(places[self._at])
        self.view.setTextCursor(cursor)
        self.view.ensureCursorVisible()
        self.count.setText(
            _("{number} of {total}").format(number=f"{self._at + 1:,}", total=f"{len(places):,}")
        )


def _called(one: ReadingSummary) -> str:
    origin = one.file_name or _("corrected by hand")
    day = one.text.made_at[:16].replace("T", " ")
    return _("{number} · {day} · {origin}").format(number=one.number, day=day, origin=origin)
