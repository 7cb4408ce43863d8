"""The list of annotations that a correction moved or left in doubt: each before and after, decided by one key."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.differences import Kind, differences
from archive_app.core.records import AnchoringState
from archive_app.core.spans import Span
from archive_app.core.translation import _, ngettext
from archive_app.services import reviewing
from archive_app.services.reviewing import Quoted, Review, Waiting
from archive_app.ui import icons, theme
from archive_app.ui.difference_view import DifferenceView
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

Selected = Callable[[], tuple[str, Span] | None]
"""The text that is read and what is selected in it."""
_LETTERS = 70
_TITLE_LETTERS = 40
_MOST = 300
"""So many are listed; when some of them are decided, others follow."""
_BLANK = re.compile(r"\s*\n\s*")


class ReviewDialog(QDialog):
    """Stays open while one works; A accepts, P places on the selection in the text, D detaches.

    `place_requested` carries a text and where to look in it.
    """

    place_requested = Signal(str, int, int)

    def __init__(self, session: Session, selected: Selected, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Annotations to look at"))
        self.resize(920, 430)
        self._session = session
        self._selected = selected
        self._reviews: list[Review] = []
        self._was_shown = False
        self.list = QListWidget()
        self.list.setAccessibleName(_("Annotations that wait for a look"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.before, self.after = DifferenceView(), DifferenceView()
        self.before.setAccessibleName(_("In the reading before"))
        self.after.setAccessibleName(_("In the newest reading"))
        self.note = plain_label(wrap=True)
        self.count = plain_label()
        self.accept_button = QPushButton(_("&Accept (A)"))
        self.place_button = QPushButton(_("&Place on the selection (P)"))
        self.detach_button = QPushButton(_("&Detach (D)"))
        self.accept_moved_button = QPushButton(_("Accept all that was &moved"))
        self.close_button = QPushButton(_("Close"))
        self.empty = EmptyState("check")
        self.message = plain_label(wrap=True)
        self.message.setObjectName("wrong")
        self.message.hide()
        self._build()
        self._connect()
        self._reload()

    def _build(self) -> None:
        self.accept_button.setToolTip(_("The new or suggested place is right"))
        self.place_button.setToolTip(_("Select the right words in the text, then place the annotation there"))
        self.detach_button.setToolTip(_("Leave it with the old reading for good"))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(6)
        self.after_title = QLabel()
        for title, view in ((QLabel(_("Before")), self.before), (self.after_title, self.after)):
            title.setFont(theme.interface_font(weight=600))
            column.addWidget(title)
            view.setFont(theme.reading_font(12))
            column.addWidget(view, 1)
        column.addWidget(self.note)
        decide = QHBoxLayout()
        decide.setSpacing(theme.SPACE)
        for button in (self.accept_button, self.place_button, self.detach_button):
            decide.addWidget(button)
        decide.addStretch()
        column.addWidget(self.message)
        column.addLayout(decide)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.list)
        halves.addWidget(side)
        halves.setSizes([330, 590])
        self.pages = QStackedWidget()
        self.pages.addWidget(halves)
        self.pages.addWidget(self.empty)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.accept_moved_button)
        below.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.pages, 1)
        layout.addLayout(below)
        self.empty.show_hint(
            _("Nothing waits for a look"),
            _("After a correction, annotations that moved or whose words are in doubt are listed here."),
        )

    def _connect(self) -> None:
        for key, call in (("A", self.accept), ("P", self.place), ("D", self.detach)):
            QShortcut(QKeySequence(key), self, call)
        self.accept_button.clicked.connect(self.accept)
        self.place_button.clicked.connect(self.place)
        self.detach_button.clicked.connect(self.detach)
        self.accept_moved_button.clicked.connect(self._accept_moved)
        self.close_button.clicked.connect(self.close)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self._session.changed.connect(self._on_changed)

    # What is shown

    @property
    def current(self) -> Review | None:
        """The one that is looked at."""
        row = self.list.currentRow()
        return self._reviews[row] if 0 <= row < len(self._reviews) else None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("anchorings", "annotations", "texts"):
            self._reload()

    def _reload(self) -> None:
        row = max(0, self.list.currentRow())
        archive = self._session.archive
        self._reviews = reviewing.list_reviews(archive, limit=_MOST)
        self.list.blockSignals(True)
        self.list.clear()
        for review in self._reviews:
            self.list.addItem(_item(review))
        self.list.blockSignals(False)
        self.pages.setCurrentIndex(0 if self._reviews else 1)
        waiting = reviewing.waiting(archive)
        self.count.setText(_counted(waiting) if self._reviews else "")
        writable = not archive.read_only
        self.accept_moved_button.setVisible(bool(waiting.moved) and writable)
        for button in (self.accept_button, self.place_button, self.detach_button):
            button.setEnabled(bool(self._reviews) and writable)
        self.list.setCurrentRow(min(row, len(self._reviews) - 1))
        if not self._reviews:
            self._on_row_changed(-1)

    def _on_row_changed(self, _row: int) -> None:
        self.message.hide()
        review = self.current
        if review is None:
            self.before.clear_differences()
            self.after.clear_differences()
            self.note.setText("")
            return
        _show_both(review, self.before, self.after)
        is_moved = review.state is AnchoringState.MOVED
        self.after_title.setText(
            _("Now") if is_moved else _("Suggested") if review.after else _("No place can be suggested")
        )
        self.after.setVisible(review.after is not None)
        self.accept_button.setEnabled(review.after is not None and not self._session.archive.read_only)
        self.note.setText(
            _("Note: {note}").format(note=short(review.annotation.note, 300))
            if review.annotation.note
            else ""
        )
        if review.after is not None and self.isVisible():
            self.place_requested.emit(review.after.text_id, review.after.span.start, review.after.span.end)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and not self._was_shown:
            # At the bottom, so that the place in the text, which is near the top, can be seen.
            there = parent.window().frameGeometry()
            self.move(
                there.center().x() - self.width() // 2, there.bottom() - self.frameGeometry().height() - 44
            )
        self._was_shown = True
        self.list.setFocus()
        self._on_row_changed(self.list.currentRow())

    # Deciding

    def accept(self) -> None:
        """Say that the place is right."""
        if self.current is not None:
            self._decide(reviewing.accept, self.current.annotation.id)

    def detach(self) -> None:
        """Leave the annotation with the old reading."""
        if self.current is not None:
            self._decide(reviewing.detach, self.current.annotation.id)

    def place(self) -> None:
        """Place the annotation on what is selected in the text of its source."""
        review, selected = self.current, self._selected()
        if review is None:
            return
        if selected is None or not self._is_of(review, selected[0]):
            self._say(
                _("Select the right words in the text of “{title}” first.").format(title=review.source.title)
            )
            return
        text_id, span = selected
        self._decide(reviewing.place_on, review.annotation.id, span, text_id=text_id)

    def _is_of(self, review: Review, text_id: str) -> bool:
        from archive_app.services import sources

        return sources.source_of_text(self._session.archive, text_id).id == review.source.id

    def _accept_moved(self) -> None:
        self._decide(reviewing.accept_moved)

    def _decide(self, service: Callable[..., object], *args: object, **options: Any) -> None:
        if not self._session.archive.read_only:
            self.message.hide()
            self._session.write(
                _("Deciding about an annotation"), service, *args, failed=self._on_failed, **options
            )

    def _on_failed(self, error: Exception) -> None:
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.show()


def _counted(waiting: Waiting) -> str:
    look, moved = waiting.needs_look, waiting.moved
    said = ngettext("{look} needs a look, {moved} moved", "{look} need a look, {moved} moved", look)
    said = said.format(look=f"{look:,}", moved=f"{moved:,}")
    if look + moved > _MOST:
        said = _("{counted}; the first {most} are listed").format(counted=said, most=_MOST)
    return said


def _item(review: Review) -> QListWidgetItem:
    is_moved = review.state is AnchoringState.MOVED
    state = _("moved") if is_moved else _("needs a look")
    quote = short(review.before.quote, _LETTERS)
    item = QListWidgetItem(
        icons.icon("check" if is_moved else "warning"),
        f"{quote}\n{short(review.source.title, _TITLE_LETTERS)} · {state}",
    )
    item.setToolTip(state)
    return item


def _show_both(review: Review, before: DifferenceView, after: DifferenceView) -> None:
    """Show both places, each with what is not in the other one."""
    old, quote = _joined(review.before)
    if review.after is None:
        before.show_one(old, quote, (), Kind.KEPT)
        after.clear_differences()
        return
    new, place = _joined(review.after)
    changed = [piece for piece in differences(old, new) if piece.kind is not Kind.KEPT]
    before.show_one(
        old, quote, [(one.old.start, one.old.end) for one in changed if len(one.old)], Kind.LEFT_OUT
    )
    after.show_one(new, place, [(one.new.start, one.new.end) for one in changed if len(one.new)], Kind.PUT_IN)


def _joined(quoted: Quoted) -> tuple[str, tuple[int, int]]:
    before, quote, behind = (_BLANK.sub("\n", part) for part in (quoted.before, quoted.quote, quoted.behind))
    before = before.lstrip()
    return f"{before}{quote}{behind.rstrip()}", (len(before), len(before) + len(quote))
