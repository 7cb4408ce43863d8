"""What the actions for events and for the conflicts of their sources do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from archive_app.ui.main_window import MainWindow


class EventHandlers(QObject):
    """The list of conflicts is made when it is wanted, and stays open beside the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_conflicts": self.show_conflicts}

    def show_conflicts(self) -> None:
        """Open the list of all conflicts of the archive."""
        from archive_app.ui.conflict_dialog import ConflictDialog

        workspace = self._window.workspace
        if workspace is not None:
            dialog = ConflictDialog(workspace.session, self._window)
            dialog.event_requested.connect(workspace.showing.show_event)
            dialog.annotation_requested.connect(workspace.showing.show_annotation)
            dialog.export_requested.connect(workspace.export_requested)
            dialog.show()
