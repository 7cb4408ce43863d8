"""What a person does to several records of the library at once, and to the order of a collection."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from archive_app.core.errors import NotFound
from archive_app.core.records import Event, Photo, Source
from archive_app.core.translation import _, ngettext
from archive_app.services import batches, collections, events, photos, sources
from archive_app.services.collections import Member
from archive_app.ui import icons
from archive_app.ui.labels import short
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.library_view import LibraryView
from archive_app.ui.message_bar import Kind
from archive_app.ui.name_dialog import ask_name
from archive_app.ui.session import Session

Say = Callable[..., None]
Dragged = Sequence[tuple[RowKind, str]]


class RecordCommands(QObject):
    """Each action is one step of the history; the message offers to take it back."""

    def __init__(
        self, session: Session, library: LibraryView, say: Say, undo: Callable[[], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._say = say
        self._undo = undo
        self._window = window
        library.model.dropped_on.connect(self._on_dropped_on)
        library.model.dropped_at.connect(self._on_dropped_at)
        library.sections.dropped.connect(self._on_dropped_on_section)
        library.list.moved.connect(self.move)

    # Several records

    def can_describe(self, rows: Sequence[Row]) -> bool:
        """Whether these can be described together: all sources, or all photos."""
        kinds = {row.kind for row in rows}
        return len(rows) > 1 and kinds in ({RowKind.SOURCE}, {RowKind.PHOTO})

    def describe(self, rows: Sequence[Row]) -> None:
        """Open the description of several sources or photos."""
        if not self.can_describe(rows):
            self._say(_("Choose only sources, or only photos, to describe them together."), Kind.WARNING)
            return
        from archive_app.ui.batch_dialog import BatchDialog

        records = [row.record for row in rows]
        dialog = BatchDialog(self._session, records, self._window)  # type: ignore[arg-type]
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()

    def delete(self, rows: Sequence[Row]) -> None:
        """Delete several records in one step."""
        said = ngettext("{count} record was deleted.", "{count} records were deleted.", len(rows))
        self._session.write(
            _("Deleting"),
            batches.remove_records,
            [(row.kind.value, row.id) for row in rows],
            done=partial(self._tell, said.format(count=len(rows))),
            owner=self,
        )

    def _tell(self, said: str, _result: object = None) -> None:
        self._say(said, Kind.DONE, {_("Undo"): self._undo})

    # Collections

    def inside(self) -> Row | None:
        """The collection whose records the library lists."""
        row = self._library.inside
        return row if row is not None and row.kind is RowKind.COLLECTION else None

    def take_out(self, rows: Sequence[Row]) -> None:
        """Take records out of the collection that is listed; they stay in the archive."""
        collection = self.inside()
        if collection is None:
            return
        said = ngettext(
            "{count} record was taken out of “{name}”; it stays in the archive.",
            "{count} records were taken out of “{name}”; they stay in the archive.",
            len(rows),
        ).format(count=len(rows), name=short(collection.title))
        self._session.write(
            _("Taking out of a collection"),
            collections.take_out_of_collection,
            collection.id,
            [row.id for row in rows],
            done=partial(self._tell, said),
            owner=self,
        )

    def move(self, step: int) -> None:
        """Move the chosen records of a collection one place up (-1) or down (1)."""
        collection, numbers = self.inside(), self._library.list.chosen_rows()
        if collection is None or not numbers or not self._library.model.can_reorder():
            return
        place = numbers[0] - 1 if step < 0 else numbers[-1] + 2
        if place >= 0:
            self._put(collection.id, _members(self._library.chosen()), place)

    def collect(self, collection_id: str, records: Sequence[Member]) -> None:
        """Put records at the end of a collection."""
        name = collections.get_collection(self._session.archive, collection_id).name
        said = ngettext(
            "{count} record is in “{name}” now.", "{count} records are in “{name}” now.", len(records)
        )
        words = said.format(count=len(records), name=short(name))
        self._put(collection_id, records, None, words)

    def new_collection(self, records: Sequence[Member] = ()) -> None:
        """Ask for a name and make a collection of these records."""

        def make(name: str) -> None:
            self._session.write(_("New collection"), collections.add_collection, name, records=list(records))

        ask_name(self._window, _("New collection"), _("Name of the collection:"), "", make)

    def fill_menu(self, menu: QMenu, records: Sequence[Member]) -> None:
        """Put the collections into a menu; each takes the records when it is chosen."""
        for collection in collections.list_collections(self._session.archive):
            action = menu.addAction(icons.icon("collection"), collection.name.replace("&", "&&"))
            action.triggered.connect(partial(self._on_chosen, collection.id, records))
        if not menu.isEmpty():
            menu.addSeparator()
        new = menu.addAction(icons.icon("plus"), _("&New collection…"))
        new.triggered.connect(lambda _checked=False: self.new_collection(records))

    def _on_chosen(self, collection_id: str, records: Sequence[Member], _checked: bool = False) -> None:
        self.collect(collection_id, records)

    def _put(self, collection_id: str, records: Sequence[Member], at: int | None, said: str = "") -> None:
        self._session.write(
            _("Adding to a collection"),
            collections.put_in_collection,
            collection_id,
            list(records),
            at,
            done=partial(self._tell, said) if said else None,
            owner=self,
        )

    # What was dragged

    def _on_dropped_on(self, dragged: Dragged, collection_id: str) -> None:
        self.collect(collection_id, self._records(dragged))

    def _on_dropped_at(self, dragged: Dragged, at: int) -> None:
        collection = self.inside()
        if collection is not None:
            self._put(collection.id, self._records(dragged), at)

    def _on_dropped_on_section(self, dragged: Dragged) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, self._records(dragged))
        menu.popup(QCursor.pos())

    def _records(self, dragged: Dragged) -> list[Member]:
        """The records as they are now; those that were deleted meanwhile are left out."""
        find: dict[RowKind, Callable[..., Member]] = {
            RowKind.SOURCE: sources.get_source,
            RowKind.PHOTO: photos.get_photo,
            RowKind.EVENT: events.get_event,
        }
        found = []
        for kind, record_id in dragged:
            try:
                found.append(find[kind](self._session.archive, record_id))
            except NotFound as error:
                self._session.refused.emit(str(error))
        return found


def _members(rows: Sequence[Row]) -> list[Member]:
    return [row.record for row in rows if isinstance(row.record, (Source, Photo, Event))]
