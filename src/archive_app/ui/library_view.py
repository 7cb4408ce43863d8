"""The left column: everything that is in the archive, section by section, with a filter."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.errors import NotFound
from archive_app.core.translation import N_, _
from archive_app.ui import theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.labels import short
from archive_app.ui.library_folding import LibraryFolding
from archive_app.ui.library_head import LibraryHead
from archive_app.ui.library_model import LibraryModel
from archive_app.ui.library_rows import (
    SECTION_ICONS,
    SECTION_TITLES,
    Row,
    RowKind,
    Section,
    rows_inside,
)
from archive_app.ui.library_stock import LibraryStock
from archive_app.ui.row_list import RowList
from archive_app.ui.section_list import SectionList
from archive_app.ui.session import Session
from archive_app.ui.thumbnails import Thumbnails

_EMPTY = {
    Section.SOURCES: (
        N_("No sources yet"),
        N_("Import text files, or drop them on this window."),
        N_("Import files…"),
    ),
    Section.PHOTOS: (
        N_("No photos yet"),
        N_("Import images, or a text with captions of photos."),
        N_("Import files…"),
    ),
    Section.EVENTS: (
        N_("No events yet"),
        N_("Make an event, then link passages to it to see what each source says."),
        N_("New event…"),
    ),
    Section.AUTHORITIES: (
        N_("No people, units or places yet"),
        N_("Name them in the form of an event, where they get a record, or make one here."),
        N_("New person, unit or place…"),
    ),
    Section.TAGS: (
        N_("No tags yet"),
        N_("Select a passage in a text and press Ctrl+T to give it a tag."),
        "",
    ),
    Section.COLLECTIONS: (
        N_("No collections yet"),
        N_("Group sources, photos and events under a name of your own."),
        N_("New collection…"),
    ),
}
_EMPTY_INSIDE = {
    RowKind.TAG: N_("Select words in a text and press Ctrl+T to give them this tag."),
    RowKind.COLLECTION: N_(
        "Drag sources, photos or events onto the collection, or choose “Add to collection” in their menu."
    ),
}


class LibraryView(QWidget):
    """Lists records and says what the person wants with one; does nothing to them itself."""

    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    edit_requested = Signal(object)
    add_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Library"))
        self._session = session
        self.stock = LibraryStock(session, self)
        self._inside: Row | None = None
        self._shown_id = ""
        self.thumbnails = Thumbnails(session, self)
        self.model = LibraryModel(self)
        self.model.can_collect = not session.archive.read_only
        self.sections = SectionList(
            [(_(SECTION_TITLES[s]), SECTION_ICONS[s]) for s in Section],
            list(Section).index(Section.COLLECTIONS),
        )
        self.sections.chosen.connect(self._on_section_chosen)
        self.head = LibraryHead()
        self.filter_box = self.head.filter_box
        self.list = RowList(self.thumbnails)
        self.list.setModel(self.model)
        LibraryFolding(self.list, self.model)
        self.empty = EmptyState()
        self.empty.pressed.connect(self._on_hint_pressed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._build()
        self._connect()
        self.show_section(Section.SOURCES)

    def _build(self) -> None:
        line = QWidget()
        line.setObjectName("line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sections)
        layout.addSpacing(8)
        layout.addWidget(line)
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.stock.changed.connect(self._show_rows)
        self.stock.counted.connect(self._on_counted)
        self.head.left.connect(self.leave)
        self.head.add_wanted.connect(self._on_add)
        self.filter_box.textChanged.connect(self._on_filter)
        self.list.chosen.connect(self._on_opened)
        self.list.left.connect(self.leave)
        self.list.customContextMenuRequested.connect(self._on_menu)
        theme.state.changed.connect(self.list.viewport().update)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return list(Section)[self.sections.current]

    @property
    def inside(self) -> Row | None:
        """The tag or collection whose contents are listed, None where the section itself is."""
        return self._inside

    def current(self) -> Row | None:
        """The row that the keyboard is on."""
        return self.model.row_at(self.list.currentIndex())

    def chosen(self) -> list[Row]:
        """The rows that are chosen, from above."""
        rows = (self.model.row_at(self.model.index(number)) for number in self.list.chosen_rows())
        return [row for row in rows if row is not None]

    def show_section(self, section: Section) -> None:
        """Show this section from its beginning."""
        self.sections.choose(list(Section).index(section))
        self._on_section_chosen()

    def enter(self, row: Row) -> None:
        """List what a tag or a collection holds."""
        self._inside = row
        self.filter_box.clear()
        self._show_rows()
        self.list.setCurrentIndex(self.model.index(0))

    def show_inside(self, row: Row) -> None:
        """Choose the section of a tag or a collection, list what it holds, and put the keyboard there."""
        self.show_section(Section.TAGS if row.kind is RowKind.TAG else Section.COLLECTIONS)
        self.enter(row)
        self.list.setFocus()

    def leave(self) -> None:
        """Go back from what a tag or a collection holds to all of them."""
        if self._inside is None:
            return
        record_id, self._inside = self._inside.id, None
        self.filter_box.clear()
        self._show_rows()
        self.list.setCurrentIndex(self.model.index_of(record_id))

    def select(self, record_id: str) -> None:
        """Put the keyboard's row on the record that is shown beside the library, now or once its section is chosen."""
        self._shown_id = record_id
        self._choose(record_id)

    def _choose(self, *record_ids: str) -> None:
        """Put the keyboard's row on the first of these records that the list shows."""
        for record_id in record_ids:
            self.model.reveal(record_id)
            index = self.model.index_of(record_id)
            if index.isValid():
                self.list.setCurrentIndex(index)
                return

    def focus_filter(self) -> None:
        """Let the person type into the filter."""
        self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_box.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the filter, the arrow down goes from it to the list."""
        if event.key() == Qt.Key.Key_Escape and self.filter_box.text():
            self.filter_box.clear()
        elif event.key() == Qt.Key.Key_Down and self.filter_box.hasFocus():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        else:
            super().keyPressEvent(event)

    def _show_rows(self) -> None:
        current, chosen = self.current(), [row.id for row in self.chosen()]
        try:
            rows = rows_inside(self._session.archive, self._inside) if self._inside else None
        except NotFound:
            self._inside = rows = None
        section = self.section
        self.model.is_ordered = self._inside is not None and self._inside.kind is RowKind.COLLECTION
        self.model.show_rows(rows if rows is not None else self.stock.rows[section])
        self.list.setUniformItemSizes(self._inside is None or self._inside.kind is RowKind.TAG)
        self.head.show_section(section, self._inside)
        self._choose(current.id if current is not None else "", self._shown_id)
        if len(chosen) > 1:
            found = (self.model.index_of(record_id) for record_id in chosen)
            self.list.choose_rows([index.row() for index in found if index.isValid()])
        self._show_list_or_hint()

    def _show_list_or_hint(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        if not self.model.is_empty():
            text = _("Nothing here matches “{words}”.").format(words=self.filter_box.text().strip())
            self.empty.show_hint(_("Nothing found"), text, _("Show all"))
        elif self._session.archive.read_only:
            text = _("This archive can only be read here, so nothing can be added.")
            self.empty.show_hint(_("Nothing is here"), text)
        elif self._inside is not None:
            title = _("Nothing is in “{title}”").format(title=short(self._inside.title))
            self.empty.show_hint(title, _(_EMPTY_INSIDE[self._inside.kind]))
        else:
            title, text, button = _EMPTY[self.section]
            self.empty.show_hint(_(title), _(text), _(button) if button else "")
        self._stack.setCurrentWidget(self.empty)

    def _on_counted(self, counts: dict[str, int]) -> None:
        for number, section in enumerate(Section):
            self.sections.set_count(number, counts[section.value])

    def _on_section_chosen(self) -> None:
        self._inside = None
        self.filter_box.clear()
        self._show_rows()

    def _on_filter(self, text: str) -> None:
        current = self.current()
        self.model.set_filter(text)
        self._choose(current.id if current is not None else "", self._shown_id)
        self._show_list_or_hint()

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is None:
            return
        if row.kind in (RowKind.TAG, RowKind.COLLECTION):
            self.enter(row)
        else:
            self.opened.emit(row)

    def _on_menu(self, position: QPoint) -> None:
        row = self.model.row_at(self.list.indexAt(position))
        if row is not None:
            self.menu_requested.emit(row, self.list.viewport().mapToGlobal(position))

    def _on_hint_pressed(self) -> None:
        """The next step where nothing is shown: show what the filter hides, or bring something in."""
        if self.filter_box.text():
            self.filter_box.clear()
        else:
            self._on_add()

    def _on_add(self) -> None:
        self.add_requested.emit(self.section)
