"""Commands for undo, redo, history and checking."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain, say
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Operation
from archive_app.core.translation import _, ngettext
from archive_app.services import history as service
from archive_app.services import indexing
from archive_app.services.checking import check as check_archive


@click.command()
@folder_argument
@json_option
def undo(folder: Path, as_json: bool) -> None:
    """Take back the newest action, whenever it was done."""
    _step(folder, as_json, back=True)


@click.command()
@folder_argument
@json_option
def redo(folder: Path, as_json: bool) -> None:
    """Do again what was undone last."""
    _step(folder, as_json, back=False)


def _step(folder: Path, as_json: bool, *, back: bool) -> None:
    with opened(folder) as (archive, progress):
        action = service.next_undo(archive) if back else service.next_redo(archive)
        changes = service.undo(archive) if back else service.redo(archive)
        indexing.catch_up(archive, progress)
    name = action.name if action else ""
    words = _("Undone: {name}") if back else _("Done again: {name}")
    document = {"undone" if back else "redone": name, "operation": changes.operation}
    give(as_json, document, lambda: [words.format(name=name)])


@click.command()
@folder_argument
@click.option("--limit", type=click.IntRange(1), default=None, help="How many actions to print.")
@json_option
def history(folder: Path, limit: int | None, as_json: bool) -> None:
    """List what was done, newest first."""
    with opened(folder) as (archive, _progress):
        found = service.history(archive, limit)
    give(as_json, {"history": found}, lambda: [_line(row) for row in found] or [_("Nothing was done yet.")])


def _line(row: Operation) -> str:
    undone = f" {_('(undone)')}" if row.undone else ""
    return f"{row.at}  {row.author}  {row.name}{undone}"


@click.command()
@folder_argument
@json_option
@click.pass_context
def check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Check the database, the stored files against their hashes, and the index."""
    with opened(folder) as (archive, progress):
        report = check_archive(archive, progress)
    document = {"sound": report.is_sound, **plain(report)}
    entries = ngettext("{count} entry in the index", "{count} entries in the index", report.documents)
    sound = ngettext(
        "All is well: {count} stored file, {entries}.",
        "All is well: {count} stored files, {entries}.",
        report.files,
    ).format(count=report.files, entries=entries.format(count=report.documents))
    give(as_json, document, lambda: list(report.faults) or [sound])
    if report.faults:
        if as_json:
            for fault in report.faults:
                say(fault)
        ctx.exit(1)


COMMANDS = (undo, redo, history, check)
