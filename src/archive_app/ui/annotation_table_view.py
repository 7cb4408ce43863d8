"""The page of all annotations: a filter, the table, and what can be done to the chosen rows."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.records import Colour
from archive_app.core.translation import _, ngettext
from archive_app.services import annotation_table
from archive_app.services.annotation_table import COLUMN_TITLES, Column, Wanted
from archive_app.ui import icons, theme
from archive_app.ui.annotation_filter import FILTER_KEY, AnnotationFilter
from archive_app.ui.annotation_finder import AnnotationFinder
from archive_app.ui.annotation_table import AnnotationTable
from archive_app.ui.annotation_table_commands import AnnotationTableCommands
from archive_app.ui.annotation_table_model import AnnotationTableModel, ordered_title
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.flow_layout import FlowLayout
from archive_app.ui.labels import colour_label
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings

ORDER_KEY = "F8"
_STATE = "annotation_table"
_TOUCHED = (
    "annotations",
    "annotation_tags",
    "tags",
    "links",
    "events",
    "sources",
    "photos",
    "texts",
    "regions",
)
_DESCENDING_FIRST = frozenset({Column.MADE})


class AnnotationTableView(QWidget):
    """Shows all annotations of the archive. `annotation_requested` carries the one to jump to."""

    annotation_requested = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._settings = settings
        self._order = Wanted()
        self._shown: Wanted | None = None
        self._is_stale = True
        self.model = AnnotationTableModel(session.archive, self)
        self.table = AnnotationTable(self.model)
        self.table.restore_columns(settings.state(_STATE))
        self.filter = AnnotationFilter(session.archive)
        self.finder = AnnotationFinder(session, self)
        self.commands = AnnotationTableCommands(session, settings, self.table.chosen, self)
        self.empty = EmptyState("highlight")
        self.count = QLabel()
        self.chosen_label = QLabel()
        self.buttons: dict[str, QToolButton] = {}
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        title = QLabel(_("All annotations"))
        title.setFont(theme.reading_font(16, weight=650))
        for label in (self.count, self.chosen_label):
            label.setObjectName("muted")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addSpacing(theme.SPACE)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.chosen_label, 0, Qt.AlignmentFlag.AlignBottom)
        for widget in (self.table, self.empty):
            self._pages.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 10)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self.filter)
        top.addWidget(self._bar())
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = FlowLayout(bar, spacing=2)
        for name, icon, words, tip in (
            ("colour", "highlight", _("Colour"), _("Colour of the chosen annotations (Ctrl+1 to Ctrl+6)")),
            ("tag", "tag", _("Tag…"), _("Put tags on the chosen annotations (Ctrl+T)")),
            ("untag", "close", _("Take off tag…"), _("Take a tag off the chosen annotations")),
            ("link", "link", _("Link…"), _("Tie the chosen annotations to an event (Ctrl+E)")),
            ("delete", "trash", _("Delete"), _("Delete the chosen annotations (Del)")),
            (
                "export",
                "export",
                _("Export…"),
                _("Write the chosen annotations, or all that are shown, to a table"),
            ),
            ("order", "sort", "", _("Order of the table ({key})").format(key=ORDER_KEY)),
        ):
            button = QToolButton()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            icons.put(button, icon)
            button.setText(words)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            self.buttons[name] = button
            row.addWidget(button)
        return bar

    def _connect(self) -> None:
        buttons, commands, table = self.buttons, self.commands, self.table
        colours = QMenu(buttons["colour"])
        self._fill_colours(colours)
        buttons["colour"].setMenu(colours)
        buttons["colour"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        buttons["tag"].clicked.connect(commands.tag)
        buttons["untag"].clicked.connect(commands.untag)
        buttons["link"].clicked.connect(commands.link)
        buttons["delete"].clicked.connect(commands.delete)
        buttons["export"].clicked.connect(self.export)
        buttons["order"].clicked.connect(self.offer_order)
        table.jump_wanted.connect(self.jump)
        table.order_wanted.connect(self.order_by)
        table.colour_wanted.connect(commands.colour)
        table.tags_wanted.connect(commands.tag)
        table.link_wanted.connect(commands.link)
        table.typed.connect(self._on_typed)
        table.menu_wanted.connect(self._show_menu)
        table.chosen_changed.connect(self._show_chosen)
        self.filter.changed.connect(self._ask)
        self.filter.left.connect(table.setFocus)
        self.finder.found.connect(self._on_found)
        self.empty.pressed.connect(self.filter.clear)
        self._session.changed.connect(self._on_changed)
        for key, call in ((FILTER_KEY, self.filter.offer), (ORDER_KEY, self.offer_order)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        self._show_order()
        self._show_chosen()

    def _fill_colours(self, menu: QMenu) -> None:
        for number, colour in enumerate(Colour, 1):
            action = menu.addAction(icons.dot(theme.dot(colour)), colour_label(colour))
            action.setText(f"{colour_label(colour)}\tCtrl+{number}")
            action.triggered.connect(lambda _checked=False, one=colour: self.commands.colour(one))
        menu.addAction(_("No colour")).triggered.connect(lambda: self.commands.colour(None))

    # What is shown

    @property
    def current_id(self) -> str | None:
        """The annotation that the keyboard is on."""
        row = self.model.row_at(self.table.currentIndex().row())
        return row.annotation.id if row else None

    def wanted(self) -> Wanted:
        """Which annotations the person wants to see, and in which order."""
        return self.filter.wanted(self._order)

    def order_by(self, column: Column) -> None:
        """Order by a column; by the one that it is ordered by already, the other way round."""
        descending = column in _DESCENDING_FIRST
        if column is self._order.column:
            descending = not self._order.descending
        self._order = replace(self._order, column=column, descending=descending)
        self._show_order()
        self._ask()

    def _show_order(self) -> None:
        self.model.show_order(self._order)
        self.buttons["order"].setText(ordered_title(self._order))

    def offer_order(self) -> None:
        """Open the list of columns to order by."""
        button = self.buttons["order"]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in COLUMN_TITLES.items():
            action = menu.addAction(_(title))
            action.setCheckable(True)
            action.setChecked(column is self._order.column)
            action.triggered.connect(lambda _checked=False, one=column: self.order_by(one))
            if column is self._order.column:
                menu.setActiveAction(action)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask(self) -> None:
        self._is_stale = False
        self.finder.ask(self.wanted())

    def _on_found(self, wanted: Wanted, numbers: list[int]) -> None:
        same = wanted == self._shown
        self._shown = wanted
        self.table.show_numbers(numbers, same_place=same)
        self._show_count(wanted)

    def _show_count(self, wanted: Wanted) -> None:
        count, total = len(self.model.numbers), annotation_table.total(self._session.archive)
        said = ngettext("{count} annotation", "{count} annotations", total).format(count=f"{total:,}")
        if wanted.narrows():
            said = _("{shown} of {all}").format(shown=f"{count:,}", all=said)
        self.count.setText(said)
        if not total:
            self.empty.show_hint(
                _("Nothing is annotated yet"),
                _("Select a passage in a text and press Ctrl+1, or Ctrl+M for a note; it will stand here."),
            )
        elif not count:
            self.empty.show_hint(
                _("No annotation fits"),
                _("Write fewer words, or take off what narrows the table."),
                _("Show all"),
            )
        self._pages.setCurrentWidget(self.table if count else self.empty)
        self._show_chosen()

    def _show_chosen(self) -> None:
        count = self.table.count_chosen() if self.model.numbers else 0
        said = ngettext("{count} chosen", "{count} chosen", count).format(count=f"{count:,}")
        self.chosen_label.setText(said if count else "")
        writable = not self._session.archive.read_only
        for name, button in self.buttons.items():
            button.setEnabled(
                bool(self.model.numbers) and (name in ("export", "order") or bool(count and writable))
            )

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._is_stale = True
            if self.isVisible():
                self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile is taken in."""
        super().showEvent(event)
        if self._is_stale:
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the widths of the columns."""
        self._settings.keep_state(_STATE, self.table.columns_state())
        super().hideEvent(event)

    # What the person does

    def jump(self) -> None:
        """Go to the place of the annotation that the keyboard is on."""
        annotation_id = self.current_id
        if annotation_id is not None:
            self.annotation_requested.emit(annotation_id)

    def delete(self) -> None:
        """Delete the chosen annotations."""
        self.commands.delete()

    def export(self) -> None:
        """Write the chosen annotations, or all that are shown, to a file."""
        chosen = self.table.chosen()
        self.commands.export(chosen if len(chosen) > 1 else self.model.numbers)

    def _on_typed(self, text: str) -> None:
        self.filter.line.setFocus()
        self.filter.line.insert(text)

    def _show_menu(self, place: QPoint) -> None:
        if not self.model.numbers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("forward"), _("Go to the place\tEnter")).triggered.connect(self.jump)
        menu.addSeparator()
        is_enabled = self.buttons["tag"].isEnabled()
        colours = menu.addMenu(icons.icon("highlight"), _("Colour"))
        self._fill_colours(colours)
        colours.setEnabled(is_enabled)
        for icon, words, call in (
            ("tag", _("Add tags…\tCtrl+T"), self.commands.tag),
            ("close", _("Take off a tag…"), self.commands.untag),
            ("link", _("Link to an event…\tCtrl+E"), self.commands.link),
            ("trash", _("Delete\tDel"), self.commands.delete),
        ):
            action = menu.addAction(icons.icon(icon), words)
            action.setEnabled(is_enabled)
            action.triggered.connect(call)
        menu.addSeparator()
        menu.addAction(icons.icon("export"), _("Export as a table…")).triggered.connect(self.export)
        menu.popup(place)
