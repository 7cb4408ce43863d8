"""An event's page: when and where it was, and beside it what each source claims about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.kinds import Sameness
from archive_app.core.translation import _, ngettext
from archive_app.services import claims, events, phases
from archive_app.services.claims import EventPage
from archive_app.ui import theme
from archive_app.ui.claim_board import ClaimBoard
from archive_app.ui.claim_card import ClaimCard
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.event_head import EventHead
from archive_app.ui.export_choice import Choice, What
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.narrowing import Narrowing
from archive_app.ui.passage_board import PassageBoard
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.session import Session
from archive_app.ui.stated_dates import StatedDates
from archive_app.ui.wrapped_label import WrappedLabel

_TOUCHED = (
    *("events", "links", "annotations", "sources", "photos"),
    *("access_points", "authorities", "variant_names"),
)


class EventView(QScrollArea):
    """Shows one event."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    photo_requested = Signal(str)
    event_requested = Signal(str)
    authority_requested = Signal(str)
    edit = Signal(str)
    """The person wants to edit the event."""
    export_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Event"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self.page: EventPage | None = None
        self._wanted = ""
        """The id of the event that the page is of, also while that is deleted."""
        self.head: EventHead | None = None
        self.dates: StatedDates | None = None
        self.notes = RecordNotes(session)
        self.notes.line.setAccessibleName(_("New note on this event"))
        self.board = ClaimBoard(session, self)
        for signal in ("place_requested", "source_requested", "photo_requested", "authority_requested"):
            getattr(self.board, signal).connect(getattr(self, signal))
        self.narrowing = Narrowing()
        self.narrowing.changed.connect(self._show_claims)
        self.others = PassageBoard(session, self, self._before_others)
        for signal in ("place_requested", "source_requested"):
            getattr(self.others, signal).connect(getattr(self, signal))
        self._below = QWidget()
        self._body = QWidget()
        self._column = self._build()
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._on_look_changed)
        self._show()

    def _build(self) -> QVBoxLayout:
        """What is told of the event is made anew with each change; claims and notes stay where they do not change."""
        page = ScrolledPage()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(48, 0, 40, 40)
        below.setSpacing(8)
        below.addWidget(self.narrowing)
        below.addWidget(self.board)
        below.addWidget(self.others)
        below.addSpacing(16)
        below.addWidget(_heading(_("Notes on this event")))
        below.addWidget(self.notes)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body)
        column.addWidget(self._below)
        column.addStretch(1)
        self.setWidget(page)
        return column

    @property
    def event_id(self) -> str | None:
        """The event that is shown."""
        return self.page.event.id if self.page else None

    @property
    def cards(self) -> list[ClaimCard]:
        """The cards of the claims that are made by now."""
        return self.board.cards

    def show_event(self, event_id: str) -> None:
        """Show an event with the claims of all sources."""
        before, self._wanted = self._wanted, event_id
        try:
            self.page = claims.event_page(self._session.archive, event_id)
        except NotFound:
            self.page = None
        if event_id != before:
            self.narrowing.show_all()
        self._show()
        if event_id != before:
            self.verticalScrollBar().setValue(0)

    def remove(self) -> None:
        """Delete the event with its links; undo brings all back."""
        if self.page is not None:
            self._session.write(_("Deleting an event"), events.remove_event, self.page.event.id)

    def _on_changed(self, changes: Changes) -> None:
        if self._wanted and changes.touches(*_TOUCHED):
            self.show_event(self._wanted)

    def _on_look_changed(self) -> None:
        self._show(anew=True)

    # What is shown

    def _show(self, *, anew: bool = False) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        opened = self.head is not None and self.head.before_button.isChecked()
        self.dates = None
        if self.page is None:
            self.head = None
            empty = EmptyState("event")
            empty.show_hint(
                _("No event is open"), _("Choose one in the library, or tie a passage to one (Ctrl+E).")
            )
            column.addWidget(empty)
        else:
            column.setContentsMargins(48, 28, 40, 12)
            column.setSpacing(6)
            self.head = self._made_head(self.page, opened)
            column.addWidget(self.head)
            self._add_summary(column, self.page)
        place = self.verticalScrollBar().value()
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._below.setVisible(self.page is not None)
        self._show_claims(anew=anew)
        self.others.show_page(self.page, anew=anew)
        self._put_body_in_tab_order()
        self.notes.show_record(self.page.event if self.page else None)
        self.verticalScrollBar().setValue(place)

    def _show_claims(self, *, anew: bool = False) -> None:
        """The claims, or those alone that state the date that the person wants to look at."""
        self.board.show_page(self.narrowing.of(self.page) if self.page else None, anew=anew)

    def _put_body_in_tab_order(self) -> None:
        """Let the Tab key come to what was made anew before the claims, as the eye does."""
        before: QWidget = self
        for each in self._body.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, each)
                before = each

    def _before_others(self) -> QWidget:
        """What the Tab key reaches before the passages that are not linked."""
        in_body = [
            each for each in self._body.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        return self.cards[-1].jump if self.cards else in_body[-1] if in_body else self

    def _made_head(self, page: EventPage, opened: bool) -> EventHead:
        head = EventHead(page, read_only=self._session.archive.read_only, opened=opened)
        head.edit_wanted.connect(lambda: self.edit.emit(page.event.id))
        head.export_wanted.connect(lambda: self.export_requested.emit(Choice(What.EVENT, page.event.id)))
        head.delete_wanted.connect(self.remove)
        head.verdict_wanted.connect(lambda: self.decide(page.event.when))
        head.part_wanted.connect(self.add_part)
        head.parent_wanted.connect(self.choose_parent)
        head.event_requested.connect(self.event_requested)
        head.authority_requested.connect(self.authority_requested)
        return head

    def _add_summary(self, column: QVBoxLayout, page: EventPage) -> None:
        heading = _heading(_("What the sources say"))
        heading.setContentsMargins(0, 18, 0, 0)
        column.addWidget(heading)
        column.addWidget(WrappedLabel(summary(page), muted=True))
        if page.dates:
            column.addSpacing(6)
            self.dates = StatedDates(page, read_only=self._session.archive.read_only)
            self.dates.hold_wanted.connect(self.decide)
            self.dates.claims_wanted.connect(self.narrowing.show_only)
            column.addWidget(self.dates)

    # What the person does

    def decide(self, when: str) -> None:
        """Let the person say that a date, EDTF, is right, and why; where all claims agree, theirs is offered."""
        from archive_app.ui.verdict_dialog import VerdictDialog

        if self.page is not None and not self._session.archive.read_only:
            agreed = claims.agreed_date(self.page)
            reason = agreed_words(self.page) if agreed and when in ("", agreed) else ""
            VerdictDialog(self._session, self.page.event, when or agreed, self.window(), reason=reason).show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """V gives a verdict on the date."""
        if letter_of(event) == "v" and self.page is not None:
            self.decide(self.page.event.when)
        else:
            super().keyPressEvent(event)

    def add_part(self) -> None:
        """Let the person make an event that is a part of this one."""
        from archive_app.ui.event_dialog import EventDialog

        if self.page is not None:
            EventDialog(self._session, None, self.window(), under=self.page.event.id).show()

    def choose_parent(self) -> None:
        """Let the person choose which event this one is a part of."""
        from archive_app.ui.parent_chooser import choose_parent

        if self.page is not None:
            chooser = choose_parent(self._session.archive, self.page.event, self)
            chooser.taken.connect(self._on_parent_chosen)

    def _on_parent_chosen(self, parent_id: str) -> None:
        if self.page is not None:
            self._session.write(_("Moving an event"), phases.put_under, self.page.event.id, parent_id or None)


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setFont(theme.interface_font(1, weight=650))
    return heading


def agreed_words(page: EventPage) -> str:
    """Why a date on which all claims agree is held right."""
    sources = len({title for date in page.dates for title in date.sources})
    return ngettext(
        "The only source that dates it says so.", "All {count} sources that date it say the same.", sources
    ).format(count=sources)


def summary(page: EventPage) -> str:
    """How many passages of how many sources there are, and whether their dates agree."""
    if not page.claims and page.phases:
        return _("No passage is tied to the event as a whole; the claims stand on the pages of its parts.")
    if not page.claims:
        return _("No passage is tied to this event yet. Select one in a text and press Ctrl+E.")
    sources = len({one.claim.source.id for one in page.claims if one.claim.source})
    said = ngettext("{count} passage", "{count} passages", len(page.claims)).format(count=len(page.claims))
    inside = ngettext("{passages} in {count} source", "{passages} in {count} sources", sources)
    return "; ".join((inside.format(passages=said, count=sources), *_how_they_agree(page)))


def _how_they_agree(page: EventPage) -> list[str]:
    disputed = sum(one.is_disputed for one in page.claims)
    settled = sum(one.link.when_mark is Sameness.SAME for one in page.claims)
    doubled = len(
        {one.claim.source.id for one in page.claims if one.standing.is_doubled and one.claim.source}
    )
    parts = []
    if disputed:
        said = ngettext(
            "{count} states a date that is in conflict", "{count} state dates that are in conflict", disputed
        )
        parts.append(said.format(count=disputed))
    elif page.dates:
        parts.append(_("no dates in conflict"))
    if doubled:
        said = ngettext(
            "{count} source gives two dates that cannot both be right",
            "{count} sources give two dates that cannot both be right",
            doubled,
        )
        parts.append(said.format(count=doubled))
    if settled:
        said = ngettext(
            "{count} was called no contradiction", "{count} were called no contradiction", settled
        )
        parts.append(said.format(count=settled))
    return parts
