"""The list of all conflicts of an archive: events, what is said of each, and by whom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import conflicts
from archive_app.services.conflicts import About, Conflict
from archive_app.services.events import Claim
from archive_app.ui import theme
from archive_app.ui.conflict_groups import Group, GroupBar, group_of
from archive_app.ui.conflict_tree import ConflictTree
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.export_choice import GIVEN, Choice, What
from archive_app.ui.jobs import Lane
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

_TOUCHED = ("events", "links", "annotations", "sources")
_EMPTY = {
    Group.OPEN: (N_("Nothing is left open"), N_("No sources are against each other that nobody dealt with.")),
    Group.WITHIN: (N_("No source gives two dates"), N_("None of them contradicts itself.")),
    Group.MARKED: (
        N_("Nothing is marked"),
        N_("Compare places and people on the page of an event; what differs stands here."),
    ),
    Group.DECIDED: (
        N_("Nothing is decided yet"),
        N_("Press V on an open conflict to say which date is right."),
    ),
    Group.SETTLED: (
        N_("Nothing was called no contradiction"),
        N_("Press N on an open conflict to say that both dates may be right."),
    ),
}


class ConflictDialog(QDialog):
    """Stays open while one works. Enter on an event shows its page, on a claim its place in the text. V gives a
    verdict, N says that there is no contradiction, J and K go from event to event, digits choose a group.

    Where it lies over the window it makes way for the page of an event, and is the same when it is wanted again.
    """

    event_requested = Signal(str)
    annotation_requested = Signal(str)
    export_requested = Signal(object)
    made_way = Signal()
    """It covered the window and is hidden now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Conflicts between sources"))
        self.resize(860, 360)
        self._session = session
        self._found: list[Conflict] = []
        self._was_shown = self._was_closed = False
        self.groups = GroupBar()
        self.tree = ConflictTree()
        self.empty = EmptyState("check")
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.verdict_button = QPushButton(_("&Verdict\u2026"))
        self.settle_button = QPushButton(_("&No contradiction\u2026"))
        self.export_button = QPushButton(_("E&xport\u2026"))
        self.close_button = QPushButton(_("Close"))
        self.pages = QStackedWidget()
        self._build()
        self._connect()
        self._reload()

    def _build(self) -> None:
        hint = plain_label(wrap=True)
        hint.setText(
            _("Dates are compared by the program, places and people by you on the page of the event.")
        )
        hint.setObjectName("muted")
        self.verdict_button.setToolTip(_("Say which date of this event is right, and why (V)"))
        self.settle_button.setToolTip(
            _("Say of this claim, or of all of this event, that the date is no contradiction (N)")
        )
        self.export_button.setToolTip(_("Print the dossiers of the events that are listed here"))
        for page in (self.tree, self.empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.count, 1)
        for button in (self.verdict_button, self.settle_button, self.export_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        layout.addWidget(hint)
        layout.addWidget(self.groups)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.groups.chosen.connect(self._on_group_chosen)
        self.tree.itemActivated.connect(self._on_activated)
        self.tree.currentItemChanged.connect(self._show_what_can_be_done)
        self.tree.pressed.connect(self._on_pressed)
        self.verdict_button.clicked.connect(self.decide)
        self.settle_button.clicked.connect(self.settle)
        self.export_button.clicked.connect(self.ask_for_dossier)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._on_finished)
        self._session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._show)

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

    def is_of(self, session: Session) -> bool:
        """Whether it lists the conflicts of the archive of this session and was not closed."""
        return self._session is session and not self._was_closed

    def _on_finished(self) -> None:
        self._was_closed = True

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
        group = self.groups.current
        shown = [one for one in self._found if group_of(one) is group]
        self.groups.show_counts(self._found)
        self.tree.show_conflicts(shown)
        self.pages.setCurrentWidget(self.tree if shown else self.empty)
        title, words = _EMPTY[group]
        if self._found:
            self.empty.show_hint(_(title), _(words))
        else:
            self.empty.show_hint(
                _("No conflicts"),
                _("Nothing that the sources say of an event excludes anything else that is said of it."),
            )
        said = ngettext("{count} conflict", "{count} conflicts", len(shown))
        self.count.setText(said.format(count=f"{len(shown):,}") if shown else "")
        self.export_button.setEnabled(bool(shown))
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        can = self._of_dates() is not None and not self._session.archive.read_only
        self.verdict_button.setEnabled(can)
        self.settle_button.setEnabled(can)

    def _of_dates(self) -> Conflict | None:
        """The conflict that is chosen, if it is one of dates."""
        conflict = self.tree.conflict()
        return conflict if conflict is not None and conflict.about is About.DATE else None

    def _on_group_chosen(self) -> None:
        self._show()
        self.tree.setFocus()

    # What the person does

    def ask_for_dossier(self) -> None:
        """Ask for the export of the events that are listed."""
        listed = [one.event.id for one in self._found if group_of(one) is self.groups.current]
        ids = tuple(dict.fromkeys(listed))
        self.export_requested.emit(Choice(What.EVENTS, GIVEN, ids, _("Conflicts between sources")))

    def _on_pressed(self, text: str) -> None:
        if text.isdecimal():
            self.groups.choose(int(text) - 1)
        elif text == "v":
            self.decide()
        elif text == "n":
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a group also where the list is empty."""
        if event.text().isdecimal() and not event.modifiers():
            self.groups.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def decide(self) -> None:
        """Let the person say which date of the event is right; that of the chosen claim is offered."""
        from archive_app.ui.verdict_dialog import VerdictDialog

        conflict, claim = self._of_dates(), self.tree.claim()
        if conflict is not None and not self._session.archive.read_only:
            when = claim.link.says_when if claim else conflict.event.when
            VerdictDialog(self._session, conflict.event, when, self).show()

    def settle(self) -> None:
        """Let the person say that the chosen claim, or all of the chosen event, are no contradiction."""
        from archive_app.ui.settle_dialog import SettleDialog

        conflict, claim = self._of_dates(), self.tree.claim()
        if conflict is not None and not self._session.archive.read_only:
            some: Sequence[Claim] = (claim,) if claim else conflict.claims
            SettleDialog(self._session, conflict.event.title, some, self).show()

    def _on_activated(self, _item: QTreeWidgetItem) -> None:
        conflict, claim = self.tree.conflict(), self.tree.claim()
        if claim is not None:
            self.annotation_requested.emit(claim.annotation.id)
        elif conflict is not None:
            self.event_requested.emit(conflict.event.id)
            self._make_way()

    def _make_way(self) -> None:
        """Leave the page of an event uncovered."""
        parent = self.parentWidget()
        if parent is not None and parent.window().frameGeometry().intersects(self.frameGeometry()):
            self.hide()
            parent.window().activateWindow()
            self.made_way.emit()
