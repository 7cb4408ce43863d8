"""The command that draws the timeline."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.timeline import Entry
from archive_app.core.translation import _, ngettext
from archive_app.services import timelines
from archive_app.services.timelines import Lanes, Timeline


@click.command()
@folder_argument
@click.argument("target", metavar="[OUT]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "begins", default="", help="Only from this date on, EDTF or as you write it.")
@click.option("--to", "ends", default="", help="Only until this date.")
@click.option(
    "--lanes",
    type=click.Choice([lanes.value for lanes in Lanes]),
    default=Lanes.NONE.value,
    show_default=True,
    help="What the events of one lane have in common.",
)
@click.option("--without-parts", is_flag=True, help="Events that are parts of others are only counted.")
@click.option("--contains", "words", default="", help="Only events in which all these words stand.")
@json_option
def timeline(
    folder: Path,
    target: Path | None,
    begins: str,
    ends: str,
    lanes: str,
    words: str,
    without_parts: bool,
    as_json: bool,
) -> None:
    """Draw the events of the archive in DIR on an axis of time, to a picture (OUT.svg) or to pages (OUT.pdf).

    With --json the events are printed with their first and last day and their lanes, also without OUT.
    """
    if target is None and not as_json:
        raise click.UsageError(_("Give the name of the picture, such as timeline.svg, or --json."))
    chosen = Lanes(lanes)
    first, last = timelines.moments(begins, ends)
    with opened(folder) as (archive, progress):
        shown = timelines.read_timeline(archive).narrowed(words).between(first, last)
        if without_parts:
            shown = shown.folded(shown.with_parts())
        if target is not None:
            timelines.export_picture(
                archive, target, shown, lanes=chosen, begins=first, ends=last, progress=progress
            )
    document = {"file": str(target.resolve()) if target else None, **_document(shown, chosen)}
    give(as_json, document, lambda: [_said(target, shown)])


def _document(shown: Timeline, lanes: Lanes) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for lane in timelines.in_lanes(shown.entries, lanes):
        for entry in lane.entries:
            found.setdefault(entry.id, []).append(lane.title)
    return {
        "events": [{**_event(entry), "lanes": found[entry.id]} for entry in shown.entries],
        "undated": [{"id": event.id, "title": event.title, "when": event.when} for event in shown.undated],
    }


def _event(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "when": entry.when,
        "first_day": entry.first_day,
        "last_day": entry.last_day,
        "place": entry.place,
        "tags": list(entry.tags),
        "sources": list(entry.sources),
        "parent": entry.parent_id,
        "parts_hidden": entry.folded,
        "decided": entry.is_decided,
        "said": [
            {
                "when": one.when,
                "sources": list(one.sources),
                "differs": one.differs,
                "settled": one.is_settled,
            }
            for one in entry.said
        ],
    }


def _said(target: Path | None, shown: Timeline) -> str:
    count = ngettext("{count} event", "{count} events", len(shown.entries)).format(count=len(shown.entries))
    if not shown.undated:
        return _("Wrote {target}: {events}.").format(target=target, events=count)
    undated = ngettext("{count} has no date", "{count} have no date", len(shown.undated))
    return _("Wrote {target}: {events}; {undated}.").format(
        target=target, events=count, undated=undated.format(count=len(shown.undated))
    )


COMMANDS = (timeline,)
