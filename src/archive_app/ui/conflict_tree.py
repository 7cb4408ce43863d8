"""Conflicts as a tree: an event, and below it a line for each thing that is said of it, with the source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from archive_app.core.kinds import Sameness
from archive_app.core.translation import N_, _
from archive_app.services import conflicts
from archive_app.services.conflicts import About, Conflict, Side, State
from archive_app.services.events import Claim
from archive_app.services.record_labels import date_mark_label, sameness_label
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.plain_text import tip

_ABOUT = {About.DATE: N_("Date"), About.PLACE: N_("Place"), About.PEOPLE: N_("People")}
_ICONS = {About.DATE: "clock", About.PLACE: "place", About.PEOPLE: "person"}
_STATES = {State.OPEN: "conflict", State.DECIDED: "check", State.SETTLED: "check"}
_CLAIM = Qt.ItemDataRole.UserRole
_SAID, _BY = range(2)


class ConflictTree(QTreeWidget):
    """Shows conflicts. `pressed` carries a letter or digit; J and K go from event to event."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Conflict] = []
        self.setAccessibleName(_("Conflicts between sources"))
        self.setHeaderLabels([_("What is said"), _("By whom")])
        self.setUniformRowHeights(True)
        head = self.header()
        head.setSectionResizeMode(_SAID, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_BY, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(_BY, 330)
        head.setStretchLastSection(False)

    def show_conflicts(self, shown: Sequence[Conflict]) -> None:
        """Show these; the row stays where it was, so that what is settled makes room for the next one."""
        at, line = self._place()
        before = self._shown[at].event.id if at < len(self._shown) else ""
        self._shown = list(shown)
        self.clear()
        maker = _Maker()
        self.addTopLevelItems([maker.item(one) for one in shown])
        self.expandAll()
        top = self.topLevelItem(min(at, len(shown) - 1))
        if top is None:
            return
        stays = shown[min(at, len(shown) - 1)].event.id == before
        self.setCurrentItem((top.child(line) if stays and line >= 0 else None) or top)

    def conflict(self) -> Conflict | None:
        """The conflict that the keyboard is on."""
        return self._shown[self._place()[0]] if self.currentItem() is not None else None

    def claim(self) -> Claim | None:
        """The claim that the keyboard is on."""
        item = self.currentItem()
        claim = item.data(_SAID, _CLAIM) if item is not None else None
        return claim if isinstance(claim, Claim) else None

    def step(self, by: int) -> None:
        """Go to the next event (1) or the one before (-1)."""
        target = self.topLevelItem(self._place()[0] + by)
        if target is not None:
            self.setCurrentItem(target)
            last = target.child(target.childCount() - 1)
            self.scrollToItem(last if by > 0 and last is not None else target)

    def _place(self) -> tuple[int, int]:
        """Which event the keyboard is at, and which line of it, counted from 0; -1 for the event itself."""
        item = self.currentItem()
        if item is None:
            return 0, -1
        parent = item.parent()
        if parent is None:
            return max(self.indexOfTopLevelItem(item), 0), -1
        return max(self.indexOfTopLevelItem(parent), 0), parent.indexOfChild(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters act on the row; they do not look for a row by its first letters."""
        text = letter_of(event)
        if not text.isalnum():
            super().keyPressEvent(event)
        elif text in ("j", "k"):
            self.step(1 if text == "j" else -1)
        else:
            self.pressed.emit(text)


class _Maker:
    """Makes the lines of a tree; each icon is drawn once."""

    def __init__(self) -> None:
        self._icons: dict[str, QIcon] = {}
        self._muted = QColor(theme.colours().muted)
        self._bold = theme.interface_font(weight=600)

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = icons.icon(name)
        return self._icons[name]

    def item(self, conflict: Conflict) -> QTreeWidgetItem:
        """An event with all that is said of it."""
        made = QTreeWidgetItem([short(conflict.event.title, 120), _kind_of(conflict)])
        made.setFont(_SAID, self._bold)
        made.setIcon(_SAID, self._icon(_STATES[conflict.state]))
        made.setToolTip(_SAID, tip(conflict.event.title))
        for side in conflict.sides:
            made.addChildren(self._of_side(conflict, side))
        return made

    def _of_side(self, conflict: Conflict, side: Side) -> list[QTreeWidgetItem]:
        """A line for the date of the event itself, and one for each claim."""
        said = short(conflicts.stated_words(conflict, side) or _("nothing stated"), 120)
        lines = []
        if side.is_held:
            reason = conflict.event.reason
            by = _("This archive: {reason}").format(reason=short(reason, 80))
            lines.append(QTreeWidgetItem([said, by if reason else _("This archive, without a verdict")]))
        lines += [self._of_claim(conflict, claim, said) for claim in side.claims]
        for line in lines:
            line.setIcon(_SAID, self._icon(_ICONS[conflict.about]))
            line.setForeground(_BY, self._muted)
        return lines

    def _of_claim(self, conflict: Conflict, claim: Claim, said: str) -> QTreeWidgetItem:
        by = claim.source.title if claim.source else _("Not in a source")
        line = QTreeWidgetItem([_with_mark(conflict, claim, said), by])
        line.setData(_SAID, _CLAIM, claim)
        line.setToolTip(_SAID, tip(short(claim.annotation.quote, 300)))
        if claim.link.note:
            line.setText(_BY, _("{source}: {note}").format(source=short(by, 28), note=claim.link.note))
            line.setToolTip(_BY, tip(f"{by}\n{claim.link.note}"))
        return line


def _kind_of(conflict: Conflict) -> str:
    about = _(_ABOUT[conflict.about])
    if conflict.within is not None:
        about = _("{about}, both from one source").format(about=about)
    if conflict.state is State.DECIDED:
        return _("{about}, decided").format(about=about)
    return _("{about}, no contradiction").format(about=about) if conflict.state is State.SETTLED else about


def _with_mark(conflict: Conflict, claim: Claim, said: str) -> str:
    mark = conflicts.mark_of(conflict, claim)
    if mark is Sameness.UNMARKED or (mark is Sameness.SAME and conflict.about is not About.DATE):
        return said
    words = date_mark_label(mark) if conflict.about is About.DATE else sameness_label(mark)
    return _("{stated} ({mark})").format(stated=said, mark=words)
