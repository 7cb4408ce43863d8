"""What stands beside the axis of time."""

from pytestqt.qtbot import QtBot

from archive_app.ui.timeline_sides import UndatedList

LONG = " ".join(["korpus"] * 30)


def test_long_titles_are_wrapped_within_the_list(qtbot: QtBot) -> None:
    made = UndatedList()
    qtbot.addWidget(made)
    made.resize(made.width(), 400)
    titles = [LONG[first:] for first in range(7)] + ["Povlačenje"]
    made.show_events([(title, title, "") for title in titles])
    with qtbot.waitExposed(made):
        made.show()
    rows = [made.list.visualItemRect(made.list.item(row)) for row in range(len(titles))]
    assert max(row.right() for row in rows) < made.list.viewport().width()
    assert rows[0].height() > 2 * rows[-1].height()
    assert made.list.horizontalScrollBar().maximum() == 0
