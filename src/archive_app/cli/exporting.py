"""The command for printing excerpts, and for dossiers of events."""

from pathlib import Path

import click

from archive_app.cli.output import give, plain, say
from archive_app.cli.shared import explaining, folder_argument, json_option, opened
from archive_app.core.translation import _, ngettext
from archive_app.services import events, indexing, sources, timelines
from archive_app.services.archives import Archive
from archive_app.services.event_dossiers import Which
from archive_app.services.exporting import ExportReport, export_events, export_pdf


@click.command()
@folder_argument
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--event",
    "chosen",
    multiple=True,
    help="The dossier of this event: its id, link or title. May be given several times.",
)
@click.option("--all-events", is_flag=True, help="The dossiers of all events, each once, by time.")
@click.option("--conflicts", is_flag=True, help="The dossiers of the events on which sources disagree.")
@click.option("--tag", default=None, help="What carries this tag.")
@click.option("--query", default=None, help="What this query finds.")
@click.option("--source", default=None, help="What is annotated in this source: its id or title.")
@click.option("--title", default="", help="The title of the document.")
@click.option("--author", default="", help="Who made the selection.")
@click.option("--without-parts", is_flag=True, help="Leave out the events that are parts of the chosen ones.")
@click.option("--from", "begins", default="", help="With --all-events: only from this date on.")
@click.option("--to", "ends", default="", help="With --all-events: only until this date.")
@click.option(
    "--contains", "words", default="", help="With --all-events: only those in which all these words stand."
)
@json_option
def export(
    folder: Path,
    target: Path,
    chosen: tuple[str, ...],
    all_events: bool,
    conflicts: bool,
    tag: str | None,
    query: str | None,
    source: str | None,
    title: str,
    author: str,
    without_parts: bool,
    begins: str,
    ends: str,
    words: str,
    as_json: bool,
) -> None:
    """Print annotated excerpts to OUT.pdf, chosen by one tag, query or source, or the dossiers of events.

    The ending of OUT says what a dossier becomes: .pdf, .csv (a row for each claim) or .jsonld (for other programs).
    """
    if (
        sum((bool(chosen), all_events, conflicts, tag is not None, query is not None, source is not None))
        != 1
    ):
        raise click.UsageError(
            _("Choose with exactly one of --event, --all-events, --conflicts, --tag, --query and --source.")
        )
    if (begins or ends or words) and not all_events:
        raise click.UsageError(_("--from, --to and --contains go with --all-events."))
    if without_parts and not chosen:
        raise click.UsageError(_("--without-parts goes with --event."))
    told = {"title": title, "author": author}
    with opened(folder) as (archive, progress), explaining(query or ""):
        if chosen or all_events or conflicts:
            ids = [events.find_event(archive, one).id for one in chosen]
            ids += _shown(archive, begins, ends, words) if all_events else []
            with_parts = bool(chosen) and not without_parts
            some = Which.CONFLICTS if conflicts else ids
            report = export_events(archive, target, some, with_parts=with_parts, progress=progress, **told)
        else:
            if query is not None:
                indexing.catch_up(archive, progress)
            source_id = sources.find_source(archive, source).id if source is not None else None
            report = export_pdf(
                archive, target, source_id=source_id, tag=tag, query=query, progress=progress, **told
            )
    for sentence in report.dropped:
        say(sentence)
    give(as_json, {"file": str(target.resolve()), **plain(report)}, lambda: [_said(target, report)])


def _shown(archive: Archive, begins: str, ends: str, words: str) -> list[str]:
    """The ids of the events that the timeline shows: those without a date, too, where no date is asked for."""
    first, last = timelines.moments(begins, ends)
    shown = timelines.read_timeline(archive).narrowed(words).between(first, last)
    undated = [] if begins or ends else [event.id for event in shown.undated]
    return [entry.id for entry in shown.entries] + undated


def _said(target: Path, report: ExportReport) -> str:
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    if not report.events:
        excerpts = ngettext("{count} excerpt", "{count} excerpts", report.excerpts)
        return _("Wrote {target}: {excerpts} on {pages}.").format(
            target=target, excerpts=excerpts.format(count=report.excerpts), pages=pages
        )
    told = {
        "target": target,
        "events": ngettext("{count} event", "{count} events", report.events).format(count=report.events),
        "claims": ngettext("{count} claim", "{count} claims", report.claims).format(count=report.claims),
    }
    if report.pages:
        return _("Wrote {target}: {events} with {claims} on {pages}.").format(pages=pages, **told)
    return _("Wrote {target}: {events} with {claims}.").format(**told)


COMMANDS = (export,)
