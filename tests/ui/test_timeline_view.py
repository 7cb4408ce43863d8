"""The axis of time under mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.core.timeline import Entry, Lane, Said
from archive_app.core.timeline_drawing import AXIS_HEIGHT
from archive_app.core.timespans import extent_of
from archive_app.ui import theme
from archive_app.ui.timeline_view import TimelineView

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def entry(title: str, when: str, *claims: Said) -> Entry:
    return Entry(title, title, when, extent_of(when), claims, "Beograd")


def said(when: str, *, differs: bool = False) -> Said:
    extent = extent_of(when)
    assert extent is not None
    return Said(when, extent, ("Дани под бедемом",), differs)


EVENTS = (
    entry("Rat", "1941-04-06/1945-05-15"),
    entry("Napad", "1944-10-14"),
    entry("Stanica", "1944-10-20", said("1944-10-15", differs=True)),
    entry("Kraj", "1945"),
)


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_lanes([Lane("", EVENTS)], headed=False)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    made.fit_all()
    return made


def press(view: TimelineView, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(view, key, held)


def wheel(view: TimelineView, x: float, turned: int, held: Qt.KeyboardModifier = NONE) -> None:
    place = QPointF(x, 200)
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            place,
            QPointF(view.viewport().mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def place_of(view: TimelineView, title: str) -> QPoint:
    """The middle of an event's bar."""
    one = view.entry(title)
    assert one is not None
    top = view.layout_now().place_of(title)
    assert top is not None
    x = view.scale.x(one.extents[0].begins) + 3
    return QPoint(round(x), round(top + AXIS_HEIGHT + 22 - view.verticalScrollBar().value()))


def test_all_events_are_in_view_at_first(view: TimelineView) -> None:
    begins, ends = view.seen()
    assert all(begins < one.extents[0].begins and one.extents[0].ends < ends for one in EVENTS)
    assert view.is_fitted()
    view.grab()


def test_arrows_go_from_event_to_event_in_time_and_stop_at_the_ends(view: TimelineView) -> None:
    press(view, Qt.Key.Key_Home)
    assert view.chosen == "Rat"
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert view.chosen == "Stanica"
    press(view, Qt.Key.Key_Left)
    assert view.chosen == "Napad"
    press(view, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert view.chosen == "Kraj"
    assert "1945" in view.accessibleDescription()


def test_the_first_arrow_takes_the_event_in_the_middle(view: TimelineView) -> None:
    stanica = EVENTS[2].extents[0]
    view.show_time(stanica.begins - 2, stanica.ends + 2)
    press(view, Qt.Key.Key_Right)
    assert view.chosen == "Stanica"


def test_an_event_that_is_chosen_by_key_comes_into_view(view: TimelineView) -> None:
    begins = EVENTS[1].extents[0].begins
    view.show_time(begins, begins + 1)
    press(view, Qt.Key.Key_End)
    seen = view.seen()
    assert seen[0] <= EVENTS[3].extents[0].begins <= seen[1]


def test_plus_and_minus_zoom_around_the_chosen_event_and_ctrl_0_shows_all(view: TimelineView) -> None:
    view.choose("Stanica")
    before = view.scale
    x = before.x(EVENTS[2].extents[0].begins)
    press(view, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert view.scale.per_day > before.per_day
    assert view.scale.x(EVENTS[2].extents[0].begins) == pytest.approx(x)
    press(view, Qt.Key.Key_Minus)
    assert not view.is_fitted()
    press(view, Qt.Key.Key_0, held=CTRL)
    assert view.is_fitted()
    assert view.scale.per_day == pytest.approx(before.per_day)


def test_the_wheel_zooms_where_the_mouse_is(view: TimelineView) -> None:
    moment, per_day = view.scale.moment(300), view.scale.per_day
    wheel(view, 300, 120)
    assert view.scale.per_day == pytest.approx(1.25 * per_day)
    assert view.scale.moment(300) == pytest.approx(moment)
    wheel(view, 300, -120)
    assert view.scale.per_day == pytest.approx(per_day)


def test_the_wheel_with_shift_moves_along(view: TimelineView) -> None:
    begins = view.scale.begins
    wheel(view, 300, -120, Qt.KeyboardModifier.ShiftModifier)
    assert view.scale.x(begins) == pytest.approx(-120)


def test_one_cannot_zoom_out_until_nothing_is_seen(view: TimelineView) -> None:
    for _step in range(60):
        wheel(view, 400, -120)
    assert view.scale.x(EVENTS[3].extents[0].ends) - view.scale.x(EVENTS[0].extents[0].begins) > 60


def test_dragging_takes_time_along(view: TimelineView) -> None:
    moment = view.scale.moment(400)
    area = view.viewport()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, NONE, QPoint(400, 450))
    QTest.mouseMove(area, QPoint(350, 450))
    QTest.mouseMove(area, QPoint(250, 450))
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, NONE, QPoint(250, 450))
    assert view.scale.x(moment) == pytest.approx(250)
    assert view.chosen == ""


def test_a_click_chooses_and_a_double_click_opens(view: TimelineView, qtbot: QtBot) -> None:
    area, place = view.viewport(), place_of(view, "Rat")
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, NONE, place)
    assert view.chosen == "Rat"
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(area, Qt.MouseButton.LeftButton, NONE, place)
    assert opened.args == ["Rat"]
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, NONE, QPoint(5, 480))
    assert view.chosen == ""


def test_enter_opens_the_chosen_event(view: TimelineView, qtbot: QtBot) -> None:
    view.choose("Stanica")
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert opened.args == ["Stanica"]


def test_letters_begin_a_filter_and_signs_that_zoom_do_not(view: TimelineView) -> None:
    typed: list[str] = []
    view.typed.connect(typed.append)
    QTest.keyClicks(view, "st+-")
    assert typed == ["s", "t"]


def test_going_to_a_day_keeps_the_scale_where_the_day_can_be_seen(view: TimelineView) -> None:
    stanica = EVENTS[2].extents[0]
    view.show_time(stanica.begins - 8, stanica.begins - 2)
    per_day = view.scale.per_day
    view.show_middle(stanica.begins, stanica.ends)
    assert view.scale.per_day == per_day
    assert view.scale.x((stanica.begins + stanica.ends) / 2) == pytest.approx(view.viewport().width() / 2)
    view.fit_all()
    view.show_middle(stanica.begins, stanica.ends)
    assert view.scale.per_day > 50


def test_other_events_are_shown_at_the_place_where_one_was(view: TimelineView) -> None:
    view.zoom(4, 300)
    scale = view.scale
    view.choose("Stanica")
    view.show_lanes([Lane("a", EVENTS[1:]), Lane("b", EVENTS[2:])], headed=True)
    assert (view.scale, view.chosen) == (scale, "Stanica")
    view.show_lanes([Lane("", EVENTS[:1])], headed=False)
    assert view.chosen == ""
    view.grab()


def test_where_rows_do_not_fit_they_are_scrolled_and_the_chosen_one_is_brought_into_view(
    view: TimelineView,
) -> None:
    many = tuple(entry(f"događaj {number:03d}", "1944-10-20") for number in range(200))
    view.show_lanes([Lane("", many)], headed=False)
    assert view.verticalScrollBar().maximum() > 0
    press(view, Qt.Key.Key_End)
    place = view.layout_now().place_of(view.chosen)
    assert place is not None
    top = place - view.verticalScrollBar().value()
    assert 0 <= top <= view.viewport().height() - AXIS_HEIGHT
    press(view, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    view.grab()


def test_the_view_is_painted_in_both_looks(view: TimelineView) -> None:
    view.choose("Stanica")
    light = view.grab().toImage()
    theme.set_mode(theme.Mode.DARK)
    dark = view.grab().toImage()
    assert light.pixelColor(5, 490).lightness() > 200 > 60 > dark.pixelColor(5, 490).lightness()


def test_nothing_to_show_is_no_error(qtbot: QtBot) -> None:
    made = TimelineView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.fit_all()
    press(made, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Return)
    assert made.chosen == ""
    made.grab()
