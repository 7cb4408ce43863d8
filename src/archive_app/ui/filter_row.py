"""Narrowing the annotations of a text to those of one colour, tag, person or event."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from archive_app.core.records import Colour, Event
from archive_app.core.tags import SEPARATOR
from archive_app.core.translation import N_, _
from archive_app.services.annotating import Annotated
from archive_app.ui import icons, theme
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import colour_label, short
from archive_app.ui.plain_text import plain_label, tip

_LABELS = {"colour": N_("Colour"), "tag": N_("Tag"), "person": N_("Person"), "event": N_("Event")}
_NO_COLOUR = "none"


def _colours(one: Annotated) -> list[str]:
    return [one.annotation.colour.value if one.annotation.colour else _NO_COLOUR]


def _tags(one: Annotated) -> list[str]:
    """The tags that it carries and those that they stand under, as paths."""
    return _with_above(one.tag_paths)


@lru_cache(maxsize=1 << 12)
def _with_above(paths: tuple[str, ...]) -> list[str]:
    found: dict[str, None] = {}
    for path in paths:
        names = path.split(SEPARATOR)
        found |= dict.fromkeys(SEPARATOR.join(names[:count]) for count in range(1, len(names) + 1))
    return list(found)


def _persons(one: Annotated) -> list[str]:
    return [one.annotation.author]


def _events(one: Annotated) -> list[str]:
    return [link.event_id for link in one.links]


_VALUES: dict[str, Callable[[Annotated], list[str]]] = {
    "colour": _colours,
    "tag": _tags,
    "person": _persons,
    "event": _events,
}


@dataclass
class Narrowed:
    """What the annotations are narrowed to: at most one value of each kind."""

    chosen: dict[str, str] = field(default_factory=dict)

    def lets_through(self, one: Annotated) -> bool:
        """Whether an annotation has all the values."""
        return all(value in _VALUES[kind](one) for kind, value in self.chosen.items())


class FilterRow(QWidget):
    """A small button for each kind of which there are several values; its menu has them with their numbers.

    `changed` tells that the person has chosen another value.
    """

    changed = Signal()
    cleared = Signal()
    """The person wants to see all, whatever was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrowed = Narrowed()
        self._counts: dict[str, Counter[str]] = {kind: Counter() for kind in _VALUES}
        self._counted: dict[str, Annotated] = {}
        self._titles: dict[str, str] = {}
        self.buttons: dict[str, QToolButton] = {}
        self.shown = plain_label()
        self.shown.setObjectName("muted")
        self.shown.setFont(theme.interface_font(-1))
        flow = FlowLayout(self, spacing=4)
        for kind in _VALUES:
            button = self.buttons[kind] = QToolButton()
            button.setObjectName("filter")
            button.setFont(theme.interface_font(-1))
            button.setCheckable(True)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(self.fill, kind))
            button.setMenu(menu)
            flow.addWidget(button)
        self.clearing = QToolButton()
        self.clearing.setObjectName("quiet")
        self.clearing.setFont(theme.interface_font(-1))
        self.clearing.setText(_("Show all"))
        self.clearing.setToolTip(_("Show all annotations again (Esc in the filter)"))
        self.clearing.clicked.connect(self._on_clear)
        flow.addWidget(self.shown)
        flow.addWidget(self.clearing)
        self.show_number(0, 0)

    def is_set(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.narrowed.chosen)

    def clear(self) -> None:
        """Choose nothing, without telling anybody."""
        self.narrowed = Narrowed()

    def show_values(self, every: Mapping[str, Annotated], events: Mapping[str, Event]) -> None:
        """Offer what these annotations have, by their ids; only those that changed are counted again."""
        for key in [key for key in self._counted if key not in every]:
            self._count(self._counted.pop(key), -1)
        if not self._counted:
            self._counted = dict(every)
            for kind, values in _VALUES.items():
                self._counts[kind] = Counter(value for one in every.values() for value in values(one))
        for key, one in every.items():
            before = self._counted.get(key)
            if before is not one:
                if before is not None:
                    self._count(before, -1)
                self._count(one, 1)
                self._counted[key] = one
        self._titles = {key: event.title for key, event in events.items()}

    def _count(self, one: Annotated, step: int) -> None:
        for kind, values in _VALUES.items():
            counts = self._counts[kind]
            for value in values(one):
                counts[value] += step
                if not counts[value]:
                    del counts[value]

    def show_number(self, shown: int, every: int, *, by_words: bool = False) -> None:
        """Say how many of all annotations are shown, and name what they are narrowed to."""
        is_narrowed = self.is_set() or by_words
        self.shown.setText(_("{shown} of {count} shown").format(shown=shown, count=every))
        self.shown.setVisible(is_narrowed)
        self.clearing.setVisible(is_narrowed)
        for kind, button in self.buttons.items():
            value = self.narrowed.chosen.get(kind)
            label = self._label(kind, value) if value is not None else _(_LABELS[kind])
            button.setText(_("{value} ▾").format(value=short(label, 20)).replace("&", "&&"))
            button.setToolTip(tip(label))
            button.setAccessibleName(_("Filter by {kind}").format(kind=_(_LABELS[kind]).lower()))
            button.setAccessibleDescription(label if value is not None else "")
            button.setChecked(value is not None)
            enough = 1 if kind in ("tag", "event") else 2
            button.setVisible(value is not None or len(self._counts[kind]) >= enough)
        self.setVisible(is_narrowed or any(not button.isHidden() for button in self.buttons.values()))
        self.updateGeometry()

    def fill(self, kind: str) -> QMenu:
        """Put the values of a kind into its menu, with the number of annotations that have them."""
        menu = self.buttons[kind].menu()
        assert menu is not None
        menu.clear()
        chosen = self.narrowed.chosen.get(kind)
        self._add(menu, kind, None, _("All"), chosen is None)
        menu.addSeparator()
        by_label = sorted(self._counts[kind].items(), key=lambda item: self._label(kind, item[0]).casefold())
        for value, count in by_label:
            label = _("{value}  ({count})").format(value=short(self._label(kind, value), 60), count=count)
            action = self._add(menu, kind, value, label, value == chosen)
            action.setIcon(self._icon(kind, value))
        return menu

    def _add(self, menu: QMenu, kind: str, value: str | None, label: str, checked: bool) -> QAction:
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(partial(self.choose, kind, value))
        return action

    def _icon(self, kind: str, value: str) -> QIcon:
        if kind == "colour" and value != _NO_COLOUR:
            return icons.dot(theme.dot(Colour(value)))
        return QIcon()

    def _label(self, kind: str, value: str) -> str:
        if kind == "colour":
            return _("No colour") if value == _NO_COLOUR else colour_label(Colour(value))
        if kind == "event":
            return self._titles.get(value, "")
        return value or _("Nobody named")

    def choose(self, kind: str, value: str | None, _checked: bool = False) -> None:
        """Narrow to a value, or to none of this kind any more."""
        if value is None:
            self.narrowed.chosen.pop(kind, None)
        else:
            self.narrowed.chosen[kind] = value
        self.changed.emit()

    def _on_clear(self) -> None:
        self.clear()
        self.cleared.emit()
