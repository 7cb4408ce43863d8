"""The toolbar: going back, files in and out, the search box, colours, undo and redo, the look."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.actions import Actions, plain_text


class ToolBar(QToolBar):
    """Icons only but for import and export; everything is in the menus too."""

    searched = Signal(str)
    search_left = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__(_("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add(actions["go_back"])
        self._add(actions["import_files"], _("Import"))
        self._add(actions["export"], _("Export"))
        self.addSeparator()
        self.search_box = SearchBox()
        self.search_box.returnPressed.connect(self._on_return)
        self.search_box.escaped.connect(self.search_left)
        self.addWidget(self.search_box)
        self.addSeparator()
        for action in actions.colours.values():
            self._add(action)
        self._add(actions["note"])
        self.addSeparator()
        self._add(actions["undo"])
        self._add(actions["redo"])
        self.addSeparator()
        self._add(actions["toggle_dark"])

    def _add(self, action: QAction, label: str = "") -> None:
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(plain_text(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if label:
                action.setIconText(label)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _on_return(self) -> None:
        query = self.search_box.text().strip()
        if query:
            self.searched.emit(query)


class SearchBox(QLineEdit):
    """Where a person types what to look for, in either script."""

    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search sources, notes, photos and events in either script (Ctrl+F)"))
        self.setAccessibleName(_("Search the archive"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        self.setMaximumWidth(720)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        theme.state.changed.connect(self._paint)
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the room of the results back to the library."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        self._icon.setIcon(icons.icon("search", theme.colours().muted))
