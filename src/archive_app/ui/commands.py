"""What a person does to the records of an opened archive: dialogs, writes, and what is said afterwards."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from archive_app.core.errors import NotFound
from archive_app.core.translation import _
from archive_app.services import annotating, authorities, collections, events, photos, sources, tagging
from archive_app.ui.authority_commands import AuthorityCommands
from archive_app.ui.file_commands import FileCommands
from archive_app.ui.history_commands import HistoryCommands
from archive_app.ui.labels import short
from archive_app.ui.library_rows import Row, RowKind, Section
from archive_app.ui.message_bar import Kind
from archive_app.ui.name_dialog import ask_name
from archive_app.ui.record_commands import RecordCommands
from archive_app.ui.settings import Settings
from archive_app.ui.tag_commands import TagCommands
from archive_app.ui.workspace import Workspace

Say = Callable[..., None]
"""`say(text, kind, actions)`: show a message, see `MessageBar.show_message`."""


class Commands:
    """One for each opened archive."""

    def __init__(self, workspace: Workspace, settings: Settings, say: Say, window: QWidget) -> None:
        self._workspace = workspace
        self._session = workspace.session
        self._settings = settings
        self._say = say
        self._window = window
        self.files = FileCommands(workspace, settings, say, window)
        self.history = HistoryCommands(workspace, window)
        undo = self.history.undo
        self.records = RecordCommands(self._session, workspace.library, say, undo, window)
        self.tags = TagCommands(self._session, workspace.library, say, undo, window)
        self.authorities = AuthorityCommands(workspace, say, undo, window)
        workspace.library.add_requested.connect(self._on_add_requested)
        workspace.desk.edit_source_requested.connect(self.describe_source)
        workspace.inspector.edit_source_requested.connect(self.describe_source)
        workspace.edit_photo_wanted.connect(self.describe_photo)
        workspace.scan_wanted.connect(self.add_scan)
        workspace.no_caption_wanted.connect(self.no_caption)
        workspace.edit_event_wanted.connect(self.edit_event)
        workspace.links.copied.connect(self._on_link_copied)
        workspace.done.connect(self._on_done)

    def _on_done(self, said: str) -> None:
        self._say(said, Kind.DONE, {_("Undo"): self.history.undo})

    def _on_link_copied(self, link: str) -> None:
        said = _("The link {link} was copied. Paste it into the search box to come back.")
        self._say(said.format(link=link), Kind.DONE)

    def _on_add_requested(self, section: Section) -> None:
        if section is Section.EVENTS:
            self.new_event()
        elif section is Section.COLLECTIONS:
            self.records.new_collection()
        elif section is Section.TAGS:
            self.tags.new()
        elif section is Section.AUTHORITIES:
            self.authorities.new()
        else:
            self.files.import_files()

    # Describing and deleting

    def describe(self) -> None:
        """Describe what the keyboard is on in the library, or else what is shown."""
        library = self._workspace.library
        rows = library.chosen() if library.list.hasFocus() else []
        if rows:
            self.edit_rows(rows)
            return
        stop = self._workspace.showing.current()
        if stop is not None:
            self.edit_record(stop.kind, stop.id)

    def edit_rows(self, rows: Sequence[Row]) -> None:
        """Edit the record of a row, or describe those of several rows together."""
        if len(rows) > 1:
            self.records.describe(rows)
        else:
            self.edit_row(rows[0])

    def edit_row(self, row: Row) -> None:
        """Edit the record of a row."""
        if row.kind is RowKind.TAG:
            self.tags.rename(row)
        elif row.kind is RowKind.COLLECTION:
            self.rename_collection(row)
        else:
            self.edit_record(row.kind, row.id)

    def edit_record(self, kind: RowKind, record_id: str) -> None:
        """Open the description of a record that has one."""
        edit = {
            RowKind.SOURCE: self.describe_source,
            RowKind.PHOTO: self.describe_photo,
            RowKind.EVENT: self.edit_event,
            RowKind.AUTHORITY: self.authorities.edit,
        }.get(kind)
        if edit is not None:
            edit(record_id)

    def describe_source(self, source_id: str) -> None:
        """Open the description of a source."""
        from archive_app.ui.source_dialog import SourceDialog

        self._open(lambda: SourceDialog(self._session, source_id, self._window))

    def describe_photo(self, photo_id: str) -> None:
        """Open the description of a photo."""
        from archive_app.ui.photo_dialog import PhotoDialog

        self._open(lambda: PhotoDialog(self._session, photo_id, self._window))

    def edit_event(self, event_id: str) -> None:
        """Open the editor of an event."""
        from archive_app.ui.event_dialog import EventDialog

        self._open(lambda: EventDialog(self._session, event_id, self._window))

    def new_event(self) -> None:
        """Make an event and show its page."""
        from archive_app.ui.event_dialog import EventDialog

        dialog = EventDialog(self._session, None, self._window)
        dialog.saved.connect(lambda event: self._show_made_event(event.id))
        self._open(lambda: dialog)

    def _show_made_event(self, event_id: str) -> None:
        """Its page gets the keyboard too, which may have been in what is hidden now."""
        self._workspace.showing.show_event(event_id)
        self._workspace.pages.page(RowKind.EVENT).widget.setFocus()

    def _open(self, make: Callable[[], QDialog]) -> None:
        try:
            dialog = make()
        except NotFound as error:
            self._say(str(error), Kind.ERROR)
            return
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def delete(self) -> None:
        """Delete the chosen rows of the library, or else the chosen annotation; take rows out of a collection."""
        library, page = self._workspace.library, self._workspace.pages.shown
        rows = library.chosen() if library.list.hasFocus() else []
        if rows and self.records.inside() is not None:
            self.records.take_out(rows)
        elif rows:
            self.delete_rows(rows)
        elif page is not None and page.delete is not None:
            page.delete()

    def delete_rows(self, rows: Sequence[Row]) -> None:
        """Delete records in one step; the message offers to take it back."""
        if len(rows) > 1:
            self.records.delete(rows)
        else:
            self.delete_row(rows[0])

    def delete_row(self, row: Row) -> None:
        """Delete a record; the message offers to take it back."""
        function = {
            RowKind.SOURCE: sources.remove_source,
            RowKind.PHOTO: photos.remove_photo,
            RowKind.EVENT: events.remove_event,
            RowKind.AUTHORITY: authorities.remove_authority,
            RowKind.TAG: tagging.remove_tag,
            RowKind.COLLECTION: collections.remove_collection,
            RowKind.ANNOTATION: annotating.remove_annotation,
        }[row.kind]
        said = _("“{title}” was deleted.").format(title=short(row.title))
        self._session.write(
            _("Deleting"),
            function,
            row.id,
            done=lambda _none: self._say(said, Kind.DONE, {_("Undo"): self.history.undo}),
            owner=self._window,
        )

    # Photos, tags, names

    def add_scan(self, photo_id: str) -> None:
        """Choose the image file of a photo whose scan is missing."""
        folder = str(self._settings.folder("import"))
        kinds = _("Images (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Choose the scan"), folder, kinds)
        if name:
            self._settings.remember_folder("import", Path(name).parent)
            self._session.write(_("Adding the scan"), photos.attach_scan, photo_id, Path(name))

    def no_caption(self, photo_id: str) -> None:
        """Make the caption of a photo an ordinary paragraph again."""
        said = _("It is an ordinary paragraph now.")
        self._session.write(
            _("Changing the kind of a passage"),
            photos.not_a_caption,
            photo_id,
            done=lambda _none: self._say(said, Kind.DONE, {_("Undo"): self.history.undo}),
            owner=self._window,
        )

    def rename_collection(self, row: Row) -> None:
        """Ask for another name of a collection."""
        ask_name(
            self._window,
            _("Rename collection"),
            _("Name of the collection:"),
            row.title,
            lambda name: self._session.write(
                _("Renaming a collection"), collections.rename_collection, row.id, name
            ),
        )
