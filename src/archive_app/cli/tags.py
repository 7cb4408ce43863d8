"""Commands for tags."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Colour, Tag
from archive_app.core.translation import _, ngettext
from archive_app.services import indexing, tagging
from archive_app.services.archives import Archive

_NO_COLOUR = "none"


@click.command("tags")
@folder_argument
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the tags of the archive in DIR, each followed by those that stand under it."""
    with opened(folder) as (archive, _progress):
        found = tagging.list_tags(archive)
    document = {
        "tags": [
            {**plain(row.tag), "path": row.path, "annotations": row.annotations, "own": row.own}
            for row in found
        ]
    }
    give(as_json, document, lambda: [_line(row) for row in found] or [_("There are no tags yet.")])


def _line(row: tagging.TagSummary) -> str:
    number = ngettext("{count} annotation", "{count} annotations", row.annotations)
    about = [number.format(count=row.annotations), *([row.tag.colour.value] if row.tag.colour else [])]
    return f"{'  ' * row.depth}{row.tag.name}, {', '.join(about)}"


@click.command("tag")
@folder_argument
@click.argument("name")
@click.option("--rename", default=None, help="Give it this name; it stays where it stands.")
@click.option("--under", default=None, help="Put it under this tag, with all under it.")
@click.option("--top", is_flag=True, help="Put it to the top.")
@click.option(
    "--colour",
    type=click.Choice([*(colour.value for colour in Colour), _NO_COLOUR]),
    default=None,
    help="Give it this colour.",
)
@click.option("--merge-into", default=None, help="Give all that carries it this tag instead.")
@click.option("--delete", is_flag=True, help="Delete it with those under it; undo brings all back.")
@json_option
def tag(
    folder: Path,
    name: str,
    rename: str | None,
    under: str | None,
    top: bool,
    colour: str | None,
    merge_into: str | None,
    delete: bool,
    as_json: bool,
) -> None:
    """Change the tag NAME (its path, such as "Rat / Glad", or its name), or make it where nothing is to be changed."""
    ends = sum([merge_into is not None, delete])
    changes = sum([rename is not None, under is not None, top, colour is not None])
    if ends > 1 or (ends and changes) or (top and under is not None):
        raise click.UsageError(_("These options exclude each other."))
    with opened(folder) as (archive, progress):
        if ends or changes:
            found = tagging.find_tag(archive, name)
            made = (
                _ended(archive, found, merge_into)
                if ends
                else _changed(archive, found, rename, under, top, colour)
            )
        else:
            made = tagging.add_tag(archive, name)
        rows = {row.tag.id: row for row in tagging.list_tags(archive)}
        indexing.catch_up(archive, progress)
    row = rows.get(made.id)
    document: dict[str, Any] = {**plain(made), "path": row.path if row else made.name}
    document |= {"annotations": row.annotations if row else 0, "deleted": row is None}
    said = _("Deleted the tag “{name}”.") if row is None else _("The tag is “{name}” now.")
    give(as_json, document, lambda: [said.format(name=document["path"])])


def _ended(archive: Archive, found: Tag, merge_into: str | None) -> Tag:
    if merge_into is not None:
        return tagging.merge_tags(archive, found.id, tagging.find_tag(archive, merge_into).id)
    tagging.remove_tag(archive, found.id)
    return found


def _changed(
    archive: Archive, found: Tag, rename: str | None, under: str | None, top: bool, colour: str | None
) -> Tag:
    if rename is not None:
        found = tagging.rename_tag(archive, found.id, rename)
    if under is not None or top:
        above = tagging.find_tag(archive, under).id if under is not None else None
        found = tagging.move_tag(archive, found.id, above)
    if colour is not None:
        found = tagging.colour_tag(archive, found.id, None if colour == _NO_COLOUR else Colour(colour))
    return found


COMMANDS = (list_, tag)
