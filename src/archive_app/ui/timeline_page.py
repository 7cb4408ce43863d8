"""The page of the timeline: a filter, lanes to choose, the events on their axis, and beside it those without a date."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.dates import format_date
from archive_app.core.errors import UserError
from archive_app.core.timeline import Entry
from archive_app.core.timeline_drawing import draw_legend
from archive_app.core.translation import _, ngettext
from archive_app.services import timelines
from archive_app.services.timelines import LANES_LABELS, Lanes, Timeline
from archive_app.ui import icons, theme
from archive_app.ui.date_field import set_wrong
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane as Work
from archive_app.ui.plain_text import plain_label, tip
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.timeline_painting import TimelinePainter, measure
from archive_app.ui.timeline_view import STEP, TimelineView, claims

FILTER_KEY, JUMP_KEY = "F7", "F8"
_TOUCHED = (
    "events",
    "links",
    "annotations",
    "annotation_tags",
    "tags",
    "sources",
    "texts",
    "photos",
    "regions",
)
_SIDE, _STRIP = 208, 64
_MOST_CLAIMS = 4


class TimelinePage(QWidget):
    """Shows all events of the archive in time. `event_requested` carries the one whose page is wanted, `written` a
    file that was made and what to say of it."""

    event_requested = Signal(str)
    written = Signal(object, str)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._settings = settings
        self._all = Timeline((), ())
        self.shown = self._all
        """The events that the filter lets through."""
        self._is_stale = True
        self._is_reading = False
        self._is_read = False
        self.view = TimelineView()
        self.line = QLineEdit()
        self.jump_line = QLineEdit()
        self.lanes = QComboBox()
        self.count = QLabel()
        self.undated = _UndatedList()
        self.details = _Details()
        self.empty = EmptyState("timeline")
        self.buttons: dict[str, QToolButton] = {}
        self._pages = QStackedWidget()
        self._drawn = QWidget()
        self._build()
        self._connect()
        self.setFocusProxy(self.view)

    @property
    def chosen(self) -> str:
        """The event that is chosen, "" for none."""
        return self.view.chosen

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
        middle.addWidget(self.view, 1)
        middle.addWidget(self.undated)
        column = QVBoxLayout(self._drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.details)
        for widget in (self._drawn, self.empty):
            self._pages.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

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
            ("undated", "event", _("Events without a date"), self._toggle_undated),
            ("export", "export", _("Write the timeline to a picture (SVG)"), self.export),
        ):
            button = QToolButton()
            icons.put(button, icon)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.clicked.connect(call)
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["undated"].setCheckable(True)
        self.buttons["undated"].setChecked(True)
        return row

    def _connect(self) -> None:
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self.view.setFocus)
        self.jump_line.returnPressed.connect(self.jump)
        self.jump_line.textChanged.connect(self._on_jump_typed)
        self.lanes.currentIndexChanged.connect(self._show)
        self.view.chosen_changed.connect(self._show_chosen)
        self.view.opened.connect(self.event_requested)
        self.view.typed.connect(self._on_typed)
        self.undated.event_requested.connect(self.event_requested)
        self.details.opened.connect(self.event_requested)
        self.empty.pressed.connect(self.line.clear)
        self._session.changed.connect(self._on_changed)
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

    def is_waiting(self) -> bool:
        """Whether the events are still being read."""
        return self._is_reading or (self._is_stale and self.isVisible())

    def _read(self) -> None:
        if self._is_reading:
            return
        self._is_reading, self._is_stale = True, False
        task = self._session.runner.start(
            Work.SEARCH,
            _("Reading the events"),
            timelines.read_timeline,
            self._session.archive,
            done=self._on_read,
        )
        task.failed.connect(self._on_ended)
        task.cancelled.connect(self._on_ended)

    def _on_read(self, found: Timeline) -> None:
        self._is_reading, self._is_read = False, True
        self._all = found
        self._show()
        self._read_again()

    def _on_ended(self, _error: object = None) -> None:
        self._is_reading = False
        self._read_again()

    def _read_again(self) -> None:
        if self._is_stale and self.isVisible():
            self._read()

    def _show(self) -> None:
        if not self._is_read:
            return
        self.shown = self._all.narrowed(self.line.text())
        lanes = self.lanes_chosen()
        self.view.show_lanes(timelines.in_lanes(self.shown.entries, lanes), headed=lanes is not Lanes.NONE)
        self.undated.show_events([(one.id, one.title, one.when) for one in self.shown.undated])
        self._show_undated()
        self._show_count()
        self._show_chosen(self.view.chosen)

    def _show_count(self) -> None:
        count, total = len(self.shown.entries), len(self._all.entries)
        said = ngettext("{count} event", "{count} events", total).format(count=f"{total:,}")
        if count != total:
            said = _("{shown} of {all}").format(shown=f"{count:,}", all=said)
        disputed = sum(entry.is_disputed for entry in self.shown.entries)
        if disputed:
            template = ngettext(
                "{events}; the sources differ on {count}", "{events}; the sources differ on {count}", disputed
            )
            said = template.format(events=said, count=f"{disputed:,}")
        self.count.setText(said)
        if not total and not self._all.undated:
            self.empty.show_hint(
                _("There are no events yet"),
                _("Tie passages to events (Ctrl+E), or make one (Ctrl+Shift+E); it will stand here in time."),
            )
        elif not count and not self.shown.undated:
            self.empty.show_hint(_("No event fits"), _("Write fewer words to see more."), _("Show all"))
        is_empty = not count and not self.shown.undated
        self._pages.setCurrentWidget(self.empty if is_empty else self._drawn)
        for name in ("smaller", "larger", "all", "export"):
            self.buttons[name].setEnabled(bool(count))

    def _show_undated(self) -> None:
        button, count = self.buttons["undated"], len(self.shown.undated)
        button.setVisible(bool(self._all.undated))
        said = ngettext("{count} event has no date", "{count} events have no date", count)
        button.setToolTip(said.format(count=f"{count:,}"))
        button.setAccessibleName(button.toolTip())
        self.undated.setVisible(bool(count) and button.isChecked())

    def _toggle_undated(self) -> None:
        self._show_undated()

    def _show_chosen(self, entry_id: str) -> None:
        self.details.show_entry(self.view.entry(entry_id))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._is_stale = True
            self._read_again()

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile is taken in."""
        super().showEvent(event)
        self._read_again()

    # What the person does

    def jump(self) -> None:
        """Go to the date that was typed."""
        try:
            begins, ends = timelines.middle_of(self.jump_line.text())
        except UserError as error:
            set_wrong(self.jump_line, True)
            self._session.refused.emit(str(error))
            return
        self.view.show_middle(begins, ends)
        self.view.setFocus()

    def _on_jump_typed(self) -> None:
        set_wrong(self.jump_line, False)

    def _on_typed(self, text: str) -> None:
        self.line.setFocus()
        self.line.insert(text)

    def export(self) -> None:
        """Ask for a file and draw what is in view into it; all events where all are in view."""
        start = str(self._settings.folder("export") / _("timeline.svg"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self.window(), _("Write the timeline to a picture"), start, _("Pictures (*.svg)")
        )
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(".svg") else f"{chosen}.svg")
        self._settings.remember_folder("export", target.parent)
        begins, ends = (None, None) if self.view.is_fitted() else self.view.seen()
        self._session.write(
            _("Drawing the timeline"),
            timelines.export_svg,
            target,
            self.shown,
            lanes=self.lanes_chosen(),
            begins=begins,
            ends=ends,
            done=partial(self._on_exported, target),
            owner=self,
        )

    def _on_exported(self, target: Path, count: int) -> None:
        said = ngettext("{count} event was drawn to {name}.", "{count} events were drawn to {name}.", count)
        self.written.emit(target, said.format(count=f"{count:,}", name=target.name))


def _enter(line: QLineEdit) -> None:
    line.setFocus()
    line.selectAll()


class _UndatedList(QFrame):
    """The events that cannot stand on the axis. `event_requested` carries the one whose page is wanted."""

    event_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedWidth(_SIDE)
        self.title = plain_label(wrap=True)
        self.title.setFont(theme.interface_font(-0.5, weight=600))
        self.title.setContentsMargins(12, 14, 12, 8)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("Events without a date"))
        self.list.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)

    def show_events(self, events: list[tuple[str, str, str]]) -> None:
        """Show these: id, title and what is known of the date."""
        said = ngettext("{count} event has no date", "{count} events have no date", len(events))
        self.title.setText(said.format(count=f"{len(events):,}"))
        self.list.clear()
        for event_id, title, when in events:
            date = format_date(when)
            item = QListWidgetItem(f"{title}\n{date}" if date else title)
            item.setData(Qt.ItemDataRole.UserRole, event_id)
            item.setToolTip(tip(_("{title}: press Enter to open it and give it a date").format(title=title)))
            self.list.addItem(item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line divides it from the axis."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.event_requested.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class _Details(QFrame):
    """A strip with the chosen event and what its sources say; without one, what the signs mean."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedHeight(_STRIP)
        self._entry: Entry | None = None
        self.title = plain_label()
        self.title.setFont(theme.interface_font(weight=600))
        self.said = plain_label()
        self.said.setObjectName("muted")
        for label in (self.title, self.said):
            label.setMinimumWidth(40)
        self.button = QPushButton(_("Open the event"))
        self.button.setToolTip(_("Open the page of this event (Enter)"))
        self.button.clicked.connect(self._on_pressed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.said)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)
        theme.state.changed.connect(self.update)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Tell of this event."""
        self._entry = entry
        self.button.setVisible(entry is not None)
        date = format_date(entry.when) or _("Date unknown") if entry else ""
        parts = (entry.title, date, entry.place) if entry else ()
        self.title.setText("   ·   ".join(part for part in parts if part))
        lines = claims(entry) if entry else []
        if len(lines) > _MOST_CLAIMS:
            more = ngettext("{count} more", "{count} more", len(lines) - _MOST_CLAIMS + 1)
            lines = [*lines[: _MOST_CLAIMS - 1], more.format(count=len(lines) - _MOST_CLAIMS + 1)]
        self.said.setText("   ·   ".join(lines))
        self.said.setToolTip(tip("\n".join(claims(entry))) if entry else "")
        self.update()

    def _on_pressed(self) -> None:
        if self._entry is not None:
            self.opened.emit(self._entry.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where no event is chosen, the signs."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
            if self._entry is None:
                shapes = draw_legend(20, self.height() / 2 + 4, measure)
                TimelinePainter(painter, self.devicePixelRatioF()).paint(shapes)
