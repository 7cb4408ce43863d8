"""What a search found: passages, notes, photos, events and sources, best first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.errors import UserError
from archive_app.core.hits import RecordKind, SearchResult
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import searching
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.hit_list import HitList
from archive_app.ui.jobs import Lane, Task
from archive_app.ui.labels import short
from archive_app.ui.session import Session

_KINDS = (
    (None, N_("All")),
    (RecordKind.PASSAGE, N_("Texts")),
    (RecordKind.ANNOTATION, N_("Annotations")),
    (RecordKind.PHOTO, N_("Photos")),
    (RecordKind.EVENT, N_("Events")),
    (RecordKind.SOURCE, N_("Sources")),
)
_FIRST, _MORE = 50, 4
"""So many hits at first, and so many times as many when the person wants more."""


class SearchView(QWidget):
    """Runs a search and lists its hits; they are opened by click or Enter."""

    hit_activated = Signal(object)
    left = Signal()
    """The person opened a hit with Enter in the search box, and wants to go on in what it shows."""
    closed = Signal()
    result_shown = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._session = session
        self._asked: Task | None = None
        """The newest search; answers to older ones are dropped."""
        self._limit = _FIRST
        self._box: QLineEdit | None = None
        self.query = ""
        self.result: SearchResult | None = None
        self.list = HitList()
        self.empty = EmptyState("search")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setFont(theme.interface_font(weight=600))
        self.waiting = QLabel(_("New changes are still being indexed; some may be missing here."))
        self.waiting.setObjectName("muted")
        self.waiting.setWordWrap(True)
        self.more = QPushButton()
        self.kinds: dict[RecordKind | None, QToolButton] = {}
        self.exact = QToolButton()
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 8, 8)
        head.setSpacing(8)
        close = QToolButton()
        icons.put(close, "close")
        close.setToolTip(_("Close the results (Esc)"))
        close.setAccessibleName(_("Close the results"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(row)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=4)
        for kind, label in _KINDS:
            button = _chip(_(label))
            button.setChecked(kind is None)
            button.clicked.connect(lambda _checked=False, chosen=kind: self._on_kind(chosen))
            self.kinds[kind] = button
            flow.addWidget(button)
        self.exact = _chip(_("Exact letters"))
        self.exact.setToolTip(_("Only the letters as typed, in either script; no other forms of the word"))
        self.exact.clicked.connect(self._again)
        flow.addWidget(self.exact)
        head.addWidget(chips)
        head.addWidget(self.waiting)
        line = QFrame()
        line.setObjectName("line")
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.more)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.hit_activated.connect(self.hit_activated)
        self.list.escaped.connect(self.closed)
        self.more.clicked.connect(self._on_more)
        self.empty.pressed.connect(self._on_hint)
        self._session.indexed.connect(self._on_indexed)
        self._session.changed.connect(self._show_waiting)
        theme.state.changed.connect(self._take_up_look)

    def _take_up_look(self) -> None:
        icons.refresh(self)

    # Searching

    def search(self, query: str) -> None:
        """Show what a query finds."""
        self.query = query.strip()
        self._limit = _FIRST
        self._again()

    def set_kinds(self, kinds: Sequence[RecordKind] | None) -> None:
        """Find only these kinds of records; None for all."""
        for kind, button in self.kinds.items():
            button.setChecked(not kinds if kind is None else kind in (kinds or ()))
        self._again()

    def chosen_kinds(self) -> list[RecordKind] | None:
        """The kinds that are looked for; None for all."""
        chosen = [kind for kind, button in self.kinds.items() if kind is not None and button.isChecked()]
        return chosen or None

    def _again(self) -> None:
        if not self.query:
            self._asked = self.result = None
            self._show_state()
            return
        # Methods, not closures: an answer that comes after this view is gone has nobody to go to.
        self._asked = self._session.runner.start(
            Lane.SEARCH,
            _("Searching"),
            searching.search,
            self._session.archive,
            self.query,
            exact=self.exact.isChecked(),
            kinds=self.chosen_kinds(),
            limit=self._limit,
            done=self._on_found,
            failed=self._on_refused,
        )

    def _on_found(self, result: SearchResult) -> None:
        if self.sender() is not self._asked:
            return
        self.result = result
        self.list.show_hits(result.hits, result.query)
        self._show_state()
        self.result_shown.emit(result)

    def _on_refused(self, error: Exception) -> None:
        if self.sender() is not self._asked:
            return
        self.result = None
        self.list.show_hits((), self.query)
        self.summary.setText(_("The search could not be done"))
        self.more.hide()
        self.empty.show_hint(_("Please write it differently"), str(error))
        self._stack.setCurrentWidget(self.empty)
        if not isinstance(error, UserError):
            self.empty.show_hint(_("Something went wrong"), _("Please try again."))

    # What is shown

    def _show_state(self) -> None:
        self._show_waiting()
        if self.result is None:
            self.summary.setText(_("Search"))
            self.more.hide()
            self.empty.show_hint(
                _("What are you looking for?"),
                _(
                    "Words are found in both scripts and in every form. “Quotation marks” keep words together."
                ),
            )
            self._stack.setCurrentWidget(self.empty)
            return
        shown, total = len(self.result.hits), self.result.total
        found = ngettext("{count} result for “{query}”", "{count} results for “{query}”", total)
        self.summary.setText(found.format(count=f"{total:,}", query=short(self.result.query, 50)))
        self.summary.setToolTip(self.result.query)
        self.more.setVisible(total > shown > 0)
        self.more.setText(_("Show more of {count}").format(count=f"{total:,}"))
        if total:
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_nothing_found()

    def _show_nothing_found(self) -> None:
        narrowed = self.exact.isChecked() or self.chosen_kinds() is not None
        hint = (
            _("Nothing like this among what you chose above.")
            if narrowed
            else _(
                "No text, note, photo, event or source holds these words. Try fewer words, or a beginning: Kalem*."
            )
        )
        self.empty.show_hint(_("Nothing found"), hint, _("Search everything") if narrowed else "")
        self._stack.setCurrentWidget(self.empty)

    def _show_waiting(self) -> None:
        self.waiting.setVisible(self._session.is_index_behind())

    def _on_indexed(self) -> None:
        """What was found before may not be all."""
        if self.isVisible() and self.query:
            self._again()
        self._show_waiting()

    # What the person does

    def _on_kind(self, kind: RecordKind | None) -> None:
        if kind is None:
            self.set_kinds(None)
        else:
            self.set_kinds(self.chosen_kinds())

    def _on_more(self) -> None:
        self._limit *= _MORE
        self._again()

    def _on_hint(self) -> None:
        self.exact.setChecked(False)
        self.set_kinds(None)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) hit."""
        self.list.step(step)

    def activate(self) -> bool:
        """Open the hit that was gone to; False where there is none."""
        hit = self.list.current_hit()
        if hit is not None:
            self.hit_activated.emit(hit)
            self.left.emit()
        return hit is not None

    def follow(self, box: QLineEdit) -> None:
        """Let the arrow keys and Enter in a search box work on the hits."""
        self._box = box
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and isinstance(event, QKeyEvent) and self._is_answer_to(event):
            return True
        return super().eventFilter(watched, event)

    def _is_answer_to(self, event: QKeyEvent) -> bool:
        """Whether the results take a key that was pressed in the search box."""
        return event.type() == QEvent.Type.KeyPress and self.isVisible() and self._steer(event.key())

    def _steer(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        asked = self._box is not None and self._box.text().strip() == self.query
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and asked and self.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _chip(label: str) -> QToolButton:
    button = QToolButton()
    button.setText(label)
    button.setCheckable(True)
    button.setObjectName("filter")
    return button
