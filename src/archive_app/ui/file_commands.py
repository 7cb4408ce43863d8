"""What leads from files into an opened archive and out of it: import, export, and checking what is stored."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archive_app.core.translation import _, ngettext
from archive_app.ui.export_choice import Choice, What
from archive_app.ui.library_rows import RowKind
from archive_app.ui.message_bar import Kind
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace

if TYPE_CHECKING:  # each dialog is loaded when it is first opened
    from archive_app.services.checking import CheckReport
    from archive_app.services.importing import ImportReport
    from archive_app.ui.export_dialog import ExportDialog
    from archive_app.ui.import_dialog import ImportDialog


class FileCommands:
    """`say` shows a message, as `MessageBar.show_message` does."""

    def __init__(
        self, workspace: Workspace, settings: Settings, say: Callable[..., None], window: QWidget
    ) -> None:
        self._workspace = workspace
        self._session = workspace.session
        self._settings = settings
        self._say = say
        self._window = window
        workspace.import_requested.connect(self.import_files)
        workspace.export_requested.connect(self.export)
        workspace.written.connect(self._on_written)

    def import_files(self, paths: Sequence[Path] = ()) -> None:
        """Open the import dialog, with these files in it."""
        from archive_app.ui.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, self._settings, paths, self._window)
        dialog.source_chosen.connect(self._workspace.showing.show_source)
        dialog.photo_chosen.connect(self._workspace.showing.show_photo)
        dialog.imported.connect(partial(self._on_imported, dialog))
        dialog.show()

    def _on_imported(self, dialog: "ImportDialog", report: "ImportReport") -> None:
        from archive_app.services.importing import Status
        from archive_app.ui.import_result import summary

        imported = report.of(Status.IMPORTED)
        if self._workspace.showing.current() is None:
            first = next((outcome.source_id for outcome in imported if outcome.source_id), None)
            if first:
                self._workspace.showing.show_source(first)
        if not dialog.isVisible():
            refused = bool(report.of(Status.REFUSED))
            self._say(summary(report), Kind.WARNING if refused else Kind.DONE, {_("Show"): dialog.show})

    def export(self, choice: Choice | None = None) -> None:
        """Open the export dialog on this choice, or on what is shown."""
        from archive_app.ui.export_dialog import ExportDialog

        dialog = ExportDialog(self._session, self._settings, choice or self._likely_choice(), self._window)
        dialog.exported.connect(partial(self._on_exported, dialog))
        dialog.show()

    def _likely_choice(self) -> Choice | None:
        if self._workspace.search.is_open() and self._workspace.search.query:
            return Choice(What.QUERY, self._workspace.search.query)
        page = self._workspace.pages.shown
        if page is not None and page.export is not None:
            return page.export()
        stop = self._workspace.showing.current()
        if stop is not None and stop.kind is RowKind.EVENT:
            return Choice(What.EVENT, stop.id)
        inside = self._workspace.library.inside
        if inside is not None and inside.kind is RowKind.TAG:
            return Choice(What.TAG, inside.path)
        source_id = self._workspace.reader.source_id
        return Choice(What.SOURCE, source_id) if source_id else None

    def _on_exported(self, dialog: "ExportDialog", path: Path, sentence: str) -> None:
        if dialog.isVisible():
            return
        actions: dict[str, Callable[[], object]] = {
            _("Open file"): partial(_show_outside, path),
            _("Show in folder"): partial(_show_outside, path.parent),
        }
        self._say(sentence, Kind.DONE, actions)

    def check(self) -> None:
        """Check database, media and index in the background."""
        from archive_app.services import checking

        self._say(_("Checking the archive; you can go on working."))
        self._session.job(_("Checking"), checking.check, done=self.show_check, owner=self._window)

    def show_check(self, report: "CheckReport") -> None:
        """Say what a check found."""
        if not report.faults:
            files = ngettext("{count} file", "{count} files", report.files).format(count=report.files)
            self._say(_("The archive is in order ({files} compared).").format(files=files), Kind.DONE)
            return
        count = len(report.faults)
        said = ngettext("{count} fault was found: {first}", "{count} faults were found: {first}", count)
        first = "; ".join(report.faults[:3])
        self._say(said.format(count=count, first=first), Kind.ERROR)

    def _on_written(self, path: Path, said: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            _("Open"): partial(_show_outside, path),
            _("Open folder"): partial(_show_outside, path.parent),
        }
        self._say(said, Kind.DONE, actions)


def _show_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
