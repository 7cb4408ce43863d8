"""What the window shows of its own state: which actions make sense now, how much there is, how far the index is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.core.changes import Changes

if TYPE_CHECKING:  # loaded with the first archive
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.session import Session
    from archive_app.ui.workspace import Workspace


class WindowState(QObject):
    """Keeps menus, toolbar and status bar in step with the opened archive."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def follow(self, session: "Session", workspace: "Workspace") -> None:
        """Keep in step with an archive that was just opened."""
        session.changed.connect(self._on_changed)
        session.index.progressed.connect(self._show_search_state)
        workspace.library.stock.counted.connect(self._on_counted)
        workspace.shown.connect(self.show_state)

    def _on_counted(self, counts: dict[str, int]) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            read_only = workspace.session.archive.read_only
            self._window.status_view.show_counts(counts, read_only=read_only)

    def _on_changed(self, _changes: Changes) -> None:
        self.show_state()

    def show_state(self) -> None:
        """Enable the actions that make sense now, and name what undo and redo would do."""
        workspace, acts = self._window.workspace, self._window.acts
        if workspace is None:
            acts.enable(archive=False, writable=False, text=False)
            acts.name_undo("")
            acts.name_redo("")
            return
        from archive_app.services import history

        archive = workspace.session.archive
        writable, reading = not archive.read_only, workspace.showing.is_reading()
        acts.enable(archive=True, writable=writable, text=reading, results=workspace.search.is_open())
        acts["other_script"].setChecked(reading and workspace.reader.is_in_other_script())
        acts["go_back"].setEnabled(workspace.showing.can_go(-1))
        acts["go_forward"].setEnabled(workspace.showing.can_go(1))
        undo, redo = history.next_undo(archive), history.next_redo(archive)
        acts.name_undo(undo.name if undo and writable else "")
        acts.name_redo(redo.name if redo and writable else "")
        self._show_search_state()

    def _show_search_state(self) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            self._window.status_view.show_search_state(workspace.session.index.progress.state)
