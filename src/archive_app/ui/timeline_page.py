"""The page of the timeline: a filter, lanes to choose, the events on their axis, and beside it those without a date."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.errors import UserError
from archive_app.core.translation import _, ngettext
from archive_app.services import timelines
from archive_app.services.timelines import LANES_LABELS, Lanes, Timeline
from archive_app.ui import icons, theme
from archive_app.ui.date_field import set_wrong
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.timeline_exporting import TimelineExporting
from archive_app.ui.timeline_reading import TimelineReading
from archive_app.ui.timeline_sides import EventStrip, UndatedList
from archive_app.ui.timeline_view import STEP, TimelineView

FILTER_KEY, JUMP_KEY = "F7", "F8"


class TimelinePage(QWidget):
    """Shows all events of the archive in time. `event_requested` carries the one whose page is wanted."""

    event_requested = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.reading = TimelineReading(session, self)
        self.exporting = TimelineExporting(session, settings, self)
        self.shown = self.reading.events
        """The events that the filter lets through."""
        self._folded: set[str] = set()
        """The events whose parts are not shown."""
        self._wanted = ""
        self.view = TimelineView()
        self.line = QLineEdit()
        self.jump_line = QLineEdit()
        self.lanes = QComboBox()
        self.count = QLabel()
        self.undated = UndatedList()
        self.details = EventStrip()
        self.empty = EmptyState("timeline")
        self.buttons: dict[str, QToolButton] = {}
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.setFocusProxy(self.view)

    @property
    def chosen(self) -> str:
        """The event that is chosen, "" for none."""
        return self.view.chosen

    def choose(self, event_id: str) -> None:
        """Choose an event and bring it into view, as soon as the events are read."""
        self._wanted = event_id
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self.reading.is_fresh():
            wanted, self._wanted = self._wanted, ""
            if wanted:
                self.view.choose(wanted, show=True)

    def _build(self) -> None:
        title = QLabel(_("Timeline"))
        title.setFont(theme.reading_font(16, weight=650))
        self.count.setObjectName("muted")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(theme.SPACE)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 10)
        top.setSpacing(10)
        top.addLayout(head)
        top.addLayout(self._bar())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.undated)
        for widget in (self.view, self.empty):
            self._pages.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addWidget(self.details)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for line, hint, name in (
            (self.line, _("Filter by words ({key})").format(key=FILTER_KEY), _("Filter by words")),
            (self.jump_line, _("Go to a date ({key})").format(key=JUMP_KEY), _("Go to a date")),
        ):
            line.setPlaceholderText(hint)
            line.setAccessibleName(name)
            line.setClearButtonEnabled(True)
        for lanes, label in LANES_LABELS.items():
            self.lanes.addItem(_(label), lanes)
        self.lanes.setAccessibleName(_("Lanes"))
        row.addWidget(self.line, 3)
        row.addWidget(self.lanes)
        row.addWidget(self.jump_line, 2)
        for name, icon, said, call in (
            ("smaller", "smaller", _("Show more time (-)"), partial(self.view.zoom, 1 / STEP)),
            ("larger", "larger", _("Show less time (+)"), partial(self.view.zoom, STEP)),
            ("all", "full_screen", _("Show all events (Ctrl+0)"), self.view.fit_all),
            ("parts", "tree", _("Show the parts of events; Space: those of the chosen one"), self._fold_all),
            ("undated", "event", _("Events without a date"), self._toggle_undated),
            (
                "export",
                "photo",
                _("Draw the timeline to a picture (SVG) or to pages (PDF)"),
                self.exporting.draw,
            ),
            (
                "dossier",
                "export",
                _("Export the dossiers of the events in view (Ctrl+P)"),
                self.exporting.ask_for_dossier,
            ),
        ):
            button = QToolButton()
            icons.put(button, icon)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.clicked.connect(call)
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["parts"].setCheckable(True)
        self.buttons["undated"].setCheckable(True)
        self.buttons["undated"].setChecked(True)
        return row

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_filtered)
        self.line.returnPressed.connect(self.view.setFocus)
        self.jump_line.returnPressed.connect(self.jump)
        self.jump_line.textChanged.connect(self._on_jump_typed)
        self.lanes.currentIndexChanged.connect(self._show)
        self.view.chosen_changed.connect(self._show_chosen)
        self.view.opened.connect(self.event_requested)
        self.view.typed.connect(self._on_typed)
        self.view.fold_wanted.connect(self.fold)
        self.undated.event_requested.connect(self.event_requested)
        self.details.opened.connect(self.event_requested)
        self.empty.pressed.connect(self.line.clear)
        self.reading.arrived.connect(self._on_read)
        for key, call in (
            (FILTER_KEY, partial(_enter, self.line)),
            (JUMP_KEY, partial(_enter, self.jump_line)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        for line in (self.line, self.jump_line):
            back = QShortcut(QKeySequence(Qt.Key.Key_Escape), line)
            back.setContext(Qt.ShortcutContext.WidgetShortcut)
            back.activated.connect(self.view.setFocus)

    # What is shown

    def lanes_chosen(self) -> Lanes:
        """What the events of one lane have in common."""
        return Lanes(self.lanes.currentData())

    def _on_read(self) -> None:
        self._show()
        self._choose_wanted()

    def _show(self) -> None:
        if not self.reading.is_read:
            return
        narrowed = self.reading.events.narrowed(self.line.text())
        self.shown = narrowed.folded(self._folded)
        lanes = self.lanes_chosen()
        self.view.show_lanes(timelines.in_lanes(self.shown.entries, lanes), headed=lanes is not Lanes.NONE)
        self.undated.show_events([(one.id, one.title, one.when) for one in self.shown.undated])
        self._show_undated()
        self._show_parts(narrowed)
        self._show_count(narrowed)
        self._show_chosen(self.view.chosen)

    def _show_parts(self, narrowed: Timeline) -> None:
        button, whole = self.buttons["parts"], narrowed.with_parts()
        button.setVisible(bool(whole))
        button.setChecked(bool(whole - self._folded))
        said = _("Show the parts of events; Space: those of the chosen one")
        if button.isChecked():
            said = _("Hide the parts of events; Space: those of the chosen one")
        button.setToolTip(said)
        button.setAccessibleName(said)

    def _show_count(self, narrowed: Timeline) -> None:
        count, total = len(narrowed.entries), len(self.reading.events.entries)
        said = ngettext("{count} event", "{count} events", total).format(count=f"{total:,}")
        if count != total:
            said = _("{shown} of {all}").format(shown=f"{count:,}", all=said)
        disputed = sum(entry.is_disputed for entry in narrowed.entries)
        if disputed:
            template = ngettext(
                "{events}; the sources differ on {count}", "{events}; the sources differ on {count}", disputed
            )
            said = template.format(events=said, count=f"{disputed:,}")
        self.count.setText(said)
        self._show_hint()
        self._pages.setCurrentWidget(self.view if count else self.empty)
        self.details.setVisible(bool(count))
        for name in ("smaller", "larger", "all", "export", "dossier"):
            self.buttons[name].setEnabled(bool(count))

    def _show_hint(self) -> None:
        """What to do where nothing stands on the axis."""
        if self.line.text().strip():
            self.empty.show_hint(_("No event fits"), _("Write fewer words to see more."), _("Show all"))
        elif self.reading.events.undated:
            self.empty.show_hint(
                _("No event has a date yet"),
                _(
                    "Open one of those at the side and give it a date, or say in a link when a source puts it."
                ),
            )
        else:
            self.empty.show_hint(
                _("There are no events yet"),
                _("Tie passages to events (Ctrl+E), or make one (Ctrl+Shift+E); it will stand here in time."),
            )

    def _show_undated(self) -> None:
        button, count = self.buttons["undated"], len(self.shown.undated)
        button.setVisible(bool(self.reading.events.undated))
        said = ngettext("{count} event has no date", "{count} events have no date", count)
        button.setToolTip(said.format(count=f"{count:,}"))
        button.setAccessibleName(button.toolTip())
        self.undated.setVisible(bool(count) and button.isChecked())

    def _toggle_undated(self) -> None:
        self._show_undated()

    def _show_chosen(self, entry_id: str) -> None:
        self.details.show_entry(self.view.entry(entry_id))

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile is taken in."""
        super().showEvent(event)
        self.reading.go_on()

    # What the person does

    def _fold_all(self) -> None:
        """Hide all parts where some are shown, else show all."""
        whole = self.reading.events.with_parts()
        self._folded = set() if whole <= self._folded else whole
        self._show()

    def fold(self, event_id: str) -> None:
        """Hide the parts of an event, or show them; of a part it is those of the event that it belongs to."""
        whole, entry = self.reading.events.with_parts(), self.view.entry(event_id)
        if entry is not None and event_id not in whole and entry.parent_id in whole:
            event_id = entry.parent_id or ""
        if event_id in whole:
            self._folded ^= {event_id}
            self._show()
            self.view.choose(event_id, show=True)

    def jump(self) -> None:
        """Go to the date that was typed."""
        typed = self.jump_line.text().strip()
        if not typed:
            self.view.setFocus()
            return
        try:
            begins, ends = timelines.middle_of(typed)
        except UserError as error:
            set_wrong(self.jump_line, True)
            self._session.refused.emit(str(error))
            return
        self.view.show_middle(begins, ends)
        self.view.setFocus()

    def _on_jump_typed(self) -> None:
        set_wrong(self.jump_line, False)

    def _on_filtered(self) -> None:
        """Show what fits; none of it may lie out of view."""
        self._show()
        if self.view.entries() and not self.view.sees_any():
            self.view.fit_all()

    def _on_typed(self, text: str) -> None:
        self.line.setFocus()
        self.line.insert(text)


def _enter(line: QLineEdit) -> None:
    line.setFocus()
    line.selectAll()
