"""Results are narrowed by the values of facets, several of each if wanted, with mouse or keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Facet, FacetCount
from archive_app.ui.facet_view import FacetRow, FacetView

COUNTS = {
    Facet.SOURCE: tuple(FacetCount(f"s{n}", f"Izvor {n}", 30 - n) for n in range(12)),
    Facet.KIND: (FacetCount("passage", "Passages", 40), FacetCount("photo", "Photos", 2)),
    Facet.TAG: (),
}


@pytest.fixture
def view(qtbot: QtBot) -> FacetView:
    made = FacetView()
    qtbot.addWidget(made)
    made.resize(220, 500)
    made.show()
    made.show_counts(COUNTS)
    return made


def shown(view: FacetView) -> list[str]:
    model = view.facets
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def row_of(view: FacetView, facet: Facet, value: str) -> int:
    return next(n for n, row in enumerate(view.facets.rows) if (row.facet, row.value) == (facet, value))


def test_the_first_values_of_each_facet_are_shown_with_their_counts(view: FacetView) -> None:
    assert shown(view)[:4] == ["Kind", "Passages: 40", "Photos: 2", "Source"]
    assert shown(view)[4:] == [*(f"Izvor {n}: {30 - n}" for n in range(8)), "4 more…"]


def test_more_values_are_shown_when_asked_for(view: FacetView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.narrowed):
        view.turn(view.facets.index(len(view.facets.rows) - 1))
    assert shown(view)[-1] == "Izvor 11: 19"


def test_a_click_chooses_a_value_and_another_one_lets_go(view: FacetView, qtbot: QtBot) -> None:
    row = row_of(view, Facet.KIND, "photo")
    place = view.visualRect(view.facets.index(row)).center()
    for chosen in ({Facet.KIND: frozenset({"photo"})}, {}):
        with qtbot.waitSignal(view.narrowed):
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert view.facets.narrowed == chosen


def test_the_keyboard_chooses_several_values(view: FacetView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.facets.index(1))
    with qtbot.waitSignal(view.narrowed):
        QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.narrowed):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.facets.narrowed == {Facet.KIND: {"passage", "photo"}}
    with qtbot.waitSignal(view.escaped):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_what_was_chosen_stays_also_where_nothing_has_it_any_more(view: FacetView) -> None:
    view.narrow({Facet.SOURCE: frozenset({"s3"})})
    view.show_counts({Facet.KIND: COUNTS[Facet.KIND]})
    assert view.facets.rows[-1] == FacetRow(Facet.SOURCE, "s3", "Izvor 3", 0, True)
    view.take_off(Facet.SOURCE, "s3")
    assert view.facets.narrowed == {}


def test_a_facet_can_be_folded(view: FacetView) -> None:
    view.turn(view.facets.index(0))
    assert shown(view)[:2] == ["Kind", "Source"]
    view.turn(view.facets.index(0))
    assert shown(view)[1] == "Passages: 40"


def test_the_keyboard_stays_on_its_value_when_the_counts_change(view: FacetView) -> None:
    view.setCurrentIndex(view.facets.index(row_of(view, Facet.SOURCE, "s2")))
    view.show_counts({Facet.SOURCE: COUNTS[Facet.SOURCE]})
    assert view.facets.rows[view.currentIndex().row()].value == "s2"


def test_all_rows_can_be_painted_in_both_looks(view: FacetView) -> None:
    view.narrow({Facet.KIND: frozenset({"photo"})})
    assert not view.grab().isNull()
