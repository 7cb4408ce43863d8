"""The page on how to search, as it comes with the program; its examples can be tried with a click."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QFrame, QTextBrowser, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui import theme

PAGE = Path(__file__).parent / "assets" / "searching.md"
_SCHEME = "search"
_QUERY = re.compile(r"\w\w.*[^:]$")
_POINTS = 10.5
_HEADINGS = {1: 20.0, 2: 14.0}
"""Sizes of headings in points, by their level."""
_COLUMNS = (36, 64)
"""How tables share the width, in per cent."""
_MARGIN, _CELL = 28, 6


class HelpDialog(QDialog):
    """Stays open beside the work. `query_taken` carries an example that the person wants to try."""

    query_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How to search"))
        self.resize(720, 700)
        self.page = QTextBrowser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(_("How to search"))
        self.page.document().setDocumentMargin(_MARGIN)
        self.page.anchorClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        theme.state.changed.connect(self._show_page)
        self._show_page()

    def _show_page(self) -> None:
        scrolled = self.page.verticalScrollBar().value()
        document = self.page.document()
        document.setDefaultFont(theme.interface_font(_POINTS - theme.interface_font().pointSizeF()))
        self.page.setMarkdown(PAGE.read_text(encoding="utf-8"))
        document.setDocumentMargin(_MARGIN)
        _set_tables(document)
        _set_words(document)
        self.page.verticalScrollBar().setValue(scrolled)

    def _on_clicked(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            self.query_taken.emit(unquote(url.path(QUrl.ComponentFormattingOption.FullyEncoded)))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_tables(document: QTextDocument) -> None:
    """Give tables the whole width and quiet lines between their rows."""
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        form = frame.format()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(_CELL)
        form.setBorderCollapse(True)
        form.setTopMargin(theme.SPACE)
        form.setBottomMargin(2 * theme.SPACE)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, share) for share in _COLUMNS]
        )
        frame.setFormat(form)
        for row in range(frame.rows()):
            for column in range(frame.columns()):
                cell = frame.cellAt(row, column)
                look = cell.format().toTableCellFormat()
                look.setBottomBorder(1)
                look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBottomBorderBrush(theme.colour("line"))
                cell.setFormat(look)


def _set_words(document: QTextDocument) -> None:
    """Set headings, paragraphs and examples."""
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        in_table = QTextCursor(block).currentTable() is not None
        form = QTextBlockFormat()
        form.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            form.setTopMargin(3 * theme.SPACE if level > 1 else 0)
        form.setBottomMargin(0 if in_table else theme.SPACE)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(form)
        for start, end, look in list(_looks(block, level)):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)


def _looks(block: QTextBlock, level: int) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The stretches of a block, each with how it is to look."""
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        before = part.charFormat()
        look = QTextCharFormat()
        look.setForeground(theme.colour("text"))
        if level:
            look.setFont(theme.reading_font(_HEADINGS.get(level, _POINTS)))
        elif before.fontFixedPitch():
            look = _code(part.text())
        elif before.fontItalic():
            look.setFontItalic(True)
        elif before.fontWeight() > QFont.Weight.Normal:
            look.setForeground(theme.colour("muted"))
        yield part.position(), part.position() + part.length(), look
        parts += 1


def _code(text: str) -> QTextCharFormat:
    """How words look that are to be typed; whole queries are links."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colours().chosen))
    look.setForeground(theme.colour("text"))
    if _QUERY.search(text):
        look.setAnchor(True)
        look.setAnchorHref(f"{_SCHEME}:{quote(text)}")
        look.setToolTip(_("Search for this"))
        look.setForeground(theme.colour("link"))
    return look
