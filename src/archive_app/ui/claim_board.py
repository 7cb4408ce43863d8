"""The claims of all sources on one event, side by side; of many claims the first are there at once."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from archive_app.core.translation import N_, _
from archive_app.services import claims
from archive_app.services.claims import EventPage, WeighedClaim
from archive_app.ui.card_grid import CardGrid
from archive_app.ui.claim_card import ClaimCard
from archive_app.ui.claim_marks import WHEN, WHERE, WHO
from archive_app.ui.session import Session

_FIRST = 6
"""So many cards fill a usual window; the others are made while nothing else is to be done."""
_MORE = 2
_MARKS = {WHEN: "when", WHERE: "where", WHO: "who"}
_MARKING = N_("Comparing a claim")


class ClaimBoard(CardGrid):
    """Keeps the cards of claims that stay as they are, so that a change of one does not move the others."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    photo_requested = Signal(str)
    authority_requested = Signal(str)

    def __init__(self, session: Session, area: QScrollArea) -> None:
        """`area` is scrolled to the card that gets the keyboard."""
        super().__init__()
        self._session = session
        self._area = area
        self._held = ""
        self._title = ""
        self._wanted: tuple[WeighedClaim, ...] = ()
        self.cards: list[ClaimCard] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_more)

    def show_page(self, page: EventPage | None, *, anew: bool = False) -> None:
        """Show the claims of an event; `anew` makes all cards again."""
        wanted = page.claims if page else ()
        held = page.event.when if page else ""
        self._title = page.event.title if page else ""
        same = [one.link.id for one in wanted] == [one.link.id for one in self._wanted]
        if same and held == self._held and not anew:
            self._wanted = wanted
            self._renew()
            return
        self.clear()
        self.cards = []
        self._wanted, self._held = wanted, held
        self._make(_FIRST)
        self._timer.start()

    def _renew(self) -> None:
        for place, card in enumerate(self.cards):
            if card.claim != self._wanted[place]:
                (made,) = self._made(place, place + 1)
                name = _focused(card)
                self.cards[place] = made
                self.replace_card(card, made)
                self._put_in_tab_order(place)
                if name is not None:
                    made.marks.get(name, made).setFocus()

    def _make_more(self) -> None:
        self._make(_MORE)
        if len(self.cards) == len(self._wanted):
            self._timer.stop()

    def _make(self, count: int) -> None:
        first = len(self.cards)
        for card in self._made(first, first + count):
            self.cards.append(card)
            self.add_card(card)
            self._put_in_tab_order(len(self.cards) - 1)

    def _put_in_tab_order(self, place: int) -> None:
        """Let the Tab key come to a card after the one before it, to the first after the page itself."""
        before: QWidget = self.cards[place - 1].jump if place else self._area
        for each in self.cards[place].tab_order():
            QWidget.setTabOrder(before, each)
            before = each

    def _made(self, first: int, end: int) -> list[ClaimCard]:
        some = self._wanted[first:end]
        citations = claims.cited(self._session.archive, some)
        return [self._card(one, citation) for one, citation in zip(some, citations, strict=True)]

    def _card(self, claim: WeighedClaim, citation: str) -> ClaimCard:
        card = ClaimCard(claim, self._held, citation, read_only=self._session.archive.read_only, parent=self)
        card.place_requested.connect(self.place_requested)
        card.source_requested.connect(self.source_requested)
        card.photo_requested.connect(self.photo_requested)
        card.authority_requested.connect(self.authority_requested)
        card.marked.connect(self._on_marked)
        card.settle_wanted.connect(lambda: self.settle(card.claim))
        card.step_wanted.connect(lambda step: self._step(card, step))
        return card

    def _on_marked(self, link_id: str, name: str, mark: object) -> None:
        chosen: dict[str, Any] = {_MARKS[name]: mark}
        self._session.write(_(_MARKING), claims.mark_claim, link_id, **chosen)

    def settle(self, claim: WeighedClaim) -> None:
        """Let the person say that the date of a claim is no contradiction, and why."""
        from archive_app.ui.settle_dialog import SettleDialog

        SettleDialog(self._session, self._title, [claim.claim], self.window()).show()

    def _step(self, card: ClaimCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus()
            self._area.ensureWidgetVisible(self.cards[place])


def _focused(card: ClaimCard) -> str | None:
    """What of a card has the keyboard: the name of a mark, "" for anything else, None where it has not."""
    focused: QWidget | None = card.window().focusWidget()
    if focused is None or not (focused is card or card.isAncestorOf(focused)):
        return None
    return next((name for name, button in card.marks.items() if button is focused), "")
