"""What the actions for events and for the conflicts of their sources do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from archive_app.core.translation import _

if TYPE_CHECKING:
    from archive_app.ui.conflict_dialog import ConflictDialog
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.workspace import Workspace


class EventHandlers(QObject):
    """The list of conflicts is made when it is wanted, and stays open beside the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_conflicts": self.show_conflicts}

    def show_conflicts(self) -> None:
        """Open the list of all conflicts of the archive; one that made way is there again as it was."""
        workspace = self._window.workspace
        if workspace is not None:
            dialog = self._opened_before(workspace) or self._made(workspace)
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _opened_before(self, workspace: "Workspace") -> "ConflictDialog | None":
        from archive_app.ui.conflict_dialog import ConflictDialog

        every = self._window.findChildren(ConflictDialog)
        return next((one for one in every if one.is_of(workspace.session)), None)

    def _made(self, workspace: "Workspace") -> "ConflictDialog":
        from archive_app.ui.conflict_dialog import ConflictDialog

        dialog = ConflictDialog(workspace.session, self._window)
        dialog.event_requested.connect(workspace.showing.show_event)
        dialog.annotation_requested.connect(workspace.showing.show_annotation)
        dialog.export_requested.connect(workspace.export_requested)
        keys = self._window.acts["show_conflicts"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = _("{keys} leads back to the list of conflicts.").format(keys=keys)
        dialog.made_way.connect(lambda: workspace.told.emit(words))
        return dialog
