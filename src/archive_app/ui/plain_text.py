"""Words of sources and people, shown as they are: what looks like HTML, Qt takes for formatting unless told not to."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit


def plain_label(text: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text letter by letter."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setText(text)
    return label


def tip(text: str) -> str:
    """A text for a tooltip, where Qt offers no plain format."""
    if "<" not in text:
        return text
    return "<p>{}</p>".format(escape(text).replace("\n", "<br>"))


def letters_of(edit: QPlainTextEdit) -> str:
    """What stands in a field, letter by letter; Qt's own plain text has usual spaces for no-break ones."""
    return edit.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
