"""The filter over the cards of annotations: words in either script, and values to narrow them to."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.services.annotating import Annotated
from archive_app.ui import icons, theme
from archive_app.ui.filter_row import FilterRow
from archive_app.ui.matching import fits, folded
from archive_app.ui.text_annotations import TextAnnotations

_AFTER_MS = 120


class CardFilter(QWidget):
    """`changed` tells that other cards fit now; `left`, that the person wants to go on reading; `entered`, that they
    want to go into the list."""

    changed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, annotations: TextAnnotations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotations = annotations
        self._copies: dict[str, tuple[Annotated, str]] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Filter annotations"))
        self.line.setAccessibleName(_("Filter annotations"))
        self.line.setClearButtonEnabled(True)
        self._leading = self.line.addAction(
            icons.icon("search", theme.colours().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.line.installEventFilter(self)
        self.row = FilterRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.row)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_AFTER_MS)
        self._waiting.timeout.connect(self.changed)
        self.line.textChanged.connect(self._waiting.start)
        self.row.changed.connect(self.changed)
        self.row.cleared.connect(self.show_all)
        theme.state.changed.connect(self._take_up_look)

    def _take_up_look(self) -> None:
        self._leading.setIcon(icons.icon("search", theme.colours().muted))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._waiting.stop()  # the archive may be closed next

    def is_set(self) -> bool:
        """Whether annotations may be hidden."""
        return self.has_words() or self.row.is_set()

    def has_words(self) -> bool:
        """Whether any words are to be found in them."""
        return bool(self.line.text().strip())

    def clear(self) -> None:
        """Hide nothing."""
        self.line.clear()
        self.row.clear()

    def show_all(self) -> None:
        """Hide nothing any more, and tell so."""
        self.clear()
        self.changed.emit()

    def forget(self) -> None:
        """Others are filtered from now on, or their events have other titles."""
        self._copies.clear()

    def narrowed(self, every: Iterable[Annotated]) -> list[Annotated]:
        """Those that fit."""
        found = list(every)
        if self.row.is_set():
            found = [one for one in found if self.row.narrowed.lets_through(one)]
        words = self.line.text()
        return [one for one in found if fits(words, self._copy(one))] if words.strip() else found

    def _copy(self, annotated: Annotated) -> str:
        """What the words are looked for in; made once for each annotation."""
        key = annotated.annotation.id
        known = self._copies.get(key)
        if known is None or known[0] is not annotated:
            known = self._copies[key] = annotated, self._folded(annotated)
        return known[1]

    def _folded(self, annotated: Annotated) -> str:
        one, known = annotated.annotation, self._annotations.events
        titles = [known[link.event_id].title for link in annotated.links if link.event_id in known]
        return folded(" ".join([one.quote, one.note, *annotated.tag_names, *titles]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape shows all again, and then leads back to the text; the arrow down goes to the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.is_set():
                self.show_all()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)
