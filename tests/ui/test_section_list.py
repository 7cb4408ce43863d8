"""The sections at the head of the library."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from archive_app.ui.section_list import SectionList

_NARROW, _COUNT_WIDTH = 180, 58


def picture_of_count(title: str, qtbot: QtBot) -> QImage:
    sections = SectionList([("Sources", "source"), (title, "source")], 0)
    qtbot.addWidget(sections)
    sections.set_count(1, 12345)
    sections.resize(_NARROW, sections.height())
    picture = sections.grab().toImage()
    return picture.copy(_NARROW - _COUNT_WIDTH, picture.height() // 2, _COUNT_WIDTH, picture.height() // 2)


def test_a_long_title_does_not_run_into_its_count(qtbot: QtBot) -> None:
    title = "People, units and places of all times and countries"
    assert picture_of_count(title, qtbot) == picture_of_count("A", qtbot)
