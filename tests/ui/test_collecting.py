"""Garbage collection, in the window's thread only."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from archive_app.ui.collecting import Collector


class Knot:
    """Holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_cycles_are_not_collected_in_other_threads_but_here(qtbot: QtBot) -> None:
    collector = Collector()
    knot = weakref.ref(Knot())

    def allocate() -> None:
        keep = [[number] for number in range(20_000)]
        assert keep

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert knot() is not None
    keep = [[number] for number in range(20_000)]
    collector.collect()
    assert keep
    assert knot() is None
    collector.stop()
    assert gc.isenabled()


def test_where_nothing_is_due_nothing_is_done(qtbot: QtBot) -> None:
    collector = Collector()
    gc.collect()
    assert collector.collect() == 0
    collector.stop()
