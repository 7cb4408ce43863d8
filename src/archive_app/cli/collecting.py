"""Commands for collections: ordered groups of records."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Collection
from archive_app.core.translation import _, ngettext
from archive_app.services import collections as service


@click.command("collections")
@folder_argument
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the collections of the archive in DIR with their records, in their order."""
    with opened(folder) as (archive, _progress):
        found = [(one, service.members(archive, one.id)) for one in service.list_collections(archive)]
    document = {"collections": [_document(one, members) for one, members in found]}
    lines = [line for one, members in found for line in _lines(one, members)]
    give(as_json, document, lambda: lines or [_("There are no collections yet.")])


def _document(collection: Collection, members: list[service.Member]) -> dict[str, Any]:
    return {
        **plain(collection),
        "members": [
            {"kind": type(record).__name__.lower(), "id": record.id, "title": service.title_of(record)}
            for record in members
        ],
    }


def _lines(collection: Collection, members: list[service.Member]) -> list[str]:
    number = ngettext("{count} record", "{count} records", len(members)).format(count=len(members))
    lines = [f"{collection.id}  {collection.name}, {number}"]
    lines += [
        f"{place:>6}  {record.id}  {' '.join(service.title_of(record).split())}"
        for place, record in enumerate(members, 1)
    ]
    return lines


@click.command()
@folder_argument
@click.argument("collection")
@click.argument("records", metavar="RECORD...", nargs=-1)
@click.option("--at", type=click.IntRange(1), default=None, help="Put them at this place, counted from 1.")
@click.option("--remove", is_flag=True, help="Take them out; they stay in the archive.")
@click.option("--new", is_flag=True, help="Make the collection first.")
@json_option
def collect(
    folder: Path,
    collection: str,
    records: tuple[str, ...],
    at: int | None,
    remove: bool,
    new: bool,
    as_json: bool,
) -> None:
    """Put each RECORD into a COLLECTION, or move it within it.

    A RECORD is the id or title of a source, photo or event, a COLLECTION its id or name.
    """
    if (remove and (new or at)) or (new and at):
        raise click.UsageError(_("Only one of --at, --remove and --new can be given."))
    if not records and not new:
        raise click.UsageError(_("Name at least one record."))
    with opened(folder) as (archive, _progress):
        found = [service.find_member(archive, words) for words in records]
        if new:
            known = service.add_collection(archive, collection, records=found)
        else:
            known = service.find_collection(archive, collection)
            if remove:
                service.take_out_of_collection(archive, known.id, [record.id for record in found])
            else:
                service.put_in_collection(archive, known.id, found, None if at is None else at - 1)
        members = service.members(archive, known.id)
    give(as_json, _document(known, members), lambda: _lines(known, members))


COMMANDS = (list_, collect)
