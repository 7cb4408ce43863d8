"""Results, and still more a concordance, take room from the other panes and give it back."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.panes import Panes


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    made = Panes(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1280, 600)
    made.restore(None)
    made.show()
    QApplication.processEvents()
    return made


def test_a_concordance_takes_the_room_of_the_right_pane_and_gives_it_back(panes: Panes) -> None:
    before = panes.sizes()
    panes.make_room_for_results()
    assert panes.sizes()[0] == 384
    panes.set_wide(True)
    QApplication.processEvents()
    left, middle, right = panes.sizes()
    assert (middle, right) == (430, 0)
    assert left > 800
    panes.set_wide(False)
    panes.give_room_back()
    QApplication.processEvents()
    assert panes.sizes() == before


def test_the_right_pane_can_be_asked_for_beside_a_concordance(panes: Panes) -> None:
    panes.set_wide(True)
    assert panes.widget(2).isHidden()
    panes.toggle_right()
    assert not panes.widget(2).isHidden()
    panes.set_wide(False)
    assert not panes.widget(2).isHidden()


def test_where_there_is_room_the_right_pane_stays(panes: Panes) -> None:
    panes.resize(1900, 600)
    QApplication.processEvents()
    panes.set_wide(True)
    assert not panes.widget(2).isHidden()
    assert panes.sizes()[0] > 900


def test_a_page_without_use_for_the_right_pane_hides_it(panes: Panes) -> None:
    panes.allow_right(False)
    assert panes.widget(2).isHidden()
    panes.toggle_right()
    panes.allow_right(True)
    assert panes.widget(2).isHidden()
    panes.toggle_right()
    assert not panes.widget(2).isHidden()
