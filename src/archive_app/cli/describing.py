"""Commands for describing several sources or photos at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archive_app.cli.output import give
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Photo, Source
from archive_app.core.translation import _, ngettext
from archive_app.services import batches, indexing, photos, sources
from archive_app.services.archives import Archive

_SOURCE = {
    "title": "The title; for one source.",
    "author": "Who wrote it.",
    "publisher": "Who published it.",
    "date": "When: EDTF or as you write it, such as 1944-10-20 or '20. oktobar 1944'.",
    "place": "Where it was made.",
    "call-number": "Call number in its archive.",
    "kind": "article, letter, book, report, diary, album or other.",
    "level": "Level of description: fonds, series, file, item.",
    "extent": "How much it is, such as '12 leaves'.",
    "language": "Code of the language, such as sr or de.",
    "rights": "Who holds the rights, or the licence.",
    "url": "Where it was found.",
    "note": "A note on it.",
}
_PHOTO = {
    "caption": "The caption; for one photo.",
    "date": "When: EDTF or as you write it.",
    "place": "Where it was taken.",
    "credit": "Photographer or owner.",
    "call-number": "Call number in its archive.",
    "note": "A note on it.",
}
_ONLY_ONE = ("title", "caption")
_COLUMNS = {"author": "creator"}
R = TypeVar("R", Source, Photo)


def _fields(known: dict[str, str]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for name, words in reversed(known.items()):
            command = click.option(f"--{name}", default=None, help=words)(command)
        return command

    return add


@click.command()
@folder_argument
@click.argument("wanted", metavar="SOURCE...", nargs=-1, required=True)
@_fields(_SOURCE)
@json_option
def describe(folder: Path, wanted: tuple[str, ...], as_json: bool, **about: str | None) -> None:
    """Set the same fields of each SOURCE (its id or title), in one step; an empty value empties the field."""
    _describe(folder, wanted, as_json, about, "sources", sources.find_source, batches.describe_sources)


@click.command("describe-photos")
@folder_argument
@click.argument("wanted", metavar="PHOTO...", nargs=-1, required=True)
@_fields(_PHOTO)
@json_option
def describe_photos(folder: Path, wanted: tuple[str, ...], as_json: bool, **about: str | None) -> None:
    """Set the same fields of each PHOTO (its id or caption), in one step; an empty value empties the field."""
    _describe(folder, wanted, as_json, about, "photos", photos.find_photo, batches.describe_photos)


def _describe(
    folder: Path,
    wanted: tuple[str, ...],
    as_json: bool,
    about: dict[str, str | None],
    name: str,
    find: Callable[[Archive, str], R],
    change: Callable[..., list[R]],
) -> None:
    values = {_COLUMNS.get(key, key): value for key, value in about.items() if value is not None}
    if not values:
        raise click.UsageError(_("Give at least one field to set."))
    if len(wanted) > 1 and any(field in values for field in _ONLY_ONE):
        raise click.UsageError(_("A title or caption is given to one record at a time."))
    with opened(folder) as (archive, progress):
        ids = list(dict.fromkeys(find(archive, words).id for words in wanted))
        found = change(archive, ids, **values)
        indexing.catch_up(archive, progress)
    said = ngettext("Described {count} record.", "Described {count} records.", len(found))
    give(as_json, {name: found}, lambda: [said.format(count=len(found))])


COMMANDS = (describe, describe_photos)
