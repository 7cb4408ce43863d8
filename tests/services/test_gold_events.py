"""Two articles beside the project tell of the same days: the pages of events show their conflicts and only those."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive_app.core.spans import Span
from archive_app.services import annotating, claims, conflicts, events
from archive_app.services.archives import Archive
from helpers.desk import Desk, reading_of

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold" / "events.json"

pytestmark = pytest.mark.skipif(not GOLD.is_file(), reason="no alignments beside the project")


def enter(desk: Desk, item: dict[str, Any]) -> str:
    """Make an event of an alignment, and tie to it what both articles say. Where they tell of different phases of an
    event, each phase is an event of its own."""
    both = (("seed0", desk.latin), ("seed1", desk.cyrillic))
    whole = events.add_event(desk.archive, item["label"], place=item.get("place", ""))
    for name, reading in both:
        said = item[name]
        event = whole
        if item["agree"] == "different phase":
            event = events.add_event(
                desk.archive, f"{item['label']}: {name}", when=said["edtf"], under=whole.id
            )
        for passage in said["passages"]:
            span = Span(passage["start"], passage["end"])
            made = annotating.annotate(desk.archive, reading.text.id, span)
            assert made.quote == passage["text"]
            events.link(desk.archive, made.id, event.id, says_when=said["edtf"] or "")
    return whole.id


def test_the_date_conflicts_of_the_two_articles_are_shown_and_only_those(archive: Archive) -> None:
    items = json.loads(GOLD.read_text("utf-8"))["items"]
    names = [items[0][seed]["file"] for seed in ("seed0", "seed1")]
    desk = Desk(archive, *(reading_of(archive, SHARED / "seeds" / name) for name in names))
    entered = {enter(desk, item): item for item in items}
    assert len(entered) == 20
    conflicting = {item["label"] for item in items if item["aspects"].get("date", "").startswith("conflict")}
    assert conflicting == {"Capture of the main railway station"}

    pages = [claims.event_page(archive, row.event.id) for row in events.list_events(archive)]
    assert {page.event.title for page in pages if page.has_conflict} == conflicting
    assert {found.event.title for found in conflicts.find_conflicts(archive)} == conflicting

    for event_id, item in entered.items():
        dates = [item[seed]["edtf"] for seed in ("seed0", "seed1")]
        for date in filter(None, dates):
            events.edit_event(archive, event_id, when=date)
            page = claims.event_page(archive, event_id)
            assert page.has_conflict is (item["label"] in conflicting), (item["label"], date)
