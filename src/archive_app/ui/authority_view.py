"""The page of a person, unit or place: its names, what is known of it, and what has to do with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.coordinates import speak_coordinates, write_coordinates
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.records import Authority
from archive_app.core.translation import _
from archive_app.services import authorities, authority_uses
from archive_app.services.authorities import Named
from archive_app.ui import icons, theme
from archive_app.ui.authority_use import UseList
from archive_app.ui.library_rows import AUTHORITY_ICONS
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.session import Session
from archive_app.ui.variant_list import VariantList
from archive_app.ui.wrapped_label import WrappedLabel

_TOUCHED = (
    *("authorities", "variant_names", "access_points"),
    *("events", "links", "annotations", "sources"),
)
_QUOTES = str.maketrans(dict.fromkeys('"„“”«»', " "))
_WEB = ("http://", "https://")


class AuthorityView(QScrollArea):
    """Shows one record. What is told of it is made anew with each change; the list of names stays."""

    event_requested = Signal(str)
    source_requested = Signal(str)
    place_requested = Signal(str, int, int)
    edit_wanted = Signal(str)
    merge_wanted = Signal(str)
    search_wanted = Signal(str)
    """A query for its name; the search finds the other names of it, too."""
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Person, unit or place"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self.named: Named | None = None
        self._wanted = ""
        """The id of the record that the page is of, also while that is deleted."""
        self.names = VariantList(session)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add another name or spelling and press Enter"))
        self.line.setAccessibleName(_("Another name or spelling"))
        self.line.returnPressed.connect(self._add_name)
        self._head = QWidget()
        self.uses = UseList()
        for signal in ("event_requested", "source_requested", "place_requested"):
            getattr(self.uses, signal).connect(getattr(self, signal))
        self._foot = self._made_foot()
        self._column = self._build()
        session.changed.connect(self._on_changed)
        theme.state.changed.connect(self._on_look_changed)

    def _build(self) -> QVBoxLayout:
        page = ScrolledPage()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 28, 40, 40)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addSpacing(14)
        column.addWidget(_heading(_("Names")))
        column.addWidget(self.names)
        self.names_hint = WrappedLabel(
            _(
                "A name in the other Serbian script needs no line of its own. "
                "Enter edits a name, R holds it right, Delete takes it away."
            ),
            muted=True,
        )
        column.addWidget(self.names_hint)
        column.addWidget(self.line)
        for widget in (self.line, self.names_hint):
            widget.setVisible(not self._session.archive.read_only)
        column.addSpacing(14)
        column.addWidget(self._foot)
        column.addStretch(1)
        self.setWidget(page)
        return column

    def _made_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(_heading(_("What has to do with it")), 1)
        find = QPushButton(_("Find in the texts"))
        icons.put(find, "search")
        find.setToolTip(_("Search all texts for all its names"))
        find.clicked.connect(self.find_in_texts)
        top.addWidget(find)
        column.addLayout(top)
        column.addWidget(self.uses)
        return foot

    @property
    def authority_id(self) -> str | None:
        """The record that is shown."""
        return self.named.authority.id if self.named else None

    def show_authority(self, authority_id: str) -> None:
        """Show a record. Raises NotFound."""
        self.named = authorities.get_authority(self._session.archive, authority_id)
        before, self._wanted = self._wanted, authority_id
        self._show(anew=before != authority_id)
        if before != authority_id:
            self.line.clear()
            self.verticalScrollBar().setValue(0)

    def remove(self) -> None:
        """Delete the record; undo brings it back with all that points to it."""
        if self.named is not None:
            self._session.write(_("Deleting"), authorities.remove_authority, self.named.authority.id)

    def remove_name(self) -> None:
        """Take the name away that the keyboard is on in the list of names."""
        if self.names.hasFocus():
            self.names.remove()

    def _add_name(self) -> None:
        if self.named is not None and self.line.text().strip():
            self._session.write(
                _("Adding a name"),
                authorities.add_name,
                self.named.authority.id,
                self.line.text(),
                done=self._on_name_added,
            )

    def find_in_texts(self) -> None:
        """Ask for a search for its name, as a phrase."""
        if self.named is not None:
            words = " ".join(self.named.authority.name.translate(_QUOTES).split())
            self.search_wanted.emit(f'"{words}"')

    def _on_name_added(self, _named: Named) -> None:
        self.line.clear()

    def _on_changed(self, changes: Changes) -> None:
        if not self._wanted or not changes.touches(*_TOUCHED):
            return
        try:
            self.show_authority(self._wanted)
        except NotFound:
            self.named = None
            self._show()

    # What is shown

    def _on_look_changed(self) -> None:
        self._show(anew=True)

    def _show(self, *, anew: bool = False) -> None:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._fill_head(column)
        place = self.verticalScrollBar().value()
        self._column.replaceWidget(self._head, head)
        self._head.hide()
        self._head.deleteLater()
        self._head = head
        self.names.setEnabled(self.named is not None)
        self._foot.setVisible(self.named is not None)
        if self.named is not None:
            self.names.show_names(self.named)
            archive, known = self._session.archive, self.named.authority.id
            self.uses.show_uses(authority_uses.uses_of(archive, known), anew=anew)
        self._order_tabs()
        self.verticalScrollBar().setValue(place)

    def _order_tabs(self) -> None:
        """The Tab key goes from above, as the eye does."""
        before: QWidget = self
        for part in (self._head, self.names, self.line, self._foot):
            for each in (part, *part.findChildren(QWidget)):
                if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    QWidget.setTabOrder(before, each)
                    before = each

    def _fill_head(self, column: QVBoxLayout) -> None:
        if self.named is None:
            column.addWidget(WrappedLabel(_("This record was deleted. Undo brings it back."), muted=True))
            return
        authority = self.named.authority
        column.addLayout(self._line(AUTHORITY_ICONS[authority.kind], _label(authority)))
        column.addLayout(self._title_row(authority))
        if authority.when:
            column.addLayout(self._line("clock", WrappedLabel(format_date(authority.when)).selectable()))
        if authority.latitude is not None and authority.longitude is not None:
            column.addLayout(self._coordinates(authority.latitude, authority.longitude))
        if authority.url:
            column.addLayout(self._line("link", _url(authority.url)))
        if authority.note:
            note = WrappedLabel(authority.note).selectable()
            note.setContentsMargins(0, 8, 0, 0)
            column.addWidget(note)

    def _title_row(self, authority: Authority) -> QHBoxLayout:
        title = WrappedLabel(authority.name).selectable()
        title.setFont(theme.reading_font(20, weight=650))
        row = QHBoxLayout()
        row.addWidget(title, 1)
        for icon, label, tip, function in (
            ("edit", _("Edit"), _("Edit this record (F2)"), self.edit_wanted.emit),
            ("merge", _("Merge with…"), _("Make one record of this one and another"), self.merge_wanted.emit),
            ("trash", _("Delete"), _("Delete this record; events lose it"), self._remove),
        ):
            button = QPushButton(icons.icon(icon), label)
            button.setToolTip(tip)
            button.setEnabled(not self._session.archive.read_only)
            button.clicked.connect(partial(self._on_pressed, function))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_pressed(self, function: Callable[[str], object], _checked: bool = False) -> None:
        if self.authority_id is not None:
            function(self.authority_id)

    def _remove(self, _authority_id: str) -> None:
        self.remove()

    def _line(self, icon: str, words: QWidget) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, 16, theme.colours().muted, self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(words, 1)
        return row

    def _coordinates(self, latitude: float, longitude: float) -> QHBoxLayout:
        written = write_coordinates(latitude, longitude)
        words = QLabel(f"{written}    {speak_coordinates(latitude, longitude)}")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(icons.icon("copy"), _("Copy"))
        copy.setFlat(True)
        copy.setToolTip(_("Copy the coordinates"))
        copy.clicked.connect(partial(self._copy, written))
        row = self._line("place", words)
        row.setStretch(1, 0)
        row.addWidget(copy)
        row.addStretch(1)
        return row

    def _copy(self, words: str, _checked: bool = False) -> None:
        QApplication.clipboard().setText(words)
        self.told.emit(_("Copied: {words}").format(words=words))


def _label(authority: Authority) -> QLabel:
    label = QLabel(authority_kind_label(authority.kind))
    label.setObjectName("muted")
    return label


def _url(url: str) -> QWidget:
    """Only addresses of the web are opened, in the browser of the system."""
    if not url.startswith(_WEB):
        return WrappedLabel(url).selectable()
    link = LinkLabel(url)
    link.setStyleSheet(f"color: {theme.colours().link}")
    link.setToolTip(_("Open it in the browser"))
    link.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(url)))
    return link


def _heading(text: str) -> QLabel:
    heading = QLabel(text)
    heading.setFont(theme.interface_font(1, weight=650))
    return heading
