"""The keys of the search box that work on the results."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from archive_app.core.errors import QueryError
from archive_app.core.hits import SearchResult

if TYPE_CHECKING:
    from archive_app.ui.search_view import SearchView


class Steering(QObject):
    """Down goes into the results, Enter opens the one that was gone to or the first."""

    def __init__(self, view: "SearchView", box: QLineEdit) -> None:
        super().__init__(view)
        self._view = view
        self._box = box
        box.installEventFilter(self)
        view.results.list.left_upwards.connect(self._on_left_upwards)
        view.results.lines.left_upwards.connect(self._on_left_upwards)
        view.result_shown.connect(self._on_answered)
        view.refused.connect(self._on_refused)

    def _on_answered(self, _result: SearchResult) -> None:
        _mark(self._box, wrong=False)

    def _on_refused(self, error: Exception) -> None:
        _mark(self._box, wrong=isinstance(error, QueryError))

    def _on_left_upwards(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._view.isVisible() and self._answer(event)
        return super().eventFilter(watched, event)

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key that was pressed in the box asks of the results; False where it asks nothing."""
        view = self._view
        if not self._box.text().strip() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Down and view.results.has_rows():
            view.results.step(1)
            view.results.take_keyboard()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._box.text().strip() == view.query:
            if view.answer is None and not view.is_asking():
                return False
            view.open_first()
            return True
        return False


def _mark(box: QLineEdit, *, wrong: bool) -> None:
    """Show in the box whether its words can be understood."""
    if bool(box.property("wrong")) != wrong:
        box.setProperty("wrong", wrong)
        box.style().unpolish(box)
        box.style().polish(box)
