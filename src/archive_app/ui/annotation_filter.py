"""What the table of annotations is narrowed to: words that are typed, and chips that can be taken off."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from archive_app.core.phrases import format_date
from archive_app.core.records import Colour
from archive_app.core.translation import N_, _
from archive_app.services import annotation_table, events, sources, tagging
from archive_app.services.annotation_table import On, Wanted
from archive_app.services.archives import Archive
from archive_app.ui import icons, theme
from archive_app.ui.chooser import Chooser
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import colour_label, short
from archive_app.ui.palette_entries import Entry
from archive_app.ui.plain_text import tip

FILTER_KEY = "F7"
_ON_LABELS = {
    On.TEXT: N_("On passages of texts"),
    On.PHOTO: N_("On photos"),
    On.SOURCE: N_("On whole sources"),
    On.EVENT: N_("On events"),
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One thing that the table can be narrowed to: a value of a field of `Wanted`."""

    field: str
    value: Any
    label: str
    kind: str
    icon: str = ""

    @property
    def key(self) -> str:
        """Tells it from others."""
        return f"{self.field}:{self.value}"


def narrowings(archive: Archive) -> list[Narrowing]:
    """All that the table can be narrowed to."""
    found = [
        Narrowing("colours", colour, colour_label(colour), _("Colour"), "highlight") for colour in Colour
    ]
    found.append(Narrowing("colours", None, _("Without colour"), _("Colour"), "none"))
    found += [Narrowing("on", on, _(label), _("Place"), "place") for on, label in _ON_LABELS.items()]
    found += [
        Narrowing("authors", author, author or _("Unknown"), _("Made by"), "person")
        for author in annotation_table.authors(archive)
    ]
    found += [
        Narrowing("tag_ids", one.tag.id, one.path, _("Tag"), "tag") for one in tagging.list_tags(archive)
    ]
    found += [
        Narrowing(
            "event_ids",
            one.event.id,
            one.event.title,
            " · ".join(part for part in (_("Event"), format_date(one.event.when)) if part),
            "event",
        )
        for one in events.list_events(archive)
    ]
    found += [
        Narrowing("source_ids", one.source.id, one.source.title, _("Source"), "source")
        for one in sources.list_sources(archive)
    ]
    return found


class AnnotationFilter(QWidget):
    """A line and a button above the chips. `changed` tells that something else is wanted, `left` that the person
    goes on to the table."""

    changed = Signal()
    left = Signal()

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._chosen: dict[str, Narrowing] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words in quotation, note, tags, events or source"))
        self.line.setAccessibleName(_("Filter the annotations"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icons.icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.button = QToolButton()
        self.button.setObjectName("filter")
        self.button.setText(_("Narrow by…"))
        said = _("Narrow by tag, colour, event, source, person or place ({key})").format(key=FILTER_KEY)
        self.button.setToolTip(said)
        self.button.setAccessibleName(said)
        self.button.clicked.connect(self.offer)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=4)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._chips)
        self._chips.hide()
        self.setFocusProxy(self.line)

    def wanted(self, order: Wanted) -> Wanted:
        """What is wanted now, in the order of `order`."""
        values: dict[str, set[Any]] = {}
        for one in self._chosen.values():
            values.setdefault(one.field, set()).add(one.value)
        narrowed: dict[str, Any] = {name: frozenset(those) for name, those in values.items()}
        return replace(
            Wanted(column=order.column, descending=order.descending), words=self.line.text(), **narrowed
        )

    def clear(self) -> None:
        """Want everything."""
        self._chosen.clear()
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        self._show()

    def offer(self) -> None:
        """Open the list of all that the table can be narrowed to."""
        every = {one.key: one for one in narrowings(self._archive) if one.key not in self._chosen}
        chooser = Chooser(self.window(), _("Narrow by"), _("A tag, colour, event, source or person"))
        chooser.taken.connect(lambda key: self.choose(every[key]))
        chooser.open([Entry(one.key, short(one.label, 120), one.kind, one.icon) for one in every.values()])

    def choose(self, *chosen: Narrowing) -> None:
        """Narrow the table to these, too."""
        self._chosen |= {one.key: one for one in chosen}
        self._show()

    def chosen(self) -> list[Narrowing]:
        """What the chips say."""
        return list(self._chosen.values())

    def _take_off(self, key: str) -> None:
        self._chosen.pop(key, None)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._chosen.values():
            self._flow.addWidget(self._chip(one))
        self._chips.setVisible(bool(self._chosen))
        self.changed.emit()

    def _chip(self, one: Narrowing) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("narrowed")
        chip.setFont(theme.interface_font(-1))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(10, 10))
        icons.put(chip, "close")
        chip.setText(short(one.label, 40).replace("&", "&&"))
        said = _("Take off: {kind} {label}").format(kind=one.kind, label=one.label)
        chip.setToolTip(tip(said))
        chip.setAccessibleName(said)
        chip.clicked.connect(partial(self._take_off, one.key))
        return chip

    def _on_typed(self, _text: str) -> None:
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down, Enter and Escape lead from the line to the table."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
