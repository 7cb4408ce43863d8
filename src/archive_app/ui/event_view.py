"""An event's page: when and where it was, and beside it what each source says about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.records import Event
from archive_app.core.translation import _, ngettext
from archive_app.services import events
from archive_app.services.events import Claim
from archive_app.ui import icons, theme
from archive_app.ui.card_grid import CardGrid
from archive_app.ui.claim_card import ClaimCard, differs, disagree
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.session import Session
from archive_app.ui.wrapped_label import WrappedLabel

_TOUCHED = ("events", "links", "annotations", "sources")


class EventView(QScrollArea):
    """Shows one event."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    edit = Signal(str)
    """The person wants to edit the event."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Event"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._event: Event | None = None
        self._claims: list[Claim] = []
        self.cards: list[ClaimCard] = []
        self.notes = RecordNotes(session)
        self.notes.line.setAccessibleName(_("New note on this event"))
        self._below = QWidget()
        self._body = QWidget()
        self._column = self._build()
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._show)
        self._show()

    def _build(self) -> QVBoxLayout:
        """What is told of the event is made anew with each change; the notes below stay while one is written."""
        page = QWidget()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(_("Notes on this event"))
        heading.setFont(theme.interface_font(1, weight=650))
        below = QVBoxLayout(self._below)
        below.setContentsMargins(48, 0, 40, 40)
        below.setSpacing(8)
        below.addWidget(heading)
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
        return self._event.id if self._event else None

    def show_event(self, event_id: str) -> None:
        """Show an event with the claims of all sources."""
        try:
            self._event = events.get_event(self._session.archive, event_id)
            self._claims = events.claims(self._session.archive, event_id)
        except NotFound:
            self._event, self._claims = None, []
        self._show()

    def remove(self) -> None:
        """Delete the event with its links; undo brings all back."""
        if self._event is not None:
            self._session.write(_("Deleting an event"), events.remove_event, self._event.id)

    def _on_changed(self, changes: Changes) -> None:
        if self._event is not None and changes.touches(*_TOUCHED):
            self.show_event(self._event.id)

    def _show(self) -> None:
        body = QWidget()
        self.cards = []
        column = QVBoxLayout(body)
        if self._event is None:
            empty = EmptyState("event")
            empty.show_hint(
                _("No event is open"), _("Choose one in the library, or tie a passage to one (Ctrl+E).")
            )
            column.addWidget(empty)
        else:
            column.setContentsMargins(48, 28, 40, 24)
            column.setSpacing(6)
            self._add_head(column, self._event)
            self._add_claims(column, self._event)
        place = self.verticalScrollBar().value()
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self._below.setVisible(self._event is not None)
        self.notes.show_record(self._event)
        self.verticalScrollBar().setValue(place)

    def _add_head(self, column: QVBoxLayout, event: Event) -> None:
        title = WrappedLabel(event.title).selectable()
        title.setFont(theme.reading_font(20, weight=650))
        row = QHBoxLayout()
        row.addWidget(title, 1)
        for icon, label, tip, call in (
            ("edit", _("Edit"), _("Edit this event (F2)"), lambda: self.edit.emit(event.id)),
            ("trash", _("Delete"), _("Delete this event and its links"), self.remove),
        ):
            button = QPushButton(icons.icon(icon), label)
            button.setToolTip(tip)
            button.setEnabled(not self._session.archive.read_only)
            button.clicked.connect(call)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        for icon, text in (("clock", format_date(event.when) or _("Date unknown")), ("place", event.place)):
            if text:
                column.addLayout(_line(icon, text, self.devicePixelRatioF()))
        if event.note:
            note = WrappedLabel(event.note).selectable()
            note.setFont(theme.interface_font())
            note.setContentsMargins(0, 8, 0, 0)
            column.addWidget(note)

    def _add_claims(self, column: QVBoxLayout, event: Event) -> None:
        heading = QLabel(_("What the sources say"))
        heading.setFont(theme.interface_font(1, weight=650))
        heading.setContentsMargins(0, 24, 0, 0)
        column.addWidget(heading)
        column.addWidget(WrappedLabel(self._summary(event), muted=True))
        column.addSpacing(8)
        grid = CardGrid()
        for claim in self._claims:
            card = ClaimCard(claim, event)
            card.place_requested.connect(self.place_requested)
            card.source_requested.connect(self.source_requested)
            self.cards.append(card)
            grid.add_card(card)
        column.addWidget(grid)

    def _summary(self, event: Event) -> str:
        if not self._claims:
            return _("No passage is tied to this event yet. Select one in a text and press Ctrl+E.")
        sources = len({claim.source.id for claim in self._claims if claim.source})
        said = ngettext("{count} passage", "{count} passages", len(self._claims)).format(
            count=len(self._claims)
        )
        inside = ngettext("{passages} in {count} source", "{passages} in {count} sources", sources)
        text = inside.format(passages=said, count=sources)
        different = sum(differs(claim.link, event) for claim in self._claims)
        if not event.when and disagree([claim.link for claim in self._claims]):
            return _("{summary}; they do not agree on the date").format(summary=text)
        if not different:
            return text
        other = ngettext(
            "{summary}; {count} gives a different date", "{summary}; {count} give a different date", different
        )
        return other.format(summary=text, count=different)


def _line(icon: str, text: str, ratio: float) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel()
    sign.setPixmap(icons.pixmap(icon, 16, theme.colours().muted, ratio))
    row.addWidget(sign)
    row.addWidget(WrappedLabel(text), 1)
    return row
