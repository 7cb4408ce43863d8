"""The head of the library's list: what is listed, the way back, one more, and the filter."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from archive_app.core.translation import N_, _
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.library_rows import SECTION_TITLES, Row, Section
from archive_app.ui.plain_text import plain_label, tip

_ADD_TIPS = {
    Section.SOURCES: N_("Import files (Ctrl+I)"),
    Section.PHOTOS: N_("Import files (Ctrl+I)"),
    Section.EVENTS: N_("New event"),
    Section.AUTHORITIES: N_("New person, unit or place"),
    Section.TAGS: N_("New tag"),
    Section.COLLECTIONS: N_("New collection"),
}


class LibraryHead(QWidget):
    """`left` tells that the person wants back to all tags or collections, `add_wanted` that they want one more."""

    left = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = _small_button("back", _("Back"))
        self.title = plain_label()
        self.title.setFont(theme.interface_font(weight=600))
        self._add = _small_button("plus", "")
        self.filter_box = QLineEdit()
        self.filter_box.setPlaceholderText(_("Filter by title (Ctrl+L)"))
        self.filter_box.setAccessibleName(_("Filter by title"))
        self.filter_box.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.setContentsMargins(14, 4, 8, 4)
        top.addWidget(self._back)
        top.addWidget(self.title, 1)
        top.addWidget(self._add)
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 10, 8)
        below.addWidget(self.filter_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(below)
        self._back.clicked.connect(self.left)
        self._add.clicked.connect(self.add_wanted)

    def show_section(self, section: Section, inside: Row | None) -> None:
        """Name what is listed: a section, or what a tag or a collection holds."""
        title = _(SECTION_TITLES[section]) if inside is None else short(inside.path or inside.title, 28)
        self.title.setText(title)
        self.title.setToolTip(tip(inside.path or inside.title) if inside else "")
        self._back.setVisible(inside is not None)
        hint = _ADD_TIPS.get(section, "")
        self._add.setVisible(bool(hint) and inside is None)
        self._add.setToolTip(_(hint) if hint else "")
        self._add.setAccessibleName(_(hint) if hint else "")


def _small_button(icon: str, tip: str) -> QToolButton:
    button = QToolButton()
    icons.put(button, icon)
    button.setIconSize(QSize(16, 16))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
