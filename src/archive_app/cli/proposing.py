"""Commands for proposals: what is open, and what a person decides about it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain, say_date
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.records import Text
from archive_app.core.spans import Span
from archive_app.core.translation import _, ngettext
from archive_app.services import (
    annotating,
    dating,
    events,
    indexing,
    mentions,
    proposal_labels,
    proposals,
    proposing,
    sources,
)
from archive_app.services.archives import Archive
from archive_app.services.proposals import OpenSource, Proposal, Proposals
from archive_app.services.proposing import NewEvent, Statement
from archive_app.services.sources import Reading

at_option = click.option(
    "--at", "place", type=click.IntRange(0), default=None, help="The place that “proposals” prints."
)


@click.command("proposals")
@folder_argument
@click.argument("source", required=False)
@click.option("--limit", type=click.IntRange(1), default=None, help="How many to print.")
@json_option
def list_(folder: Path, source: str | None, limit: int | None, as_json: bool) -> None:
    """List the dates of a SOURCE (its id or title) that are neither linked nor set aside, with the events they may
    speak of; without a SOURCE, how many are open in each."""
    with opened(folder) as (archive, progress):
        if source is None:
            mentions.catch_up(archive, progress)
            found = proposals.open_by_source(archive)
            give(as_json, {"sources": [_counted(one) for one in found]}, lambda: _counts(found))
            return
        reading = _reading(archive, source)
        all_open = proposals.find_proposals(archive, reading.text.id, progress, most=limit)
        rows = [_row(archive, reading, one) for one in all_open.open[:limit]]
    document = {
        "proposals": [document for document, _lines in rows],
        "dates": all_open.dates,
        "linked": all_open.linked,
        "set_aside": all_open.set_aside,
    }
    give(as_json, document, lambda: [line for _one, lines in rows for line in lines] + [_summary(all_open)])


def _reading(archive: Archive, source: str) -> Reading:
    reading = sources.read_source(archive, sources.find_source(archive, source).id)
    if reading is None:
        raise NotFound(_("This source has no text."))
    return reading


def _counted(one: OpenSource) -> dict[str, Any]:
    return {"id": one.source.id, "title": one.source.title, "open": one.open_dates}


def _counts(found: Sequence[OpenSource]) -> list[str]:
    lines = [f"{one.open_dates:>7}  {one.source.title}" for one in found]
    return lines or [_("No date of any source waits to be looked at.")]


def _summary(found: Proposals) -> str:
    return _("{open} of {dates} dates are open, {linked} linked, {aside} set aside.").format(
        open=found.open_dates, dates=found.dates, linked=found.linked, aside=found.set_aside
    )


def _row(archive: Archive, reading: Reading, one: Proposal) -> tuple[dict[str, Any], list[str]]:
    """A proposal for scripts, and the same as lines for a person."""
    quote = reading.letters[one.sentence.start : one.sentence.end]
    shown = proposal_labels.shown(archive, one.candidates)
    document = {
        "start": one.span.start,
        "end": one.span.end,
        "text": reading.letters[one.span.start : one.span.end],
        "edtf": one.says_when,
        "why": _why(reading, one),
        "sentence": {"start": one.sentence.start, "end": one.sentence.end, "text": quote},
        "linked": list(one.linked),
        "title": proposing.suggested_event(archive, reading.text.id, one).title,
        "candidates": [
            {
                **plain(found.candidate),
                "title": found.event.title,
                "when": found.event.when,
                "place": found.event.place,
                "said": plain(found.said),
            }
            for found in shown
        ],
    }
    when = format_date(one.says_when) or _("no date")
    why = f"  ({document['why']})" if document["why"] else ""
    lines = [f"{one.span.start:>7}  {when:<28} {annotating.short(quote, 90)}{why}"]
    for number, found in enumerate(shown, 1):
        about = "; ".join(proposal_labels.reasons(found.candidate))
        lines.append(f"         {number}. {found.event.title} ({format_date(found.event.when)}): {about}")
    return document, lines


def _why(reading: Reading, one: Proposal) -> str:
    if one.mention is None:
        return ""
    words = None
    if one.mention.origin is not None:
        words = " ".join(reading.letters[slice(*one.mention.origin)].split())
    return dating.explanation(one.mention, words)


@click.command()
@folder_argument
@click.argument("source")
@at_option
@click.option("--event", default="", help="The event that it speaks of (its id, link or title).")
@click.option("--new", "title", default="", help="Make a new event with this title.")
@click.option("--place", "event_place", default="", help="Where the new event happened.")
@click.option("--says-when", default=None, help="When the source says it was, if not as it was read.")
@click.option("--says-where", default="", help="Where the source says it was.")
@click.option("--says-who", default="", help="Who the source says did it.")
@json_option
def accept(
    folder: Path,
    source: str,
    place: int | None,
    event: str,
    title: str,
    event_place: str,
    says_when: str | None,
    says_where: str,
    says_who: str,
    as_json: bool,
) -> None:
    """Link the passage of a SOURCE that is proposed at a place to an event, or make a new one of it."""
    if place is None or bool(event) == bool(title):
        raise click.UsageError(_("Give --at, and one of --event and --new."))
    with opened(folder) as (archive, progress):
        reading = _reading(archive, source)
        one = _proposed(archive, reading, place)
        says = Statement(
            when=one.says_when if says_when is None else says_when, where=says_where, who=says_who
        )
        if title:
            new = NewEvent(title=title, when=says.when, place=event_place)
            made = proposing.link_to_new(archive, reading.text.id, one, new, says)
        else:
            known = events.find_event(archive, event)
            made = proposing.link(archive, reading.text.id, one, known.id, says)
        about = events.get_event(archive, made.event_id)
        indexing.catch_up(archive, progress)
    if not as_json:
        say_date(says_when or "")
    give(as_json, made, lambda: [_("Linked to “{title}”: {id}").format(title=about.title, id=made.id)])


def _proposed(archive: Archive, reading: Reading, place: int) -> Proposal:
    found = proposals.find_proposals(archive, reading.text.id, most=0)
    for one in found.open:
        if one.span.start == place:
            return one
    raise NotFound(
        _("Nothing is proposed at the place {place}; “proposals” lists what is.").format(place=place)
    )


@click.command()
@folder_argument
@click.argument("source")
@at_option
@click.option("--quote", default="", help="The words that are nothing to link.")
@click.option("--event", default="", help="Refuse only this event (its id, link or title).")
@click.option("--again", is_flag=True, help="Propose again what was refused there, with --event only this.")
@json_option
def refuse(
    folder: Path, source: str, place: int | None, quote: str, event: str, again: bool, as_json: bool
) -> None:
    """Remember that a date of a SOURCE is nothing to link, or does not speak of one event."""
    if (place is None) == (not quote):
        raise click.UsageError(_("Give one of --at and --quote."))
    with opened(folder) as (archive, _progress):
        reading = _reading(archive, source)
        if quote:
            span = annotating.find_quote(archive, reading.source.id, quote)[1]
        elif again:
            span = Span(place or 0, (place or 0) + 1)
        else:
            span = _proposed(archive, reading, place or 0).span
        event_id = events.find_event(archive, event).id if event else None
        if again:
            _propose_again(archive, reading.text, span, event_id, as_json)
            return
        made = proposing.refuse(archive, reading.text.id, span, event_id)
    give(
        as_json,
        made,
        lambda: [_("Set “{quote}” aside: {id}").format(quote=annotating.short(made.quote), id=made.id)],
    )


def _propose_again(archive: Archive, text: Text, span: Span, event_id: str | None, as_json: bool) -> None:
    there = [
        one
        for one in proposing.list_refusals(archive, text.id)
        if one.span.overlaps(span) and event_id in (None, one.event_id)
    ]
    if not there:
        raise NotFound(_("Nothing was refused there."))
    for one in there:
        proposing.take_back(archive, one.id)
    said = ngettext("{count} refusal was taken back.", "{count} refusals were taken back.", len(there))
    give(as_json, {"taken_back": [one.id for one in there]}, lambda: [said.format(count=len(there))])


COMMANDS = (list_, accept, refuse)
