"""A person's word on a claim: whether its date contradicts, and whether its place and its people are the others'."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from archive_app.core.kinds import Sameness
from archive_app.core.translation import N_, _
from archive_app.services.record_labels import date_mark_label, sameness_label
from archive_app.ui import theme

WHEN, WHERE, WHO = "when_mark", "where_mark", "who_mark"


class _Mark(NamedTuple):
    """How a mark is called, which letter on the card chooses it, and what can be said."""

    name: str
    tip: str
    letter: str
    choices: tuple[tuple[Sameness, str], ...]


_COMPARED = (
    (Sameness.SAME, N_("= &The same as in the other sources")),
    (Sameness.DIFFERS, N_("\u2260 &Differs from the other sources")),
    (Sameness.UNMARKED, N_("&Not compared")),
)
_MARKS = {
    WHEN: _Mark(
        N_("Date compared with the others"),
        N_("Say whether this date contradicts the others, whatever is computed (D)"),
        "d",
        (
            (Sameness.SAME, N_("= &No contradiction\u2026")),
            (Sameness.DIFFERS, N_("\u2260 A &contradiction")),
            (Sameness.UNMARKED, N_("&As computed")),
        ),
    ),
    WHERE: _Mark(
        N_("Place compared with the others"),
        N_("Say whether it is the same as in the other sources (P)"),
        "p",
        _COMPARED,
    ),
    WHO: _Mark(
        N_("People compared with the others"),
        N_("Say whether it is the same as in the other sources (W)"),
        "w",
        _COMPARED,
    ),
}
_SIGNS = {Sameness.UNMARKED: "", Sameness.SAME: "= ", Sameness.DIFFERS: "\u2260 "}
_KINDS = {Sameness.UNMARKED: "open", Sameness.SAME: "same", Sameness.DIFFERS: "conflict"}


def mark_for(letter: str) -> str | None:
    """The mark that a letter on a card chooses."""
    return next((name for name, mark in _MARKS.items() if mark.letter == letter), None)


class MarkButton(QToolButton):
    """Shows a mark and offers others. `chosen` carries the name of the mark and what the person chose."""

    chosen = Signal(str, object)

    def __init__(self, name: str, mark: Sameness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._mark = mark
        self.setObjectName("agreement")
        self.setProperty("kind", _KINDS[mark])
        said = date_mark_label(mark) if name == WHEN else sameness_label(mark)
        self.setText(f"{_SIGNS[mark]}{said}" if mark else _("compare\u2026"))
        self.setFont(theme.interface_font(-0.5, weight=600 if mark else 400))
        self.setAccessibleName(f"{_(_MARKS[name].name)}: {said}")
        self.setToolTip(_(_MARKS[name].tip))
        self.clicked.connect(self.ask)

    def ask(self) -> None:
        """Show what can be said."""
        if self.isEnabled():
            self.menu_of_choices().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_choices(self) -> QMenu:
        """What can be said, as a menu."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for mark, words in _MARKS[self.name].choices:
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setChecked(mark == self._mark)
            action.triggered.connect(lambda _checked=False, mark=mark: self.chosen.emit(self.name, mark))
        return menu
