"""The height of a page that is scrolled."""

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.scrolled_page import ScrolledPage
from archive_app.ui.wrapped_label import WrappedLabel

_WORDS = "Борци су ушли у станицу и очистили је до последње канцеларије. " * 4


def test_a_page_is_as_high_as_its_words_need(qtbot: QtBot) -> None:
    area, page = QScrollArea(), ScrolledPage()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    for _card in range(20):
        card = QWidget()
        QVBoxLayout(card).addWidget(WrappedLabel(_WORDS))
        column.addWidget(card)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(900, 300)
    with qtbot.waitExposed(area):
        area.show()
    assert page.height() == page.heightForWidth(page.width()) > 300


def test_a_page_whose_height_does_not_follow_its_width_keeps_its_least_height(qtbot: QtBot) -> None:
    page = ScrolledPage()
    qtbot.addWidget(page)
    assert page.minimumSizeHint().height() == QWidget().minimumSizeHint().height()
    label = QLabel("1944")
    QVBoxLayout(page).addWidget(label)
    assert page.minimumSizeHint().height() >= label.minimumSizeHint().height()
