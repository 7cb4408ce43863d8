#!/usr/bin/env python3
"""How fast the page of an event is, in CPU milliseconds of all threads.

    python benchmarks/event_page.py [FOLDER]

Makes archives with 20 and 200 claims on one event, from as many texts as there are tens of claims, in FOLDER (or a
temporary one), and shows each in fresh processes (offscreen); figures are the medians of several. `read` is what the
service takes, `shown` until the page is painted as the person first sees it, `all` until the last card stands below,
`step` the longest that the window had to wait meanwhile, `marked` from a change of one claim until it is painted, and
`conflicts` the list of all conflicts of the archive, which has 200 such events without a page. Every tenth paragraph
tells of a day of that October: `others` is how long the passages that are not linked take to be found, `beside` the
longest that the window had to wait while they came.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SIZES = (20, 200)
_RUNS = 5
_OTHER_EVENTS = 200
_DAYS = (
    "1944-10-15",
    "1944-10-20",
    "1944-10",
    "1944-10-18/1944-10-19 night",
    "1944-10-20 dawn",
    "1944-10-19?",
    "",
)
_WORDS = (
    "Београд река мост улица архива писмо војска зима кућа стари станица ноћ пут село вода kuća reka most grad put "
    "stanica njiva vozovi čekaju zora magla"
).split()


_FIGURES = ("read", "shown", "all", "step", "marked", "conflicts", "others", "beside")


def words(least: int, most: int) -> str:
    """Some words, as a quotation has them."""
    return " ".join(random.choices(_WORDS, k=random.randint(least, most)))


def archive_of(count: int, folder: Path) -> None:
    """Make an archive with so many claims on one event, unless it is there."""
    from archive_app.services import events
    from archive_app.services.archives import create_archive, is_archive

    if is_archive(folder):
        return
    random.seed(1)
    with create_archive(folder) as archive, archive.operation("Fill"):
        every = [events.add_event(archive, f"{words(3, 6)} 0", when="1944-10-20", place=words(1, 2))]
        every += [
            events.add_event(archive, f"{words(3, 6)} {number}", when="1944-10-20")
            for number in range(1, _OTHER_EVENTS)
        ]
        for number in range(count // 10):
            _add_text(archive.store, number, every)


def _paragraph(place: int) -> str:
    """Some words, after a date in every tenth paragraph."""
    day = f"U zoru {random.randint(1, 31)}. oktobra 1944. godine " if place % 10 == 0 else ""
    return day + words(20, 60)


def _add_text(store: Any, number: int, events: list[Any]) -> None:
    """A text of 400 paragraphs, ten claims on the first event in it, and one on each of ten others."""
    from archive_app.core.dates import parse_date
    from archive_app.core.ids import new_id
    from archive_app.core.records import Annotation, Link, PassageKind, Source, Text
    from archive_app.core.spans import Span
    from archive_app.store import texts
    from archive_app.store.store import now

    source = Source(id=new_id(), title=f"{words(2, 4)} {number}", creator=words(1, 2), made_at=now())
    letters = "\n\n".join(_paragraph(place) for place in range(400))
    spans, place = [], 0
    for paragraph in letters.split("\n\n"):
        spans.append(Span(place, place + len(paragraph)))
        place += len(paragraph) + 2
    sha256 = texts.keep_letters(store, letters)
    text = Text(id=new_id(), source_id=source.id, letters_sha256=sha256, length=len(letters))
    store.insert(source)
    store.insert(text)
    texts.keep_passages(store, text.id, [(PassageKind.PARAGRAPH, span) for span in spans])
    for event in [events[0]] * 10 + random.sample(events[1:], 10):
        start = random.randrange(len(letters) - 400)
        quote = letters[start : start + random.randint(40, 300)]
        one = Annotation(id=new_id(), text_id=text.id, start=start, end=start + len(quote), quote=quote)
        date = parse_date(random.choice(_DAYS))
        store.insert(one)
        store.insert(
            Link(
                id=new_id(),
                annotation_id=one.id,
                event_id=event.id,
                says_when=date.text,
                first_day=date.first,
                last_day=date.last,
                says_where=random.choice(("", words(1, 3))),
                says_who=random.choice(("", words(1, 3))),
            )
        )


def measured(folder: Path) -> dict[str, float]:
    """Show the page, wait for all of it, change one claim, and list the conflicts."""
    from PySide6.QtWidgets import QApplication

    from archive_app.core.kinds import Sameness
    from archive_app.services import claims, conflicts, events, mentions, other_passages
    from archive_app.services.archives import open_archive
    from archive_app.ui import theme
    from archive_app.ui.event_view import EventView
    from archive_app.ui.jobs import Runner
    from archive_app.ui.session import Session

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)

    def since(start: float) -> float:
        return 1000 * (time.process_time() - start)

    with open_archive(folder) as archive:
        event_id = max(events.list_events(archive), key=lambda row: row.links).event.id
        start = time.process_time()
        wanted = len(claims.event_page(archive, event_id).claims)
        read = since(start)
        mentions.catch_up(archive)
        start = time.process_time()
        other_passages.other_passages(archive, event_id)
        others = since(start)
        runner = Runner()
        session = Session(archive, runner)
        session.index.close()
        session.mentions.close()
        view = EventView(session)
        view.resize(1000, 700)
        view.show()
        app.processEvents()

        start = time.process_time()
        view.show_event(event_id)
        view.widget().layout().activate()
        view.viewport().repaint()
        shown = since(start)
        step = 0.0
        while len(view.cards) < wanted:
            before = time.process_time()
            app.processEvents()
            step = max(step, since(before))
        app.processEvents()
        whole = since(start)
        beside = 0.0
        while not view.others.cards:
            before = time.process_time()
            app.processEvents()
            beside = max(beside, since(before))

        start = time.process_time()
        claims.mark_claim(archive, view.cards[0].claim.link.id, who=Sameness.DIFFERS)
        app.processEvents()
        view.viewport().repaint()
        marked = since(start)

        start = time.process_time()
        conflicts.find_conflicts(archive)
        found = since(start)
        session.close()
        runner.close()
    return {
        "read": read,
        "shown": shown,
        "all": whole,
        "step": step,
        "marked": marked,
        "conflicts": found,
        "others": others,
        "beside": beside,
    }


def main(folder: Path) -> None:
    """Make the archives and print the figures."""
    print(f"{'claims':>7}  " + "".join(f"{name:>11}" for name in _FIGURES))
    for size in SIZES:
        archive_of(size, folder / str(size))
        runs = [_in_a_process(folder / str(size)) for _run in range(_RUNS)]
        figures = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        print(f"{size:>7}  " + "".join(f"{value:>11.1f}" for value in figures.values()))


def _in_a_process(folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(folder)]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measured(Path(sys.argv[2]))))
    elif len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
