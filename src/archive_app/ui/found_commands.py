"""What a person does with everything that a search found: annotate it, write it to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archive_app.core.hits import SearchRequest
from archive_app.core.translation import _, ngettext
from archive_app.services import history, searching
from archive_app.ui.asking_for_file import ask_for_file
from archive_app.ui.message_bar import Kind
from archive_app.ui.naming import file_name
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace


class FoundCommands(QObject):
    """One for each opened archive."""

    def __init__(
        self, workspace: Workspace, settings: Settings, say: Callable[..., None], window: QWidget
    ) -> None:
        super().__init__(workspace)
        self._view = workspace.search.view
        self._session = workspace.session
        self._settings = settings
        self._say = say
        self._window = window

    def _has_results(self) -> bool:
        found = self._view.result is not None and self._view.result.total > 0
        if not found:
            self._session.refused.emit(_("There are no results; search for something first."))
        return found

    def annotate(self) -> None:
        """Open the preview of annotating the chosen hits, or all."""
        request, result = self._view.asked(), self._view.result
        if not self._has_results() or request is None or result is None:
            return
        from archive_app.ui.annotate_found_dialog import AnnotateFoundDialog

        chosen = self._view.chosen_hits()
        dialog = AnnotateFoundDialog(self._session, request, result.total, chosen, self._window)
        dialog.annotated.connect(partial(self._on_annotated, dialog))
        dialog.show()

    def _on_annotated(self, dialog: QWidget, count: int) -> None:
        if dialog.isActiveWindow():  # in the search box, Undo would take back what was typed there
            self._view.results.take_keyboard()
        said = ngettext("Annotated {count} result.", "Annotated {count} results.", count)
        self._say(said.format(count=f"{count:,}"), Kind.DONE, {_("Undo"): self._undo})

    def _undo(self) -> None:
        self._session.write(_("Undo"), history.undo)

    def export(self) -> None:
        """Ask for a file and write the results into it as a table, or the lines of the concordance."""
        request = self._view.asked()
        if not self._has_results() or request is None:
            return
        title, name = _("Export the results as a table"), f"{file_name(request.query)}.csv"
        path = ask_for_file(self._window, self._session, self._settings, title, name, _("Tables (*.csv)"))
        if path is not None:
            self._write(path, request)

    def _write(self, path: Path, request: SearchRequest) -> None:
        lines = self._view.results.lines if self._view.results.in_lines else None
        answer: dict[str, Any] = {"done": partial(self._on_exported, path), "owner": self._window}
        if lines is not None:
            title, export = _("Exporting the concordance"), searching.export_concordance
            self._session.job(title, export, path, request, order=lines.order, **answer)
        else:
            self._session.job(_("Exporting the results"), searching.export_hits, path, request, **answer)

    def _on_exported(self, path: Path, count: int) -> None:
        said = ngettext("{count} row was written to {name}.", "{count} rows were written to {name}.", count)
        self._say(
            said.format(count=f"{count:,}", name=path.name),
            Kind.DONE,
            {_("Open"): partial(_open, path), _("Open folder"): partial(_open, path.parent)},
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
