"""What events and links name in words only, to be made records of: one by one, or all that is ticked."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
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
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.translation import _, ngettext
from archive_app.services import stated_names
from archive_app.services.authorities import Named
from archive_app.services.stated_names import Stated
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.plain_text import plain_label, tip
from archive_app.ui.session import Session

_TOUCHED = ("authorities", "variant_names", "access_points", "events", "links")
_NAME, _KIND, _COUNT, _FORMS = range(4)
_OTHER_KIND = {
    AuthorityKind.PERSON: AuthorityKind.UNIT,
    AuthorityKind.UNIT: AuthorityKind.PERSON,
    AuthorityKind.PLACE: AuthorityKind.PLACE,
}
_Key = tuple[str, ...]


class StatedNamesDialog(QDialog):
    """Space ticks a name, K says that it is a unit and not a person, Enter accepts the one that the keyboard is on.

    `accepted_names` carries the records that were made or found.
    """

    accepted_names = Signal(list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Names without a record"))
        self.resize(780, 460)
        self._session = session
        self._found: list[Stated] = []
        self._unticked: set[_Key] = set()
        self._kinds: dict[_Key, AuthorityKind] = {}
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([_("Name"), _("Kind"), _("Mentions"), _("Written as")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        for column, width in ((_NAME, 280), (_KIND, 80), (_COUNT, 80)):
            self.tree.header().resizeSection(column, width)
        self.tree.header().setSectionResizeMode(_FORMS, QHeaderView.ResizeMode.Stretch)
        self.tree.itemChanged.connect(self._on_ticked)
        self.tree.itemActivated.connect(lambda _item: self.accept_current())
        self.tree.installEventFilter(self)
        self.empty = EmptyState("check")
        self.pages = QStackedWidget()
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.accept_button = self._button(_("&Make records of all ticked"), self.accept_ticked)
        self.close_button = self._button(_("Close"), self.accept)
        self._build()
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._show)
        self._reload()

    def _button(self, words: str, function: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: function())
        return button

    def _build(self) -> None:
        hint = plain_label(wrap=True)
        hint.setText(
            _(
                "Places and people that events and links name in words. What they say stays as it is; "
                "they get the record beside it. Space ticks, K changes person and unit, Enter accepts one."
            )
        )
        hint.setObjectName("muted")
        for page in (self.tree, self.empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.accept_button)
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
        self.tree.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._reload()

    def _reload(self) -> None:
        self._session.runner.start(
            Lane.SEARCH,
            _("Looking for names"),
            stated_names.stated_names,
            self._session.archive,
            done=self._on_found,
        )

    def _on_found(self, found: list[Stated]) -> None:
        self._found = [replace(one, kind=self._kinds.get(one.forms, one.kind)) for one in found]
        self._show()

    def _show(self) -> None:
        before = self.tree.currentItem()
        at = max(self.tree.indexOfTopLevelItem(before), 0) if before is not None else 0
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(one) for one in self._found])
        current = self.tree.topLevelItem(min(at, len(self._found) - 1))
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        self.pages.setCurrentWidget(self.tree if self._found else self.empty)
        self.empty.show_hint(
            _("Nothing is named without a record"),
            _("Names that at least two events or links give as place or people are listed here."),
        )
        said = ngettext("{count} name", "{count} names", len(self._found))
        self.count.setText(said.format(count=f"{len(self._found):,}") if self._found else "")
        self._enable()

    def _item(self, one: Stated) -> QTreeWidgetItem:
        name = short(one.name, 80)
        if one.existing is not None:
            name = _("{name} (has a record)").format(name=name)
        forms = "  ·  ".join(short(form, 60) for form in one.forms)
        item = QTreeWidgetItem([name, authority_kind_label(one.kind), f"{one.count}", forms])
        item.setIcon(_NAME, icons.icon(AUTHORITY_ICONS[one.kind]))
        item.setToolTip(_FORMS, tip("\n".join(one.forms)))
        ticked = one.forms not in self._unticked
        item.setCheckState(_NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _at(self, item: QTreeWidgetItem | None) -> Stated | None:
        return self._found[self.tree.indexOfTopLevelItem(item)] if item is not None else None

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        one = self._at(item)
        if one is None:
            return
        if item.checkState(_NAME) is Qt.CheckState.Checked:
            self._unticked.discard(one.forms)
        else:
            self._unticked.add(one.forms)
        self._enable()

    def _enable(self) -> None:
        ticked = any(one.forms not in self._unticked for one in self._found)
        self.accept_button.setEnabled(ticked and not self._session.archive.read_only)

    def accept_ticked(self) -> None:
        """Make records of all that is ticked, in one step."""
        self._accept([one for one in self._found if one.forms not in self._unticked])

    def accept_current(self) -> None:
        """Make a record of the name that the keyboard is on."""
        one = self._at(self.tree.currentItem())
        self._accept([one] if one is not None else [])

    def _accept(self, chosen: list[Stated]) -> None:
        if chosen and not self._session.archive.read_only:
            self._session.write(self.windowTitle(), stated_names.accept, chosen, done=self._on_accepted)

    def _on_accepted(self, made: list[Named]) -> None:
        self.accepted_names.emit(made)

    def change_kind(self) -> None:
        """Say that the name is that of a unit and not of a person, or the other way round."""
        item = self.tree.currentItem()
        one = self._at(item)
        if item is None or one is None or one.existing is not None:
            return
        place = self.tree.indexOfTopLevelItem(item)
        self._kinds[one.forms] = _OTHER_KIND[one.kind]
        self._found[place] = replace(one, kind=_OTHER_KIND[one.kind])
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list would take the letter for the beginning of what is looked for."""
        is_key = watched is self.tree and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_K and not event.modifiers():
            self.change_kind()
            return True
        return super().eventFilter(watched, event)
