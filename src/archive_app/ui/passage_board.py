"""The other passages of the archive that speak of the time of an event, on its page; they come once it is painted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import _, ngettext
from archive_app.services.archives import Archive
from archive_app.services.claims import EventPage
from archive_app.ui import theme
from archive_app.ui.jobs import Lane
from archive_app.ui.passage_card import PassageCard
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session
from archive_app.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:  # the rules of dates take a moment to load
    from archive_app.services.dated_passages import DatedPassage
    from archive_app.services.other_passages import OtherPassages

_AFTER_PAINTING_MS = 60
_MARGIN = 16
_TOUCHED = ("refusals", "authorities", "variant_names", "access_points")
"""What changes the list and not the page above it."""
_FIRST, _MORE = 4, 8
"""So many cards are shown at first, and so many further ones when they are wanted."""


def _find(archive: Archive, event_id: str) -> "OtherPassages":
    from archive_app.services import other_passages

    return other_passages.other_passages(archive, event_id)


def _link(archive: Archive, event_id: str, passage: "DatedPassage") -> None:
    from archive_app.services import other_passages

    other_passages.link(archive, event_id, passage)


def _set_aside(archive: Archive, event_id: str, passage: "DatedPassage") -> None:
    from archive_app.services import other_passages

    other_passages.set_aside(archive, event_id, passage)


class PassageBoard(QWidget):
    """Shows the likeliest first. Cards that stay are left as they are; the keyboard stays at its place in the list."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)

    def __init__(self, session: Session, area: QScrollArea, before: Callable[[], QWidget]) -> None:
        """`area` is scrolled to the card that gets the keyboard; `before` tells what the Tab key reaches before."""
        super().__init__()
        self._session = session
        self._area = area
        self._before = before
        self._event: tuple[str, str] | None = None
        """Id and date of the event that is shown."""
        self._found: OtherPassages | None = None
        self._room = _FIRST
        self.cards: list[PassageCard] = []
        self.heading = plain_label(_("Other passages that speak of this time"))
        self.heading.setFont(theme.interface_font(1, weight=650))
        self.hint = WrappedLabel(muted=True)
        self.more = QPushButton()
        self.more.setFlat(True)
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINTING_MS)
        self._later.timeout.connect(self._look)
        session.mentions.caught_up.connect(self._later.start)
        session.changed.connect(self._on_changed)
        self.hide()

    def show_page(self, page: EventPage | None, *, anew: bool = False) -> None:
        """Look for the passages of an event, once its page is painted; `anew` makes all cards again."""
        event = page.event if page else None
        shown = (event.id, event.when) if event else None
        if shown != self._event or anew:
            is_other = shown is None or self._event is None or shown[0] != self._event[0]
            self._event = shown
            self._room = _FIRST if is_other else self._room
            self._found = None
            self._take_out(self.cards)
            self.hide()
        if page is not None and (page.event.first_day or page.dates):
            self._later.start()
        else:
            self._later.stop()
            self.hide()
        self._keep_in_view()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._later.start()

    def _look(self) -> None:
        if self._event is not None and self._area.isVisible():
            self._session.runner.start(
                Lane.SEARCH,
                _("Looking for passages"),
                _find,
                self._session.archive,
                self._event[0],
                done=self._on_found,
            )

    def _on_found(self, found: "OtherPassages") -> None:
        if self._event is None or found.event_id != self._event[0]:
            return
        self._found = found
        self._fill()

    # Cards

    def _fill(self) -> None:
        assert self._found is not None
        wanted = [one.passage for one in self._found.passages[: self._room]]
        at = self._focused()
        known = {(card.passage.text_id, card.passage.sentence): card for card in self.cards}
        kept = [card for card in self.cards if card.passage in wanted]
        self._take_out([card for card in self.cards if card not in kept])
        self.cards = []
        for place, passage in enumerate(wanted):
            card = known.get((passage.text_id, passage.sentence))
            if card is None or card.passage != passage:
                card = self._made(passage)
            self._column.removeWidget(card)
            self._column.insertWidget(2 + place, card)
            card.show()  # at once, so that it can take the keyboard
            self.cards.append(card)
        self._put_in_tab_order()
        if at is not None:
            onward = self.cards[min(at, len(self.cards) - 1)] if self.cards else self._area
            onward.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keep_in_view()
        self._say()

    def _take_out(self, cards: list[PassageCard]) -> None:
        for card in list(cards):
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [card for card in self.cards if card not in cards]

    def _made(self, passage: "DatedPassage") -> PassageCard:
        assert self._event is not None
        card = PassageCard(passage, self._event[1], read_only=self._session.archive.read_only, parent=self)
        card.place_requested.connect(self.place_requested)
        card.source_requested.connect(self.source_requested)
        card.link_wanted.connect(self._on_link_wanted)
        card.aside_wanted.connect(self._on_aside_wanted)
        card.step_wanted.connect(lambda step: self._step(card, step))
        return card

    def _focused(self) -> int | None:
        """The place of the card that has the keyboard."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is None:
            return None
        inside = (card is focused or card.isAncestorOf(focused) for card in self.cards)
        return next((place for place, is_inside in enumerate(inside) if is_inside), None)

    def _keep_in_view(self) -> None:
        """Let the person see the card that has the keyboard, also where a claim was added above it."""
        if self._focused() is not None:
            QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        at = self._focused()
        if at is not None:
            self._area.ensureWidgetVisible(self.cards[at], 0, _MARGIN)

    def _put_in_tab_order(self) -> None:
        before = self._before()
        for each in (*(each for card in self.cards for each in card.tab_order()), self.more):
            QWidget.setTabOrder(before, each)
            before = each

    def _step(self, card: PassageCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus()
            self._area.ensureWidgetVisible(self.cards[place])

    def _say(self) -> None:
        assert self._found is not None
        left = len(self._found.passages) - len(self.cards)
        said = ngettext("Show {count} more", "Show {count} more", min(left, _MORE))
        self.more.setText(said.format(count=min(left, _MORE)))
        self.more.setVisible(left > 0)
        if not self._found.is_complete:
            self.hint.setText(_("Texts are still being read for dates; more passages may come."))
        elif self.cards:
            self.hint.setText(
                _(
                    "They are not linked to this event. Those that share its words come first, then the nearest dates."
                )
            )
        else:
            self.hint.setText(_("No other passage of this archive gives a date near this time."))
        self.show()

    # What the person does

    def _on_more(self) -> None:
        self._room += _MORE
        first = len(self.cards)
        self._fill()
        if first < len(self.cards):
            self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link_wanted(self, passage: "DatedPassage") -> None:
        if self._event is not None:
            self._session.write(_("Linking a passage"), _link, self._event[0], passage)

    def _on_aside_wanted(self, passage: "DatedPassage") -> None:
        if self._event is not None:
            self._session.write(_("Setting a passage aside"), _set_aside, self._event[0], passage)
