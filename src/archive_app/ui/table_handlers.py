"""What the actions for the table of annotations and for the trash do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # loaded when they are first wanted
    from archive_app.ui.main_window import MainWindow


class TableHandlers(QObject):
    """Shows the lists that stand beside the library."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_annotations": self.show_annotations, "show_trash": self.show_trash}

    def show_annotations(self) -> None:
        """Show all annotations of the archive as a table."""
        from archive_app.ui.library_rows import RowKind

        workspace = self._window.workspace
        if workspace is not None:
            workspace.showing.show(RowKind.ANNOTATION)
            workspace.keyboard.to_page()

    def show_trash(self) -> None:
        """Open the list of what was deleted."""
        from archive_app.ui.trash_dialog import TrashDialog

        workspace = self._window.workspace
        if workspace is not None:
            dialog = TrashDialog(workspace.session, self._window)
            dialog.restored.connect(workspace.done)
            dialog.show()
