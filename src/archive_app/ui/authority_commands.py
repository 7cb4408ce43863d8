"""What a person does to records of people, units and places in the window: dialogs, and what is said afterwards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from archive_app.core.errors import NotFound
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.translation import _, ngettext
from archive_app.services import authorities
from archive_app.services.authorities import Named
from archive_app.ui.chooser import Chooser
from archive_app.ui.labels import short
from archive_app.ui.library_rows import AUTHORITY_ICONS, RowKind, Section
from archive_app.ui.message_bar import Kind
from archive_app.ui.palette_entries import Entry
from archive_app.ui.workspace import Workspace

Say = Callable[..., None]


class AuthorityCommands(QObject):
    """Dialogs are loaded when they are first opened."""

    def __init__(self, workspace: Workspace, say: Say, undo: Callable[[], object], window: QWidget) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._say = say
        self._undo = undo
        self._window = window
        workspace.edit_authority_wanted.connect(self.edit)
        workspace.merge_authority_wanted.connect(self.merge)

    def show_list(self) -> None:
        """Show all records in the library, with the keyboard on the list."""
        self._workspace.search.leave()
        self._workspace.library.show_section(Section.AUTHORITIES)
        self._workspace.library.list.setFocus()

    def show_page(self, authority_id: str) -> None:
        """Show the page of a record."""
        self._workspace.showing.show(RowKind.AUTHORITY, authority_id)

    def new(self) -> None:
        """Make a record and show its page."""
        from archive_app.ui.authority_dialog import AuthorityDialog

        dialog = AuthorityDialog(self._session, None, self._window)
        dialog.saved.connect(self._show_named)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def edit(self, authority_id: str) -> None:
        """Open the description of a record."""
        from archive_app.ui.authority_dialog import AuthorityDialog

        try:
            dialog = AuthorityDialog(self._session, authority_id, self._window)
        except NotFound as error:
            self._say(str(error), Kind.ERROR)
            return
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _show_named(self, named: Named) -> None:
        self.show_page(named.authority.id)

    # Merging

    def merge_shown(self) -> None:
        """Choose what the record that is shown is merged with."""
        stop = self._workspace.showing.current()
        if stop is not None and stop.kind is RowKind.AUTHORITY:
            self.merge(stop.id)
        else:
            self._say(
                _("Open the page of a person, unit or place first; then it can be merged with another one."),
                Kind.WARNING,
            )

    def merge(self, authority_id: str) -> None:
        """Let the person choose another record of the same kind, then show both side by side."""
        try:
            kept = authorities.get_authority(self._session.archive, authority_id)
        except NotFound as error:
            self._say(str(error), Kind.ERROR)
            return
        entries = [
            Entry(
                named.authority.id,
                short(named.authority.name, 120),
                ", ".join(named.names[1:]),
                AUTHORITY_ICONS[named.authority.kind],
            )
            for named in authorities.list_authorities(self._session.archive, kept.authority.kind)
            if named.authority.id != authority_id
        ]
        name = short(kept.authority.name)
        title = _("Merge {kind}").format(kind=authority_kind_label(kept.authority.kind))
        chooser = Chooser(self._workspace, title, _("Which record is “{name}” as well?").format(name=name))
        chooser.taken.connect(partial(self.merge_two, authority_id))
        chooser.open(entries)

    def merge_two(self, kept_id: str, other_id: str) -> None:
        """Show two records side by side, to make one of them."""
        from archive_app.ui.merge_dialog import MergeDialog

        try:
            dialog = MergeDialog(self._session, kept_id, other_id, self._window)
        except NotFound as error:
            self._say(str(error), Kind.ERROR)
            return
        dialog.merged.connect(self._on_merged)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def _on_merged(self, named: Named) -> None:
        said = _("“{name}” is one record now.").format(name=short(named.authority.name))
        self._say(said, Kind.DONE, {_("Undo"): self._undo})

    # Lists

    def show_duplicates(self) -> None:
        """List records that may be two of one person, unit or place."""
        from archive_app.ui.duplicates_dialog import DuplicatesDialog

        dialog = DuplicatesDialog(self._session, self._window)
        dialog.authority_requested.connect(self.show_page)
        dialog.merged.connect(self._on_merged)
        dialog.show()

    def show_stated(self) -> None:
        """List what events and links name in words only."""
        from archive_app.ui.stated_names_dialog import StatedNamesDialog

        dialog = StatedNamesDialog(self._session, self._window)
        dialog.accepted_names.connect(self._on_accepted)
        dialog.show()

    def _on_accepted(self, made: list[Named]) -> None:
        said = ngettext(
            "{count} name has its record now.", "{count} names have their records now.", len(made)
        )
        self._say(said.format(count=len(made)), Kind.DONE, {_("Undo"): self._undo})
