"""Commands for events and for links to them."""

from pathlib import Path

import click

from archive_app.cli.authorities import found_ids, short_document
from archive_app.cli.output import give, plain, say_date
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.hits import RecordKind
from archive_app.core.translation import _, ngettext
from archive_app.services import access_points, authorities, indexing, linking
from archive_app.services import events as service


@click.command("events")
@folder_argument
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the events of the archive in DIR with what each source states, in the order of time."""
    with opened(folder) as (archive, _progress):
        found = [(row, service.claims(archive, row.event.id)) for row in service.list_events(archive)]
        names = authorities.of_events(archive, [row.event.id for row, _claims in found])
    document = {
        "events": [
            {
                **plain(row.event),
                "names": [short_document(named) for named in names.get(row.event.id, ())],
                "links": [
                    {
                        **plain(claim.link),
                        "quote": claim.annotation.quote,
                        "source": {"id": claim.source.id, "title": claim.source.title}
                        if claim.source
                        else None,
                    }
                    for claim in claims
                ],
            }
            for row, claims in found
        ]
    }
    give(as_json, document, lambda: _lines(found) or [_("There are no events yet.")])


def _lines(found: list[tuple[service.EventSummary, list[service.Claim]]]) -> list[str]:
    lines = []
    for row, claims in found:
        event = row.event
        about = ", ".join(part for part in (format_date(event.when), event.place) if part)
        number = ngettext("{count} link", "{count} links", row.links).format(count=row.links)
        lines.append(f"{event.id}  {event.title}" + (f" ({about})" if about else "") + f", {number}")
        for claim in claims:
            stated = [
                format_date(claim.link.says_when),
                claim.link.says_where,
                claim.link.says_who,
                claim.link.note,
            ]
            title = claim.source.title if claim.source else ""
            lines.append(f"      {title}: " + "; ".join(part for part in stated if part))
    return lines


@click.command()
@folder_argument
@click.argument("title")
@click.option(
    "--when", required=True, help="EDTF or as you write it, such as 1944-10-20 or '20. oktobar 1944'."
)
@click.option("--place", default="", help="Where it happened.")
@click.option("--note", default="", help="A note on it.")
@click.option("--under", default="", help="The event that it is a part of (its id, link or title).")
@click.option("--has", multiple=True, help="A person, unit or place that it has to do with; may be repeated.")
@json_option
def event(
    folder: Path,
    title: str,
    when: str,
    place: str,
    note: str,
    under: str,
    has: tuple[str, ...],
    as_json: bool,
) -> None:
    """Add an event called TITLE."""
    with opened(folder) as (archive, progress):
        parent = service.find_event(archive, under).id if under else None
        made = access_points.add_event(
            archive,
            title,
            names=found_ids(archive, has),
            when=when,
            place=place,
            note=note,
            under=parent,
        )
        names = authorities.of_event(archive, made.id)
        indexing.catch_up(archive, progress)
    if not as_json:
        say_date(when)
    document = {**plain(made), "names": [short_document(named) for named in names]}
    give(as_json, document, lambda: [_("Added event “{title}”: {id}").format(title=made.title, id=made.id)])


@click.command()
@folder_argument
@click.argument("annotation")
@click.argument("event")
@click.option("--says-when", default=None, help="When the source says it was.")
@click.option("--says-where", default=None, help="Where the source says it was.")
@click.option("--says-who", default=None, help="Who the source says did it.")
@click.option("--note", default=None, help="A note on the link.")
@click.option("--has", multiple=True, help="A person, unit or place that the source names; may be repeated.")
@json_option
def link(
    folder: Path,
    annotation: str,
    event: str,
    says_when: str | None,
    says_where: str | None,
    says_who: str | None,
    note: str | None,
    has: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tie an ANNOTATION (its id or link) to an EVENT (its id, link or title) and say what the source states."""
    with opened(folder) as (archive, progress):
        found = service.find_event(archive, event)
        made = access_points.link(
            archive,
            linking.id_in(annotation, RecordKind.ANNOTATION),
            found.id,
            names=found_ids(archive, has),
            says_when=says_when,
            says_where=says_where,
            says_who=says_who,
            note=note,
        )
        names = authorities.of_link(archive, made.id)
        indexing.catch_up(archive, progress)
    if not as_json:
        say_date(says_when or "")
    document = {**plain(made), "names": [short_document(one) for one in names]}
    give(as_json, document, lambda: [_("Linked to “{title}”: {id}").format(title=found.title, id=made.id)])


COMMANDS = (list_, event, link)
