"""The bar over the page while a search is followed: what is looked for, which result is open, back and forth."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from archive_app.core.translation import _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.bar_button import bar_button
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label, tip

if TYPE_CHECKING:  # loaded with the search itself
    from archive_app.ui.followed_search import FollowedSearch

_MOST_LETTERS = 60


class FollowBar(QFrame):
    """One line, shown only while there is something to follow."""

    def __init__(self, followed: "FollowedSearch", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed = followed
        self.setObjectName("follow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("The search that is followed"))
        self._icon = QLabel()
        self.query = plain_label()
        self.query.setFont(theme.interface_font(-0.5, weight=600))
        self.query.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.place = plain_label()
        self.place.setObjectName("muted")
        self.place.setFont(theme.interface_font(-0.5))
        self.previous = bar_button("back", _("Previous result (Shift+F3)"))
        self.next = bar_button("forward", _("Next result (F3)"))
        self.close_button = bar_button("close", _("Stop following the search (Esc)"))
        self._build()
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.close_button.clicked.connect(followed.stop)
        followed.changed.connect(self._show_state)
        theme.state.changed.connect(self._take_up_look)
        self._take_up_look()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 8, 1)
        row.setSpacing(2)
        row.addWidget(self._icon)
        row.addSpacing(4)
        row.addWidget(self.query, 1)
        row.addWidget(self.place)
        row.addSpacing(4)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)

    def _take_up_look(self) -> None:
        icons.refresh(self)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("search", 14, theme.colours().muted, ratio))

    def _show_state(self) -> None:
        number, total = self._followed.place()
        self.setVisible(self._followed.is_followed())
        self.query.setText(short(self._followed.query, _MOST_LETTERS))
        self.query.setToolTip(tip(self._followed.query))
        if number:
            said = _("{number} of {total}").format(number=f"{number:,}", total=f"{total:,}")
        else:
            said = ngettext("{total} result", "{total} results", total).format(total=f"{total:,}")
        self.place.setText(said)
        self.previous.setEnabled(number > 1)
        self.next.setEnabled(number < total)

    def _on_previous(self) -> None:
        self._followed.step(-1)

    def _on_next(self) -> None:
        self._followed.step(1)


class FollowFrame(QWidget):
    """The pages with the bar above them; Escape stops following, where the page has no other use for it."""

    bar: FollowBar
    """There once a search can be followed."""

    def __init__(self, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: FollowedSearch | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(pages, 1)
        self._layout = layout
        self._pages = pages

    def follow(self, followed: "FollowedSearch") -> None:
        """Show where one is while this search is followed."""
        self._followed = followed
        self.bar = FollowBar(followed)
        self._layout.insertWidget(0, self.bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        followed = self._followed
        if event.key() == Qt.Key.Key_Escape and followed is not None and followed.is_followed():
            if self.bar.isAncestorOf(self.focusWidget()):
                self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
            followed.stop()
        else:
            super().keyPressEvent(event)
