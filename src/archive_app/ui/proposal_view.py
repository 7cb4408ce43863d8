"""The panel beside the text in which a person goes through the proposals, each decided by one key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import N_, _
from archive_app.services.proposal_labels import Shown
from archive_app.ui import theme
from archive_app.ui.bar_button import bar_button
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.passage_quote import PassageQuote
from archive_app.ui.plain_text import plain_label
from archive_app.ui.proposal_cards import CandidateCards
from archive_app.ui.proposal_forms import NewEventForm, StatementForm
from archive_app.ui.proposal_keys import meaning
from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.wrapped_label import WrappedLabel

HINT = N_(
    "Enter, 1–5: link · F: find another event · N: new event · E: what this source says · X: nothing to link · "
    "S: later · ←: back · A: also to another event · Ctrl+Z: undo"
)


class ProposalView(QWidget):
    """Shows one proposal at a time; what the person decides goes out as signals.

    `link_wanted` and `refusal_wanted` carry the id of an event, `new_wanted` a `NewEvent`. `step_wanted` carries 1 for
    the next proposal, this one being left for later, and -1 for the one before.
    """

    link_wanted = Signal(str)
    new_wanted = Signal(object)
    aside_wanted = Signal()
    refusal_wanted = Signal(str)
    step_wanted = Signal(int)
    also_wanted = Signal()
    sources_wanted = Signal()
    left = Signal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Proposals"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._read_only = read_only
        self.count = plain_label()
        self.count.setFont(theme.interface_font(weight=600))
        self.tally = plain_label()
        self.tally.setObjectName("muted")
        self.back_button = bar_button("back", _("The proposal before (←)"))
        self.later_button = QPushButton(_("Later (S)"))
        self.later_button.setToolTip(_("Leave this one for the end"))
        self.sources_button = bar_button("list", _("How much is open in each source"))
        self.done = WrappedLabel()
        self.also_button = QPushButton(_("Also to… (A)"))
        self.also_button.setToolTip(_("Link the same passage to another event, too"))
        self.caption = plain_label(_("Caption of a photo"))
        self.caption.setObjectName("muted")
        self.quote = PassageQuote()
        self.date = WrappedLabel()
        self.date.setFont(theme.interface_font(0.5, weight=600))
        self.why = WrappedLabel(muted=True)
        self.unsure = WrappedLabel()
        self.unsure.setObjectName("unsure")
        self.linked = WrappedLabel(muted=True)
        self.cards = CandidateCards()
        self.new = NewEventForm()
        self.says = StatementForm()
        self.aside_button = QPushButton(_("Nothing to link (X)"))
        self.aside_button.setToolTip(_("Not a date, or nothing to link: it is not proposed again"))
        self.empty = EmptyState("event")
        # A key is not parted from what it does.
        self.hint = WrappedLabel(_(HINT).replace(": ", ":\N{NO-BREAK SPACE}"), muted=True)
        self.hint.setFont(theme.interface_font(-1))
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 0)
        head.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.count)
        words.addWidget(self.tally)
        head.addLayout(words, 1)
        for button in (self.sources_button, self.back_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._done_strip())
        self._stack.addWidget(self._page())
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 8)
        foot.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.aside_button, 1)
        buttons.addWidget(self.later_button)
        foot.addLayout(buttons)
        foot.addWidget(self.hint)
        column.addLayout(foot)

    def _done_strip(self) -> QWidget:
        self._strip = QFrame()
        self._strip.setObjectName("donestrip")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.done, 1)
        row.addWidget(self.also_button)
        self._strip.hide()
        return self._strip

    def _page(self) -> QScrollArea:
        inner = ScrolledPage()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(8)
        dated = QVBoxLayout()
        dated.setSpacing(1)
        for label in (self.date, self.why, self.unsure, self.linked):
            dated.addWidget(label)
        column.addWidget(self.caption)
        column.addWidget(self.quote)
        column.addLayout(dated)
        for widget in (self.cards, self.new, self.says):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        return self._scroll

    def _connect(self) -> None:
        self.cards.taken.connect(self._on_taken)
        self.cards.picker.new_wanted.connect(self._on_new_named)
        self.cards.left.connect(self.setFocus)
        self.cards.refused.connect(self.refusal_wanted)
        self.new.entered.connect(self._on_new_entered)
        self.says.entered.connect(self._take)
        for form in (self.new, self.says):
            form.left.connect(self._take_keyboard)
        self.aside_button.clicked.connect(self.aside_wanted)
        self.back_button.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.later_button.clicked.connect(lambda: self.step_wanted.emit(1))
        self.also_button.clicked.connect(self.also_wanted)
        self.sources_button.clicked.connect(self.sources_wanted)
        for widget in (self.new, self.says, self.aside_button):
            widget.setVisible(not self._read_only)

    # What is shown

    def show_count(self, count: str, tally: str) -> None:
        """Say how many dates are left, and how many are settled."""
        self.count.setText(count)
        self.tally.setText(tally)

    def show_passage(
        self, letters: str, start: int, end: int, *, is_date: bool, is_caption: bool = False
    ) -> None:
        """Show a sentence in which the date stands out; one without a date stands as it is."""
        self.caption.setVisible(is_caption)
        self._stack.setCurrentWidget(self._scroll)
        self.quote.show_passage(letters, start if is_date else 0, end if is_date else 0)
        self.cards.choose(None)
        for button in (self.aside_button, self.later_button):
            button.setEnabled(True)
        self._scroll.verticalScrollBar().setValue(0)

    def show_date(self, date: str, why: str, *, unsure: bool, linked: Sequence[str]) -> None:
        """Say how the date was understood, and what the sentence is tied to already."""
        self.date.setText(date)
        self.why.setText("" if unsure else why)
        self.unsure.setText(_("⚠ {why}").format(why=why) if unsure else "")
        self.linked.setText(
            _("This sentence is linked to: {events}").format(events="; ".join(linked)) if linked else ""
        )
        for label in (self.why, self.unsure, self.linked):
            label.setVisible(bool(label.text()))

    def show_candidates(self, shown: Sequence[Shown], here: str, *, is_ranked: bool) -> None:
        """Show the events that the passage of the source `here` may speak of."""
        self.cards.show_candidates(shown, here, read_only=self._read_only, is_ranked=is_ranked)

    def show_done(self, words: str, *, can_link_also: bool) -> None:
        """Say what was done last; "" for nothing."""
        self.done.setText(words)
        self.also_button.setVisible(can_link_also)
        self._strip.setVisible(bool(words))

    def show_empty(self, title: str, text: str, button: str = "", link: str = "") -> None:
        """Say why there is nothing to decide, and what can be done next."""
        self.empty.show_hint(title, text, button)
        self.empty.set_link(link)
        self._stack.setCurrentWidget(self.empty)
        for each in (self.aside_button, self.later_button):
            each.setEnabled(False)
        self._take_keyboard()

    def is_deciding(self) -> bool:
        """Whether a proposal is shown."""
        return self._stack.currentWidget() is self._scroll

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys of the panel come before actions of the window that have the same ones, such as Delete."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by one key."""
        meant = meaning(event)
        button = QApplication.focusWidget()
        if meant == "take" and isinstance(button, QAbstractButton) and self.isAncestorOf(button):
            button.click()
        elif meant == "leave":
            self.left.emit()
        elif meant == "back":
            self.step_wanted.emit(-1)
        elif meant and self.is_deciding():
            self._do(meant)
        elif meant == "take" and not self.empty.button.isHidden():
            self.empty.button.click()
        elif not meant:
            super().keyPressEvent(event)

    def _do(self, meant: str) -> None:
        if meant in ("up", "down"):
            card = self.cards.step(1 if meant == "down" else -1)
            if card is not None:
                self._scroll.ensureWidgetVisible(card)
        elif meant == "later":
            self.step_wanted.emit(1)
        elif not self._read_only:
            self._decide(meant)

    def _decide(self, meant: str) -> None:
        if meant.isdigit():
            event_id = self.cards.id_at(int(meant))
            if event_id:
                self._on_taken(event_id)
        elif meant == "take":
            self._take()
        elif meant == "new":
            self._write_new()
        elif meant == "says":
            self._go_into(self.says.when.line)
        elif meant == "find":
            self._scroll.ensureWidgetVisible(self.cards.picker)
            self.cards.find_event()
        elif meant == "aside":
            self.aside_wanted.emit()
        elif meant == "also" and not self.also_button.isHidden():
            self.also_wanted.emit()
        elif meant == "another" and self.cards.chosen_id:
            self.refusal_wanted.emit(self.cards.chosen_id)

    def _take(self) -> None:
        """Link to the chosen event, or begin a new one where none is like it."""
        if self.cards.chosen_id:
            self._on_taken(self.cards.chosen_id)
        else:
            self._write_new()

    def _on_taken(self, event_id: str) -> None:
        if not self.says.find_fault():
            self._take_keyboard()
            self.link_wanted.emit(event_id)

    def _on_new_named(self, title: str) -> None:
        if title:
            self.new.title.setText(title)
        self._write_new()

    def _write_new(self) -> None:
        self._go_into(self.new.title)
        self.new.title.selectAll()

    def _go_into(self, line: QLineEdit) -> None:
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(line)

    def _on_new_entered(self) -> None:
        if self.new.find_fault() or self.says.find_fault():
            return
        self._take_keyboard()
        self.new_wanted.emit(self.new.event_wanted())

    def _take_keyboard(self) -> None:
        """The keys of the panel work again, if the keyboard is in it at all."""
        if self.has_keyboard():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
