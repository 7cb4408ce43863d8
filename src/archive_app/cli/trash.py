"""The command for what was deleted."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.translation import _, ngettext
from archive_app.services import indexing
from archive_app.services import trash as service
from archive_app.services.trash import Inside, Trashed


@click.command()
@folder_argument
@click.option(
    "--restore", "ids", multiple=True, metavar="ID", help="Bring this back. May be given several times."
)
@json_option
def trash(folder: Path, ids: tuple[str, ...], as_json: bool) -> None:
    """List what was deleted and can be brought back, or bring it back."""
    if ids:
        _restore(folder, ids, as_json)
        return
    with opened(folder) as (archive, _progress):
        items = service.list_trash(archive)
        found = list(zip(items, service.insides(archive, items), strict=True))
    document = {"trash": [{**plain(item), "inside": inside.counts} for item, inside in found]}
    give(as_json, document, lambda: [_line(*one) for one in found] or [_("The trash is empty.")])


def _line(item: Trashed, inside: Inside) -> str:
    about = [item.at, item.author, inside.words()]
    return f"{item.id}  {item.kind}: {item.title} ({', '.join(part for part in about if part)})"


def _restore(folder: Path, ids: tuple[str, ...], as_json: bool) -> None:
    with opened(folder) as (archive, progress):
        done = service.restore(archive, ids)
        indexing.catch_up(archive, progress)
    count = len(done.ids)
    words = ngettext("Restored {count} record.", "Restored {count} records.", count).format(count=count)
    give(as_json, {"restored": list(done.ids), "operation": done.operation}, lambda: [words])


COMMANDS = (trash,)
