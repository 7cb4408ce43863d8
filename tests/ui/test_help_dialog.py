"""The page on how to search, inside the program."""

import re

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from archive_app.search.queries import understand
from archive_app.ui import theme
from archive_app.ui.help_dialog import PAGE, HelpDialog


def links(dialog: HelpDialog) -> list[str]:
    return [found.group(1) for found in re.finditer(r'<a href="([^"]+)"', dialog.page.document().toHtml())]


def test_the_page_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    shown = dialog.page.toPlainText()
    for heading in re.findall(r"^#+ (.+)$", PAGE.read_text("utf-8"), re.MULTILINE):
        assert heading in shown
    assert "|" not in shown
    assert "`" not in shown


def test_an_example_is_tried_with_a_click(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    taken: list[str] = []
    dialog.query_taken.connect(taken.append)
    for link in links(dialog):
        dialog.page.anchorClicked.emit(QUrl(link.replace("&amp;", "&")))
    assert '"stari most"' in taken
    assert "„stari most“" in taken
    assert "Šnekenburger~2" in taken
    assert "date:1944-10..1944-11" in taken
    assert not [query for query in taken if query.endswith(":")]
    for query in taken:
        assert understand(query).notices == (), query


def test_the_page_takes_up_the_look_and_stays_where_it_was_read(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.page.verticalScrollBar().setValue(300)
    light = theme.colours().text
    theme.set_mode(theme.Mode.DARK)
    assert dialog.page.verticalScrollBar().value() == 300
    assert theme.colours().text in dialog.page.toHtml()
    assert light not in dialog.page.toHtml()
