"""All keyboard shortcuts on one page: those of the menus, and those of lists and texts."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.actions import Actions, keys_of, plain_text
from archive_app.ui.key_list import KEYS
from archive_app.ui.library_rows import plain

Line = tuple[str, str]
"""What a key does, and the key."""
_MARGIN = 20


class ShortcutsDialog(QDialog):
    """A page to look at while working. It is made from the actions, so it is always right."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(620, 680)
        self._groups = list(_groups(actions))
        self.filter_box = QLineEdit()
        self.filter_box.setPlaceholderText(_("Find a key or what it does"))
        self.filter_box.setAccessibleName(_("Find a key or what it does"))
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textChanged.connect(self._show_page)
        self.page = QTextBrowser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(_("Keyboard shortcuts"))
        self.page.document().setDocumentMargin(_MARGIN)
        print_button = QPushButton(_("&Print…"))
        print_button.setAutoDefault(False)
        print_button.clicked.connect(self._print)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(_MARGIN, 16, _MARGIN, 8)
        foot.setContentsMargins(_MARGIN, 8, _MARGIN, 16)
        head.addWidget(self.filter_box)
        foot.addWidget(print_button)
        foot.addStretch()
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.page, 1)
        layout.addLayout(foot)
        theme.state.changed.connect(self._show_page)
        self._show_page()
        self.filter_box.setFocus()

    def shown(self) -> list[tuple[str, list[Line]]]:
        """The groups with what fits the words that were typed, in either script."""
        words = plain(self.filter_box.text()).split()
        found = []
        for title, lines in self._groups:
            fitting = [line for line in lines if all(word in plain(" ".join(line)) for word in words)]
            if fitting:
                found.append((title, fitting))
        return found

    def _show_page(self) -> None:
        colours = theme.colours()
        self.page.document().setDefaultFont(theme.interface_font(0.5))
        self.page.setHtml(_html(self.shown(), colours.text, colours.muted))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.sheet().print_(printer)
        dialog.deleteLater()

    def sheet(self) -> QTextDocument:
        """The page for paper: dark letters, whatever the window looks like."""
        document = QTextDocument(self)
        document.setDefaultFont(theme.interface_font())
        document.setHtml(_html(self.shown(), "#000000", "#333333"))
        return document

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the filter first; the arrows turn the page from there."""
        if event.key() == Qt.Key.Key_Escape and self.filter_box.text():
            self.filter_box.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.page.setFocus()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _groups(actions: Actions) -> Iterator[tuple[str, list[Line]]]:
    # In the menu these two name what they would take back or do again now.
    always = {actions["undo"]: _("Undo"), actions["redo"]: _("Redo")}
    for title, group in actions.groups:
        yield (
            plain_text(title),
            [
                (always.get(one) or plain_text(one.text()), keys_of(one))
                for one in group
                if not one.shortcut().isEmpty()
            ],
        )
    for title, lines in KEYS:
        yield _(title), [(_(does), _(keys)) for keys, does in lines]


def _html(groups: list[tuple[str, list[Line]]], text: str, muted: str) -> str:
    if not groups:
        return f'<p style="color:{muted}">{escape(_("No key fits these words."))}</p>'
    pieces = []
    for title, lines in groups:
        rows = "".join(
            f'<tr><td width="64%" style="padding:3px 12px 3px 0">{escape(does)}</td>'
            f'<td style="padding:3px 0; color:{muted}">{escape(keys)}</td></tr>'
            for does, keys in lines
        )
        pieces.append(
            f'<h3 style="color:{text}; margin-top:14px; margin-bottom:2px">{escape(title)}</h3>'
            f'<table width="100%" cellspacing="0" style="color:{text}">{rows}</table>'
        )
    return "".join(pieces)
