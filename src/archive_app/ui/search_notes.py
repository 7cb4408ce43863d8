"""What a person should know of a search: what is wrong with the query, what it was taken for, what to try instead."""

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.core.errors import QueryError
from archive_app.core.translation import N_, _
from archive_app.ui import theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.index_state import IndexState
from archive_app.ui.labels import short
from archive_app.ui.wrapped_label import WrappedLabel

_AROUND = 40
"""So many characters of a wrong query are shown before and after the wrong part."""
_WAITING = {
    IndexState.BEHIND: N_("New changes are still being indexed; some may be missing here."),
    IndexState.NEW: N_("The search index is being made; results are not complete yet."),
    IndexState.DAMAGED: N_("The index was damaged and is being made anew; results are not complete yet."),
    IndexState.STOPPED: N_("Indexing was stopped; the newest changes may be missing here."),
}
"""What is said while the index knows less than the archive."""


class SearchNotes(QWidget):
    """Quiet lines between the switches and the results. `suggested` carries a query that the person took."""

    suggested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting = WrappedLabel(muted=True)
        self.waiting.hide()
        self.problem = WrappedLabel()
        self.problem.setObjectName("problem")
        self.place = QLabel()
        self.place.setTextFormat(Qt.TextFormat.RichText)
        self.place.setWordWrap(True)
        self.place.setFont(theme.interface_font(1))
        self.place.setContentsMargins(0, 4, 0, 4)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.notices = WrappedLabel(muted=True)
        self.suggestions = _Suggestions()
        self.suggestions.taken.connect(self.suggested)
        self._wrong: QueryError | None = None
        self._query = ""
        self._state = IndexState.READY
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.problem, self.place, self.suggestions, self.notices, self.waiting):
            layout.addWidget(part)
        theme.state.changed.connect(self._mark)
        self.clear()

    def clear(self) -> None:
        """Say nothing of the query; what is said of the index stays."""
        self._wrong = None
        for part in (self.problem, self.place, self.suggestions, self.notices):
            part.hide()
        self._fit()

    def show_found(self, notices: Sequence[str], suggestions: Sequence[str]) -> None:
        """Say what is to be known of an answer."""
        self.clear()
        self.notices.setText("\n".join(notices))
        self.notices.setVisible(bool(notices))
        self.suggestions.show_queries(suggestions)
        self._fit()

    def show_problem(self, query: str, error: Exception, *, place_only: bool = False) -> None:
        """Say why a query could not be answered, and show the place where it is wrong."""
        self.clear()
        self.problem.setText(str(error))
        self.problem.setVisible(not place_only)
        if isinstance(error, QueryError) and error.end > error.start:
            self._wrong, self._query = error, query
            self._mark()
            self.place.show()
        self._fit()

    def is_incomplete(self) -> bool:
        """Whether so little is indexed that what was not found may be there all the same."""
        return self._state in (IndexState.NEW, IndexState.DAMAGED)

    def show_index_state(self, state: IndexState) -> None:
        """Say whether the index knows less than the archive, and why."""
        self._state = state
        self.waiting.setText(_(_WAITING[state]) if state in _WAITING else "")
        self.waiting.setVisible(state in _WAITING)
        self._fit()

    def _fit(self) -> None:
        parts = (self.waiting, self.problem, self.place, self.suggestions, self.notices)
        self.setVisible(any(not part.isHidden() for part in parts))

    def _mark(self) -> None:
        if self._wrong is not None:
            self.place.setText(marked(self._query, self._wrong.start, self._wrong.end))
            self.place.setAccessibleName(
                _("Wrong here: {part}").format(part=self._query[self._wrong.start : self._wrong.end])
            )


def marked(query: str, start: int, end: int) -> str:
    """The query as HTML, with the part from `start` to `end` (code points) marked as wrong."""
    shown = theme.colours()
    first = max(0, start - _AROUND)
    before, after = query[first:start], query[end : end + _AROUND]
    if first:
        before = "…" + before
    if len(query) > end + _AROUND:
        after += "…"
    style = (
        f"background:{shown.danger_back}; color:{shown.danger}; text-decoration:underline; font-weight:600"
    )
    wrong = short(query[start:end], 2 * _AROUND) or "␣"
    part = f'<span style="{style}">{escape(wrong)}</span>'
    return f'<span style="white-space:pre-wrap">{escape(before)}{part}{escape(after)}</span>'


class _Suggestions(QWidget):
    """Other queries to try, as links side by side."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=4)
        self._lead = QLabel(_("Did you mean"))
        self._lead.setContentsMargins(0, 3, 2, 3)
        self._flow.addWidget(self._lead)
        self.links: list[QToolButton] = []

    def show_queries(self, queries: Sequence[str]) -> None:
        """Offer these queries."""
        while self._flow.takeAt(1):
            pass
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []
        for query in queries:
            link = QToolButton(self)
            link.setObjectName("quiet")
            link.setText(short(query, 40).replace("&", "&&"))
            link.setAccessibleName(_("Search for {query} instead").format(query=query))
            link.clicked.connect(partial(self._on_clicked, query))
            self._flow.addWidget(link)
            link.show()
            self.links.append(link)
        self.setVisible(bool(queries))

    def _on_clicked(self, query: str, _checked: bool = False) -> None:
        self.taken.emit(query)
