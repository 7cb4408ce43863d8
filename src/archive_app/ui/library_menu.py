"""What can be done with a row of the library, as a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from archive_app.core.hits import RecordKind
from archive_app.core.links import KINDS, RecordLink
from archive_app.core.records import Event, Photo, Source
from archive_app.core.translation import _, ngettext
from archive_app.ui import icons
from archive_app.ui.commands import Commands
from archive_app.ui.export_choice import GIVEN, Choice, What
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.workspace import Workspace


class LibraryMenu:
    """Makes the menu of a row when the library asks for it."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace = workspace
        self._commands = commands
        workspace.library.menu_requested.connect(self.show)

    def show(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row, or of all chosen rows if it is one of several, at a place of the screen."""
        chosen = self._workspace.library.chosen()
        menu = self.make_for_several(chosen) if len(chosen) > 1 and row in chosen else self.make(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def make(self, row: Row) -> QMenu:
        """The menu of a row."""
        menu = QMenu(self._workspace)
        _add(menu, "open", _("&Open"), partial(self._workspace.open_row, row))
        if row.kind is RowKind.SOURCE and self._workspace.desk.can_open_beside(row.id):
            _add(menu, "beside", _("Open &beside"), partial(self._workspace.showing.show_beside, row.id))
        if row.kind is RowKind.PHOTO and row.source_id:
            _add(
                menu,
                "source",
                _("Show in the &text"),
                partial(self._workspace.showing.show_photo_in_text, row.id),
            )
        if row.kind.value in KINDS:
            link = RecordLink(RecordKind(row.kind.value), row.id)
            _add(menu, "link", _("Copy the lin&k"), partial(self._workspace.links.copy_to, link))
        choice = _export_choice(row)
        if choice is not None:
            _add(menu, "export", _("&Export…"), partial(self._commands.files.export, choice))
        if not self._workspace.session.archive.read_only:
            self._add_changes(menu, row)
        return menu

    def make_for_several(self, rows: list[Row]) -> QMenu:
        """The menu of several rows; empty where nothing can be changed."""
        menu, records = QMenu(self._workspace), self._commands.records
        if all(row.kind is RowKind.EVENT for row in rows):
            ids = tuple(row.id for row in rows)
            choice = Choice(What.EVENTS, GIVEN, ids, _("Chosen events"))
            _add(menu, "export", _("&Export…"), partial(self._commands.files.export, choice))
        if self._workspace.session.archive.read_only:
            menu.addAction(_("This archive can only be read")).setEnabled(False)
            return menu
        if records.can_describe(rows):
            _add(menu, "edit", _("&Describe together…"), partial(records.describe, rows))
        members = [row.record for row in rows if isinstance(row.record, (Source, Photo, Event))]
        if len(members) == len(rows):
            self._add_collections(menu, members)
        if len(rows) == 2 and {row.kind for row in rows} == {RowKind.AUTHORITY}:
            merge = partial(self._commands.authorities.merge_two, rows[0].id, rows[1].id)
            _add(menu, "merge", _("&Merge…"), merge)
        self._add_taking_out(menu, rows)
        menu.addSeparator()
        said = ngettext("De&lete {count} record", "De&lete {count} records", len(rows))
        _add(menu, "trash", said.format(count=len(rows)), partial(records.delete, rows))
        return menu

    def _add_taking_out(self, menu: QMenu, rows: list[Row]) -> None:
        if self._commands.records.inside() is not None:
            take_out = partial(self._commands.records.take_out, rows)
            _add(menu, "close", _("&Take out of the collection"), take_out)

    def _add_changes(self, menu: QMenu, row: Row) -> None:
        commands = self._commands
        menu.addSeparator()
        if isinstance(row.record, (Source, Photo, Event)):
            _add(menu, "edit", _("&Describe…"), partial(commands.edit_row, row))
            self._add_collections(menu, [row.record])
            self._add_taking_out(menu, [row])
        if row.kind is RowKind.AUTHORITY:
            _add(menu, "edit", _("&Describe…"), partial(commands.edit_row, row))
            _add(menu, "merge", _("&Merge with…"), partial(commands.authorities.merge, row.id))
        if row.kind is RowKind.TAG:
            commands.tags.fill_menu(menu, row)
        if row.kind is RowKind.COLLECTION:
            _add(menu, "edit", _("&Rename…"), partial(commands.rename_collection, row))
        if row.photo is not None and row.photo.file_id is None:
            _add(menu, "scan", _("Add the &scan…"), partial(commands.add_scan, row.id))
            if row.photo.text_id is not None:
                _add(menu, "close", _("This is &no caption"), partial(commands.no_caption, row.id))
        menu.addSeparator()
        _add(menu, "trash", _("De&lete"), partial(commands.delete_row, row))

    def _add_collections(self, menu: QMenu, members: Sequence[Source | Photo | Event]) -> None:
        inner = menu.addMenu(icons.icon("collection"), _("Add to &collection"))
        self._commands.records.fill_menu(inner, members)


def _add(menu: QMenu, icon: str, text: str, function: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), text).triggered.connect(lambda _checked=False: function())


def _export_choice(row: Row) -> Choice | None:
    if row.kind is RowKind.SOURCE:
        return Choice(What.SOURCE, row.id)
    if row.kind is RowKind.EVENT:
        return Choice(What.EVENT, row.id)
    return Choice(What.TAG, row.path) if row.kind is RowKind.TAG else None
