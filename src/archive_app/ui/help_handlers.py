"""What the menu for help opens: how to search, the keys, the log, and what this program is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from archive_app.ui.main_window import MainWindow


class HelpHandlers(QObject):
    """All of it stays open beside the work."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {
            "show_help": self.show_help,
            "show_shortcuts": self._show_shortcuts,
            "show_log": self._show_log,
            "show_about": self._show_about,
        }

    def show_help(self) -> None:
        """Open the page on how to search; a click on an example searches for it."""
        from archive_app.ui.help_dialog import HelpDialog

        shown = self._window.findChild(HelpDialog)
        if shown is None:
            shown = HelpDialog(self._window)
            shown.query_taken.connect(self._on_query_taken)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _on_query_taken(self, query: str) -> None:
        if self._window.workspace is not None:
            self._window.tool_bar.search_box.set_query(query)
            self._window.workspace.search.ask(query)

    def _show_shortcuts(self) -> None:
        from archive_app.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window.acts, self._window).show()

    def _show_log(self) -> None:
        if self._window.log_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.log_path.parent)))

    def _show_about(self) -> None:
        from archive_app.ui.about_dialog import AboutDialog

        AboutDialog(self._window.log_path, self._window).show()
