"""The head of an event's page: what it is a part of, when it was and why that is held right, where, and its parts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Event
from archive_app.core.translation import _, ngettext
from archive_app.services.authorities import Named
from archive_app.services.claims import EventPage, agreed_date
from archive_app.services.events import EventSummary
from archive_app.services.verdicts import Held
from archive_app.ui import icons, theme
from archive_app.ui.agreement_chip import disputed_chip
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.matching import folded
from archive_app.ui.name_links import NameLinks
from archive_app.ui.wrapped_label import WrappedLabel


class EventHead(QWidget):
    """Made anew with each change of the event."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    export_wanted = Signal()
    verdict_wanted = Signal()
    part_wanted = Signal()
    parent_wanted = Signal()
    event_requested = Signal(str)
    authority_requested = Signal(str)

    def __init__(
        self, page: EventPage, *, read_only: bool, opened: bool = False, parent: QWidget | None = None
    ) -> None:
        """`opened` shows at once what was held before."""
        super().__init__(parent)
        self._page = page
        self._read_only = read_only
        self.held_before = QWidget(self)
        """The datings that were held right before."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._add_way_up()
        self._add_title()
        self._add_line("clock", format_date(page.event.when) or _("Date unknown"), strong=True)
        self._add_verdict(opened)
        if page.event.place and not is_among(page.event.place, page.names):
            self._add_line("place", page.event.place)
        if page.names:
            names = NameLinks(page.names, self)
            names.setContentsMargins(0, 4, 0, 0)
            names.requested.connect(self.authority_requested)
            self._column.addWidget(names)
        if page.event.note:
            note = WrappedLabel(page.event.note).selectable()
            note.setFont(theme.interface_font())
            note.setContentsMargins(0, 8, 0, 0)
            self._column.addWidget(note)
        self._add_parts()

    def _add_way_up(self) -> None:
        if not self._page.above:
            return
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._sign("up"))
        for number, event in enumerate(self._page.above):
            if number:
                row.addWidget(QLabel("\u203a"))
            row.addWidget(self._link(event), 1 if event is self._page.above[-1] else 0)
        self._column.addLayout(row)

    def _link(self, event: Event) -> LinkLabel:
        link = LinkLabel(event.title)
        link.setWordWrap(len(self._page.above) == 1)
        if len(self._page.above) > 1:
            link.setText(short(event.title, 40))
            link.setSizePolicy(QLabel().sizePolicy())
        link.setToolTip(_("Open the event that this is a part of"))
        link.setStyleSheet(f"color: {theme.colours().link}")
        link.clicked.connect(partial(self.event_requested.emit, event.id))
        return link

    def _add_title(self) -> None:
        title = WrappedLabel(self._page.event.title).selectable()
        title.setFont(theme.reading_font(20, weight=650))
        row = QHBoxLayout()
        row.addWidget(title, 1)
        for icon, label, tip, signal in (
            ("export", _("Export"), _("Print the dossier of this event (Ctrl+P)"), self.export_wanted),
            ("edit", _("Edit"), _("Edit this event (F2)"), self.edit_wanted),
            ("trash", _("Delete"), _("Delete this event and its links"), self.delete_wanted),
        ):
            button = QPushButton(icons.icon(icon), label)
            button.setToolTip(tip)
            button.setEnabled(not self._read_only or signal is self.export_wanted)
            button.clicked.connect(signal)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _add_line(self, icon: str, text: str, *, strong: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign(icon))
        words = WrappedLabel(text)
        if strong:
            words.setFont(theme.interface_font(1, weight=600))
        row.addWidget(words, 1)
        self._column.addLayout(row)

    def _sign(self, icon: str) -> QLabel:
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, 16, theme.colours().muted, self.devicePixelRatioF()))
        return sign

    # The verdict

    def _add_verdict(self, opened: bool) -> None:
        event, before = self._page.event, self._page.held[1:]
        frame = QFrame(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(WrappedLabel(self._verdict_words(event), muted=not event.reason).selectable())
        row = QHBoxLayout()
        row.setSpacing(4)
        self.verdict_button = QPushButton(self._verdict_label(), self)
        self.verdict_button.setToolTip(_("Say which date is right, and why (V)"))
        self.verdict_button.clicked.connect(self.verdict_wanted)
        self.verdict_button.setVisible(not self._read_only)
        row.addWidget(self.verdict_button)
        said = ngettext("{count} earlier dating", "{count} earlier datings", len(before))
        self.before_button = QPushButton(icons.icon("clock"), said.format(count=len(before)), self)
        self.before_button.setFlat(True)
        self.before_button.setCheckable(True)
        self.before_button.setVisible(bool(before))
        self.before_button.toggled.connect(self.held_before.setVisible)
        row.addWidget(self.before_button)
        row.addStretch()
        if not self._page.phases:
            self._add_part_buttons(row)
        column.addLayout(row)
        lines = QVBoxLayout(self.held_before)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for held in before:
            lines.addWidget(WrappedLabel(held_words(held), muted=True).selectable())
        column.addWidget(self.held_before)
        self.held_before.setVisible(False)
        self.before_button.setChecked(opened)
        self._column.addWidget(frame)

    def _verdict_label(self) -> str:
        if self._page.event.reason:
            return _("Change the verdict\u2026")
        agreed = agreed_date(self._page)
        if agreed:
            return _("Hold {date} right\u2026").format(date=format_date(agreed))
        return _("Decide on the date\u2026")

    def _verdict_words(self, event: Event) -> str:
        if event.reason:
            return _("Held right, because: {reason}").format(reason=event.reason)
        if self._page.has_conflict:
            return _("The dates of the sources cannot all be right, and nothing is decided yet.")
        if self._page.is_doubled:
            return _("A source gives two dates: it contradicts itself, or it speaks of two phases.")
        if agreed_date(self._page):
            return _("The event has no date of its own, and all that is said of it agrees.")
        return _("No verdict on the date yet.")

    # The parts

    def _add_parts(self) -> None:
        if not self._page.phases:
            return
        heading = QLabel(_("Parts of this event"))
        heading.setFont(theme.interface_font(1, weight=650))
        heading.setContentsMargins(0, 18, 0, 0)
        self._column.addWidget(heading)
        for row in self._page.phases:
            self._column.addLayout(self._part(row))
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.setContentsMargins(0, 6, 0, 0)
        self._add_part_buttons(buttons)
        buttons.addStretch()
        self._column.addLayout(buttons)

    def _add_part_buttons(self, row: QHBoxLayout) -> None:
        for icon, words, signal in (
            ("plus", _("Add a part\u2026"), self.part_wanted),
            ("up", _("Part of\u2026"), self.parent_wanted),
        ):
            button = QPushButton(icons.icon(icon), words, self)
            button.setFlat(True)
            button.clicked.connect(signal)
            button.setVisible(not self._read_only)
            row.addWidget(button)

    def _part(self, row: EventSummary) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._sign("event"))
        link = LinkLabel(short(row.event.title, 90))
        link.setWordWrap(False)
        link.setSizePolicy(QLabel().sizePolicy())
        link.setStyleSheet(f"color: {theme.colours().link}")
        link.clicked.connect(partial(self.event_requested.emit, row.event.id))
        line.addWidget(link)
        claims = ngettext("{count} claim", "{count} claims", row.links).format(count=row.links)
        detail = "  \u00b7  ".join(part for part in (format_date(row.event.when), claims) if part)
        known = QLabel(detail)
        known.setObjectName("muted")
        line.addWidget(known)
        if row.event.id in self._page.disputed:
            line.addWidget(disputed_chip())
        line.addStretch(1)
        return line


def is_among(place: str, names: Sequence[Named]) -> bool:
    """Whether a place is one of these records by one of its names, so that it need not be shown in words, too."""
    wanted = folded(place)
    return any(
        named.authority.kind is AuthorityKind.PLACE and wanted in map(folded, named.names) for named in names
    )


def held_words(held: Held) -> str:
    """A dating that was held right before, in a sentence."""
    parts = {
        "date": format_date(held.when) or _("no date"),
        "until": local_day_and_time(held.until),
        "who": held.changed_by or _("somebody unknown"),
        "reason": held.reason,
    }
    if held.reason:
        return _("Held {date} until {until}, changed by {who}; the reason had been: {reason}").format(**parts)
    return _("Held {date} until {until}, changed by {who}; no reason was given.").format(**parts)
