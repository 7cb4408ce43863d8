"""Commands for what the sources claim about an event, and where they disagree."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.authorities import short_document
from archive_app.cli.output import give, plain, say_date
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.hits import RecordKind
from archive_app.core.kinds import Sameness
from archive_app.core.records import Event, Link
from archive_app.core.translation import _, ngettext
from archive_app.services import claims as service
from archive_app.services import conflicts as disagreeing
from archive_app.services import events, indexing, linking, phases, verdicts
from archive_app.services.claims import EventPage, WeighedClaim
from archive_app.services.conflicts import About, Conflict, Side, State
from archive_app.services.events import Claim
from archive_app.services.record_labels import (
    agreement_label,
    agreement_sign,
    date_mark_label,
    sameness_label,
)
from archive_app.services.verdicts import Held

_MARKS = {"same": Sameness.SAME, "differs": Sameness.DIFFERS, "none": Sameness.UNMARKED}
_mark = click.Choice(list(_MARKS))


@click.command("claims")
@folder_argument
@click.argument("event")
@json_option
def list_(folder: Path, event: str, as_json: bool) -> None:
    """Show an EVENT (its id, link or title): its date and verdict, and what each source claims."""
    with opened(folder) as (archive, _progress):
        page = service.event_page(archive, events.find_event(archive, event).id)
        citations = service.cited(archive, page.claims)
    document = {
        "event": plain(page.event),
        "above": [_named(one) for one in page.above],
        "phases": [
            {**plain(row.event), "links": row.links, "disputed": row.event.id in page.disputed}
            for row in page.phases
        ],
        "names": [short_document(named) for named in page.names],
        "conflict": page.has_conflict,
        "doubled": page.is_doubled,
        "claims": [_claim(one, cited) for one, cited in zip(page.claims, citations, strict=True)],
        "held": plain(page.held),
    }
    give(as_json, document, lambda: _page_lines(page, citations))


def _named(event: Event) -> dict[str, str]:
    return {"id": event.id, "title": event.title, "when": event.when}


def _claim(one: WeighedClaim, citation: str) -> dict[str, Any]:
    source = one.claim.source
    return {
        **plain(one.link),
        "quote": one.quote,
        "citation": citation,
        "source": {"id": source.id, "title": source.title} if source else None,
        "photo": one.photo.id if one.photo else None,
        "agreement": one.agreement.value if one.agreement else None,
        "against": list(one.against),
        "names": [short_document(named) for named in one.names],
        "unlike": [kind.value for kind in one.unlike],
        "beside": list(one.beside),
        "disputed": one.is_disputed,
    }


def _page_lines(page: EventPage, citations: list[str]) -> list[str]:
    event = page.event
    lines = [" › ".join(one.title for one in (*page.above, event))]
    lines.append(
        ", ".join(part for part in (format_date(event.when) or _("Date unknown"), event.place) if part)
    )
    if event.reason:
        lines.append(_("Held right: {reason}").format(reason=event.reason))
    lines += ["    " + held_words(held) for held in page.held[1:]]
    for row in page.phases:
        part = _("  Part: {title}, sources differ") if row.event.id in page.disputed else _("  Part: {title}")
        lines.append(part.format(title=_titled(row.event)))
    for one, citation in zip(page.claims, citations, strict=True):
        lines += ["", citation, f"  „{' '.join(one.quote.split())}“", *_says(one)]
    return lines if page.claims else [*lines, "", _("No passage is tied to this event yet.")]


def _titled(event: Event) -> str:
    when = format_date(event.when)
    return f"{event.title} ({when})" if when else event.title


def _says(one: WeighedClaim) -> list[str]:
    link = one.link
    lines = []
    if link.says_when:
        how = f" {agreement_sign(one.agreement)} {agreement_label(one.agreement)}" if one.agreement else ""
        lines.append(_("  When: {stated}").format(stated=format_date(link.says_when)) + how)
    for dates, words in (
        (one.against, _("  In conflict with other sources: {dates}")),
        (one.beside, _("  The same source also says: {dates}")),
    ):
        if dates:
            lines.append(words.format(dates="; ".join(format_date(date) for date in dates)))
    if link.when_mark:
        lines.append(_("  Marked: {mark}").format(mark=date_mark_label(link.when_mark)))
    for words, stated, mark in (
        (_("  Where: {stated}"), link.says_where, link.where_mark),
        (_("  Who: {stated}"), link.says_who, link.who_mark),
    ):
        if stated or mark:
            lines.append(words.format(stated=stated) + (f" ({sameness_label(mark)})" if mark else ""))
    if one.names:
        names = "; ".join(named.authority.name for named in one.names)
        lines.append(_("  Names: {names}").format(names=names))
    if link.note:
        lines.append(_("  Remark: {note}").format(note=" ".join(link.note.split())))
    return lines


def held_words(held: Held) -> str:
    """One step of the history of a date, on one line."""
    words = _("Held {date} until {until}, changed by {who}").format(
        date=format_date(held.when) or _("no date"),
        until=format_date(held.until[:10]),
        who=held.changed_by or _("somebody unknown"),
    )
    return _("{held}. Reason: {reason}").format(held=words, reason=held.reason) if held.reason else words


@click.command()
@folder_argument
@click.argument("event")
@click.option("--when", default=None, help="The date that is right; without it the one that the event has.")
@click.option("--reason", default=None, help="Why it is held right.")
@click.option("--open", "leave_open", is_flag=True, help="Leave open again which date is right.")
@json_option
def verdict(
    folder: Path, event: str, when: str | None, reason: str | None, leave_open: bool, as_json: bool
) -> None:
    """Say which date of an EVENT (its id, link or title) is right and why; alone, show what was held when."""
    if leave_open and (when is not None or reason is not None):
        raise click.UsageError(_("These options exclude each other."))
    if when is not None and reason is None:
        raise click.UsageError(_("A verdict needs a reason: --reason."))
    with opened(folder) as (archive, progress):
        found = events.find_event(archive, event)
        if leave_open:
            found = verdicts.withdraw_verdict(archive, found.id)
        elif reason is not None:
            found = verdicts.give_verdict(archive, found.id, when=when, reason=reason)
        indexing.catch_up(archive, progress)
        held = verdicts.verdict_history(archive, found.id)
    if when and not as_json:
        say_date(when)
    give(as_json, {**plain(found), "held": plain(held)}, lambda: _verdict_lines(found, held))


def _verdict_lines(event: Event, held: list[Held]) -> list[str]:
    lines = [_titled(event)]
    if event.reason:
        lines.append(_("Held right: {reason}").format(reason=event.reason))
    return [*lines, *map(held_words, held[1:])]


@click.command()
@folder_argument
@click.argument("event")
@click.option("--under", default="", help="The event that it is a part of (its id, link or title).")
@click.option("--alone", is_flag=True, help="It is a part of no other event.")
@json_option
def part(folder: Path, event: str, under: str, alone: bool, as_json: bool) -> None:
    """Make an EVENT (its id, link or title) a part of another one, as a phase is of a battle."""
    if bool(under) == alone:
        raise click.UsageError(_("Give either --under or --alone."))
    with opened(folder) as (archive, progress):
        found = events.find_event(archive, event)
        parent = None if alone else events.find_event(archive, under)
        found = phases.put_under(archive, found.id, parent.id if parent else None)
        indexing.catch_up(archive, progress)
    said = (
        _("“{title}” is a part of “{parent}” now.").format(title=found.title, parent=parent.title)
        if parent
        else _("“{title}” is a part of no other event now.").format(title=found.title)
    )
    give(as_json, found, lambda: [said])


@click.command()
@folder_argument
@click.argument("annotation")
@click.argument("event")
@click.option("--where", type=_mark, default=None, help="Whether the place is that of the event.")
@click.option("--who", type=_mark, default=None, help="Whether the people are those of the event.")
@click.option(
    "--when",
    type=_mark,
    default=None,
    help="Whether the date is no contradiction (same) or one (differs), whatever is computed.",
)
@click.option("--reason", default="", help="Why, for --when; it is added to the remark of the link.")
@json_option
def compare(
    folder: Path, annotation: str, event: str, reason: str, as_json: bool, **marks: str | None
) -> None:
    """Mark whether what an ANNOTATION (its id or link) tells of an EVENT contradicts what the others tell."""
    if not any(marks.values()):
        raise click.UsageError(_("Give --where, --who or --when."))
    if reason and not marks["when"]:
        raise click.UsageError(_("--reason goes with --when."))
    with opened(folder) as (archive, progress):
        found = events.find_event(archive, event)
        annotation_id = linking.id_in(annotation, RecordKind.ANNOTATION)
        claims = [one for one in events.claims(archive, found.id) if one.annotation.id == annotation_id]
        if not claims:
            raise NotFound(_("This annotation is not tied to “{title}”.").format(title=found.title))
        chosen = {name: _MARKS[mark] for name, mark in marks.items() if mark}
        made = service.mark_claim(archive, claims[0].link.id, **chosen, reason=reason)
        indexing.catch_up(archive, progress)
    give(as_json, made, lambda: [_marked(made)])


def _marked(link: Link) -> str:
    return _("The date: {when}; the place: {where}; the people: {who}").format(
        when=date_mark_label(link.when_mark),
        where=sameness_label(link.where_mark),
        who=sameness_label(link.who_mark),
    )


@click.command()
@folder_argument
@click.option(
    "--state",
    type=click.Choice([state.value for state in State]),
    default=None,
    help="Only those that are open, decided by a verdict, or marked as no contradiction.",
)
@json_option
def conflicts(folder: Path, state: str | None, as_json: bool) -> None:
    """List all events in DIR on which sources disagree: on dates as computed, on places and people as marked."""
    with opened(folder) as (archive, _progress):
        found = disagreeing.find_conflicts(archive)
    shown = [one for one in found if state is None or one.state.value == state]
    document = {
        "conflicts": [
            {
                "event": _named(one.event),
                "about": one.about.value,
                "decided": one.is_decided,
                "state": one.state.value,
                "within": {"id": one.within.id, "title": one.within.title} if one.within else None,
                "sides": [_side(one, side) for side in one.sides],
            }
            for one in shown
        ]
    }
    give(as_json, document, lambda: _conflict_lines(shown) if shown or not found else [_counted(shown)])


def _side(conflict: Conflict, side: Side) -> dict[str, Any]:
    return {
        "stated": side.stated,
        "held": side.is_held,
        "claims": [
            {
                "link": claim.link.id,
                "annotation": claim.annotation.id,
                "source": claim.source.title if claim.source else None,
                "mark": disagreeing.mark_of(conflict, claim).value,
                "note": claim.link.note,
            }
            for claim in side.claims
        ],
    }


def _conflict_lines(found: list[Conflict]) -> list[str]:
    if not found:
        return [_("No conflicts: nothing that the sources say of an event excludes anything else.")]
    lines = []
    for one in found:
        lines.append(f"{one.event.title} ({_kind_of(one)})")
        for side in one.sides:
            said = disagreeing.stated_words(one, side) or _("nothing stated")
            sources = dict.fromkeys(_by(one, claim) for claim in side.claims if claim.source)
            titles = [*((_("this archive"),) if side.is_held else ()), *sources]
            lines.append(f"    {said}: {'; '.join(titles)}")
    return [*lines, _counted(found)]


def _kind_of(conflict: Conflict) -> str:
    about = {About.DATE: _("date"), About.PLACE: _("place"), About.PEOPLE: _("people")}[conflict.about]
    state = {State.OPEN: "", State.DECIDED: _("decided"), State.SETTLED: _("no contradiction")}
    within = _("one source gives both") if conflict.within else ""
    return ", ".join(part for part in (about, within, state[conflict.state]) if part)


def _by(conflict: Conflict, claim: Claim) -> str:
    """The title of the source, and what a person said of its date."""
    title = claim.source.title if claim.source else ""
    if conflict.about is not About.DATE or not claim.link.when_mark:
        return title
    return _("{source} ({mark})").format(source=title, mark=date_mark_label(claim.link.when_mark))


def _counted(found: list[Conflict]) -> str:
    return ngettext("{count} conflict", "{count} conflicts", len(found)).format(count=len(found))


COMMANDS = (list_, verdict, part, compare, conflicts)
