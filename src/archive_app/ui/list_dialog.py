"""A list of what the program found out about records, for a person to go through and decide on, row by row."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
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
from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

Found = TypeVar("Found")


class ListDialog(QDialog, Generic[Found]):
    """Stays open while one works; the list is made beside the window, and anew when one of the tables `touched` has
    changed. A subclass says what is found, how a row looks, and what its letters do."""

    touched: tuple[str, ...] = ()

    def __init__(
        self, session: Session, title: str, columns: Sequence[tuple[str, int]], parent: QWidget | None = None
    ) -> None:
        """`columns` are headings with widths in pixels; the last one takes the room that is left."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._session = session
        self._found: list[Found] = []
        self._letters: dict[str, Callable[[], object]] = {}
        """What a letter, or the space bar, does to the row that the keyboard is on."""
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(title)
        self.tree.setHeaderLabels([heading for heading, _width in columns])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        for column, (_heading, width) in enumerate(columns[:-1]):
            self.tree.header().resizeSection(column, width)
        self.tree.header().setSectionResizeMode(len(columns) - 1, QHeaderView.ResizeMode.Stretch)
        self.tree.installEventFilter(self)
        self.empty = EmptyState("check")
        self.pages = QStackedWidget()
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.close_button = self.button("", _("Close"), self.accept)

    def begin(self, hint: str, buttons: Sequence[QPushButton]) -> None:
        """Put the parts together, with buttons at the left, and look for what is to be listed."""
        said = plain_label(hint, wrap=True)
        said.setObjectName("muted")
        for page in (self.tree, self.empty):
            self.pages.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for button in buttons:
            row.addWidget(button)
        row.addWidget(self.count, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(self.pages, 1)
        layout.addLayout(row)
        self._session.changed.connect(self._on_changed)
        theme.state.changed.connect(self.show_found)
        self._reload()

    def button(self, icon: str, words: str, function: Callable[[], object]) -> QPushButton:
        """A button that Enter in the list does not press."""
        made = QPushButton(words)
        if icon:
            icons.put(made, icon)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: function())
        return made

    # What a subclass says

    def search(self) -> tuple[str, Callable[..., list[Found]]]:
        """What the task is called, and the service that finds what is listed."""
        raise NotImplementedError

    def item(self, one: Found) -> QTreeWidgetItem:
        """A row of the list."""
        raise NotImplementedError

    def show_words(self, count: int) -> None:
        """Say how much is listed, why nothing is, and what can be done."""
        raise NotImplementedError

    # The list

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tree.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.touched):
            self._reload()

    def _reload(self) -> None:
        title, function = self.search()
        self._session.runner.start(Lane.SEARCH, title, function, self._session.archive, done=self._on_found)

    def _on_found(self, found: list[Found]) -> None:
        self._found = found
        self.show_found()

    def show_found(self) -> None:
        """Show the list; the keyboard stays at its place, so that what is settled makes room for the next row."""
        before = self.tree.currentItem()
        at = max(self.tree.indexOfTopLevelItem(before), 0) if before is not None else 0
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self.item(one) for one in self._found])
        current = self.tree.topLevelItem(min(at, len(self._found) - 1))
        if current is not None:
            self.tree.setCurrentItem(current)
        self.tree.blockSignals(False)
        self.pages.setCurrentWidget(self.tree if self._found else self.empty)
        self.show_words(len(self._found))

    def at(self, item: QTreeWidgetItem | None) -> Found | None:
        """What a row shows."""
        return self._found[self.tree.indexOfTopLevelItem(item)] if item is not None else None

    def current(self) -> Found | None:
        """What the keyboard is on."""
        return self.at(self.tree.currentItem())

    def settle(self, some: Sequence[Found], title: str, function: Any, *args: Any, done: Any = None) -> None:
        """Write what was decided. Its rows go at once, so that none is decided twice, and are back if it fails."""
        self._found = [one for one in self._found if one not in some]
        self.show_found()
        self._session.write(title, function, *args, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._session.refused.emit(str(error))
        self._reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list would take letters for the beginning of what is looked for."""
        if watched is self.tree and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            function = self._letters.get(letter_of(event))
            if function is not None:
                function()
                return True
        return super().eventFilter(watched, event)
