"""The events that a proposed passage may be linked to, as cards with the key of each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services import proposal_labels
from archive_app.services.proposal_labels import Shown
from archive_app.services.record_labels import agreement_sign
from archive_app.ui import theme
from archive_app.ui.agreement_chip import AgreementChip
from archive_app.ui.bar_button import bar_button
from archive_app.ui.event_picker import EventPicker
from archive_app.ui.plain_text import plain_label
from archive_app.ui.wrapped_label import WrappedLabel

_MOST_SAID = 3


class CandidateCard(QFrame):
    """One event: its key, title, date and place, why it is here, and what the sources say of it already.

    `here` is the id of the source that is read. `taken` tells that the person wants the link, `refused` that it is
    another event.
    """

    taken = Signal()
    refused = Signal()

    def __init__(
        self, number: int, shown: Shown, here: str, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.event_id = shown.event.id
        self._can_take = not read_only
        if self._can_take:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_("Link the passage to this event ({number})").format(number=number))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.setSpacing(3)
        column.addLayout(self._head(number, shown))
        event = shown.event
        about = _about(shown)
        column.addLayout(_dated(shown, about))
        words = _words(shown)
        if words:
            column.addWidget(WrappedLabel(words))
        for said in shown.said[:_MOST_SAID]:
            column.addWidget(WrappedLabel(proposal_labels.said_words(said, here), muted=True))
        more = len(shown.said) - _MOST_SAID
        if more > 0:
            words = ngettext("and {count} other statement", "and {count} other statements", more)
            column.addWidget(WrappedLabel(words.format(count=more), muted=True))
        reasons = "; ".join(proposal_labels.reasons(shown.candidate))
        self.setAccessibleName(
            _("{number}: {title}, {about}. {reasons}").format(
                number=number, title=event.title, about=format_date(event.when), reasons=reasons
            )
        )

    def _head(self, number: int, shown: Shown) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        key = AgreementChip("key", str(number))
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        title = WrappedLabel(shown.event.title)
        title.setFont(theme.interface_font(weight=600))
        row.addWidget(title, 1)
        if self._can_take:
            other = bar_button("close", _("This is another event (−)"))
            other.clicked.connect(self.refused)
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the event."""
        is_inside = self.rect().contains(event.position().toPoint())
        if self._can_take and event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.taken.emit()

    def show_chosen(self, chosen: bool) -> None:
        """Show whether Enter takes this one."""
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)


def _about(shown: Shown) -> str:
    """The place of an event, and its date unless that is the one that the passage is compared with."""
    event = shown.event
    date = "" if event.when == shown.candidate.date else format_date(event.when)
    return "  ·  ".join(part for part in (date, event.place) if part)


def _dated(shown: Shown, about: str) -> QHBoxLayout:
    """The date that the passage is compared with and how that agrees, then what else the event is described with."""
    row = QHBoxLayout()
    row.setSpacing(8)
    candidate = shown.candidate
    if candidate.agreement is not None:
        sign, date = agreement_sign(candidate.agreement), format_date(candidate.date, short=True)
        words = _("{sign} {date}").format(sign=sign, date=date)
        if candidate.days_off:
            off = ngettext("{date}, {count} day off", "{date}, {count} days off", candidate.days_off)
            words = off.format(date=words, count=f"{candidate.days_off:,}")
        chip = AgreementChip(candidate.agreement.value, words)
        chip.setToolTip(proposal_labels.date_reason(candidate))
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrappedLabel(about or ("" if candidate.agreement else _("no date")), muted=True), 1)
    return row


def _words(shown: Shown) -> str:
    """The words that passage and event share, and what else speaks for the event."""
    every = proposal_labels.reasons(shown.candidate)
    return "  ·  ".join(every[1:] if shown.candidate.agreement is not None else every)


class CandidateCards(QWidget):
    """All candidates of a passage; one of them is chosen. `taken` and `refused` carry the id of an event."""

    taken = Signal(str)
    refused = Signal(str)
    picker_entered = Signal()
    """The person wants to find another event than those that are shown."""
    left = Signal()
    """The person wants to find none after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = EventPicker()
        self.picker.setPlaceholderText(_("Another event… (F)"))
        self.picker.setAccessibleName(_("Find another event"))
        # Later: the list is still being closed, and what is shown next empties it.
        self.picker.chosen.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.picker.installEventFilter(self)
        self.cards: list[CandidateCard] = []
        self._chosen = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.none = plain_label(wrap=True)
        self.none.setObjectName("muted")
        self._column.addWidget(self.none)
        self._column.addWidget(self.picker)

    def show_candidates(self, shown: Sequence[Shown], here: str, *, read_only: bool, is_ranked: bool) -> None:
        """Show these events. The one that was chosen before is chosen if it is still there, else the first one, unless
        its date is another: by Enter alone nobody is to say what contradicts."""
        before = self.chosen_id
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, one in enumerate(shown, 1):
            card = CandidateCard(number, one, here, read_only=read_only)
            card.taken.connect(partial(self.taken.emit, one.event.id))
            card.refused.connect(partial(self.refused.emit, one.event.id))
            self._column.insertWidget(self._column.count() - 1, card)
            self.cards.append(card)
        self.none.setText(_("No event of the archive is like it.") if is_ranked else _("Looking for events…"))
        self.none.setVisible(not shown)
        self.picker.setVisible(not read_only)
        ids = [card.event_id for card in self.cards]
        if before in ids:
            self.choose(ids.index(before))
        elif shown and shown[0].candidate.agreement is not Agreement.CONFLICT:
            self.choose(0)
        else:
            self.choose(None)

    @property
    def chosen_id(self) -> str:
        """The event that Enter takes, "" for none."""
        return self.cards[self._chosen].event_id if 0 <= self._chosen < len(self.cards) else ""

    def id_at(self, number: int) -> str:
        """The event with a number, from 1 on, "" for none."""
        return self.cards[number - 1].event_id if 0 < number <= len(self.cards) else ""

    def choose(self, place: int | None) -> None:
        """Choose the event at a place, from 0 on; None for no event."""
        self._chosen = -1 if place is None or not self.cards else max(0, min(place, len(self.cards) - 1))
        for number, card in enumerate(self.cards):
            card.show_chosen(number == self._chosen)

    def step(self, step: int) -> CandidateCard | None:
        """Choose the next (1) or the previous (-1) event."""
        self.choose(self._chosen + step)
        return self.cards[self._chosen] if self.cards else None

    def _on_found(self, event_id: str) -> None:
        self.left.emit()
        self.taken.emit(event_id)

    def find_event(self) -> None:
        """Let the person type a part of an event's title."""
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.picker.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Events are offered when the line gets the keyboard; Escape leads back once its list is closed."""
        if watched is self.picker and isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
            ):
                self.picker_entered.emit()
        elif watched is self.picker and _is_escape(event) and not self.picker.offers.list.isVisible():
            self.picker.clear()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """The sizes of the cards follow new words at once."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def _is_escape(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() == Qt.Key.Key_Escape
    )
