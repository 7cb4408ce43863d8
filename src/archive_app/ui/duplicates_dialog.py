"""Records that may be two of one person, unit or place: one key merges them, another says that they are two."""

from collections.abc import Callable

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
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.translation import _, ngettext
from archive_app.services import authority_duplicates
from archive_app.services.authorities import Named
from archive_app.services.authority_duplicates import Duplicate
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.merge_dialog import MergeDialog
from archive_app.ui.plain_text import plain_label, tip
from archive_app.ui.session import Session

_TOUCHED = ("authorities", "variant_names", "distinctions")
_KEPT, _OTHER, _WHY = range(3)


class DuplicatesDialog(QDialog):
    """Stays open while one works. M or Enter shows both side by side to merge them, N remembers that they are
    two, Space opens the page of the one that would stay."""

    authority_requested = Signal(str)
    merged = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Records that may be one"))
        self.resize(860, 420)
        self._session = session
        self._shown: list[Duplicate] = []
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([_("Would stay"), _("Would become a part of it"), _("Why")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        for column, width in ((_KEPT, 230), (_OTHER, 230)):
            self.tree.header().resizeSection(column, width)
        self.tree.header().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.tree.itemActivated.connect(lambda _item: self.merge())
        self._keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_M: self.merge,
            Qt.Key.Key_N: self.keep_two,
            Qt.Key.Key_Space: self._show_page,
        }
        self.tree.installEventFilter(self)
        self.empty = EmptyState("check")
        self.pages = QStackedWidget()
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.merge_button = self._button("merge", _("&Merge… (M)"), self.merge)
        self.two_button = self._button("close", _("They are &two (N)"), self.keep_two)
        self.close_button = self._button("", _("Close"), self.accept)
        self._build()
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._show)
        self._reload()

    def _button(self, icon: str, words: str, function: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        if icon:
            icons.put(button, icon)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: function())
        return button

    def _build(self) -> None:
        hint = plain_label(wrap=True)
        hint.setText(
            _("Names are compared by the program; whether two records are of one is for you to say.")
        )
        hint.setObjectName("muted")
        for page in (self.tree, self.empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.merge_button)
        row.addWidget(self.two_button)
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
            _("Comparing names"),
            authority_duplicates.duplicates,
            self._session.archive,
            done=self._on_found,
        )

    def _on_found(self, found: list[Duplicate]) -> None:
        self._shown = found
        self._show()

    def _show(self) -> None:
        before = self.tree.currentItem()
        at = max(self.tree.indexOfTopLevelItem(before), 0) if before is not None else 0
        self.tree.clear()
        self.tree.addTopLevelItems([_item(one) for one in self._shown])
        current = self.tree.topLevelItem(min(at, len(self._shown) - 1))
        if current is not None:
            self.tree.setCurrentItem(current)
        self.pages.setCurrentWidget(self.tree if self._shown else self.empty)
        self.empty.show_hint(
            _("No two records look like one"),
            _("Names are compared in both scripts, with initials, numbers and foreign spellings."),
        )
        said = ngettext("{count} pair", "{count} pairs", len(self._shown))
        self.count.setText(said.format(count=f"{len(self._shown):,}") if self._shown else "")
        can = bool(self._shown) and not self._session.archive.read_only
        self.merge_button.setEnabled(can)
        self.two_button.setEnabled(can)

    def current(self) -> Duplicate | None:
        """The pair that the keyboard is on."""
        item = self.tree.currentItem()
        return self._shown[self.tree.indexOfTopLevelItem(item)] if item is not None else None

    def merge(self) -> None:
        """Show both side by side."""
        pair = self.current()
        if pair is None or self._session.archive.read_only:
            return
        try:
            dialog = MergeDialog(self._session, pair.kept.authority.id, pair.merged.authority.id, self)
        except NotFound as error:
            self._session.refused.emit(str(error))
            return
        dialog.merged.connect(self.merged)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def keep_two(self) -> None:
        """They are two: propose them no more."""
        pair = self.current()
        if pair is None or self._session.archive.read_only:
            return
        self._shown.remove(pair)
        self._show()  # at once; the list is made anew when it is written
        self._session.write(
            _("Telling two records apart"),
            authority_duplicates.keep_apart,
            pair.kept.authority.id,
            pair.merged.authority.id,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list would take letters for the beginning of what is looked for."""
        if watched is self.tree and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            function = self._keys.get(Qt.Key(event.key()))
            if function is not None and not event.modifiers():
                function()
                return True
        return super().eventFilter(watched, event)

    def _show_page(self) -> None:
        pair = self.current()
        if pair is not None:
            self.authority_requested.emit(pair.kept.authority.id)


def _item(pair: Duplicate) -> QTreeWidgetItem:
    item = QTreeWidgetItem([_told(pair.kept), _told(pair.merged), authority_duplicates.reason(pair.likeness)])
    for column, named, name in ((_KEPT, pair.kept, pair.names[0]), (_OTHER, pair.merged, pair.names[1])):
        item.setIcon(column, icons.icon(AUTHORITY_ICONS[named.authority.kind]))
        item.setToolTip(column, tip("\n".join((*named.names, _("Compared: {name}").format(name=name)))))
    return item


def _told(named: Named) -> str:
    when = format_date(named.authority.when)
    name = short(named.authority.name, 80)
    return _("{name} ({when})").format(name=name, when=when) if when else name
