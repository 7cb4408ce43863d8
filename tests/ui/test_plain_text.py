"""Words that look like HTML are shown as they are."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archive_app.ui.library_model import LibraryModel
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.message_bar import MessageBar
from archive_app.ui.plain_text import plain_label, tip

TITLE = "Pismo <b>bratu</b> & <img src='x'>"


def test_a_label_shows_signs_as_they_are(qtbot: QtBot) -> None:
    label = plain_label(TITLE)
    qtbot.addWidget(label)
    assert label.text() == TITLE
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tooltip_shows_them_too(qtbot: QtBot) -> None:
    assert tip("Pismo bratu\n1941") == "Pismo bratu\n1941"
    assert tip(f"{TITLE}\n1941") == (
        "<p>Pismo &lt;b&gt;bratu&lt;/b&gt; &amp; &lt;img src=&#x27;x&#x27;&gt;<br>1941</p>"
    )
    model = LibraryModel()
    model.show_rows([Row(kind=RowKind.SOURCE, id="1", title=TITLE)])
    assert "<b>" not in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_message_about_such_a_title_is_not_formatted(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message(f"“{TITLE}” was deleted.")
    assert TITLE in bar.text
