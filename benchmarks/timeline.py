#!/usr/bin/env python3
"""How fast the timeline is, in CPU milliseconds of all threads.

    python benchmarks/timeline.py [FOLDER]

Makes archives with 1,000 and 10,000 events in FOLDER (or a temporary one), with dates of all kinds over a century and
a half and two sources for every second event, and shows each in fresh processes (offscreen); figures are the medians of
several. `read` is reading the events from the archive, `first` laying them out and painting them for the first time,
`zoom` and `most` a step of the mouse wheel until it is painted (median and the worst of 40), `move` a step along the
axis. The same with `parts`: of 10,000 events 500 have four parts each, dated within a year of them. `bare` is a
QGraphicsView with as many rectangles as there are events, scaled and moved by the same steps.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

SIZES = (1_000, 10_000)
_RUNS = 5
_STEPS = 40
_WORDS = (
    "Београд река мост улица архива писмо војска зима кућа стари брод човек жена град станица ноћ коњ пут село "
    "zauzimanje oslobođenje bombardovanje susret odlazak povratak kuća reka most ulica pismo grad stanica"
).split()


def date() -> str:
    """Some date, of any kind that there is."""
    year, month, day = random.randint(1850, 1999), random.randint(1, 12), random.randint(1, 27)
    on = f"{year}-{month:02d}-{day:02d}"
    kinds = (
        on,
        on,
        on,
        f"{on} evening",
        f"{on}/{year}-{month:02d}-{day + 1:02d} night",
        f"{on}T21:30:00",
        f"{year}-{month:02d}",
        f"{year}",
        f"{year}~",
        f"{on}?",
        f"{year // 10}X",
        f"{year // 100}XX",
        f"{year}-{random.randint(21, 24)}",
        f"{on}/{year + 1}-{month:02d}",
        f"{year}/{year + random.randint(0, 6)}",
        f"../{on}",
        f"{year}-{month:02d}/..",
        f"[{on},{year}-{month:02d}-{day + 1:02d}]",
    )
    return random.choice(kinds)


def archive_of(count: int, folder: Path, parts: int = 0) -> None:
    """Make an archive with so many events, unless it is there; so many of them have four parts."""
    from archive_app.core.dates import parse_date
    from archive_app.core.ids import new_id
    from archive_app.core.records import Annotation, Event, Link, Source
    from archive_app.services.archives import create_archive, is_archive
    from archive_app.store.store import now

    if is_archive(folder):
        return
    random.seed(1)

    def words() -> str:
        return " ".join(random.choices(_WORDS, k=random.randint(2, 6)))

    def event() -> Event:
        read = parse_date(date())
        return Event(
            id=new_id(),
            title=words(),
            when=read.text,
            first_day=read.first,
            last_day=read.last,
            place=random.choice(_WORDS[:18]),
            made_at=now(),
        )

    with create_archive(folder) as archive, archive.operation("Fill"):
        sources = [Source(id=new_id(), title=f"{words()} {number}") for number in range(20)]
        notes = [Annotation(id=new_id(), source_id=source.id, note="n") for source in sources]
        events = [event() for _event in range(count)]
        for number in range(parts * 4):
            whole, part = events[number // 4], parts + number
            year = (whole.first_day or whole.last_day or "1900")[:4]
            read = parse_date(f"{year}-{random.randint(1, 12):02d}-{random.randint(1, 27):02d}")
            dated = {"when": read.text, "first_day": read.first, "last_day": read.last}
            events[part] = replace(events[part], parent_id=whole.id, **dated)
        for records in (sources, notes, events):
            archive.store.insert_many(records)
        links = []
        for one in events[::2]:
            other = parse_date(date()) if random.random() < 0.1 else one
            for note, read in zip(random.sample(notes, 2), (one, other), strict=True):
                when = read.when if isinstance(read, Event) else read.text
                first = read.first_day if isinstance(read, Event) else read.first
                last = read.last_day if isinstance(read, Event) else read.last
                links.append(
                    Link(
                        id=new_id(),
                        annotation_id=note.id,
                        event_id=one.id,
                        says_when=when,
                        first_day=first,
                        last_day=last,
                    )
                )
        archive.store.insert_many(links)


def cpu(function: Callable[[], Any]) -> float:
    """How many milliseconds the processor works."""
    start = time.process_time()
    function()
    return 1000 * (time.process_time() - start)


def _application() -> Any:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from archive_app.ui import theme
    from archive_app.ui.collecting import Collector

    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)
    app.collector = Collector(app)  # as in the program, where no collection falls into a step
    return app


def ours(folder: Path) -> dict[str, float]:
    """Show the timeline, zoom in and out, move along."""
    from archive_app.services.archives import open_archive
    from archive_app.services.timelines import Lanes, in_lanes, read_timeline
    from archive_app.ui.timeline_view import TimelineView

    app = _application()
    with open_archive(folder) as archive:
        found: list[Any] = []
        read = cpu(lambda: found.append(read_timeline(archive)))
        view = TimelineView()
        view.resize(1000, 700)
        view.show()
        app.processEvents()

        def first() -> None:
            view.show_lanes(in_lanes(found[0].entries, Lanes.NONE), headed=False)
            view.viewport().repaint()

        def zoom(factor: float) -> None:
            view.zoom(factor, 400.0)
            view.viewport().repaint()

        def move() -> None:
            view.move_by(40)
            view.viewport().repaint()

        shown = cpu(first)
        steps = [cpu(lambda: zoom(1.25)) for _step in range(_STEPS // 2)]
        steps += [cpu(lambda: zoom(0.8)) for _step in range(_STEPS // 2)]
        moves = [cpu(move) for _step in range(20)]
        view.close()
    return {
        "read": read,
        "first": shown,
        "zoom": statistics.median(steps),
        "most": max(steps),
        "move": statistics.median(moves),
    }


def bare(count: int) -> dict[str, float]:
    """Show as many rectangles, and nothing else."""
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

    app = _application()
    random.seed(1)
    view = QGraphicsView()
    view.resize(1000, 700)
    view.show()
    app.processEvents()

    def first() -> None:
        scene = QGraphicsScene(view)
        for number in range(count):
            scene.addRect(random.random() * 1000, number % 60 * 16, 8, 9, QColor("teal"), QColor("teal"))
        view.setScene(scene)
        view.viewport().repaint()

    def zoom(factor: float) -> None:
        view.scale(factor, 1)
        view.viewport().repaint()

    def move() -> None:
        bar = view.horizontalScrollBar()
        bar.setValue(bar.value() + 40)
        view.viewport().repaint()

    shown = cpu(first)
    steps = [cpu(lambda: zoom(1.25)) for _step in range(_STEPS // 2)]
    steps += [cpu(lambda: zoom(0.8)) for _step in range(_STEPS // 2)]
    moves = [cpu(move) for _step in range(20)]
    return {
        "first": shown,
        "zoom": statistics.median(steps),
        "most": max(steps),
        "move": statistics.median(moves),
    }


def _medians(*words: str) -> dict[str, float]:
    """The medians of fresh processes."""
    runs = []
    for _run in range(_RUNS):
        done = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: round(statistics.median(run[name] for run in runs), 1) for name in runs[0]}


def main() -> None:
    """Measure all sizes."""
    if sys.argv[1:2] == ["ours"]:
        print(json.dumps(ours(Path(sys.argv[2]))))
    elif sys.argv[1:2] == ["bare"]:
        print(json.dumps(bare(int(sys.argv[2]))))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            parent = Path(sys.argv[1]) if sys.argv[1:] else Path(temporary)
            for size in SIZES:
                folder = parent / f"timeline-{size}"
                archive_of(size, folder)
                print(f"{size:,} events", {**_medians("ours", str(folder))})
                print(f"{size:,} bare  ", {**_medians("bare", str(size))})
            folder = parent / f"timeline-parts-{SIZES[-1]}"
            archive_of(SIZES[-1], folder, SIZES[-1] // 20)
            print(f"{SIZES[-1]:,} parts ", {**_medians("ours", str(folder))})


if __name__ == "__main__":
    main()
