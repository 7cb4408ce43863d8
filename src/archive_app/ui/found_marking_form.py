"""What is to be put on everything that a search found: colour, note, tags, an event, and on which words."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.records import Colour, Event
from archive_app.core.translation import _
from archive_app.services import events, tagging
from archive_app.services.archives import Archive
from archive_app.ui import icons, theme
from archive_app.ui.event_picker import EventPicker
from archive_app.ui.labels import colour_label, short
from archive_app.ui.plain_text import letters_of, plain_label, tip
from archive_app.ui.tag_edit import TagEdit

_NOTE_LINES = 4


@dataclass(frozen=True, slots=True)
class Marking:
    """The values of `searching.plan_annotations` and `searching.annotate_hits`."""

    colour: Colour | None = Colour.YELLOW
    note: str = ""
    tags: tuple[str, ...] = ()
    event_id: str | None = None
    whole: bool = False

    def options(self) -> dict[str, Any]:
        """The values by their names."""
        return {
            "colour": self.colour,
            "note": self.note,
            "tags": self.tags,
            "event_id": self.event_id,
            "whole": self.whole,
        }


class FoundMarkingForm(QWidget):
    """`changed` tells that another marking is wanted, `typed` that the person is still writing it; `new_event_wanted`
    carries the title of an event that is to be made."""

    changed = Signal()
    typed = Signal()
    new_event_wanted = Signal(str)

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._events: dict[str, Event] = {}
        self.colours: dict[Colour | None, QToolButton] = {}
        self._colour_group = QButtonGroup(self)
        self.found_only = QRadioButton(_("The &first words that were found"))
        self.whole = QRadioButton(_("The &whole passage"))
        self.found_only.setChecked(True)
        self.note = QPlainTextEdit()
        self.note.setObjectName("field")
        self.note.setTabChangesFocus(True)
        self.note.setFont(theme.interface_font())
        self.note.setPlaceholderText(_("Write a note…"))
        self.note.setFixedHeight(_NOTE_LINES * self.note.fontMetrics().lineSpacing() + 22)
        self.tags = TagEdit()
        self.picker = EventPicker()
        self.event_chip = EventChip()
        self._build()
        self._connect()
        self._take_up_look()
        self.take_up_known()
        self.choose_event(None)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(_heading(_("Highlight"), None))
        layout.addLayout(self._colour_row())
        layout.addWidget(self.found_only)
        layout.addWidget(self.whole)
        layout.addSpacing(theme.SPACE)
        for label, part in (
            (_("&Note"), self.note),
            (_("&Tags"), self.tags),
            (_("&Event"), self.picker),
        ):
            layout.addWidget(_heading(label, part))
            layout.addWidget(part)
            if part is self.picker:
                layout.addWidget(self.event_chip, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addSpacing(theme.SPACE)
        layout.addStretch(1)

    def _colour_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for colour in (*Colour, None):
            name = colour_label(colour) if colour else _("No highlight")
            button = QToolButton()
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.colours[colour] = button
            self._colour_group.addButton(button)
            row.addWidget(button)
        self.colours[Colour.YELLOW].setChecked(True)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._colour_group.buttonClicked.connect(self._on_chosen)
        self.whole.toggled.connect(self._on_chosen)
        self.note.textChanged.connect(self.typed)
        self.tags.edited.connect(self._on_chosen)
        self.picker.chosen.connect(self.choose_event)
        self.picker.new_wanted.connect(self.new_event_wanted)
        self.event_chip.removed.connect(partial(self.choose_event, None))
        theme.state.changed.connect(self._take_up_look)

    def _on_chosen(self, _value: object = None) -> None:
        self.changed.emit()

    def _take_up_look(self) -> None:
        for colour, button in self.colours.items():
            if colour is not None:
                button.setIcon(icons.dot(theme.dot(colour), 16))
        icons.put(self.colours[None], "none")
        icons.refresh(self)

    def take_up_known(self) -> None:
        """Offer the tags and events that the archive has now; an event that is gone is not chosen any more."""
        self.tags.set_known(found.path for found in tagging.list_tags(self._archive))
        every = [found.event for found in events.list_events(self._archive)]
        self._events = {event.id: event for event in every}
        self.picker.set_events(every)
        if self.event_chip.event_id and self.event_chip.event_id not in self._events:
            self.choose_event(None)

    def choose_event(self, event_id: str | None) -> None:
        """Tie to this event, or to none."""
        event = self._events.get(event_id or "")
        self.event_chip.show_event(event)
        self.picker.setVisible(event is None)
        self.changed.emit()

    def marking(self) -> Marking:
        """What is chosen."""
        colour = next(colour for colour, button in self.colours.items() if button.isChecked())
        return Marking(
            colour=colour,
            note=letters_of(self.note).strip(),
            tags=tuple(self.tags.names),
            event_id=self.event_chip.event_id,
            whole=self.whole.isChecked(),
        )

    def writes_in_line(self, widget: QWidget | None) -> bool:
        """Whether Enter in this widget ends a tag or takes an event."""
        return widget in (self.tags.line, self.picker)


class EventChip(QWidget):
    """The chosen event with a button that takes it off."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_id: str | None = None
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = plain_label()
        self._label.setFont(theme.interface_font(-0.5))
        self.button = QToolButton()
        self.button.setIconSize(QSize(10, 10))
        self.button.setFixedSize(18, 18)
        self.button.setStyleSheet("padding: 1px")
        icons.put(self.button, "close")
        self.button.setToolTip(_("Take off"))
        self.button.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.setSpacing(2)
        row.addWidget(self._label)
        row.addWidget(self.button)

    def show_event(self, event: Event | None) -> None:
        """Show an event, or nothing."""
        self.event_id = event.id if event else None
        self._label.setText(short(event.title, 36) if event else "")
        self._label.setToolTip(tip(event.title) if event else "")
        said = _("Take off {event}").format(event=event.title) if event else _("Take off")
        self.button.setAccessibleName(said)
        self.setVisible(event is not None)


def _heading(text: str, buddy: QWidget | None) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.interface_font(weight=600))
    if buddy is not None:
        label.setBuddy(buddy)
    return label
