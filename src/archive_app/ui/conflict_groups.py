"""The conflicts of an archive in groups: what is open, what became of the rest, and what is of another kind."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from archive_app.core.translation import N_, _
from archive_app.services.conflicts import About, Conflict, State


class Group(StrEnum):
    """What the conflicts of a group have in common."""

    OPEN = "open"
    WITHIN = "within"
    MARKED = "marked"
    DECIDED = "decided"
    SETTLED = "settled"


_LABELS = {
    Group.OPEN: (N_("Open"), N_("Dates of different sources that cannot all be right")),
    Group.WITHIN: (N_("One source, two dates"), N_("A source contradicts itself, or speaks of two phases")),
    Group.MARKED: (N_("Places and people"), N_("What you marked as different on the pages of events")),
    Group.DECIDED: (N_("Decided"), N_("A verdict says which date is right")),
    Group.SETTLED: (N_("No contradiction"), N_("You said that these dates do not contradict each other")),
}


def group_of(conflict: Conflict) -> Group:
    """The group in which a conflict is listed."""
    if conflict.about is not About.DATE:
        return Group.MARKED
    if conflict.state is State.OPEN:
        return Group.WITHIN if conflict.within else Group.OPEN
    return Group.DECIDED if conflict.state is State.DECIDED else Group.SETTLED


class GroupBar(QWidget):
    """A button for each group with the number of its conflicts, of which one is pressed."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Group, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, (group, (_label, tip)) in enumerate(_LABELS.items(), 1):
            button = QToolButton()
            button.setObjectName("filter")
            button.setCheckable(True)
            button.setToolTip(_("{what} ({key})").format(what=_(tip), key=number))
            self._group.addButton(button)
            self.buttons[group] = button
            row.addWidget(button)
        row.addStretch()
        self.buttons[Group.OPEN].setChecked(True)
        self._group.buttonClicked.connect(self.chosen)
        self.show_counts(())

    @property
    def current(self) -> Group:
        """The group that is shown."""
        return next(group for group, button in self.buttons.items() if button.isChecked())

    def choose(self, number: int) -> None:
        """Show the group with this number, counted from 0; where there is none, nothing changes."""
        groups = list(self.buttons)
        if 0 <= number < len(groups):
            self.buttons[groups[number]].click()

    def show_counts(self, found: Iterable[Conflict]) -> None:
        """Say how many conflicts each group has."""
        counts = dict.fromkeys(Group, 0)
        for conflict in found:
            counts[group_of(conflict)] += 1
        for group, button in self.buttons.items():
            label = _(_LABELS[group][0])
            button.setText(_("{group}  {count}").format(group=label, count=f"{counts[group]:,}"))
