"""The command for checking an archive."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain, say
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.translation import ngettext
from archive_app.services.checking import check as check_archive


@click.command()
@folder_argument
@json_option
@click.pass_context
def check(ctx: click.Context, folder: Path, as_json: bool) -> None:
    """Check the database, the stored files against their hashes, the index and the date mentions."""
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


COMMANDS = (check,)
