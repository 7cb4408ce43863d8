"""What the actions for the table of annotations and for the trash do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from archive_app.core.translation import _
from archive_app.ui.message_bar import Kind

if TYPE_CHECKING:  # loaded when they are first wanted
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.workspace import Workspace


class TableHandlers(QObject):
    """The page is made when it is first wanted, one for each opened archive."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_annotations": self.show_annotations, "show_trash": self.show_trash}

    def show_annotations(self) -> None:
        """Show all annotations of the archive as a table."""
        workspace = self._window.workspace
        if workspace is None:
            return
        if workspace.annotations is None:
            self._make_table(workspace)
        workspace.show_annotations()
        workspace.focus_page()

    def show_trash(self) -> None:
        """Open the list of what was deleted."""
        from archive_app.ui.trash_dialog import TrashDialog

        if self._window.workspace is not None:
            dialog = TrashDialog(self._window.workspace.session, self._window)
            dialog.restored.connect(self._on_done)
            dialog.show()

    def _make_table(self, workspace: "Workspace") -> None:
        from archive_app.ui.annotation_table_view import AnnotationTableView

        page = AnnotationTableView(workspace.session, self._window.settings)
        page.commands.done.connect(self._on_done)
        page.commands.written.connect(self._on_written)
        workspace.take_annotations(page)

    def _on_done(self, said: str) -> None:
        self._window.show_message(said, Kind.DONE, {_("Undo"): self._undo})

    def _undo(self) -> None:
        if self._window.commands is not None:
            self._window.commands.undo()

    def _on_written(self, path: Path, said: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            _("Open"): partial(_open, path),
            _("Open folder"): partial(_open, path.parent),
        }
        self._window.show_message(said, Kind.DONE, actions)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
