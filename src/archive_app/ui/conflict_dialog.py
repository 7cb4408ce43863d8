"""The list of all conflicts of an archive: events, what is said of each, and by whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import conflicts
from archive_app.services.conflicts import About, Conflict, Side
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label, tip
from archive_app.ui.session import Session

_TOUCHED = ("events", "links", "annotations", "sources")
_ABOUT = {About.DATE: N_("Date"), About.PLACE: N_("Place"), About.PEOPLE: N_("People")}
_ICONS = {About.DATE: "clock", About.PLACE: "place", About.PEOPLE: "person"}
_EVENT = Qt.ItemDataRole.UserRole
_ANNOTATION = Qt.ItemDataRole.UserRole + 1
_SAID, _BY = range(2)


class ConflictDialog(QDialog):
    """Stays open while one works. Enter on an event shows its page, on a claim its place in the text."""

    event_requested = Signal(str)
    annotation_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Conflicts between sources"))
        self.resize(820, 330)
        self._session = session
        self._found: list[Conflict] = []
        self._was_shown = False
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(_("Conflicts between sources"))
        self.tree.setHeaderLabels([_("What is said"), _("By whom")])
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(_SAID, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(_BY, QHeaderView.ResizeMode.Interactive)
        self.tree.header().resizeSection(_BY, 330)
        self.tree.header().setStretchLastSection(False)
        self.empty = EmptyState("check")
        self.decided = QCheckBox(_("Show also what is &decided"))
        self.decided.setChecked(True)
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.close_button = QPushButton(_("Close"))
        self.pages = QStackedWidget()
        self._build()
        self.tree.itemActivated.connect(self._on_activated)
        self.decided.toggled.connect(self._show)
        self.close_button.clicked.connect(self.accept)
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._show)
        self._reload()

    def _build(self) -> None:
        hint = plain_label(wrap=True)
        hint.setText(
            _("Dates are compared by the program, places and people by you on the page of the event.")
        )
        hint.setObjectName("muted")
        self.close_button.setAutoDefault(False)
        for page in (self.tree, self.empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.SPACE)
        row.addWidget(self.decided)
        row.addWidget(self.count, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        parent = self.parentWidget()
        if parent is not None and not self._was_shown:
            # At the bottom, so that the place in the text, which is near the top, can be seen.
            there = parent.window().frameGeometry()
            left = there.center().x() - self.width() // 2
            self.move(left, max(there.bottom() - self.frameGeometry().height() - 44, there.top()))
        self._was_shown = True
        self.tree.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._reload()

    def _reload(self) -> None:
        self._session.runner.start(
            Lane.SEARCH,
            _("Looking for conflicts"),
            conflicts.find_conflicts,
            self._session.archive,
            done=self._on_found,
        )

    def _on_found(self, found: list[Conflict]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        shown = [one for one in self._found if self.decided.isChecked() or not one.is_decided]
        at = self._row()
        self.tree.clear()
        self.tree.addTopLevelItems([_item(one) for one in shown])
        self.tree.expandAll()
        current = self.tree.topLevelItem(min(at, len(shown) - 1))
        if current is not None:
            self.tree.setCurrentItem(current)
        self.pages.setCurrentWidget(self.tree if shown else self.empty)
        hidden = len(self._found) - len(shown)
        if hidden:
            said = ngettext("{count} conflict is decided.", "{count} conflicts are decided.", hidden)
            self.empty.show_hint(_("Nothing is left open"), said.format(count=hidden))
        else:
            self.empty.show_hint(
                _("No conflicts"),
                _("Nothing that the sources say of an event excludes anything else that is said of it."),
            )
        said = ngettext("{count} conflict", "{count} conflicts", len(shown))
        self.count.setText(said.format(count=f"{len(shown):,}") if shown else "")
        self.decided.setVisible(any(one.is_decided for one in self._found))

    def _row(self) -> int:
        """Which event the person is at, counted from 0."""
        item = self.tree.currentItem()
        return max(self.tree.indexOfTopLevelItem(item.parent() or item), 0) if item is not None else 0

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        if annotation_id := item.data(_SAID, _ANNOTATION):
            self.annotation_requested.emit(str(annotation_id))
        else:
            self.event_requested.emit(str(item.data(_SAID, _EVENT)))


def _item(conflict: Conflict) -> QTreeWidgetItem:
    about = _(_ABOUT[conflict.about])
    state = _("{about}, decided").format(about=about) if conflict.is_decided else about
    made = QTreeWidgetItem([short(conflict.event.title, 120), state])
    made.setFont(_SAID, theme.interface_font(weight=600))
    made.setIcon(_SAID, icons.icon("check" if conflict.is_decided else "conflict"))
    made.setData(_SAID, _EVENT, conflict.event.id)
    made.setToolTip(_SAID, tip(conflict.event.title))
    for side in conflict.sides:
        made.addChildren(_of_side(conflict, side))
    return made


def _of_side(conflict: Conflict, side: Side) -> list[QTreeWidgetItem]:
    """A line for the date of the event itself, and one for each claim."""
    said = short(conflicts.stated_words(conflict, side) or _("nothing stated"), 120)
    icon = icons.icon(_ICONS[conflict.about])
    lines = []
    if side.is_held:
        held = QTreeWidgetItem(
            [said, _("This archive: {reason}").format(reason=short(conflict.event.reason, 80))]
        )
        if not conflict.event.reason:
            held.setText(_BY, _("This archive, without a verdict"))
        lines.append(held)
    for claim in side.claims:
        by = claim.source.title if claim.source else _("Not in a source")
        marked = conflicts.is_marked(conflict, claim)
        line = QTreeWidgetItem([_("{stated} (differs)").format(stated=said) if marked else said, by])
        line.setData(_SAID, _ANNOTATION, claim.annotation.id)
        line.setToolTip(_SAID, tip(short(claim.annotation.quote, 300)))
        lines.append(line)
    for line in lines:
        line.setData(_SAID, _EVENT, conflict.event.id)
        line.setIcon(_SAID, icon)
        line.setForeground(_BY, QColor(theme.colours().muted))
    return lines
