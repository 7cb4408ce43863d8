"""What the actions for correcting a text do."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from archive_app.core.spans import Span
from archive_app.core.translation import _

if TYPE_CHECKING:  # loaded with the first archive, so that the window is there at once
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.workspace import Workspace


class CorrectingHandlers(QObject):
    """Dialogs are made when they are first wanted, and stay open while one works."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {
            "correct_passage": self.correct_passage,
            "replace_text": self.replace_text,
            "review_annotations": self.review,
            "compare_readings": self.compare,
        }

    @property
    def _workspace(self) -> "Workspace | None":
        return self._window.workspace

    def correct_passage(self) -> None:
        """Open the panel for the passage with the caret."""
        if self._workspace is not None:
            self._workspace.reader.correcting.open()

    def replace_text(self) -> None:
        """Ask for a file, and show what would become of the annotations."""
        from archive_app.ui.replace_dialog import ReplaceDialog

        workspace = self._workspace
        if workspace is None or workspace.reader.reading is None:
            return
        start = self._window.settings.folder("imports")
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Replace the text by that of a file"),
            str(start),
            _("Plain text (*.txt);;All files (*)"),
        )
        if chosen:
            source = workspace.reader.reading.source
            ReplaceDialog(workspace.session, source, Path(chosen), self._window).show()

    def review(self) -> None:
        """Open the list of annotations that wait for a look."""
        from archive_app.ui.review_dialog import ReviewDialog

        workspace = self._workspace
        if workspace is None:
            return
        dialog = next(iter(self._window.findChildren(ReviewDialog)), None)
        if dialog is None:
            dialog = ReviewDialog(workspace.session, self._selected, self._window)
            dialog.place_requested.connect(self._show_place)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _show_place(self, text_id: str, start: int, end: int) -> None:
        """Show a place near the top, where the list does not hide it."""
        from archive_app.ui.text_geometry import scroll_to_unit

        workspace = self._workspace
        if workspace is not None:
            workspace.showing.show_place(text_id, start, end)
            if workspace.reader.text_id == text_id:
                scroll_to_unit(workspace.reader.pane, workspace.reader.pane.positions.to_units(start))

    def compare(self) -> None:
        """Show the differences of two readings of the source that is read."""
        from archive_app.services import readings
        from archive_app.ui.comparison_dialog import ComparisonDialog

        workspace = self._workspace
        if workspace is None or workspace.reader.reading is None:
            return
        source = workspace.reader.reading.source
        if len(readings.list_readings(workspace.session.archive, source.id)) < 2:
            workspace.session.refused.emit(
                _("This source has only one reading; correct a passage (F4) to make another one.")
            )
            return
        ComparisonDialog(workspace.session, source, self._window).show()

    def _selected(self) -> tuple[str, Span] | None:
        workspace = self._workspace
        if workspace is None or workspace.reader.text_id is None:
            return None
        span = workspace.reader.selection()
        return (workspace.reader.text_id, span) if span else None
