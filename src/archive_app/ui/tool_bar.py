"""The toolbar: going back, files in and out, the search box, colours, undo and redo, the look."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton

from archive_app.core.translation import _
from archive_app.ui import icons
from archive_app.ui.actions import Actions, plain_text
from archive_app.ui.search_box import SearchBox


class ToolBar(QToolBar):
    """Icons only but for import and export; everything is in the menus too."""

    searched = Signal(str)
    """The person types what to look for; `entered` carries it when they press Enter."""
    entered = Signal(str)
    search_left = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__(_("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add(actions["go_back"])
        self._add(actions["go_forward"])
        self._add(actions["import_files"], _("Import"))
        self._add(actions["export"], _("Export"))
        self.addSeparator()
        self.search_box = SearchBox()
        self.search_box.typed.connect(self.searched)
        self.search_box.entered.connect(self.entered)
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
        icons.draw_missing([action])
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(plain_text(action.text()))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if label:
                action.setIconText(label)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
