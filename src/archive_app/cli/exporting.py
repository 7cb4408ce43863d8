"""The command for printing excerpts."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain, say
from archive_app.cli.shared import explaining, folder_argument, json_option, opened
from archive_app.core.translation import _, ngettext
from archive_app.services import events, indexing, sources
from archive_app.services.exporting import export_pdf


@click.command()
@folder_argument
@click.argument("target", metavar="OUT.pdf", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--event", default=None, help="What is linked to this event: its id or title.")
@click.option("--tag", default=None, help="What carries this tag.")
@click.option("--query", default=None, help="What this query finds.")
@click.option("--source", default=None, help="What is annotated in this source: its id or title.")
@click.option("--title", default="", help="The title of the document.")
@click.option("--author", default="", help="Who made the selection.")
@json_option
def export(
    folder: Path,
    target: Path,
    event: str | None,
    tag: str | None,
    query: str | None,
    source: str | None,
    title: str,
    author: str,
    as_json: bool,
) -> None:
    """Print annotated excerpts to OUT.pdf, chosen by one event, tag, query or source."""
    if sum(chosen is not None for chosen in (event, tag, query, source)) != 1:
        raise click.UsageError(_("Choose with exactly one of --event, --tag, --query and --source."))
    with opened(folder) as (archive, progress), explaining(query or ""):
        if query is not None:
            indexing.catch_up(archive, progress)
        report = export_pdf(
            archive,
            target,
            event_id=events.find_event(archive, event).id if event is not None else None,
            source_id=sources.find_source(archive, source).id if source is not None else None,
            tag=tag,
            query=query,
            title=title,
            author=author,
            progress=progress,
        )
    for sentence in report.dropped:
        say(sentence)
    document = {"file": str(target.resolve()), **plain(report)}
    give(
        as_json,
        document,
        lambda: [
            _("Wrote {target}: {excerpts} on {pages}.").format(
                target=target,
                excerpts=ngettext("{count} excerpt", "{count} excerpts", report.excerpts).format(
                    count=report.excerpts
                ),
                pages=ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages),
            )
        ],
    )


COMMANDS = (export,)
