"""What can be done with a row of the library, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from archive_app.core.records import Event, Photo, Source
from archive_app.core.translation import _
from archive_app.services import collections
from archive_app.ui import icons
from archive_app.ui.commands import Commands
from archive_app.ui.export_form import Choice, What
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.workspace import Workspace


class LibraryMenu:
    """Makes the menu of a row when the library asks for it."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace = workspace
        self._commands = commands
        workspace.library.menu_requested.connect(self.show)

    def show(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row at a place of the screen."""
        menu = self.make(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def make(self, row: Row) -> QMenu:
        """The menu of a row."""
        menu = QMenu(self._workspace)
        _add(menu, "open", _("&Open"), partial(self._workspace.open_row, row))
        if row.kind is RowKind.PHOTO and row.source_id:
            _add(menu, "source", _("Show in the &text"), partial(self._workspace.show_photo_in_text, row.id))
        choice = _export_choice(row)
        if choice is not None:
            _add(menu, "export", _("&Export as PDF…"), partial(self._commands.export, choice))
        if not self._workspace.session.archive.read_only:
            self._add_changes(menu, row)
        return menu

    def _add_changes(self, menu: QMenu, row: Row) -> None:
        commands = self._commands
        menu.addSeparator()
        if isinstance(row.record, (Source, Photo, Event)):
            _add(menu, "edit", _("&Describe…"), partial(commands.edit_row, row))
            self._add_collections(menu, row.record)
        if row.kind is RowKind.TAG:
            _add(menu, "edit", _("&Rename…"), partial(commands.rename_tag, row))
        if row.photo is not None and row.photo.file_id is None:
            _add(menu, "scan", _("Add the &scan…"), partial(commands.add_scan, row.id))
            if row.photo.text_id is not None:
                _add(menu, "close", _("This is &no caption"), partial(commands.no_caption, row.id))
        menu.addSeparator()
        _add(menu, "trash", _("De&lete"), partial(commands.delete_row, row))

    def _add_collections(self, menu: QMenu, record: Source | Photo | Event) -> None:
        inner = menu.addMenu(icons.icon("collection"), _("Add to &collection"))
        for collection in collections.list_collections(self._workspace.session.archive):
            name = collection.name.replace("&", "&&")
            _add(inner, "collection", name, partial(self._commands.add_to_collection, collection.id, record))
        if not inner.isEmpty():
            inner.addSeparator()
        _add(inner, "plus", _("&New collection…"), partial(self._commands.new_collection, record))


def _add(menu: QMenu, icon: str, text: str, function: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), text).triggered.connect(lambda _checked=False: function())


def _export_choice(row: Row) -> Choice | None:
    if row.kind is RowKind.SOURCE:
        return Choice(What.SOURCE, row.id)
    if row.kind is RowKind.EVENT:
        return Choice(What.EVENT, row.id)
    return Choice(What.TAG, row.title) if row.kind is RowKind.TAG else None
